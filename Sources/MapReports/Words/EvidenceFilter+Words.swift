import Documents
public import MapDisclosure
public import MapModel
import OrderedCollections

extension EvidenceFilter {
  /// What counts, as an object: `what Teachers said to be there because of the programme`; `nil` if what is said counts
  /// whoever says what.
  private func subject(on map: NetworkMap) -> String? {
    if keepsCounts { return nil }
    let groups = map.informants.values.filter { informants.contains($0.id) }.map(\.name)
    let said = groups.isEmpty ? say("what is said") : say("what \(groups.asList) said")
    let reasons = Attribution.allCases.filter(statements.attributions.contains).map(\.clause)
    let often = Frequency.allCases.filter(statements.frequencies.contains).map(\.infinitive)
    let clauses =
      (reasons.isEmpty ? [] : [say("to be there \(reasons.asChoice)")]) + (often.isEmpty ? [] : [often.asChoice])
    return ([said] + (clauses.isEmpty ? [] : [clauses.asList])).joined(separator: " ")
  }

  /// What counts, behind a title: ` (only what Teachers said)`, ` (as Ada coded it)`.
  func remark(on map: NetworkMap) -> String {
    let parts = [subject(on: map).map { say("only \($0)") }, coder.map { say("as \($0) coded it") }].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  /// What counts, before a clause: `in what Teachers said, `.
  fileprivate func opening(on map: NetworkMap) -> String {
    [subject(on: map).map { say("in \($0)") }, coder.map { say("as \($0) coded it") }].compactMap(\.self).map {
      $0 + ", "
    }
    .joined()
  }

  /// What counts, and that there is more, in sentences.
  fileprivate func sentence(on map: NetworkMap) -> String {
    let coded = coder.map { say("what \($0) coded") }
    let counts =
      switch (subject(on: map), coded) {
      case (let subject?, let coded?): say("Only \(subject) counts here, as far as it is \(coded), and no number.")
      case (let subject?, nil): say("Only \(subject) counts here, and no number.")
      case (nil, let coded?): say("Of what was said, only \(coded) counts here.")
      case (nil, nil): ""
      }
    // Who said something is not always told, so it may be theirs.
    let unnamed = informants.isEmpty ? "" : say(" A statement that does not say whose it is is left out.")
    return counts + unnamed + say(" What is missing here can be known from other evidence.")
  }
}

extension Frequency {
  /// How often something is said to be so, behind "what is said".
  fileprivate var infinitive: String {
    switch self {
    case .common: say("to be common")
    case .some: say("to be so sometimes")
    case .rare: say("to be rare")
    }
  }
}

extension NetworkMap {
  /// What of the evidence counts on a map that was narrowed, in sentences; empty if all does.
  var narrowing: String { narrowings.map { $0.sentence(on: self) }.joined(separator: " ") }

  /// The same behind a title.
  package var narrowingRemark: String { narrowings.map { $0.remark(on: self) }.joined() }

  /// The same before a clause.
  var narrowingOpening: String { narrowings.map { $0.opening(on: self) }.joined() }
}

extension Document {
  /// What a document begins with, where not all evidence counts.
  static func opening(_ narrowing: String) -> [Block] { narrowing.isEmpty ? [] : [.paragraph(.init(narrowing))] }
}

extension PublishedMap {
  /// What documents begin with, where not all evidence counts.
  var opening: [Document.Block] { Document.opening(narrowing) }

  /// What of the evidence counts, where the map was narrowed to a part of it, in sentences; empty if all does.
  public var narrowing: String { map.narrowing }

  /// The same map with a part of its evidence, as its titles and all that is made of it then say.
  ///
  /// What may be seen of that was decided on all of the evidence.
  /// - Precondition: one coder's statements are asked for by the team only.
  /// - Complexity: that of ``NetworkMap/narrowed(to:)``.
  public func narrowed(to filter: EvidenceFilter) -> PublishedMap {
    filter.isEmpty ? self : narrowed(to: filter, remark: filter.remark(on: map))
  }
}

extension PublishedMaps {
  /// What of the evidence counts, where the maps were narrowed to a part of it, in sentences; empty if all does.
  public var narrowing: String {
    alignment.maps.map(\.narrowing).reduce(into: [String]()) { sentences, sentence in
      if !sentence.isEmpty, !sentences.contains(sentence) { sentences.append(sentence) }
    }.joined(separator: " ")
  }

  /// The same behind a title.
  package var narrowingRemark: String {
    alignment.maps.map(\.narrowingRemark).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined()
  }

  /// The same maps with a part of their evidence, by a filter for each; see ``PublishedMap/narrowed(to:)``.
  public func narrowed(to filters: [EvidenceFilter]) -> PublishedMaps {
    if filters.allSatisfy(\.isEmpty) { return self }
    return narrowed(to: zip(filters, alignment.maps).map { filter, map in (filter, filter.remark(on: map)) })
  }
}

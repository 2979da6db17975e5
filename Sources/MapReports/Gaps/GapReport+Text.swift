package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension GapReport {
  /// The gaps as people read them.
  public var text: String { TerminalText.text(of: document) }

  /// The gaps as a document: expectations with the places where they are not met, then gaps of structure and evidence.
  package var document: Document {
    var document = Document()
    document.add(published.opening)
    for section in findings(for: .answer) { document.add(section) }
    let groupNotes = [map.groupSentence(), map.leftOutExpectations].compactMap(\.self)
    let notes = groupNotes + [structureNote, published.note(whereCountsAreShown: false)].compactMap(\.self)
    var closing: [Document.Block] = notes.filter { !$0.isEmpty }.map { .paragraph($0) }
    let key = key
    if !key.isEmpty {
      document.add(closing + key.map { .paragraph("\($0.name): \($0.meaning)") })
      closing = []
    }
    document.add(closing + [.paragraph(summary(for: .answer))])
    return document
  }

  /// Expectations that are not met, then gaps of structure and evidence; each heading begins a section.
  func findings(for form: ReportForm) -> [[Document.Block]] {
    // Naming in each sentence the scope that was asked for says nothing.
    let place = map.inWords(scope)
    let groups = unmetGroups
    var sections: [[Document.Block]] = []
    for (heading, isShown) in [
      ("Expected and not there", true), ("Expected, and the evidence does not tell", false),
    ] {
      let found = groups.filter { $0.contains(where: isMissing) == isShown }
      if found.isEmpty { continue }
      sections.append([.heading(heading + place)])
      sections += found.compactMap { paragraph($0, for: form).map { [.paragraph($0)] } }
    }
    for (kind, heading) in Self.headings {
      let found = gaps.filter { $0.kind == kind }
      if !found.isEmpty { sections.append([.heading(heading + place), .list(sentences(found))]) }
    }
    return sections
  }

  /// Why structure is not judged, where it is not.
  var structureNote: String? {
    map.leavesOutCounts
      ? "What nothing connects, and what hangs on whom, is not told: each number that is left out may be a connection."
      : nil
  }

  private var unmet: [Gap] { gaps.filter { $0.kind == .expectation } }

  /// The gaps of each expectation that has any.
  private var unmetGroups: [[Gap]] {
    let unmet = unmet
    return map.expectations.map { expectation in unmet.filter { $0.id == expectation.id.rawValue } }
      .filter { !$0.isEmpty }
  }

  private static let headings: [(Gap.Kind, String)] = [
    (.isolated, "Connected with nobody"), (.parts, "Parts that nothing connects"),
    (.island, "Apart from the programme"), (.cutPoint, "What hangs on one actor"),
    (.bridge, "What hangs on one connection"), (.singleSource, "Support from one source"),
    (.oneWay, "One way only"), (.unclearEvidence, "Evidence not clear"), (.singleEvidence, "Evidence of one passage"),
  ]

  private var map: NetworkMap { published.map }

  /// Whether no area was asked for.
  private var isOfAllPlaces: Bool { scope.area == nil }

  /// The expectations that are not of another period than the one that was asked for.
  private var expectations: [Expectation] {
    map.expectations.filter { scope.period == nil || $0.period == nil || $0.period == scope.period }
  }

  /// What the kinds of absence mean, of those that occur.
  var key: [Document.Term] {
    let kinds: [Presence] = [.reportedAbsent, .notFound, .unplaced, .notKnown, .unclear, .contradicted]
    let found = Set(unmet.compactMap(\.absence))
    return kinds.filter(found.contains).map { Document.Term($0.name, meaning: $0.meaning(in: scope, on: map)) }
  }

  /// How many expectations are met, and how many gaps of structure and evidence there are.
  func summary(for form: ReportForm) -> String {
    let groups = unmetGroups
    if map.expectations.isEmpty {
      let place = map.origin.place(of: "expectations", sheet: "Expectations")
      return form.hint("No expectations are listed \(place). ")
        + structureSummary
    }
    let unmet = Dictionary(groups.compactMap { group in group.first.map { ($0.id, group) } }) { first, _ in first }
    var sentences: [String] = []
    if isOfAllPlaces {
      let ofMap = expectations.filter { $0.extent != .areas }
      if !ofMap.isEmpty { sentences.append(summary(ofMap.map { unmet[$0.id.rawValue] ?? [] })) }
      let ofAreas = expectations.filter { $0.extent == .areas }
      if !ofAreas.isEmpty { sentences.append(areaSummary(ofAreas.map { unmet[$0.id.rawValue] ?? [] })) }
    } else {
      let asked = expectations.count { $0.extent != .programme }
      let missing = groups.count { $0.contains(where: isMissing) }
      sentences.append(
        "\(counted(asked, "expectation")): \(asked - groups.count) met, \(missing) not met\(open(groups.count - missing))."
      )
    }
    return (sentences + [structureSummary]).joined(separator: " ")
  }

  /// How many gaps there are besides expectations: of the evidence alone where structure is not judged.
  private var structureSummary: String {
    let of = structureNote == nil ? "structure and evidence" : "evidence"
    return "\(counted(gaps.count - unmet.count, "gap")) of \(of)."
  }

  /// How far expectations of the map are met, each of which has gaps where it is not.
  private func summary(_ groups: [[Gap]]) -> String {
    let met = groups.count(where: \.isEmpty)
    let onMap = groups.compactMap { group in group.first { $0.scope.area == nil } }
    let ofProgramme = groups.count - met - onMap.count
    let missing = onMap.count(where: isMissing)
    let some = ofProgramme == 0 ? "" : ", \(ofProgramme) met on the whole map but not shown for every area"
    return "\(counted(groups.count, "expectation")): \(met) met everywhere\(some), \(missing) not met"
      + "\(open(onMap.count - missing))."
  }

  /// How far expectations of each area are met, each of which has a gap for each area in which it is not.
  private func areaSummary(_ groups: [[Gap]]) -> String {
    let words = "\(counted(groups.count, "expectation")) of each area"
    if map.areas.isEmpty { return words + ": the map has no areas." }
    let (all, none) = (groups.count(where: \.isEmpty), groups.count { $0.count == map.areas.count })
    return words + ": \(all) met in all areas, \(groups.count - all - none) in some, \(none) in none."
  }

  private func open(_ count: Int) -> String {
    count == 0 ? "" : ", \(count) of which the evidence does not tell"
  }

  /// Whether an expectation is not met, and not just not shown; one of a rank or a number has no kind of absence.
  private func isMissing(_ gap: Gap) -> Bool { gap.absence == nil || gap.isKnownAbsence }

  /// Gaps as sentences; connections from one actor that run one way only are one.
  private func sentences(_ gaps: [Gap]) -> [String] {
    guard gaps.first?.kind == .oneWay else { return gaps.map(sentence) }
    var targets: OrderedDictionary<Connection.ID, [String]> = [:]
    for id in gaps.compactMap(\.connections.first) {
      let key = Connection.ID(from: id.source, to: id.source, id.relation)
      targets[key, default: []].append(map.name(of: id.target))
    }
    return targets.map { key, names in
      "\(map.name(of: key.source)) \(map.verb(of: key)) \(names.asList); nothing shows the same the other way."
    }
  }

  /// An expectation with all places where it is not met.
  private func paragraph(_ gaps: [Gap], for form: ReportForm) -> Document.Entry? {
    guard let first = gaps.first else { return nil }
    var entry = Document.Entry(
      form.hint("\(first.id): ") + first.reason + (first.reference.isEmpty ? "" : " (\(first.reference))"))
    let isOfAll = isOfAllPlaces && map.expectations.first { $0.id.rawValue == first.id }?.extent != .areas
    if isOfAll, !gaps.contains(where: { $0.scope.area == nil }) { entry.details.append("Whole map: met.") }
    for gap in gaps where gap.scope.area == nil || !isOfAllPlaces {
      entry.details.append("\(isOfAllPlaces ? "Whole map: " : "")\(sentence(of: gap))")
    }
    let ofAreas = isOfAllPlaces ? gaps.filter { $0.scope.area != nil } : []
    for (kind, found) in OrderedDictionary(grouping: ofAreas, by: { $0.absence?.name ?? "missing" }) {
      let places = found.compactMap { $0.scope.area.flatMap { map.areas[$0]?.name } }
      let isEverywhere = places.count == map.areas.count
      entry.details.append("\(isEverywhere ? "All areas" : places.asList): \(kind).")
    }
    return entry
  }
}

import MapModel
import NetworkMaps

/// The gaps of a map as sentences.
struct GapText {
  let published: PublishedMap
  /// The area that was asked for; naming it in each sentence then says nothing.
  let scope: Scope

  private var map: NetworkMap { published.map }

  func text(of gaps: [Gap]) -> String {
    let place = scope.area.flatMap { map.areas[$0]?.name }.map { " IN \($0.uppercased())" } ?? ""
    let unmet = gaps.filter { $0.kind == .expectation }
    let groups = map.expectations.map { expectation in unmet.filter { $0.id == expectation.id.rawValue } }
      .filter { !$0.isEmpty }
    let missing = groups.filter { $0.contains(where: isMissing) }
    let open = groups.filter { !$0.contains(where: isMissing) }
    var text = ""
    if !missing.isEmpty {
      text += "EXPECTED AND NOT THERE\(place)\n\n" + missing.map(paragraph).joined(separator: "\n") + "\n"
    }
    if !open.isEmpty {
      text +=
        "EXPECTED, AND THE EVIDENCE DOES NOT TELL\(place)\n\n" + open.map(paragraph).joined(separator: "\n") + "\n"
    }
    let headings: [(Gap.Kind, String)] = [
      (.isolated, "CONNECTED WITH NOBODY"), (.cutPoint, "WHAT HANGS ON ONE ACTOR"),
      (.bridge, "WHAT HANGS ON ONE CONNECTION"), (.singleSource, "SUPPORT FROM ONE SOURCE"),
      (.oneWay, "ONE WAY ONLY"), (.unclearEvidence, "EVIDENCE NOT CLEAR"), (.singleEvidence, "EVIDENCE OF ONE PASSAGE"),
    ]
    for (kind, heading) in headings {
      let found = gaps.filter { $0.kind == kind }
      if found.isEmpty { continue }
      text += "\(heading)\(place)\n" + sentences(found).map { "- \($0)\n" }.joined() + "\n"
    }
    if published.isForTeam { text += published.note + "\n" }
    return text + key(gaps) + summary(groups, gaps.count - unmet.count)
  }

  /// What the kinds of absence mean, of those that occur.
  private func key(_ gaps: [Gap]) -> String {
    let kinds: [Presence] = [.reportedAbsent, .notFound, .unplaced, .notKnown, .unclear, .contradicted]
    let found = Set(gaps.filter { $0.kind == .expectation }.compactMap(\.absence))
    let lines = kinds.filter(found.contains).map { "\($0.name): \($0.meaning)\n" }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  private func summary(_ groups: [[Gap]], _ structural: Int) -> String {
    if map.expectations.isEmpty {
      return "map.yaml holds no expectations. \(counted(structural, "gap")) of structure and evidence.\n"
    }
    let asked = map.expectations.count { scope.isWholeMap || $0.extent != .programme }
    let met = asked - groups.count
    let ofProgramme = groups.count { group in scope.isWholeMap && !group.contains { $0.scope.isWholeMap } }
    let some = ofProgramme == 0 ? "" : ", \(ofProgramme) met on the whole map but not shown for every area"
    let rest = asked - met - ofProgramme
    return "\(counted(asked, "expectation")): \(met) met everywhere\(some), \(rest) not met."
      + " \(counted(structural, "gap")) of structure and evidence.\n"
  }

  /// Whether an expectation is not met, and not just not shown; one of a rank or a number has no kind of absence.
  private func isMissing(_ gap: Gap) -> Bool { gap.absence == nil || gap.isKnownAbsence }

  /// Gaps as sentences; connections from one actor that run one way only are one.
  private func sentences(_ gaps: [Gap]) -> [String] {
    guard gaps.first?.kind == .oneWay else { return gaps.map(\.sentence) }
    var order: [Connection.ID] = []
    var targets: [Connection.ID: [String]] = [:]
    for id in gaps.compactMap(\.connections.first) {
      let key = Connection.ID(from: id.source, to: id.source, id.relation)
      if targets[key] == nil { order.append(key) }
      targets[key, default: []].append(name(id.target))
    }
    return order.map { key in
      let isPlural = map.actors[key.source]?.isPlural ?? false
      let verb = map.relations[key.relation].map { isPlural ? $0.pluralLabel : $0.label } ?? key.relation.rawValue
      return "\(name(key.source)) \(verb) \((targets[key] ?? []).asList); nothing shows the same the other way."
    }
  }

  private func name(_ actor: MapActor.ID) -> String { map.actors[actor]?.name ?? actor.rawValue }

  /// An expectation with all places where it is not met.
  private func paragraph(_ gaps: [Gap]) -> String {
    guard let first = gaps.first else { return "" }
    var lines = ["\(first.id): \(first.reason)"]
    if !first.reference.isEmpty { lines[0] += " (\(first.reference))" }
    let isOfAll = scope.isWholeMap && map.expectations.first { $0.id.rawValue == first.id }?.extent != .areas
    if isOfAll, !gaps.contains(where: { $0.scope.isWholeMap }) { lines.append("  Whole map: met.") }
    for gap in gaps where gap.scope.isWholeMap || !scope.isWholeMap {
      lines.append("  \(scope.isWholeMap ? "Whole map: " : "")\(gap.sentence)")
    }
    let ofAreas = scope.isWholeMap ? gaps.filter { !$0.scope.isWholeMap } : []
    let byKind = Dictionary(grouping: ofAreas, by: kind)
    for name in unique(ofAreas.map(kind)) {
      let places = (byKind[name] ?? []).compactMap { $0.scope.area.flatMap { map.areas[$0]?.name } }
      let isEverywhere = places.count == map.areas.count
      lines.append("  \(isEverywhere ? "All areas" : places.asList): \(name).")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
  }

  private func kind(_ gap: Gap) -> String { gap.absence?.name ?? "missing" }
}

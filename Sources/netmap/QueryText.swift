import NetworkMaps

/// A listing of connections as people read it.
struct QueryText {
  let map: NetworkMap
  /// Whether one area was asked for, so that naming areas in each row says nothing.
  let isOfArea: Bool

  func text(of listing: ConnectionListing, showsEvidence: Bool) -> String {
    let entries = listing.connections
    let count = counted(entries.count, "connection") + "\n"
    if entries.isEmpty { return count }
    if showsEvidence { return entries.map(paragraph).joined(separator: "\n") + "\n" + count }
    var table = TextTable(
      header: ["FROM", "RELATION", "TO", "STATUS", isOfArea ? "" : "AREAS", "CASES", "STATEMENTS"], numbers: [5, 6])
    table.rows = entries.map { entry in
      [
        name(entry.from), verb(entry), name(entry.to), entry.status.name, isOfArea ? "" : areas(entry),
        entry.cases?.text ?? "", String(entry.statements),
      ]
    }
    return table.text + count
  }

  private func paragraph(_ entry: ConnectionListing.Entry) -> String {
    let places = areas(entry)
    var lines = [
      "\(name(entry.from)) → \(name(entry.to)): \(verb(entry)) (\(entry.status.name)"
        + (places.isEmpty ? ")" : "; \(places))")
    ]
    lines += entry.evidence.map { "  " + line($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ evidence: ConnectionListing.Evidence) -> String {
    let places = evidence.areas.map { $0 == "all" ? "all areas" : areaName($0) }
    let whereabouts = places.isEmpty ? "the programme" : places.joined(separator: ", ")
    if evidence.kind == "count" {
      let parts = [evidence.period, evidence.reference].compactMap(\.self).filter { !$0.isEmpty }
      let computed = evidence.computed.map { " Computed: \($0)." } ?? ""
      return
        "\(evidence.count ?? "") \(evidence.measure ?? "") in \(whereabouts) (\(parts.joined(separator: "; "))).\(computed)"
    }
    let speakers = evidence.informants.compactMap { Identifier($0).flatMap { map.informants[$0]?.name } }
    let facts = [whereabouts, evidence.frequency].compactMap(\.self) + speakers
    let stance = evidence.stance == "present" ? "" : "\(evidence.stance ?? ""), "
    let words = evidence.excerpt.map { "\u{201C}\($0)\u{201D} " } ?? ""
    return "\(evidence.id ?? ""): \(words)(\(stance)\(facts.joined(separator: ", ")); \(evidence.reference))"
  }

  private func name(_ id: String) -> String { Identifier(id).flatMap { map.actors[$0]?.shortName } ?? id }

  private func areaName(_ id: String) -> String { Identifier(id).flatMap { map.areas[$0]?.name } ?? id }

  private func verb(_ entry: ConnectionListing.Entry) -> String {
    if let activity = entry.through { return "meets in: \(name(activity))" }
    guard let relation = Identifier(entry.relation).flatMap({ map.relations[$0] }) else { return entry.relation }
    let isPlural = Identifier(entry.from).flatMap { map.actors[$0]?.isPlural } ?? false
    return isPlural ? relation.pluralLabel : relation.label
  }

  private func areas(_ entry: ConnectionListing.Entry) -> String {
    entry.areas.count == map.areas.count && !entry.areas.isEmpty
      ? "all areas" : entry.areas.map(areaName).joined(separator: ", ")
  }
}

import MapModel
import NetworkMaps

/// A listing of connections as people read it.
struct QueryText {
  let published: PublishedMap
  /// The area that was asked for; naming areas in each row then says nothing.
  let scope: Scope

  private var map: NetworkMap { published.map }

  func text(of listing: ConnectionListing, showsEvidence: Bool) -> String {
    let entries = listing.connections
    let count = counted(entries.count, "connection") + "\n"
    if entries.isEmpty { return count }
    if showsEvidence { return entries.map(paragraph).joined(separator: "\n") + "\n" + count }
    var table = TextTable(
      header: ["FROM", "RELATION", "TO", "STATUS", scope.isWholeMap ? "AREAS" : "", "CASES", "STATEMENTS"], numbers: [5, 6])
    table.rows = entries.map { entry in
      [
        name(entry.from), verb(entry), name(entry.to), entry.status.name, scope.isWholeMap ? entry.places : "",
        entry.casesText, String(entry.statements),
      ]
    }
    return table.text + count
  }

  /// What is withheld, where something is; or that the listing is for the team.
  func note(on listing: ConnectionListing) -> String {
    let counts = listing.connections.flatMap { entry in
      [entry.casesText] + entry.evidence.compactMap(\.count)
    }
    let showsCounts = counts.contains { !$0.isEmpty }
    return published.isForTeam || showsCounts && !published.note.isEmpty ? published.note + "\n" : ""
  }

  private func paragraph(_ entry: ConnectionListing.Entry) -> String {
    let place = scope.area.map { " in \(areaName($0.rawValue))" } ?? (entry.places.isEmpty ? "" : "; \(entry.places)")
    var lines = ["\(name(entry.from)) → \(name(entry.to)): \(verb(entry)) (\(entry.status.name)\(place))"]
    lines += entry.evidence.map { "  " + line($0) }
    return lines.map(\.visibleOnOneLine).joined(separator: "\n") + "\n"
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
    let said = ([whereabouts, evidence.frequency].compactMap(\.self) + speakers).joined(separator: ", ")
    let facts = [said, evidence.reference].filter { !$0.isEmpty }.joined(separator: "; ")
    let stance = evidence.stance == "present" ? "" : "\(evidence.stance ?? ""), "
    let words = evidence.excerpt.map { "\u{201C}\($0)\u{201D} " } ?? ""
    return (evidence.id.map { "\($0): " } ?? "") + "\(words)(\(stance)\(facts))"
  }

  private func name(_ id: String) -> String { Identifier(id).flatMap { map.actors[$0]?.shortName } ?? id }

  private func areaName(_ id: String) -> String { Identifier(id).flatMap { map.areas[$0]?.name } ?? id }

  private func verb(_ entry: ConnectionListing.Entry) -> String {
    let isPlural = Identifier(entry.from).flatMap { map.actors[$0]?.isPlural } ?? false
    if let activity = entry.through { return "\(isPlural ? "meet" : "meets") in: \(name(activity))" }
    guard let relation = Identifier(entry.relation).flatMap({ map.relations[$0] }) else { return entry.relation }
    return isPlural ? relation.pluralLabel : relation.label
  }
}

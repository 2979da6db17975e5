import MapModel
import MapReports
import OrderedCollections

/// What is said of each connection, under the same names in every format.
struct ExportedConnections {
  let columns: [ExportedColumn]
  private let map: NetworkMap
  private let scope: Scope
  private let areas: [ExportedArea]
  private let tellsPeriods: Bool

  /// The columns that hold several, set apart by semicolons; two connections as one hold those of both.
  private static let lists: Set<String> = [
    "relation", "label", "pluralLabel", "family", "familyName", "attributions", "areas", "areaNames", "periods",
  ]

  init(on map: NetworkMap, in scope: Scope) {
    (self.map, self.scope) = (map, scope)
    areas = ExportedArea.all(of: map, in: scope)
    tellsPeriods = !map.periods.isEmpty && scope.period == nil
    let kinds: [(String, ExportedColumn.Kind)] = [
      ("relation", .text), ("label", .text), ("pluralLabel", .text), ("family", .text), ("familyName", .text),
      ("mutual", .flag), ("status", .text), ("cases", .whole), ("casesOf", .text), ("casesPeriods", .text),
      ("casesApproximate", .flag), ("suppressed", .flag), ("statements", .whole), ("statementsAgainst", .whole),
      ("attributions", .text), ("areas", .text), ("areaNames", .text),
    ]
    columns =
      (kinds + (tellsPeriods ? [("periods", .text)] : []) + areas.map { ($0.column, .flag) }).map {
        ExportedColumn(name: $0.0, kind: $0.1)
      }
  }

  /// What is said of a connection, in the order of ``columns``; a number that is withheld is none, and told as such.
  func values(of entry: ConnectionListing.Entry) -> [ExportedValue?] {
    let relation = entry.relation.flatMap { map.relations[$0] }
    var cases: ExportedValue?
    if case .number(let number)? = entry.cases { cases = .whole(number) }
    let there = scope.area.map { [$0] } ?? entry.areas
    func list(_ items: [String]) -> ExportedValue { .text(items.joined(separator: ";")) }
    var values: [ExportedValue?] = [
      .text(entry.relationName), .text(relation?.label ?? ""), .text(relation?.pluralLabel ?? ""),
      .text(entry.family?.rawValue ?? ""), .text(entry.family.flatMap { map.legend.families[$0]?.name } ?? ""),
      .flag(entry.isMutual), .text(entry.presence.rawValue), cases, .text(entry.caseTotal?.measure ?? ""),
      list(entry.caseTotal?.periods ?? []), .flag(entry.caseTotal?.isApproximate ?? false),
      .flag(entry.cases == .suppressed), .whole(entry.statements), .whole(entry.statementsAgainst),
      list(entry.attributions.map(\.rawValue)), list(there.map(\.rawValue)),
      list(there.map { map.areas[$0]?.name ?? $0.rawValue }),
    ]
    if tellsPeriods { values.append(list(entry.periods)) }
    return values + areas.map { .flag(entry.areas.contains($0.id)) }
  }

  // MARK: Several as one

  /// All that runs from one node to another as one edge: what runs both ways is one edge each way.
  ///
  /// Cases of several connections are not added, since a case can be in all of them.
  func merged(_ edges: [ExportedGraph.Edge]) -> [ExportedGraph.Edge] {
    var merged: OrderedDictionary<[Int], ExportedGraph.Edge> = [:]
    for edge in edges {
      let ways = edge.isMutual && edge.source != edge.target ? [false, true] : [false]
      for isTurned in ways {
        var arc = edge
        if isTurned { (arc.source, arc.target) = (edge.target, edge.source) }
        arc.isMutual = false
        set("mutual", .flag(false), &arc.values)
        let ends = [arc.source, arc.target]
        merged[ends] = merged[ends].map { join($0, arc) } ?? arc
      }
    }
    return merged.values.enumerated().map { number, edge in
      var edge = edge
      edge.id = "e\(number + 1)"
      return edge
    }
  }

  private func set(_ name: String, _ value: ExportedValue?, _ values: inout [ExportedValue?]) {
    if let place = columns.firstIndex(where: { $0.name == name }) { values[place] = value }
  }

  private func join(_ one: ExportedGraph.Edge, _ other: ExportedGraph.Edge) -> ExportedGraph.Edge {
    func list(_ first: String, _ second: String) -> String {
      let items = [first, second].flatMap { $0.split(separator: ";").map(String.init) }
      return OrderedSet(items).joined(separator: ";")
    }
    var joined = one
    joined.weight += other.weight
    joined.relation = list(one.relation, other.relation)
    joined.label = list(one.label, other.label)
    joined.family = list(one.family, other.family)
    joined.values = columns.indices.map { place in
      let (first, second) = (one.values[place], other.values[place])
      switch (columns[place].name, first, second) {
      case ("cases", _, _), ("casesOf", _, _), ("casesPeriods", _, _): return nil
      case ("casesApproximate", _, _): return .flag(false)
      case ("status", .text(let first)?, .text(let second)?):
        let found = [first, second].compactMap(Presence.init(rawValue:))
        return (found.strongest?.rawValue).map(ExportedValue.text)
      case (let name, .text(let first)?, .text(let second)?) where Self.lists.contains(name):
        return .text(list(first, second))
      case (_, .flag(let first)?, .flag(let second)?): return .flag(first || second)
      case (_, .whole(let first)?, .whole(let second)?): return .whole(first + second)
      default: return first ?? second
      }
    }
    return joined
  }
}

import MapModel
import OrderedCollections

/// What is said of each actor, under the same names in every format.
struct ExportedActors {
  /// How the names of the map's own attributes begin, so that none is taken for another column.
  static let attributePrefix = "attribute:"

  let columns: [ExportedColumn]
  private let map: NetworkMap
  private let scope: Scope
  private let attributes: [(name: String, kind: ExportedColumn.Kind)]
  private let areas: [ExportedArea]
  /// The actors in each area.
  private let inAreas: OrderedDictionary<Area.ID, Set<MapActor.ID>>

  init(_ actors: [MapActor], on map: NetworkMap, in scope: Scope) {
    (self.map, self.scope) = (map, scope)
    attributes = OrderedSet(actors.flatMap(\.attributes.keys)).map { name in
      let values = actors.compactMap { $0.attributes[name] }
      let numbers = values.compactMap(\.number)
      let kind: ExportedColumn.Kind =
        numbers.count < values.count ? .text : numbers.allSatisfy { Int(exactly: $0) != nil } ? .whole : .decimal
      return (name, kind)
    }
    areas = ExportedArea.all(of: map, in: scope)
    inAreas = OrderedDictionary(
      uniqueKeysWithValues: areas.map { area in
        (area.id, map.actorsOnMap(in: Scope(area: area.id, period: scope.period)))
      })
    let own = [
      "role", "roleName", "otherRoles", "sector", "sectorName", "stage", "stageName", "beneficiary", "activity",
      "plural",
      "short", "group", "groupName", "description", "areas",
    ]
    let flags: Set<String> = ["beneficiary", "activity", "plural"]
    columns =
      own.map { ExportedColumn(name: $0, kind: flags.contains($0) ? .flag : .text) }
      + areas.map { ExportedColumn(name: $0.column, kind: .flag) }
      + attributes.map { ExportedColumn(name: Self.attributePrefix + $0.name, kind: $0.kind) }
  }

  /// What is said of an actor, in the order of ``columns``.
  func values(of actor: MapActor) -> [ExportedValue?] {
    let legend = map.legend
    let group = actor.group.flatMap { id in
      map.actors[id].map { (id, $0.name) } ?? map.grouped.parts[id].map { (id, $0.name) }
    }
    let there = areas.filter { inAreas[$0.id]?.contains(actor.id) ?? false }
    var values: [ExportedValue?] = [
      .text(actor.role.rawValue), .text(legend.roles[actor.role]?.name ?? ""),
      .text(actor.otherRoles.map(\.rawValue).joined(separator: ";")),
      .text(actor.sector.rawValue), .text(legend.sectors[actor.sector]?.name ?? ""),
      .text(actor.stage.rawValue), .text(legend.stages[actor.stage]?.name ?? ""),
      .flag(actor.isBeneficiary), .flag(map.isActivity(actor.id)), .flag(actor.isPlural), .text(actor.shortName),
      .text(group?.0.rawValue ?? ""), .text(group?.1 ?? ""), .text(actor.description),
      .text((scope.area.map { [$0] } ?? there.map(\.id)).map(\.rawValue).joined(separator: ";")),
    ]
    values += areas.map { .flag(inAreas[$0.id]?.contains(actor.id) ?? false) }
    return values
      + attributes.map { name, kind in
        switch (kind, actor.attributes[name]) {
        case (_, nil): nil
        case (.whole, .number(let number)?): Int(exactly: number).map(ExportedValue.whole)
        case (.decimal, .number(let number)?): .decimal(number)
        case (_, let value?): .text(value.words)
        }
      }
  }
}

/// An area with the column that says what is in it; none where one area was asked for.
struct ExportedArea {
  let id: Area.ID
  let name: String
  let column: String

  /// How the names of such columns begin.
  static let prefix = "in_"

  static func all(of map: NetworkMap, in scope: Scope) -> [ExportedArea] {
    if scope.area != nil { return [] }
    var names = DistinctNames()
    return map.areas.values.map { area in
      ExportedArea(
        id: area.id, name: area.name, column: names.name(prefix + area.id.rawValue.replacing("-", with: "_")))
    }
  }
}

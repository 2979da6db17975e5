import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport

/// Maps to compare, small enough to work out by hand.
enum ComparedMaps {
  /// A hub and nine others, whose connections with it have the nine states in the east, in the order of ``Presence``.
  ///
  /// Staff were asked in the east, and speak for the eighth; nobody was asked in the west.
  static func states() throws -> NetworkMap {
    let actors = ["hub", "a", "b", "c", "d", "e", "f", "g", "h", "i"].map { (id: MapActor.ID) in
      MapActor(id, name: id.rawValue.uppercased(), role: "delivery", sector: "school", stage: .delivery)
    }
    func connection(
      _ target: MapActor.ID, _ statements: [(Placement, Stance)] = [], counts: [Count] = []
    ) -> Connection {
      Connection(
        .init(from: "hub", to: target, "tells"),
        statements: statements.enumerated().map {
          CodedStatement(id: "\(target)\($0.offset)", placement: $0.element.0, stance: $0.element.1)
        }, counts: counts)
    }
    let (east, west) = (Placement.areas(["east"]), Placement.areas(["west"]))
    return try NetworkMap(
      title: "States", areas: [Area("east", name: "East"), Area("west", name: "West")],
      relations: [Relation("tells", family: .coordination, label: "tells")],
      informants: [InformantGroup("staff", name: "Staff", speaksFor: ["h"])],
      fieldwork: Fieldwork([.init(area: "east", informant: "staff", interviews: 1)]), actors: actors,
      connections: [
        connection("a", [(east, .present)]),
        connection("b", counts: [Count(area: "east", value: 5)]),
        connection("c", [(east, .present)], counts: [Count(area: "east", value: 5)]),
        connection("d", [(east, .unclear)]),
        connection("e", [(east, .present), (east, .absent)]),
        connection("f", [(east, .absent)]),
        connection("g", [(.programme, .present)]),
        connection("h", [(west, .present)]),
        connection("i", [(west, .present)]),
      ])
  }

  /// The town some years on: the mentors under another id, the clinic under what was an alias, children under the same
  /// id; a school is new, and council and meeting are gone. Nobody was asked.
  static func later() throws -> NetworkMap {
    try NetworkMap(
      title: "Town, later", areas: [Area("south-side", name: "Southern"), Area("west", name: "West")],
      relations: [
        Relation("helps", family: .support, label: "supports"), Relation("teaches", family: .support, label: "teaches"),
      ],
      actors: [
        MapActor("the-mentors", name: "mentors", role: "delivery", sector: "delivery-charity", stage: .delivery),
        MapActor(
          "health", name: "Health centre", role: "delivery", sector: "nhs", stage: .delivery, aliases: ["Clinic"]),
        MapActor(
          "children", name: "Pupils", role: "delivery", sector: "families", stage: .delivery, isBeneficiary: true),
        MapActor("school", name: "School", role: "other", sector: "school", stage: .delivery),
      ],
      connections: [
        Connection(
          .init(from: "the-mentors", to: "children", "helps"), statements: [CodedStatement(id: "1")],
          counts: [Count(area: "south-side", value: 9)]),
        Connection(.init(from: "school", to: "children", "teaches"), statements: [CodedStatement(id: "2")]),
      ])
  }

  /// The north and the south of the town.
  static func areas() throws -> MapComparison { MapComparison(areasOf: try SmallMaps.town()) }

  /// The north, the south and the whole of the town.
  static func areasAndWhole(of map: NetworkMap) -> MapComparison {
    MapComparison(
      MapAlignment([map]),
      sides: [
        ComparisonSide("north", name: "North", in: .area("north")),
        ComparisonSide("south", name: "South", in: .area("south")),
        ComparisonSide("whole", name: "Whole"),
      ])
  }

  /// The town and the town some years on.
  static func times() throws -> MapComparison {
    MapComparison(
      MapAlignment([try SmallMaps.town(), try later()]),
      sides: [ComparisonSide("before", name: "Before"), ComparisonSide("after", name: "After", map: 1)])
  }

  /// A connection's identifier in words: `mentors supports children`.
  static func words(_ id: Connection.ID) -> String { "\(id.source) \(id.relation) \(id.target)" }
}

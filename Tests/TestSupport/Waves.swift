public import NetworkMaps

/// Three waves of a programme in two areas, small enough to work out by hand.
public enum Waves {
  /// The periods: a first year, and two later ones that a longer period contains.
  public static let periods = [
    Period("Year 1", aliases: ["first year"], from: PartialDate("2023-09"), to: PartialDate("2024-08")),
    Period(
      "Later", from: PartialDate("2024-09"), to: PartialDate("2026-08"), contains: ["Year 2", "Year 3"]),
    Period("Year 2", from: PartialDate("2024-09"), to: PartialDate("2025-08")),
    Period("Year 3", from: PartialDate("2025-09"), to: PartialDate("2026-08")),
  ]

  /// One piece of evidence of what the hub tells another.
  public enum Piece: Sendable {
    /// Somebody says so, or denies it, of areas and periods.
    case said(Stance, Placement, TimePlacement)
    /// The MI counts cases.
    case counted(Int, Area.ID?, String)
  }

  /// A connection from the hub to an actor.
  public static func connection(to target: MapActor.ID, _ pieces: [Piece]) -> Connection {
    var connection = Connection(.init(from: "hub", to: target, "tells"))
    for piece in pieces {
      switch piece {
      case .said(let stance, let placement, let time):
        connection.statements.append(
          CodedStatement(
            id: "\(target)\(connection.statements.count)", placement: placement, time: time, stance: stance))
      case .counted(let number, let area, let period):
        connection.counts.append(Count(area: area, period: period, value: number))
      }
    }
    return connection
  }

  /// A hub and ten others, whose connections with it have the nine states in the east in year 2, in the order of
  /// ``Presence``, the seventh for two reasons: `g` is known of no time, `k` of the longer period alone.
  ///
  /// In the first year there are `a`, `c` and `f` in the east. Staff were asked in the east of year 2, and speak for `h`.
  public static func map() throws -> NetworkMap {
    let actors = ["hub", "a", "b", "c", "d", "e", "f", "g", "h", "i", "k"].map { (id: MapActor.ID) in
      MapActor(id, name: id.rawValue.uppercased(), role: "delivery", sector: "school", stage: .delivery)
    }
    let east = Placement.areas(["east"])
    let (first, second) = (TimePlacement.periods(["Year 1"]), TimePlacement.periods(["Year 2"]))
    var map = try NetworkMap(
      title: "Waves", areas: [Area("east", name: "East"), Area("west", name: "West")],
      relations: [Relation("tells", family: .coordination, label: "tells")],
      informants: [InformantGroup("staff", name: "Staff", speaksFor: ["h"])],
      fieldwork: Fieldwork([
        .init(area: "east", time: second, informant: "staff", interviews: 3),
        .init(area: "east", informant: "staff", interviews: 4),
        .init(area: "west", time: .throughout, informant: "staff", interviews: 0),
      ]), actors: actors,
      connections: [
        connection(to: "a", [.said(.present, east, .periods(["Year 1", "Year 2"]))]),
        connection(to: "b", [.counted(5, "east", "Year 2"), .counted(0, "east", "Year 1")]),
        connection(
          to: "c", [.said(.present, east, second), .counted(5, "east", "Year 2"), .counted(7, "east", "Year 1")]),
        connection(to: "d", [.said(.unclear, east, second)]),
        connection(to: "e", [.said(.present, east, second), .said(.absent, .everywhere, .throughout)]),
        connection(to: "f", [.said(.absent, east, second), .said(.present, east, first)]),
        connection(to: "g", [.said(.present, east, .unsaid)]),
        connection(to: "h", [.said(.present, .areas(["west"]), second)]),
        connection(to: "i", [.said(.present, east, .periods(["Year 3"]))]),
        connection(to: "k", [.said(.present, east, .periods(["Later"]))]),
      ])
    map.periods = periods
    return map
  }
}

public import NetworkMaps

/// Small random maps on which connections run both ways, in many states, the same on every run.
public struct RandomTowns {
  // SplitMix64 (Steele, Lea and Flood 2014).
  private var state: UInt64

  /// Makes the maps of a seed.
  public init(seed: UInt64) { state = seed }

  private mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  /// A map of three to six actors in up to three areas, with a group that was interviewed in some of them.
  public mutating func map() throws -> NetworkMap {
    let areas = (0..<1 + below(3)).map { Area(Identifier(stringLiteral: "area\($0)"), name: "Area \($0)") }
    let legend = Legend.report
    let (roles, sectors) = (Array(legend.roles.keys), Array(legend.sectors.keys))
    let actors = (0..<3 + below(4)).map { index in
      MapActor(
        Identifier(stringLiteral: "actor\(index)"), name: "Actor \(index)", role: roles[below(roles.count)],
        sector: sectors[below(sectors.count)], stage: below(3) == 0 ? .setUp : .delivery, isPlural: below(2) == 0)
    }
    var map = try NetworkMap(
      title: "Random town", areas: areas, relations: SmallMaps.relations,
      informants: [InformantGroup("staff", name: "Staff", speaksFor: [actors[0].id, actors[1].id])],
      fieldwork: Fieldwork(areas.map { .init(area: $0.id, informant: "staff", interviews: below(2)) }), actors: actors)
    for number in 0..<4 + below(16) {
      let (source, target) = (actors[below(actors.count)].id, actors[below(actors.count)].id)
      let id = Connection.ID(from: source, to: target, SmallMaps.relations[below(3)].id)
      let area = areas[below(areas.count)].id
      if below(4) == 0 {
        try map.merge(
          Connection(id, counts: [Count(area: below(4) == 0 ? nil : area, value: [0, 12, 60, 300][below(4)])]))
      } else {
        let placement: Placement = [.programme, .everywhere, .areas([area]), .areas([area])][below(4)]
        let stance: Stance = [.present, .present, .unclear, .absent][below(4)]
        try map.merge(
          Connection(
            id,
            statements: [
              CodedStatement(id: "s\(number)", placement: placement, stance: stance, excerpt: "Words \(number).")
            ]))
      }
    }
    return map
  }

  /// Such a map whose evidence says, at times, when it holds: in one of two halves, or in the year that contains them.
  public mutating func mapWithPeriods() throws -> NetworkMap {
    var map = try map()
    map.periods = [Period("Year", contains: ["Spring", "Autumn"]), Period("Spring"), Period("Autumn")]
    let times: [TimePlacement] = [
      .unsaid, .throughout, .periods(["Year"]), .periods(["Spring"]), .periods(["Autumn"]),
      .periods(["Spring", "Autumn"]),
    ]
    for id in map.connections.keys {
      try map.updateConnection(id) { connection in
        for place in connection.statements.indices { connection.statements[place].time = times[below(times.count)] }
        for place in connection.counts.indices {
          connection.counts[place].period = ["", "Year", "Spring", "Autumn"][below(4)]
        }
      }
    }
    for place in map.fieldwork.entries.indices { map.fieldwork.entries[place].time = times[below(times.count)] }
    return map
  }
}

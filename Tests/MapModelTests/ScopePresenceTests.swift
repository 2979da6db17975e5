import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What the evidence of three waves in two areas says, worked out by hand.
struct ScopePresenceTests {
  private static let others: [MapActor.ID] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "k"]

  private static func states(_ scope: Scope) throws -> [Presence] {
    let map = try Waves.map()
    let extent = map.extent(of: scope)
    return others.map { other in
      let id = Connection.ID(from: "hub", to: other, "tells")
      let presence = map.presence(of: id, in: scope)
      // One at a time, and all together, are the same.
      #expect(map.presence(of: id, in: extent) == presence)
      return presence
    }
  }

  @Test(arguments: [
    (
      Scope(area: "east", period: "Year 2"),
      [
        Presence.said, .recorded, .both, .unclear, .contradicted, .reportedAbsent, .unplaced, .notFound, .notKnown,
        .unplaced,
      ]
    ),
    // Year 1 in the east: nothing of year 2 is of it, `e` is denied throughout, and nobody was asked.
    (
      Scope(area: "east", period: "Year 1"),
      [
        .said, .reportedAbsent, .recorded, .notKnown, .reportedAbsent, .said, .unplaced, .notKnown, .notKnown,
        .notKnown,
      ]
    ),
    // What is of years 2 and 3 is of the longer period; in it, `e` is contradicted in year 2 and denied besides.
    (
      Scope(area: "east", period: "Later"),
      [.said, .recorded, .both, .unclear, .contradicted, .reportedAbsent, .unplaced, .notFound, .said, .said]
    ),
    // The west in year 2: denied throughout and everywhere.
    (
      Scope(area: "west", period: "Year 2"),
      [
        .notKnown, .notKnown, .notKnown, .notKnown, .reportedAbsent, .notKnown, .notKnown, .said, .notKnown, .notKnown,
      ]
    ),
    // In all places in year 2.
    (
      .period("Year 2"),
      [.said, .recorded, .both, .unclear, .contradicted, .reportedAbsent, .unplaced, .said, .notKnown, .unplaced]
    ),
    // The east at any time: present in one year and absent in another is variation.
    (
      .area("east"),
      [.said, .recorded, .both, .unclear, .contradicted, .said, .said, .notFound, .said, .said]
    ),
    (.wholeMap, [.said, .recorded, .both, .unclear, .contradicted, .said, .said, .said, .said, .said]),
  ])
  func `all states of areas and periods`(scope: Scope, expected: [Presence]) throws {
    #expect(try Self.states(scope) == expected)
  }

  @Test func `nobody in a longer time is nobody in its parts, and what is said of a part contradicts it`() throws {
    var map = try Waves.map()
    let id = Connection.ID(from: "hub", to: "i", "tells")
    try map.updateConnection(id) { $0 = Waves.connection(to: "i", [.counted(0, "east", "Later")]) }
    #expect(map.presence(of: id, in: Scope(area: "east", period: "Year 3")) == .reportedAbsent)
    #expect(map.presence(of: id, in: Scope(area: "east", period: "Year 1")) == .notKnown)
    // A 0 of no time in particular, and a number above 0, tell nothing of a part.
    try map.updateConnection(id) { $0 = Waves.connection(to: "i", [.counted(0, "east", "")]) }
    #expect(map.presence(of: id, in: Scope(area: "east", period: "Year 3")) == .notKnown)
    try map.updateConnection(id) { $0 = Waves.connection(to: "i", [.counted(9, "east", "Later")]) }
    #expect(map.presence(of: id, in: Scope(area: "east", period: "Year 3")) == .unplaced)
    try map.updateConnection(id) {
      $0 = Waves.connection(
        to: "i", [.counted(0, "east", "Later"), .said(.present, .areas(["east"]), .periods(["Year 2"]))])
    }
    for scope in [Scope.wholeMap, .area("east"), .period("Later"), .period("Year 2")] {
      #expect(map.presence(of: id, in: scope) == .contradicted, "\(scope)")
    }
    #expect(map.presence(of: id, in: .period("Year 3")) == .reportedAbsent)
  }

  @Test func `evidence of a district is evidence of its region, and varies in it`() throws {
    var map = try NetworkMap(
      title: "Regions",
      areas: [
        Area("region", name: "Region", contains: ["one", "two"]), Area("one", name: "One"), Area("two", name: "Two"),
        Area("apart", name: "Apart"),
      ],
      relations: PlainMaps.relations, informants: [InformantGroup("staff", name: "Staff", speaksFor: ["a"])],
      fieldwork: Fieldwork([.init(area: "two", informant: "staff", interviews: 1)]),
      actors: ["a", "b"].map { PlainMaps.actor($0) })
    let id = Connection.ID(from: "a", to: "b", "works")
    func state(_ pieces: [(Stance, Placement)], in scope: Scope) throws -> Presence {
      map.removeConnection(id)
      try map.merge(
        Connection(
          id, statements: pieces.map { CodedStatement(id: "s", placement: $0.1, stance: $0.0) }))
      return map.presence(of: id, in: scope)
    }
    let (one, two, region) = (Placement.areas(["one"]), Placement.areas(["two"]), Placement.areas(["region"]))
    #expect(try state([(.present, one)], in: .area("region")) == .said)
    #expect(try state([(.present, one), (.absent, two)], in: .area("region")) == .said)
    #expect(try state([(.present, one), (.absent, one)], in: .area("region")) == .contradicted)
    #expect(try state([(.absent, one)], in: .area("region")) == .reportedAbsent)
    // What is said of the region says not where in it.
    #expect(try state([(.present, region)], in: .area("one")) == .unplaced)
    #expect(try state([(.absent, region)], in: .area("two")) == .notFound)
    #expect(try state([(.absent, region)], in: .area("one")) == .notKnown)
    // Who was asked in a district was asked in the region.
    #expect(try state([(.present, .areas(["apart"]))], in: .area("region")) == .notFound)
    // Said of all areas, and denied in one: the other is left.
    #expect(try state([(.present, .everywhere), (.absent, one)], in: .area("region")) == .said)
  }

  @Test func `a map that lists no periods does not tell its evidence apart by them`() throws {
    var map = try Waves.map()
    let id = Connection.ID(from: "hub", to: "f", "tells")
    #expect(map.presence(of: id) == .said)
    map.periods = []
    #expect(map.presence(of: id) == .contradicted)
    // It can be asked for its periods all the same.
    #expect(map.presence(of: id, in: .period("Year 1")) == .said)
    #expect(map.presence(of: id, in: .period("Year 2")) == .reportedAbsent)
    #expect(map.knownPeriods == ["Later", "Year 1", "Year 2", "Year 3"])
  }

  @Test func `interviews count in their periods, and those of no time in none`() throws {
    let map = try Waves.map()
    #expect(map.interviews(in: .wholeMap) == 7)
    #expect(map.interviews(in: .area("east")) == 7)
    #expect(map.interviews(in: .period("Year 2")) == 3)
    #expect(map.interviews(in: Scope(area: "east", period: "Later")) == 3)
    #expect(map.interviews(in: .period("Year 3")) == 0)
    #expect(map.informants(in: .period("Later")) == ["staff"])
    #expect(map.informants(in: .period("Year 1")) == [])
  }

  @Test func `actors, absences and places follow the scope`() throws {
    let map = try Waves.map()
    #expect(map.actorsOnMap(in: .period("Year 1")) == ["hub", "a", "c", "f"])
    #expect(map.actorsOnMap(in: Scope(area: "west", period: "Year 2")) == ["hub", "h"])
    let absences = map.absences(matching: ConnectionQuery(in: .period("Year 1"))).map(\.connection.target)
    #expect(absences == ["b", "e"])
    // Denied in one year of the east, and in the west, though on the map.
    #expect(map.absences(matching: ConnectionQuery()).map(\.connection.target) == ["b", "e", "f"])
    let f = try #require(map.connections[.init(from: "hub", to: "f", "tells")])
    #expect(map.presencesByPeriod(of: f) == ["Year 1": .said, "Later": .reportedAbsent, "Year 2": .reportedAbsent])
    #expect(map.placedPresences(of: f, during: "Year 2") == ["east": .reportedAbsent])
    #expect(map.areas(of: f, during: "Year 1") == ["east"])
  }

  @Test func `who was there in different years did not meet`() throws {
    var map = try PlainMaps.map(["a", "b", "meeting"], [])
    map.periods = Waves.periods
    func add(_ actor: MapActor.ID, _ time: TimePlacement) throws {
      try map.merge(
        Connection(.init(from: actor, to: "meeting", "works"), statements: [CodedStatement(id: "s", time: time)]))
    }
    try add("a", .periods(["Year 1"]))
    try add("b", .periods(["Year 2"]))
    #expect(map.meetings(matching: ConnectionQuery()) == [])
    #expect(map.meetings(matching: ConnectionQuery(in: .period("Year 2"))) == [])
    try add("b", .periods(["Later"]))
    #expect(map.meetings(matching: ConnectionQuery()) == [])
    try add("a", .periods(["Year 3"]))
    #expect(map.meetings(matching: ConnectionQuery(in: .period("Later"))).count == 1)
    #expect(map.meetings(matching: ConnectionQuery()).count == 1)
    try add("b", .unsaid)
    #expect(map.meetings(matching: ConnectionQuery()).count == 1)
  }

  @Test func `cases are those of the period, or else of what lies in it`() throws {
    var map = try Waves.map()
    let id = Connection.ID(from: "hub", to: "i", "tells")
    try map.updateConnection(id) {
      $0 = Waves.connection(
        to: "i",
        [
          .counted(3, "east", "Year 1"), .counted(5, "east", "Year 2"), .counted(6, "east", "Year 3"),
          .counted(4, "west", "Year 2"), .counted(9, "west", "Later"),
        ])
    }
    let connection = try #require(map.connections[id])
    func cases(_ scope: Scope) -> Count.Value? { map.cases(of: connection, in: scope)?.value }
    #expect(cases(Scope(area: "east", period: "Year 1")) == .number(3))
    #expect(cases(Scope(area: "east", period: "Later")) == .number(11))
    #expect(cases(Scope(area: "west", period: "Later")) == .number(9))
    #expect(cases(Scope(area: "west", period: "Year 1")) == nil)
    #expect(cases(.period("Year 2")) == .number(9))
    // The east by its years, the west by what is counted of both together; and so with the first year on the whole map.
    #expect(cases(.period("Later")) == .number(20))
    #expect(cases(.wholeMap) == .number(23))
    for period in ["Year 1", "Year 2", "Year 3", "Later"] {
      for area in [nil, "east", "west"] as [Area.ID?] {
        // What one area counts of the longer period, and the other of its years, is no one period of the programme.
        if area == nil, period == "Later" { continue }
        guard let own = map.cases(of: connection, in: Scope(area: area), period: period) else { continue }
        #expect(map.cases(of: connection, in: Scope(area: area, period: period)) == own)
      }
    }
  }
}

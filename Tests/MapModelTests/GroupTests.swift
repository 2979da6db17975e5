import MapModel
import OrderedCollections
import Testing

/// Three schools, of which two are primary schools and all are partner schools; mentors to whom they refer pupils, and
/// with whom they meet.
struct GroupTests {
  private static let refers: Relation.ID = "refers-to"
  private static let meets: Relation.ID = "meets"

  private static func school(_ id: MapActor.ID, in group: MapActor.ID? = nil) -> MapActor {
    MapActor(id, name: id.rawValue, role: "set-up", sector: "school", stage: .setUp, group: group)
  }

  private static func map(_ connections: [Connection], periods: [Period] = []) throws -> NetworkMap {
    var map = try NetworkMap(
      title: "Groups", areas: [Area("north", name: "North"), Area("south", name: "South")],
      relations: [
        Relation(refers, family: .coordination, label: "refers pupils to"),
        Relation(meets, family: .coordination, label: "meets", isDirected: false),
      ],
      informants: [
        InformantGroup("heads", name: "Heads", speaksFor: ["ash", "birch"]),
        InformantGroup("staff", name: "Staff", speaksFor: ["ash"]),
        InformantGroup("teachers", name: "Teachers", speaksFor: ["primary", "cedar"]),
      ],
      fieldwork: Fieldwork([.init(area: "north", informant: "heads", interviews: 1)]),
      actors: [
        school("schools"), school("primary", in: "schools"), school("ash", in: "primary"),
        school("birch", in: "primary"), school("cedar", in: "schools"), school("mentors"), school("clinic"),
      ],
      connections: connections)
    map.periods = periods
    return map
  }

  private static func refers(
    _ source: MapActor.ID, said: [(Stance, Area.ID)] = [], counted: [(Area.ID?, Int)] = []
  ) -> Connection {
    Connection(
      .init(from: source, to: "mentors", refers),
      statements: said.map { CodedStatement(id: "\(source)", placement: .areas([$1]), stance: $0) },
      counts: counted.map { Count(area: $0, measure: "referrals", value: $1) })
  }

  private let all = Connection.ID(from: "schools", to: "mentors", refers)

  @Test func `lie in each other`() throws {
    let map = try Self.map([])
    #expect(map.groups(of: "ash") == ["primary", "schools"])
    #expect(map.groups(of: "schools").isEmpty)
    #expect(map.groupsOfOthers == ["schools", "primary"])
  }

  @Test(
    arguments: [
      (.all, ["schools", "mentors", "clinic"]),
      (.groups(["primary"]), ["schools", "primary", "cedar", "mentors", "clinic"]),
      (.groups(["primary", "schools"]), ["schools", "mentors", "clinic"]),
      (.groups(["mentors"]), ["schools", "primary", "ash", "birch", "cedar", "mentors", "clinic"]),
    ] as [(Collapse, [MapActor.ID])])
  func `stand for the actors that are part of them`(collapse: Collapse, expected: [MapActor.ID]) throws {
    #expect(Array(try Self.map([]).collapsing(collapse).actors.keys) == expected)
  }

  @Test func `take the evidence of their parts, which knows of which part it speaks`() throws {
    let map = try Self.map([
      Self.refers("ash", said: [(.present, "north")], counted: [("north", 20)]),
      Self.refers("cedar", counted: [("south", 3)]),
    ])
    let inner = map.collapsing(.groups(["primary"]))
    let whole = map.collapsing(.all)
    #expect(inner.collapsing(.all).connections == whole.connections)
    #expect(inner.collapsing(.all).informants == whole.informants)
    #expect(whole.connections.keys == [all])
    let taken = try #require(whole.connections[all])
    #expect(taken.statements.map(\.part?.source) == ["ash"])
    #expect(taken.counts.map(\.part?.source) == ["ash", "cedar"])
    #expect(whole.grouped.parts(of: "schools").map(\.id) == ["primary", "ash", "birch", "cedar"])
  }

  @Test func `one part that has none denies nothing of another`() throws {
    let map = try Self.map([
      Self.refers("ash", said: [(.present, "north")]),
      Self.refers("birch", said: [(.absent, "north")], counted: [("north", 0)]),
    ]).collapsing(.all)
    #expect(map.presence(of: all) == .said)
    #expect(map.presence(of: all, in: .area("north")) == .said)
    // The same of one school is a contradiction, also where the group stands for it.
    let contradicted = try Self.map([Self.refers("ash", said: [(.present, "north"), (.absent, "north")])]).collapsing(
      .all)
    #expect(contradicted.presence(of: all) == .contradicted)
    #expect(contradicted.disagreement(about: try #require(contradicted.connections[all])) == .contradiction)
  }

  @Test func `what all parts deny is denied of the group`() throws {
    let map = try Self.map([
      Self.refers("ash", said: [(.absent, "north")]), Self.refers("cedar", counted: [("south", 0)]),
    ]).collapsing(.all)
    #expect(map.presence(of: all) == .reportedAbsent)
    #expect(map.presence(of: all, in: .area("south")) == .reportedAbsent)
  }

  @Test func `that a group has nobody is so of each of its parts`() throws {
    let map = try Self.map([
      Self.refers("schools", counted: [("north", 0)]), Self.refers("ash", said: [(.present, "north")]),
    ]).collapsing(.all)
    #expect(map.presence(of: all) == .contradicted)
  }

  @Test(
    arguments: [
      // Schools are added up; a number of the group goes before those of its parts, where and when it is counted.
      ([("ash", "north", 20), ("birch", "north", 5), ("cedar", "south", 7)], 32, 25),
      ([("schools", "north", 24), ("ash", "north", 20), ("birch", "north", 5), ("cedar", "south", 7)], 31, 24),
      ([("primary", "north", 24), ("ash", "north", 20), ("birch", "north", 5), ("cedar", "north", 7)], 31, 31),
      // One that is counted of all areas holds what is counted of the group in one of them.
      ([("schools", nil, 40), ("ash", "north", 20), ("cedar", "south", 7)], 40, 20),
      ([("schools", "north", 24), ("ash", nil, 50)], 50, 24),
      // What is counted of both has the areas' numbers.
      ([("ash", nil, 50), ("ash", "north", 20), ("cedar", "north", 4)], 54, 24),
    ] as [([(MapActor.ID, Area.ID?, Int)], Int, Int)])
  func `their numbers count nobody twice`(counted: [(MapActor.ID, Area.ID?, Int)], whole: Int, north: Int) throws {
    let counts = OrderedDictionary(grouping: counted, by: \.0)
    let map = try Self.map(counts.map { Self.refers($0, counted: $1.map { ($0.1, $0.2) }) }).collapsing(.all)
    let connection = try #require(map.connections[all])
    #expect(map.cases(of: connection)?.value == .number(whole))
    #expect(map.cases(of: connection, in: .area("north"))?.value == .number(north))
  }

  @Test func `a number of which a part is withheld is withheld`() throws {
    var map = try Self.map([
      Self.refers("ash", counted: [("north", 20)]), Self.refers("birch", counted: [("north", 7)]),
    ])
    try map.updateConnection(.init(from: "birch", to: "mentors", Self.refers)) { $0.counts[0].value = .suppressed }
    let whole = map.collapsing(.all)
    #expect(whole.cases(of: try #require(whole.connections[all]))?.value == .suppressed)
  }

  @Test func `connections between parts are of the group with itself`() throws {
    let map = try Self.map([
      Connection(.init(from: "ash", to: "cedar", Self.meets), statements: [CodedStatement(id: "s")]),
      Connection(.init(from: "mentors", to: "ash", Self.meets), statements: [CodedStatement(id: "t")]),
    ]).collapsing(.all)
    #expect(
      Set(map.connections.keys) == [
        .init(from: "schools", to: "schools", Self.meets), .init(from: "schools", to: "mentors", Self.meets),
      ])
    #expect(map.presence(of: .init(from: "mentors", to: "schools", Self.meets)) == .said)
  }

  @Test func `who can speak for each part can speak for the group`() throws {
    let map = try Self.map([]).collapsing(.groups(["primary"]))
    #expect(map.informants["heads"]?.speaksFor == ["primary"])
    #expect(map.informants["staff"]?.speaksFor == [])
    #expect(map.presence(of: .init(from: "primary", to: "mentors", Self.refers), in: .area("north")) == .notFound)
    let whole = map.collapsing(.all)
    #expect(whole.informants["heads"]?.speaksFor == [])
    #expect(whole.informants["teachers"]?.speaksFor == ["schools"])
  }

  @Test func `what is expected of single parts is left out, and what it looks for is still no part of the map`() throws
  {
    var map = try Self.map([Self.refers("ash", said: [(.present, "north")])])
    func expectation(_ id: MapModel.Expectation.ID, of source: MapActor.ID) -> MapModel.Expectation {
      MapModel.Expectation(
        id, reason: "because", condition: .connection(.init(from: [.actor(source)], to: [.actor("clinic")])))
    }
    map.expectations = [expectation("of-ash", of: "ash"), expectation("of-all", of: "schools")]
    #expect(map.actorsOnMap() == ["ash", "birch", "cedar", "mentors"])
    let whole = map.collapsing(.all)
    #expect(whole.expectations.map(\.id) == ["of-all"])
    #expect(whole.grouped.expectations.map(\.id) == ["of-ash"])
    #expect(whole.actorsOnMap() == ["schools", "mentors"])
  }

  @Test func `how often is told if it is said of each part`() throws {
    func said(_ source: MapActor.ID, _ frequency: Frequency?) -> Connection {
      Connection(
        .init(from: source, to: "mentors", Self.refers),
        statements: [CodedStatement(id: "s", placement: .areas(["north"]), frequency: frequency)])
    }
    func frequency(_ connections: [Connection]) throws -> SaidFrequency? {
      let map = try Self.map(connections).collapsing(.all)
      return map.connections[all].map { map.frequency(of: $0) }
    }
    #expect(try frequency([said("ash", .rare), said("birch", .rare)]) == .alike(.rare))
    #expect(try frequency([said("ash", .rare), said("birch", nil)]) == .notSaid)
    #expect(try frequency([said("ash", .rare), said("birch", .common)]) == .differing)
  }

  /// Schools with random evidence in random areas, none of which is of the group itself.
  @Test(arguments: 0..<60) func `a group says what its parts say, and loses nothing`(seed: UInt64) throws {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func below(_ limit: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % limit)
    }
    let places: [Area.ID] = ["north", "south"]
    let parts = try Self.map(
      (["ash", "birch", "cedar"] as [MapActor.ID]).map { school in
        Self.refers(
          school,
          said: (0..<below(4)).map { _ in (Stance.allCases[below(3)], places[below(2)]) },
          counted: below(2) == 0 ? [] : places.prefix(1 + below(2)).map { ($0, below(3) * 10) })
      })
    let whole = parts.collapsing(.all)
    let connection = try #require(whole.connections[all])
    let own = Array(parts.connections.values)
    #expect(connection.statements.count == own.reduce(0) { $0 + $1.statements.count })
    #expect(connection.counts.count == own.reduce(0) { $0 + $1.counts.count })
    for scope in [.wholeMap, .area("north"), .area("south")] as [Scope] {
      let states = own.map { parts.presence(of: $0, in: scope) }
      let state = whole.presence(of: connection, in: scope)
      #expect(state.isCertain == states.contains { $0.isCertain }, "\(states) \(state)")
      #expect(state.isOnMap == states.contains { $0.isOnMap }, "\(states) \(state)")
      // Numbers of schools in which somebody was counted are added; none is counted of none.
      let numbers = own.compactMap { parts.cases(of: $0, in: scope)?.value }.compactMap { value -> Int? in
        if case .number(let number) = value { number } else { nil }
      }
      let sum = numbers.isEmpty ? nil : Count.Value.number(numbers.reduce(0, +))
      #expect(whole.cases(of: connection, in: scope)?.value == sum)
    }
  }
}

import MapModel
import Testing
import TestSupport

struct ConnectionQueryTests {
  private func answers(_ narrow: (inout ConnectionQuery) -> Void) throws -> [String] {
    var query = ConnectionQuery()
    narrow(&query)
    return try SmallMaps.town().connections(matching: query).map {
      "\($0.connection.source) \($0.connection.relation) \($0.connection.target)"
    }
  }

  @Test func `lists what is on the map in the order of the definition`() throws {
    #expect(
      try answers { _ in } == [
        "council refers-to mentors", "mentors attends meeting", "mentors refers-to clinic",
        "mentors supports children", "clinic attends meeting", "clinic supports children",
      ])
  }

  @Test func `asks by ends`() throws {
    #expect(try answers { $0.targets = ["children"] } == ["mentors supports children", "clinic supports children"])
    #expect(try answers { $0.sources = ["council"] } == ["council refers-to mentors"])
    #expect(try answers { $0.either = ["council"] } == ["council refers-to mentors"])
    #expect(try answers { $0.either = ["children", "clinic"] } == ["clinic supports children"])
  }

  @Test func `asks by relation, family, role, sector and stage`() throws {
    #expect(try answers { $0.relations = ["attends"] }.count == 2)
    #expect(try answers { $0.families = [.support] }.count == 2)
    #expect(try answers { $0.roles = ["programme-support"] }.count == 3)
    #expect(try answers { $0.sectors = ["local-authority"] } == ["council refers-to mentors"])
    #expect(try answers { $0.stages = [.setUp] } == ["council refers-to mentors"])
  }

  @Test func `asks by area`() throws {
    #expect(try answers { $0.area = "south" } == ["mentors attends meeting", "mentors supports children"])
    #expect(
      try answers {
        $0.area = "south"
        $0.presences.insert(.unplaced)
      }.contains("council refers-to mentors"))
    #expect(
      try answers {
        $0.area = "south"
        $0.presences = [.reportedAbsent]
      } == ["clinic supports children"])
  }
}

struct MeetingTests {
  @Test func `connects actors that meet in an activity, once for a pair`() throws {
    let meetings = try SmallMaps.town().meetings(matching: ConnectionQuery())
    #expect(meetings.map { [$0.source, $0.target, $0.activity] } == [["mentors", "clinic", "meeting"]])
    #expect(meetings.first?.presence == .said)
  }

  @Test func `starts from the end that is asked for`() throws {
    var query = ConnectionQuery()
    query.sources = ["clinic"]
    #expect(try SmallMaps.town().meetings(matching: query).map(\.source) == ["clinic"])
    query.targets = ["children"]
    #expect(try SmallMaps.town().meetings(matching: query).isEmpty)
  }

  @Test func `needs both actors in the area`() throws {
    var query = ConnectionQuery()
    query.area = "south"
    #expect(try SmallMaps.town().meetings(matching: query).isEmpty)
  }
}

struct RouteTests {
  @Test func `lists routes, shortest first`() throws {
    let routes = try SmallMaps.town().routes(from: "council", to: "children", within: 3)
    #expect(
      routes.routes.map(\.actors) == [
        ["council", "mentors", "children"], ["council", "mentors", "clinic", "children"],
      ])
    #expect(routes.routes.map(\.steps) == [2, 3])
    #expect(!routes.isCut)
  }

  @Test func `keeps to the number of steps`() throws {
    #expect(try SmallMaps.town().routes(from: "council", to: "children", within: 2).routes.count == 1)
    #expect(try SmallMaps.town().routes(from: "council", to: "children", within: 1).routes.isEmpty)
  }

  @Test func `follows arrows unless told otherwise`() throws {
    let map = try SmallMaps.town()
    #expect(map.routes(from: "children", to: "council", within: 4).routes.isEmpty)
    #expect(map.routes(from: "children", to: "council", within: 2, eitherWay: true).routes.count == 1)
  }

  @Test func `passes activities in one step`() throws {
    var query = ConnectionQuery()
    query.relations = ["attends"]
    let map = try SmallMaps.town()
    #expect(map.routes(from: "clinic", to: "mentors", within: 1, along: query).routes.isEmpty)
    let through = map.routes(from: "clinic", to: "mentors", within: 1, along: query, throughActivities: true)
    #expect(through.routes == [Route(actors: ["clinic", "meeting", "mentors"], steps: 1)])
  }

  @Test func `stops at the limit and says so`() throws {
    // 8 actors, each connected with each: 1 + 6 + 30 + 120 routes of up to 4 steps.
    let ids = (0..<8).map { Identifier<Actor>(stringLiteral: "a\($0)") }
    let map = try NetworkMap(
      title: "Complete", relations: [Relation("r", family: .coordination, label: "knows")],
      actors: ids.map { Actor($0, name: $0.rawValue, role: "other", sector: "nhs", stage: .delivery) },
      connections: ids.flatMap { one in
        ids.filter { $0 != one }.map {
          Connection(.init(from: one, to: $0, "r"), statements: [Statement(id: "s")])
        }
      })
    #expect(map.routes(from: "a0", to: "a7", within: 4).routes.count == 157)
    let cut = map.routes(from: "a0", to: "a7", within: 7, limit: 100)
    #expect(cut.routes.count == 100)
    #expect(cut.isCut)
  }
}

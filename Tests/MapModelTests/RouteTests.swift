import MapModel
import Testing
import TestSupport

struct RouteTests {
  @Test func `lists routes, shortest first`() throws {
    let routes = try SmallMaps.town().routes(from: "council", to: "children", within: 3)
    #expect(
      routes.routes.map(\.actors) == [
        ["council", "mentors", "children"], ["council", "mentors", "clinic", "children"],
      ])
    #expect(routes.routes.map(\.steps.count) == [2, 3])
    #expect(!routes.isCut)
  }

  @Test func `keeps to the number of steps`() throws {
    #expect(try SmallMaps.town().routes(from: "council", to: "children", within: 2).routes.count == 1)
    #expect(try SmallMaps.town().routes(from: "council", to: "children", within: 1).routes.isEmpty)
  }

  @Test func `follows arrows unless told otherwise`() throws {
    let map = try SmallMaps.town()
    #expect(map.routes(from: "children", to: "council", within: 4).routes.isEmpty)
    let against = map.routes(from: "children", to: "council", within: 2, eitherWay: true)
    #expect(against.routes.map(\.actors) == [["children", "mentors", "council"]])
    #expect(against.routes.first?.steps.map(\.direction) == [.against, .against])
  }

  @Test func `passes activities in one step`() throws {
    var query = ConnectionQuery()
    query.relations = ["attends"]
    let map = try SmallMaps.town()
    #expect(map.routes(from: "clinic", to: "mentors", within: 1, along: query).routes.isEmpty)
    let through = map.routes(from: "clinic", to: "mentors", within: 1, along: query, throughActivities: true)
    #expect(through.routes.map(\.actors) == [["clinic", "meeting", "mentors"]])
    #expect(through.routes.first?.steps.map(\.direction) == [.both])
  }

  @Test func `stops at the limit and says so`() throws {
    // 8 actors, each connected with each: 1 + 6 + 30 + 120 routes of up to 4 steps.
    let ids = (0..<8).map { Identifier<MapActor>(stringLiteral: "a\($0)") }
    let map = try NetworkMap(
      title: "Complete", relations: [Relation("r", family: .coordination, label: "knows")],
      actors: ids.map { MapActor($0, name: $0.rawValue, role: "other", sector: "nhs", stage: .delivery) },
      connections: ids.flatMap { one in
        ids.filter { $0 != one }.map {
          Connection(.init(from: one, to: $0, "r"), statements: [CodedStatement(id: "s")])
        }
      })
    #expect(map.routes(from: "a0", to: "a7", within: 4).routes.count == 157)
    let cut = map.routes(from: "a0", to: "a7", within: 7, limit: 100)
    #expect(cut.routes.count == 100)
    #expect(cut.isCut)
  }
}

import MapModel
import OrderedCollections
import Testing

struct LegendTests {
  private static let roles = [Role("r", name: "Role", shape: .box)]
  private static let sectors = [Sector("s", name: "Sector", fill: .white, outline: .text)]

  @Test(arguments: [0, 7]) func `takes one to six stages`(count: Int) throws {
    let stages = try (0..<count).map { Stage(try .init(validating: "stage-\($0)"), name: "Stage \($0)") }
    let legend = try Legend(roles: Self.roles, sectors: Self.sectors, stages: stages)
    #expect(throws: MapError(kind: .stages(count: count))) {
      try NetworkMap(title: "", legend: legend, relations: [])
    }
  }

  @Test func `knows the stage of each actor and the family of each relation`() throws {
    let legend = try Legend(
      roles: Self.roles, sectors: Self.sectors, families: [Family("money", name: "Money")],
      stages: [Stage("start", name: "Start")])
    #expect(throws: MapError.self) {
      try NetworkMap(title: "", legend: legend, relations: [Relation("helps", family: .support, label: "helps")])
    }
    var map = try NetworkMap(title: "", legend: legend, relations: [Relation("funds", family: "money", label: "funds")])
    #expect(throws: MapError.self) {
      try map.insert(MapActor("a", name: "A", role: "r", sector: "s", stage: .delivery))
    }
    try map.insert(MapActor("a", name: "A", role: "r", sector: "s", stage: "start"))
    #expect(!map.isSupport("funds") && map.family(of: "funds")?.name == "Money")
  }

  @Test func `says by a mark of the role what is an activity, not by its id`() throws {
    let legend = try Legend(
      roles: [
        Role("programme-activity", name: "No activity", shape: .box),
        Role("forum", name: "Meeting", shape: .ellipse, isActivity: true),
      ], sectors: Self.sectors)
    let map = try NetworkMap(
      title: "", legend: legend, relations: [],
      actors: [
        MapActor("a", name: "A", role: "programme-activity", sector: "s", stage: .delivery),
        MapActor("m", name: "M", role: "forum", sector: "s", stage: .delivery),
      ])
    #expect(!map.isActivity("a") && map.isActivity("m") && !map.isActivity("x"))
  }

  @Test func `joins the stages of maps that are compared`() throws {
    func map(_ stages: [Stage], actor: MapActor.ID, at stage: Stage.ID) throws -> NetworkMap {
      try NetworkMap(
        title: "", legend: Legend(roles: Self.roles, sectors: Self.sectors, stages: stages), relations: [],
        actors: [MapActor(actor, name: actor.rawValue, role: "r", sector: "s", stage: stage)])
    }
    let first = try map([Stage("one", name: "Start"), Stage("two", name: "Middle")], actor: "a", at: "one")
    let second = try map([Stage("x", name: "Middle"), Stage("y", name: "End")], actor: "b", at: "x")
    let third = try map([Stage("y", name: "End")], actor: "c", at: "y")
    let frame = MapAlignment([first, second, third]).frame
    #expect(frame.actors["b"]?.stage == "two")
    #expect(frame.actors["c"]?.stage == "y")
    #expect(Array(frame.legend.stages.keys) == ["one", "two", "y"])
    let many = try (0..<6).map { Stage(try .init(validating: "s\($0)"), name: "S\($0)") }
    let full = MapAlignment([try map(many, actor: "d", at: "s0"), second]).frame
    #expect(full.legend.stages.count == 6 && full.actors["b"]?.stage == "s5")
  }
}

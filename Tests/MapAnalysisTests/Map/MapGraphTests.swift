import GraphMeasures
import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapGraphTests {
  /// The arcs of a graph, as ids.
  private func arcs(_ graph: MapGraph) -> Set<String> {
    Set(
      graph.actors.indices.flatMap { node in
        graph.graph.targets(of: node).map { "\(graph.actors[node].id) \(graph.actors[Int($0)].id)" }
      })
  }

  @Test func `counts parallel connections once and denied ones never`() throws {
    let graph = MapGraph(try SmallMaps.town())
    #expect(graph.actors.map(\.id) == ["council", "mentors", "meeting", "clinic", "children"])
    #expect(
      arcs(graph) == [
        "council mentors", "mentors children", "mentors clinic", "clinic children", "mentors meeting", "clinic meeting",
      ])
  }

  @Test func `keeps to an area, a family, a relation and a stage`() throws {
    let map = try SmallMaps.town()
    var part = MapGraph.Part()
    part.query.scope = .area("south")
    #expect(arcs(MapGraph(map, part: part)) == ["mentors children", "mentors meeting"])
    part = MapGraph.Part()
    part.query.families = [.support]
    #expect(arcs(MapGraph(map, part: part)) == ["mentors children", "clinic children"])
    part = MapGraph.Part()
    part.query.relations = ["attends"]
    #expect(arcs(MapGraph(map, part: part)) == ["mentors meeting", "clinic meeting"])
    part = MapGraph.Part()
    part.query.stages = [.setUp]
    #expect(arcs(MapGraph(map, part: part)) == ["council mentors"])
  }

  @Test func `counts a mutual connection both ways`() throws {
    let map = try NetworkMap(
      title: "Mutual", relations: [Relation("meets", family: .coordination, label: "meets", isDirected: false)],
      actors: ["a", "b"].map { MapActor($0, name: "", role: "delivery", sector: "nhs", stage: .delivery) },
      connections: [Connection(.init(from: "b", to: "a", "meets"), statements: [CodedStatement(id: "s")])])
    #expect(arcs(MapGraph(map)) == ["a b", "b a"])
    #expect(MapMeasures(MapGraph(map)).whole.reciprocity == 1)
  }

  @Test func `connects those who meet in an activity, in its place`() throws {
    var part = MapGraph.Part()
    part.passesActivities = true
    let graph = MapGraph(try SmallMaps.town(), part: part)
    #expect(graph.node(of: "meeting") == nil)
    #expect(
      arcs(graph) == [
        "council mentors", "mentors children", "mentors clinic", "clinic mentors", "clinic children",
      ])
  }

  @Test func `in an area the nodes are the actors there, unless all are asked for`() throws {
    let map = try SmallMaps.town()
    var part = MapGraph.Part()
    part.query.scope = .area("south")
    #expect(MapGraph(map, part: part).actors.map(\.id) == ["mentors", "meeting", "children"])
    // What narrows the connections does not narrow who is there.
    part.query.families = [.support]
    #expect(MapGraph(map, part: part).actors.map(\.id) == ["mentors", "meeting", "children"])
    part.includesAllActors = true
    #expect(MapGraph(map, part: part).actors.count == 5)
  }

  @Test func `an actor that is only looked for is no node`() throws {
    typealias Said = PlainMaps.Said
    var map = try PlainMaps.map(
      ["a", "b", "denied", "expected", "silent"], [Said("a", "b"), Said("b", "denied", .absent)])
    map.expectations = [Expectation("e", reason: "It should be.", condition: .actor(.actor("expected")))]
    #expect(MapGraph(map).actors.map(\.id) == ["a", "b", "silent"])
    #expect(MapMeasures(MapGraph(map)).whole.density == 1.0 / 6)
    // Expected and there is there.
    try map.merge(Connection(.init(from: "expected", to: "a", "works"), statements: [CodedStatement(id: "s")]))
    #expect(MapGraph(map).actors.map(\.id) == ["a", "b", "expected", "silent"])
    // Who loses the only connection stays a node, and who was none does not become one.
    #expect(MapGraph(map, without: ["b"]).actors.map(\.id) == ["a", "expected", "silent"])
  }

  @Test func `around beneficiaries, the others are no nodes`() throws {
    typealias Said = PlainMaps.Said
    let map = try PlainMaps.map(
      ["m", "h", "people", "x", "y", "z"],
      [Said("m", "people"), Said("h", "people"), Said("m", "h"), Said("x", "y"), Said("y", "z")])
    var part = MapGraph.Part()
    part.isAroundBeneficiaries = true
    let measures = MapMeasures(MapGraph(map, part: part))
    #expect(measures.actors.map(\.id) == ["m", "h", "people"])
    #expect(measures.whole.density == 0.5 && measures.whole.components == 1)
    // Who meets the people in an activity has a connection with them.
    let meeting = try PlainMaps.map(
      ["m", "meeting", "people", "x"], [Said("m", "meeting"), Said("people", "meeting"), Said("x", "m")])
    part.passesActivities = true
    #expect(MapGraph(meeting, part: part).actors.map(\.id) == ["m", "people"])
  }

  @Test func `keeps to beneficiaries and who has a connection with them`() throws {
    var part = MapGraph.Part()
    part.isAroundBeneficiaries = true
    #expect(
      arcs(MapGraph(try SmallMaps.town(), part: part)) == ["mentors children", "mentors clinic", "clinic children"])
  }
}

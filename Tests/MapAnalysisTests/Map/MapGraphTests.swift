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

  @Test func `keeps to beneficiaries and who has a connection with them`() throws {
    var part = MapGraph.Part()
    part.isAroundBeneficiaries = true
    #expect(
      arcs(MapGraph(try SmallMaps.town(), part: part)) == ["mentors children", "mentors clinic", "clinic children"])
  }
}

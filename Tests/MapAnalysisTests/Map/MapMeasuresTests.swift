import GraphMeasures
import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapMeasuresTests {
  /// The town by hand: council → mentors → {children, clinic, meeting}, clinic → {children, meeting}.
  @Test func `measures the town as worked out by hand`() throws {
    let measures = MapMeasures(MapGraph(try SmallMaps.town()))
    let own = Dictionary(uniqueKeysWithValues: measures.actors.map { ($0.id, $0) })
    let mentors = try #require(own["mentors"])
    #expect(mentors.inDegree == 1 && mentors.outDegree == 3)
    // Between the council and three others.
    #expect(mentors.betweenness == 3)
    #expect(mentors.harmonicCloseness == 1)
    #expect(mentors.isCutPoint)
    #expect(mentors.reachInTwo == 3)
    let children = try #require(own["children"])
    // Mentors and clinic at one step, the council at two.
    #expect(children.harmonicCloseness == 2.5)
    #expect(children.casesIn == 34 && children.casesOut == nil)
    #expect(own["clinic"]?.betweenness == 0)
    #expect(measures.whole.density == 6.0 / 20)
    #expect(measures.whole.reciprocity == 0)
    // Two triangles, of eight pairs with a common neighbour: three at each of the two closed ones and two open.
    #expect(measures.whole.components == 1)
    #expect(measures.whole.bridges == [.init("council", "mentors")])
    // All connections run between sectors.
    #expect(measures.whole.externalInternal == 1)
  }

  @Test func `is undefined where there is nothing, and never NaN`() throws {
    let map = try NetworkMap(title: "Empty", relations: [])
    let measures = MapMeasures(MapGraph(map))
    #expect(measures.actors.isEmpty)
    #expect(measures.whole.density == nil && measures.whole.reciprocity == nil && measures.whole.transitivity == nil)
    #expect(measures.whole.externalInternal == nil && measures.whole.centralization.betweenness == nil)
    var part = MapGraph.Part()
    part.query.relations = ["refers-to"]
    part.query.scope = .area("south")
    part.includesAllActors = true
    for actor in MapMeasures(MapGraph(try SmallMaps.town(), part: part)).actors {
      #expect(actor.constraint == nil && actor.effectiveSize == nil && actor.eigenvector == nil)
      #expect(actor.betweenness == 0 && actor.pageRank == 0.2)
    }
  }

  @Test func `withholds sums of which a part is withheld`() throws {
    var map = try SmallMaps.town()
    map = map.mappingConnections { connection in
      var withheld = connection
      for index in withheld.counts.indices where withheld.counts[index].value == .number(4) {
        withheld.counts[index].value = .suppressed
      }
      return withheld
    }
    let measures = MapMeasures(MapGraph(map))
    #expect(measures.actors.last?.casesIn == nil)
  }
}

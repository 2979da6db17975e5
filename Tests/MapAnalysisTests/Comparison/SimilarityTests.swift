import GraphMeasures
import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct SimilarityTests {
  /// North: mentors with meeting, clinic and children, clinic with meeting and children. South: mentors with meeting and
  /// children.
  @Test func `counts what north and south have in common`() throws {
    let all = try ComparedMaps.areas().similarities(permutations: 600)
    #expect(all.count == 1)
    let one = try #require(all.first)
    #expect((one.first, one.second) == (0, 1))
    #expect(one.connections == Overlap(common: 2, onlyFirst: 3))
    #expect(one.connections.jaccard == 0.4)
    // Of five in the north, only the clinic's support is known not to be in the south.
    #expect(one.knownConnections == Overlap(common: 2, onlyFirst: 1))
    #expect(one.actors == Overlap(common: 3, onlyFirst: 1))
    // Three connections and an actor.
    #expect(one.editDistance == 4)
    #expect(
      one.byRelation == [
        "supports": Overlap(common: 1, onlyFirst: 1), "refers-to": Overlap(onlyFirst: 1),
        "attends": Overlap(common: 1, onlyFirst: 1),
      ])
    // In the order of the legend; the council is on the map in neither, so its sector does not occur.
    #expect(
      one.bySector == [
        "delivery-charity": Overlap(common: 1), "nhs": Overlap(onlyFirst: 1), "families": Overlap(common: 1),
        "programme-activities": Overlap(common: 1),
      ])
  }

  @Test func `correlates the networks of the actors that both have`() throws {
    let one = try #require(try ComparedMaps.areas().similarities(permutations: 3_000, seed: 7).first)
    // Mentors, meeting and children, with the same two connections.
    #expect(one.assignment.actors == 3 && one.assignment.isWeak)
    #expect(one.assignment.correlation == 1)
    #expect(one.assignment.permutations == 3_000 && one.assignment.seed == 7)
    // Of the six ways to rename three actors, the two that leave the mentors in place fit as well.
    #expect(abs((one.assignment.shareAtLeast ?? 0) - 1.0 / 3) < 0.05)
    #expect(try ComparedMaps.areas().similarities(permutations: 3_000, seed: 7).first == one)
  }

  @Test func `compares each two sides, a side with its like too`() throws {
    let map = try SmallMaps.town()
    let sides = ["one", "two", "three"].map { ComparisonSide($0, name: "Whole") }
    let all = MapComparison(MapAlignment([map]), sides: sides).similarities(permutations: 0)
    #expect(all.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(all.allSatisfy { $0.connections.jaccard == 1 && $0.actors.jaccard == 1 && $0.editDistance == 0 })
    // Six arcs of the twenty among five actors, all in common.
    #expect(all.allSatisfy { $0.connections.common == 6 && $0.assignment.correlation == 1 })
  }

  @Test func `of many sides correlations are tested only where it is asked for`() throws {
    let map = try SmallMaps.town()
    func similarities(of count: Int, _ permutations: Int?) -> [Similarity] {
      let sides = (1...count).compactMap { ComparisonSide.ID("s\($0)") }.map { ComparisonSide($0, name: "Whole") }
      return MapComparison(MapAlignment([map]), sides: sides).similarities(permutations: permutations)
    }
    let many = similarities(of: MapComparison.mostTestedSides + 1, nil).map(\.assignment)
    #expect(many.allSatisfy { $0.correlation == 1 && $0.shareAtLeast == nil && $0.permutations == 0 })
    let asked = similarities(of: MapComparison.mostTestedSides + 1, 1).map(\.assignment)
    #expect(asked.allSatisfy { $0.shareAtLeast != nil && $0.permutations == 1 })
    #expect(similarities(of: 2, nil).allSatisfy { $0.assignment.permutations == 5000 })
  }

  @Test func `knows actors of two maps for the same`() throws {
    let one = try #require(try ComparedMaps.times().similarities(permutations: 10).first)
    #expect(one.connections == Overlap(common: 1, onlyFirst: 5, onlySecond: 1))
    // Mentors and children; council, meeting and clinic before, the school after. Later nothing is said of the clinic.
    #expect(one.actors == Overlap(common: 2, onlyFirst: 3, onlySecond: 1))
    #expect(one.editDistance == 10)
    // Only the mentors' support of children is known of on both.
    #expect(one.knownConnections == Overlap(common: 1))
  }

  @Test func `is undefined where there is nothing`() throws {
    let empty = try NetworkMap(title: "Empty", areas: [Area("a", name: "A"), Area("b", name: "B")], relations: [])
    let one = try #require(MapComparison(areasOf: empty).similarities().first)
    #expect(one.connections.jaccard == nil && one.actors.jaccard == nil && one.assignment.correlation == nil)
    #expect(one.byRelation.isEmpty && one.bySector.isEmpty && one.editDistance == 0)
    #expect(MapComparison(areasOf: empty, ["a"]).similarities().isEmpty)
  }
}

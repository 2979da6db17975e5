import GraphMeasures
import Testing

/// Correlation and permutation test against R's sna, and by hand.
@Suite struct QuadraticAssignmentTests {
  @Test func `every golden pair is there`() throws {
    let all = try ComparedGraphs.all.get()
    #expect(all.count == 30)
    #expect(all.count { $0.correlation != nil } > 20)
  }

  @Test func `the correlation is that of sna's gcor`() throws {
    for golden in try ComparedGraphs.all.get() {
      let (first, second) = try golden.graphs()
      let own = try QuadraticAssignment(first, second, permutations: 0, seed: 1)
      #expect((own.correlation == nil) == (golden.correlation == nil))
      #expect(own.shareAtLeast == nil, "nothing was tested")
      guard let correlation = own.correlation, let expected = golden.correlation else { continue }
      #expect(abs(correlation - expected) <= 1e-12)
      // The correlation of the second with the first is the same.
      #expect(try QuadraticAssignment(second, first, permutations: 0, seed: 1).correlation == correlation)
    }
  }

  /// Two estimates of one share p, each of r draws, differ with a standard deviation of √(2 p (1 - p) / r). Five of them
  /// leave a chance below 1 in 10⁶ that a right program fails.
  @Test func `the share of permutations is that of sna's qaptest, but for chance`() throws {
    let permutations = ComparedGraphs.permutations
    for (number, golden) in try ComparedGraphs.all.get().enumerated() {
      let (first, second) = try golden.graphs()
      let own = try QuadraticAssignment(first, second, permutations: permutations, seed: UInt64(number))
      #expect((own.shareAtLeast == nil) == (golden.shareAtLeast == nil))
      guard let withObserved = own.shareAtLeast, let expected = golden.shareAtLeast else { continue }
      // R leaves the observed correlation out.
      let share = (withObserved * Double(permutations + 1) - 1) / Double(permutations)
      let p = (share + expected) / 2
      let deviation = (2 * p * (1 - p) / Double(permutations)).squareRoot()
      #expect(abs(share - expected) <= 5 * deviation + 1e-9, "pair \(number): \(share), sna \(expected)")
    }
  }

  /// One arc each, of two nodes of three: of the six permutations, one puts the first's arc on the second's.
  @Test func `of two arcs by hand`() throws {
    let (one, other) = (DirectedGraph(3, [(0, 1)]), DirectedGraph(3, [(0, 2)]))
    let apart = try QuadraticAssignment(one, other, permutations: 100, seed: 1)
    // Six cells, of which each has one: (6 · 0 - 1) / √(5 · 5).
    #expect(apart.correlation == -0.2)
    #expect(apart.shareAtLeast == 1)
    let same = try QuadraticAssignment(one, one, permutations: 6_000, seed: 1)
    #expect(same.correlation == 1)
    // Each of the six cells is equally likely.
    #expect(abs((same.shareAtLeast ?? 0) - 1.0 / 6) < 0.025)
    #expect(try QuadraticAssignment(one, one, permutations: 6_000, seed: 1) == same)
    #expect(same.isWeak)
  }

  @Test func `is undefined where there is nothing to correlate`() throws {
    let (none, all) = (DirectedGraph(3, []), DirectedGraph.complete(3))
    for graph in [none, all] {
      let result = try QuadraticAssignment(graph, .path(3), permutations: 10, seed: 1)
      #expect(result.correlation == nil && result.shareAtLeast == nil)
    }
    #expect(try QuadraticAssignment(DirectedGraph(0, []), DirectedGraph(0, []), permutations: 1, seed: 1).actors == 0)
  }

  @Test func `refuses graphs of unlike nodes, and takes fewer than no permutations for none`() throws {
    #expect(throws: GraphError(.unlikeCounts(3, 4))) {
      try QuadraticAssignment(.path(3), .path(4), permutations: 1, seed: 1)
    }
    let none = try QuadraticAssignment(.path(4), .path(4), permutations: -5, seed: 1)
    #expect(none.permutations == 0 && none.shareAtLeast == nil)
  }
}

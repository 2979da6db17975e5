import GraphMeasures
import Testing

@Suite struct EigenvectorTests {
  @Test func `NetworkX's example`() throws {
    let vector = try #require(NetworkXExample.graph.undirected.eigenvector())
    #expect(isNear(vector, NetworkXExample.eigenvector))
  }

  @Test func `a star, which is bipartite`() throws {
    let star = UndirectedGraph(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    let vector = try #require(star.eigenvector())
    let half = 0.5.squareRoot()
    #expect(isNear(vector, [half, half / 2, half / 2, half / 2, half / 2], tolerance: 1e-14))
  }

  @Test(arguments: [2, 3, 10, 101, 1000]) func `a path, whose eigenvector is a sine`(count: Int) throws {
    let graph = DirectedGraph.path(count).undirected
    let vector = try #require(graph.eigenvector())
    // Each entry times the eigenvalue is the sum of its neighbours; sin((i + 1)π / (n + 1)) by that recurrence.
    let angle = Double.pi / Double(count + 1)
    let sines = sineTable(angle: angle, count: count)
    let length = sines.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(isNear(vector, sines.map { $0 / length }, tolerance: 1e-9))
  }

  @Test func `no edge, no vector`() {
    #expect(UndirectedGraph(3, []).eigenvector() == nil)
  }

  @Test func `two components that tie leave it open`() {
    #expect(UndirectedGraph(5, [(0, 1), (2, 3)]).eigenvector() == nil)
    #expect(UndirectedGraph(7, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]).eigenvector() == nil)
    // The eigenvalue of a star of four leaves and of a ring is 2.
    let starAndRing = UndirectedGraph(8, [(0, 1), (0, 2), (0, 3), (0, 4), (5, 6), (6, 7), (7, 5)])
    #expect(starAndRing.eigenvector() == nil)
  }

  @Test func `a larger component overrules a tie`() throws {
    let graph = UndirectedGraph(9, [(0, 1), (2, 3), (4, 5), (5, 6), (6, 4), (7, 8)])
    let vector = try #require(graph.eigenvector())
    let third = (1.0 / 3).squareRoot()
    #expect(isNear(vector, [0, 0, 0, 0, third, third, third, 0, 0]))
  }

  @Test(arguments: DirectedGraph.samples) func `as Jacobi's rotations`(graph: DirectedGraph) throws {
    let pairs = Plain(graph).eigenpairs()
    guard let first = pairs.first, first.value > 0.5 else {
      #expect(graph.undirected.eigenvector() == nil)
      return
    }
    if pairs.count > 1, first.value - pairs[1].value < 1e-8 {
      #expect(graph.undirected.eigenvector() == nil)
      return
    }
    let vector = try #require(graph.undirected.eigenvector())
    #expect(isNear(vector, first.vector.map(abs), tolerance: 1e-10))
  }

  private func sineTable(angle: Double, count: Int) -> [Double] {
    // sin and cos without Foundation: the angle is small enough for its series.
    func sine(_ x: Double) -> Double {
      let y = x > Double.pi / 2 ? Double.pi - x : x
      var (term, sum) = (y, y)
      for k in 1..<20 {
        term *= -y * y / Double(2 * k * (2 * k + 1))
        sum += term
      }
      return sum
    }
    return (1...count).map { sine(Double($0) * angle) }
  }
}

import GraphMeasures

// Array literals of pairs need a concrete type to become Int32.

extension DirectedGraph {
  init(count: Int, arcs: [(source: Int32, target: Int32)]) { self.init(count: count, arcs: arcs[...]) }
}

extension UndirectedGraph {
  init(count: Int, edges: [(Int32, Int32)]) { self.init(count: count, edges: edges[...]) }
}

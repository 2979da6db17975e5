import GraphMeasures

// Literals of arcs that are known to lie in the graph, so that no test needs to try.

extension DirectedGraph {
  init(_ count: Int, _ arcs: [(source: Int32, target: Int32)]) { self.init(count: count, packed: arcs) }
}

extension UndirectedGraph {
  init(_ count: Int, _ edges: [(Int32, Int32)]) { self.init(count: count, packed: edges) }
}

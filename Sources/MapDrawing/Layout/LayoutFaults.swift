/// What makes a drawn network hard to read, counted on the geometry as it is drawn.
public struct LayoutFaults: Sendable, Hashable, Encodable {
  /// How often two lines cross.
  public private(set) var crossings = 0
  /// How many pairs of nodes overlap.
  public private(set) var overlaps = 0
  /// How many lines touch a node that is not their end.
  public private(set) var linesThroughNodes = 0

  /// No faults: nothing was laid out.
  init() {}

  /// Counts the faults of a layout.
  /// - Complexity: O(l log l + k · p + t), where l is the number of lines, k of pairs of them whose frames meet, p of
  ///   straight pieces of a line, and t of nodes in the columns that lines run through.
  init(of layout: PlacedGraph, _ graph: LayoutGraph) {
    let paths = layout.paths.map(LinePath.init)
    let order = paths.indices.sorted { (paths[$0].left, $0) < (paths[$1].left, $1) }
    for (index, line) in order.enumerated() {
      let path = paths[line]
      for other in order[(index + 1)...] {
        if paths[other].left > path.right { break }
        crossings += path.crossings(with: paths[other])
      }
    }
    let nodes = layout.nodes.indices.sorted { (layout.nodes[$0].left, $0) < (layout.nodes[$1].left, $1) }
    let widest = layout.nodes.reduce(0) { max($0, $1.width) }
    for (line, path) in zip(graph.lines, paths) {
      // The first node that can reach as far right as where the line begins.
      var (low, high) = (0, nodes.count)
      while low < high {
        let middle = (low + high) / 2
        if layout.nodes[nodes[middle]].left + widest < path.left { low = middle + 1 } else { high = middle }
      }
      let isTouching = nodes[low...].prefix { layout.nodes[$0].left <= path.right }.contains { node in
        node != line.first && node != line.second && path.touches(layout.nodes[node])
      }
      if isTouching { linesThroughNodes += 1 }
    }
    for (index, node) in nodes.enumerated() {
      let place = layout.nodes[node]
      overlaps += nodes[(index + 1)...].prefix { layout.nodes[$0].left <= place.right }
        .count { place.overlaps(layout.nodes[$0]) }
    }
  }
}

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
  /// - Complexity: O(l · (l · p + n · p)), where l is the number of lines, p of straight pieces of each, and n of nodes.
  init(of layout: PlacedGraph, _ graph: LayoutGraph) {
    let paths = layout.paths.map(LinePath.init)
    for (index, path) in paths.enumerated() {
      for other in paths[(index + 1)...] { crossings += path.crossings(with: other) }
      let line = graph.lines[index]
      let touched = layout.nodes.indices.contains { node in
        node != line.first && node != line.second && path.touches(layout.nodes[node])
      }
      if touched { linesThroughNodes += 1 }
    }
    for (index, place) in layout.nodes.enumerated() {
      overlaps += layout.nodes[(index + 1)...].count(where: place.overlaps)
    }
  }
}

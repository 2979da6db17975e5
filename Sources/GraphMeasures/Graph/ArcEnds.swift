/// The ends of arcs that have been looked at: all lie in the graph, and none leads back to where it starts.
struct ArcEnds {
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []

  init(count: Int, arcs: some Sequence<(source: Int, target: Int)>) throws(GraphError) {
    guard count >= 0, count <= GraphError.nodeLimit else { throw GraphError(.nodeCount(count)) }
    let nodes = 0..<count
    sources.reserveCapacity(arcs.underestimatedCount)
    targets.reserveCapacity(arcs.underestimatedCount)
    for (source, target) in arcs {
      guard nodes.contains(source), nodes.contains(target) else {
        throw GraphError(.outside(source: source, target: target))
      }
      if source == target { continue }
      guard sources.count < GraphError.arcLimit else { throw GraphError(.tooManyArcs) }
      sources.append(Int32(source))
      targets.append(Int32(target))
    }
  }
}

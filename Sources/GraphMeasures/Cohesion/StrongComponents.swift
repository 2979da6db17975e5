extension DirectedGraph {
  /// The strong components: parts in which everyone reaches everyone along arcs.
  ///
  /// - Complexity: O(n + m).
  ///
  /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
  /// doi:10.1137/0201010.
  public func strongComponents() -> Components {
    var labels = [Int](repeating: -1, count: count)
    // The order of discovery from 1, and the earliest node on the stack that a node's subtree has an arc to.
    var discovery = [Int32](repeating: 0, count: count)
    var earliest = discovery
    var parent = [Int32](repeating: -1, count: count)
    var next = rows.offsets
    var stack: [Int] = []
    var time: Int32 = 0
    for root in 0..<count where discovery[root] == 0 {
      var node = root
      var isNew = true
      while true {
        if isNew {
          time += 1
          discovery[node] = time
          earliest[node] = time
          stack.append(node)
          isNew = false
        }
        if next[node] < rows.offsets[node + 1] {
          let target = Int(rows.entries[Int(next[node])])
          next[node] += 1
          if discovery[target] == 0 {
            parent[target] = Int32(node)
            node = target
            isNew = true
          } else if labels[target] < 0 {
            earliest[node] = min(earliest[node], discovery[target])
          }
        } else {
          if earliest[node] == discovery[node] {
            // Everything above the node on the stack is of its component.
            while labels[node] < 0, let member = stack.popLast() { labels[member] = node }
          }
          guard parent[node] >= 0 else { break }
          let above = Int(parent[node])
          earliest[above] = min(earliest[above], earliest[node])
          node = above
        }
      }
    }
    return Components(labels: labels)
  }
}

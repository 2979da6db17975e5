extension UndirectedGraph {
  /// The nodes in groups of `groupSize` whose members lie near one another.
  ///
  /// Each group grows breadth-first from the first node not yet placed, and goes on elsewhere only when its part of the
  /// graph is used up. Searches that start near one another visit a node at nearly the same distance, so on deep graphs
  /// they share more of their steps.
  ///
  /// - Complexity: O(n + m).
  func nearbyOrder(groupSize: Int) -> [Int32] {
    guard count > groupSize else { return (0..<Int32(count)).map(\.self) }
    var order: [Int32] = []
    order.reserveCapacity(count)
    var isPlaced = [Bool](repeating: false, count: count)
    var nextSeed = 0
    while order.count < count {
      let groupEnd = min(order.count + groupSize, count)
      var head = order.count
      while order.count < groupEnd {
        if head == order.count {
          while isPlaced[nextSeed] { nextSeed += 1 }
          isPlaced[nextSeed] = true
          order.append(Int32(nextSeed))
        }
        for neighbour in rows[Int(order[head])] where !isPlaced[Int(neighbour)] {
          guard order.count < groupEnd else { break }
          isPlaced[Int(neighbour)] = true
          order.append(neighbour)
        }
        head += 1
      }
    }
    return order
  }
}

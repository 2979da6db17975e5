import TestSupport
import Testing

@testable import MapDrawing

struct ColumnSearchTests {
  /// In the columns that were chosen, against the best of every order of every column, lanes of long lines included. A line
  /// between two of one column that leads around others there counts as two crossings for each.
  @Test func `lines of small figures cross hardly more than in the best of all orders`() {
    var (crossings, fewest, compared) = (0, 0, 0)
    for seed in 1...200 {
      let graph = LayeredLayoutTests.graph(
        4 + seed % 9, 4 + seed % 9 + seed / 20, stages: 1 + seed % 3, seed: UInt64(seed))
      var search = ColumnSearch(graph, metrics: LayoutMetrics())
      let order = search.best()
      // More orders take too long to try.
      guard order.columns.allSatisfy({ $0.count <= 5 }) else { continue }
      crossings += Self.crossings(of: order)
      fewest += Self.fewestCrossings(of: order)
      compared += 1
    }
    #expect(compared > 100)
    #expect(crossings * 10 <= fewest * 11, "\(crossings) crossings, \(fewest) at least, in \(compared) figures")
  }

  /// The pieces of lines between each column and the next.
  private static func pieces(of order: ColumnOrder) -> [[(left: Int, right: Int)]] {
    var pieces = [[(left: Int, right: Int)]](repeating: [], count: order.columns.count)
    for chain in order.chains {
      for (left, right) in zip(chain, chain.dropFirst()) where order.columnOf[left] != order.columnOf[right] {
        pieces[order.columnOf[left]].append((left, right))
      }
    }
    return pieces
  }

  private static func crossings(_ pieces: [(left: Int, right: Int)], _ place: [Int]) -> Int {
    var count = 0
    for (index, one) in pieces.enumerated() {
      for other in pieces[(index + 1)...] {
        let (above, below) = (place[one.left] - place[other.left], place[one.right] - place[other.right])
        if above * below < 0 { count += 1 }
      }
    }
    return count
  }

  private static func detours(in column: Int, of order: ColumnOrder, _ place: [Int]) -> Int {
    order.chains.filter { $0.count == 2 && order.columnOf[$0[0]] == column && order.columnOf[$0[1]] == column }
      .reduce(0) { $0 + 2 * max(0, abs(place[$1[0]] - place[$1[1]]) - 1) }
  }

  private static func crossings(of order: ColumnOrder) -> Int {
    var place = [Int](repeating: 0, count: order.columnOf.count)
    for column in order.columns { for (index, item) in column.enumerated() { place[item] = index } }
    return pieces(of: order).reduce(0) { $0 + crossings($1, place) }
      + order.columns.indices.reduce(0) { $0 + detours(in: $1, of: order, place) }
  }

  /// The fewest for each order of a column, column by column, so that every order of all is tried.
  private static func fewestCrossings(of order: ColumnOrder) -> Int {
    let pieces = pieces(of: order)
    var place = [Int](repeating: 0, count: order.columnOf.count)
    var before: [[Int]] = [[]]
    var fewest = [0]
    for (column, items) in order.columns.enumerated() {
      let orders = items.permutations
      var least = orders.map { _ in Int.max }
      for (index, left) in before.enumerated() {
        for (at, item) in left.enumerated() { place[item] = at }
        for (other, right) in orders.enumerated() where fewest[index] < least[other] {
          for (at, item) in right.enumerated() { place[item] = at }
          let between = column == 0 ? 0 : crossings(pieces[column - 1], place)
          least[other] = min(least[other], fewest[index] + between + detours(in: column, of: order, place))
        }
      }
      (before, fewest) = (orders, least)
    }
    return fewest.min() ?? 0
  }
}

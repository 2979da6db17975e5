/// The items of each column from top to bottom: nodes, and the lanes that long lines need in the columns they pass.
///
/// A line that spans several columns is a chain of short ones through lanes, so that it never meets a node on its
/// way, and two short lines cross exactly if their ends are in opposite orders.
struct ColumnOrder {
  /// The items of each column, from top to bottom; items below `nodeCount` are nodes, the others lanes.
  let columns: [[Int]]
  /// The number of nodes.
  let nodeCount: Int
  /// Each item's column.
  let columnOf: [Int]
  /// For each line the items it passes from left to right; both ends in one column give two items.
  let chains: [[Int]]
  /// How many lines run between each column and the next.
  let linesInGap: [Int]
}

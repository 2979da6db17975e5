/// Finds the cells of a table that have given numbers in some columns, and a given value.
struct CellIndex {
  /// The cells, ordered by their columns from the last to the first, then by value, then by their own order.
  private var cells: [Int]
  private var columns: [CellColumn]
  private var values: [Int]

  /// Orders cells that are ordered by value already.
  /// - Complexity: O(c · (n + b)), where c is the number of columns, n of cells and b the largest bound.
  init(_ cells: [Int], byValue values: [Int], columns: [CellColumn]) {
    self.cells = cells
    self.cells.sort(byColumns: columns)
    self.columns = columns
    self.values = values
  }

  /// The cells with numbers in the columns and a value, ascending.
  /// - Complexity: O(log n), where n is the number of cells.
  func cells(_ numbers: [Int], value: Int) -> ArraySlice<Int> {
    let start = cells.firstPlace { (order($0, numbers) ?? values[$0] - value) < 0 }
    let end = cells[start...].firstPlace { (order($0, numbers) ?? values[$0] - value) <= 0 }
    return cells[start..<end]
  }

  /// Negative if a cell stands before those with numbers in the columns, positive if behind, `nil` if it has them.
  private func order(_ cell: Int, _ numbers: [Int]) -> Int? {
    for place in columns.indices.reversed() where columns[place][cell] != numbers[place] {
      return columns[place][cell] - numbers[place]
    }
    return nil
  }
}

extension RandomAccessCollection<Int> where Index == Int {
  /// The first place whose element no longer fulfils what those before it do, by halving.
  fileprivate func firstPlace(where isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

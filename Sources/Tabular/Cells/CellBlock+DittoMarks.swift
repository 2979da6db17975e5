extension CellBlock {
  /// Whether a cell stands for the one above, in some of the columns.
  /// - Complexity: O(n), where n is the number of rows; only cells of few bytes are looked into.
  package func hasMark(in columns: [Int], _ isMark: (String) -> Bool) -> Bool {
    rows.contains { row in
      columns.contains { place in place < row.cellCount && isMarked(cells[Int(row.firstCell) + place], isMark) }
    }
  }

  /// Whether a cell is a mark: none has many bytes.
  private func isMarked(_ cell: Cell, _ isMark: (String) -> Bool) -> Bool {
    cell.end - Int(cell.start) <= 12 && isMark(text(cell))
  }

  /// The block with what stands above in the place of marks that stand for it, in some of the columns.
  /// - Parameters:
  ///   - above: what stands in the last row of the block before, by column; then, of this one.
  ///   - found: is told the line and the column of each mark.
  package func fillingMarks(
    in columns: [Int], from above: inout [Int: [UInt8]], _ isMark: (String) -> Bool, found: (Int, Int) -> Void
  ) -> CellBlock {
    var (bytes, cells) = (bytes, cells)
    for place in columns {
      var last: Cell?
      for row in rows {
        let index = Int(row.firstCell) + place
        if place >= row.cellCount {
          (last, above[place]) = (nil, nil)
        } else if !isMarked(cells[index], isMark) {
          (last, above[place]) = (cells[index], nil)
        } else if let last, last.end > Int(last.start) {
          cells[index] = last
          found(Int(row.line), place)
        } else if let content = above[place], !content.isEmpty {
          let start = bytes.count
          bytes += content
          cells[index] = Cell(
            start: UInt32(truncatingIfNeeded: start), markedEnd: UInt32(truncatingIfNeeded: bytes.count))
          last = cells[index]
          found(Int(row.line), place)
        }
      }
      if let last { above[place] = Array(text(last).utf8) }
    }
    return CellBlock(bytes: bytes, cells: cells, rows: rows, faults: faults, isOfSheet: isOfSheet)
  }
}

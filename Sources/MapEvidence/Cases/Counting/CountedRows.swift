import Tabular

/// The rows of a block that may count, column by column.
struct CountedRows: ~Copyable {
  private(set) var count = 0
  /// Which rows count at all: a case, an area, and no duplicate.
  var areUsed = GrowingBuffer<Bool>()
  var areas = GrowingBuffer<Int32>()
  /// The case of each row; -1 if it has no id.
  var cases = GrowingBuffer<Int32>()
  var areFirst = GrowingBuffer<Bool>()
  /// The days of referral.
  var referred: [Int32] = []
  /// Whether some rule counted the row.
  var wereCounted = GrowingBuffer<Bool>()

  /// Starts with the rows of another block.
  mutating func start(_ rows: CaseRows) {
    count = rows.cells.count
    areUsed.copy(rows.areUsed)
    areas.reset(to: -1, count: count)
    cases.reset(to: -1, count: count)
    areFirst.reset(to: false, count: count)
    wereCounted.reset(to: false, count: count)
    referred = rows.days[0]
  }
}

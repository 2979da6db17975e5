import Tabular

/// Rows of a block that are cases, with what can be read of a row by itself.
struct CaseRows: Sendable {
  let block: CellBlock
  let layout: CaseLayout
  /// The first cell of each row.
  var cells: [Int32] = []
  /// The line of each row, counted over all files.
  var lines: [UInt32] = []
  /// Whether nothing has been found so far for which a row must be left out.
  var areUsed: [Bool] = []
  /// The hash of each row's case id; 0 if the row has none.
  var ids: [UInt64] = []
  /// The rows that end before the last column that is read.
  var shortRows: [Int] = []
  /// The rows whose ids are not written like most.
  var oddIDs: [OddCaseIDs.Row] = []
  /// What each row should have in common with others of its case, but for the school.
  var details: [UInt64] = []
  /// The days of referral, start and end, as ``CalendarDay`` numbers them.
  var days: [[Int32]] = []
  /// The thread's number of each row's value, for each column of names.
  var values: [[Int32]] = []
  /// The values that the thread met for the first time, for each column of names.
  var newValues: [[ValueInterner.NewValue]] = []
}

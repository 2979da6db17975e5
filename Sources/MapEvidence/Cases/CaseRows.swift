import Tabular

/// Where a file's columns stand; `nil` for those that it does not have.
struct CaseLayout: Sendable {
  /// The file, by its place among the files of the item.
  var file: Int
  /// How many cells the header has.
  var width: Int
  var id: Int
  var values: [Int?]
  var details: [Int?]
  var dates: [Int?]
  /// What is added to the file's lines, so that lines over all files differ.
  var firstLine: UInt32
}

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
  /// The digest of each row's case id; 0 if the row has none.
  var ids: [UInt64] = []
  /// What each row should have in common with others of its case, but for the school.
  var details: [UInt64] = []
  /// The days of referral, start and end, as ``CaseDate`` numbers them.
  var days: [[Int32]] = []
  /// The reader's number of each row's value, for each column of names; -1 if the file does not have the column.
  var values: [[Int32]] = []
  /// The values that the reader met for the first time, for each column of names.
  var newValues: [[ValueReader.NewValue]] = []
}

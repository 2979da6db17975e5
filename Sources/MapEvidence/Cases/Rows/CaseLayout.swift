/// Where a file's columns stand.
struct CaseLayout: Sendable {
  /// The file, by its place among the files of the item.
  var file: Int
  /// How many cells the header has.
  var width: Int
  var id: Int
  /// The columns of names, details and dates, in the order of the plan; `nil` for dates that the plan does not have.
  var values: [Int]
  var details: [Int]
  var dates: [Int?]
  /// The last column that is read.
  var lastRead: Int { (values + details + dates.compactMap(\.self) + [id]).max() ?? id }
  /// How ids are written.
  var idStyle = CaseIDStyle()
  /// What is added to the file's lines, so that lines over all files differ.
  var firstLine: UInt32
}

/// The cases that have been seen, each with what later rows are compared with.
struct CaseRegister: ~Copyable {
  /// What the register says of a row.
  struct Entry {
    /// The case, numbered in the order of first rows.
    var position: Int32
    var isFirst: Bool
    /// Whether an earlier row says the same in all columns.
    var isDuplicate = false
    /// The details that an earlier row says otherwise, as ``CaseDetails`` keeps them: the earlier ones.
    var earlierDetails: UInt64
  }

  /// What is kept of a case: together, since memory is fetched in lines of 64 bytes.
  private struct Record: BitwiseCopyable {
    var details: UInt64
    /// The digest of the first row.
    var digest: UInt32
  }

  private var ids = NumberTable()
  private var records = GrowingBuffer<Record>()
  /// The rows of cases that have several.
  private var laterRows = NumberTable()

  init() {}

  var count: Int { ids.count }

  /// Makes room for a number of rows.
  mutating func reserve(_ rows: Int) {
    ids.reserve(rows)
    records.reserve(rows)
  }

  /// Lets memory fetch what ``enter(_:digest:details:)`` will look at; see ``NumberTable/touch(_:)``.
  func touch(_ ids: [UInt64]) -> UInt64 { ids.reduce(0) { $0 ^ self.ids.touch($1) } }

  /// Enters a row.
  /// - Parameters:
  ///   - id: the digest of the case's id.
  ///   - digest: the digest of all that the map reads of the row.
  @inline(__always)
  mutating func enter(_ id: UInt64, digest: UInt64, details rowDetails: UInt64) -> Entry {
    let (position, isNew) = ids.insert(id)
    if isNew {
      records.append(Record(details: rowDetails, digest: UInt32(truncatingIfNeeded: digest)))
      return Entry(
        position: Int32(truncatingIfNeeded: position), isFirst: true, earlierDetails: rowDetails)
    }
    let record = records[position]
    let isDuplicate = record.digest == UInt32(truncatingIfNeeded: digest) || !laterRows.insert(digest).isNew
    return Entry(
      position: Int32(truncatingIfNeeded: position), isFirst: false, isDuplicate: isDuplicate,
      earlierDetails: record.details)
  }

  /// Completes the details of a case by what only a later row says.
  func setDetails(_ newDetails: UInt64, of position: Int32) {
    records[Int(position)].details = newDetails
  }
}

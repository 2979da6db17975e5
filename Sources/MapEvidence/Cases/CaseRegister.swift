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

  /// What is kept of a case: as little as can be, since there are millions.
  struct Known: BitwiseCopyable {
    /// The digest of the first row.
    var digest: UInt32
    /// The details in two halves, so that nothing is lost to alignment.
    private var details: (UInt32, UInt32)

    @inline(__always) init(digest: UInt64, details: UInt64) {
      self.digest = UInt32(truncatingIfNeeded: digest)
      self.details = (UInt32(truncatingIfNeeded: details), UInt32(truncatingIfNeeded: details &>> 32))
    }

    var allDetails: UInt64 { UInt64(details.1) << 32 | UInt64(details.0) }
  }

  private var cases = NumberTable<Known>()
  /// The rows of cases that have several.
  private var laterRows = NumberTable<Nothing>()

  init() {}

  var count: Int { cases.count }

  /// Makes room for a number of rows.
  mutating func reserve(_ rows: Int) { cases.reserve(rows) }

  /// Lets memory fetch what ``enter(_:digest:details:)`` will look at; see ``NumberTable/touch(_:)``.
  func touch(_ ids: [UInt64]) -> UInt64 { ids.reduce(0) { $0 ^ cases.touch($1) } }

  /// Enters a row.
  /// - Parameters:
  ///   - id: the digest of the case's id.
  ///   - digest: the digest of all that the map reads of the row.
  @inline(__always)
  mutating func enter(_ id: UInt64, digest: UInt64, details rowDetails: UInt64) -> Entry {
    let (position, isNew) = cases.insert(id, Known(digest: digest, details: rowDetails))
    var entry = Entry(
      position: Int32(truncatingIfNeeded: position), isFirst: isNew, earlierDetails: rowDetails)
    if !isNew {
      let known = cases[position]
      entry.isDuplicate = known.digest == UInt32(truncatingIfNeeded: digest) || !laterRows.insert(digest).isNew
      entry.earlierDetails = known.allDetails
    }
    return entry
  }

  /// Completes the details of a case by what only a later row says.
  mutating func setDetails(_ newDetails: UInt64, of position: Int32) {
    let known = cases[Int(position)]
    cases[Int(position)] = Known(digest: UInt64(known.digest), details: newDetails)
  }
}

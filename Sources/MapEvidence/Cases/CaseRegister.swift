import Tabular

/// The cases that have been seen, each with what later rows are compared with.
struct CaseRegister: ~Copyable {
  /// What the register says of a row of a case that has been seen before.
  struct Comparison {
    /// Whether an earlier row says the same in all columns.
    var isDuplicate = false
    /// The details that earlier rows have, as ``CaseDetails`` keeps them.
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

  /// Enters a row.
  /// - Parameters:
  ///   - id: the digest of the case's id.
  ///   - digest: the digest of all that the map reads of the row.
  /// - Returns: the case, numbered in the order of first rows, and whether it is new.
  @inline(__always)
  mutating func enter(_ id: UInt64, digest: UInt64, details: UInt64) -> (position: Int32, isFirst: Bool) {
    let (position, isNew) = cases.insert(id, Known(digest: digest, details: details))
    return (Int32(truncatingIfNeeded: position), isNew)
  }

  /// Compares a row of a case that is not new with the rows before it.
  @inline(__always)
  mutating func compare(_ position: Int32, digest: UInt64) -> Comparison {
    let known = cases[Int(position)]
    let isDuplicate = known.digest == UInt32(truncatingIfNeeded: digest) || !laterRows.insert(digest).isNew
    return Comparison(isDuplicate: isDuplicate, earlierDetails: known.allDetails)
  }

  /// Lets memory fetch what ``enter(_:digest:details:)`` will look at; see ``NumberTable/fetch(_:)``.
  func fetch(ids: UnsafeBufferPointer<UInt64>) { cases.fetch(ids) }

  /// Lets memory fetch what ``compare(_:digest:)`` will look at.
  func fetch(digests: UnsafeBufferPointer<UInt64>) { laterRows.fetch(digests) }

  /// Completes the details of a case by what only a later row says.
  mutating func setDetails(_ newDetails: UInt64, of position: Int32) {
    let known = cases[Int(position)]
    cases[Int(position)] = Known(digest: UInt64(known.digest), details: newDetails)
  }
}

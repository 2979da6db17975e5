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
    /// The hash of the first row, and the details, in halves: nothing is lost to alignment.
    private var hash: (UInt32, UInt32)
    private var details: (UInt32, UInt32)

    @inline(__always) init(hash: UInt64, details: UInt64) {
      self.hash = (UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash &>> 32))
      self.details = (UInt32(truncatingIfNeeded: details), UInt32(truncatingIfNeeded: details &>> 32))
    }

    var rowHash: UInt64 { UInt64(hash.1) << 32 | UInt64(hash.0) }
    var allDetails: UInt64 { UInt64(details.1) << 32 | UInt64(details.0) }
  }

  private var cases = NumberTable<Known>()
  /// The rows of cases that have several.
  private var laterRows = NumberTable<NoValue>()

  init() {}

  var count: Int { cases.count }

  /// Makes room for a number of rows.
  mutating func reserve(_ rows: Int) { cases.reserve(rows) }

  /// Enters a row.
  /// - Parameters:
  ///   - id: the hash of the case's id.
  ///   - hash: the hash of all that the map reads of the row.
  /// - Returns: the case, numbered in the order of first rows, and whether it is new.
  @inline(__always)
  mutating func enter(_ id: UInt64, hash: UInt64, details: UInt64) -> (position: Int32, isFirst: Bool) {
    let (position, isNew) = cases.insert(id, Known(hash: hash, details: details))
    return (Int32(position), isNew)
  }

  /// Whether a case has been entered.
  /// - Parameter id: the hash of its id.
  func knows(_ id: UInt64) -> Bool { cases.contains(id) }

  /// Compares a row of a case that is not new with the rows before it.
  @inline(__always)
  mutating func compare(_ position: Int32, hash: UInt64) -> Comparison {
    let known = cases[Int(position)]
    let isDuplicate = known.rowHash == hash || !laterRows.insert(hash).isNew
    return Comparison(isDuplicate: isDuplicate, earlierDetails: known.allDetails)
  }

  /// Prefetches what ``enter(_:hash:details:)`` will look at; see ``NumberTable/prefetch(_:)``.
  func prefetch(ids: Span<UInt64>) { cases.prefetch(ids) }

  /// Prefetches what ``compare(_:hash:)`` will look at.
  func prefetch(hashes: Span<UInt64>) { laterRows.prefetch(hashes) }

  /// Completes the details of a case by what only a later row says.
  mutating func setDetails(_ newDetails: UInt64, of position: Int32) {
    let known = cases[Int(position)]
    cases[Int(position)] = Known(hash: known.rowHash, details: newDetails)
  }
}

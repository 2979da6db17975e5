import Tabular

/// Case ids that are not written like the others, until all are known.
struct OddCaseIDs: ~Copyable {
  /// A row whose case id is odd.
  struct Row: Sendable {
    /// The row, by its place in its block.
    var row: Int
    var oddities: CaseIDStyle.Oddities
    /// The hash of what all spellings have in common.
    var folded: UInt64
    /// The hash of the usual spelling, as the register of cases knows it.
    var usual: UInt64
  }

  /// The first id that was found of several spellings.
  struct First: BitwiseCopyable {
    var usual: UInt64
    /// Counted over all files.
    var line: UInt32
    var oddities: UInt8
  }

  /// An id that another is the same as, but for how it is written.
  struct Pair {
    var line: UInt32
    var differences: CaseIDStyle.Oddities
    var text: String
  }

  private var firsts = NumberTable<First>()
  /// The texts of the first ones, for examples.
  private var texts: [String] = []
  private(set) var pairs: [Pair] = []

  init() {}

  /// Takes a case's first row.
  mutating func add(_ row: Row, line: UInt32, text: () -> String) {
    let first = First(usual: row.usual, line: line, oddities: row.oddities.rawValue)
    let (position, isNew) = firsts.insert(row.folded, first)
    if isNew {
      if texts.count < 100 { texts.append(text()) }
      return
    }
    let known = CaseIDStyle.Oddities(rawValue: firsts[position].oddities)
    let differences = known.symmetricDifference(row.oddities)
    let other = position < texts.count ? " / \(texts[position])" : ""
    pairs.append(
      Pair(
        line: line, differences: differences.isEmpty ? known : differences, text: pairs.isEmpty ? text() + other : ""))
  }

  /// Finds ids of which the usual spelling is an id, too.
  mutating func compare(with register: borrowing CaseRegister) {
    for position in 0..<firsts.count where register.knows(firsts[position].usual) {
      let first = firsts[position]
      pairs.append(
        Pair(
          line: first.line, differences: .init(rawValue: first.oddities),
          text: position < texts.count ? texts[position] : ""))
    }
  }
}

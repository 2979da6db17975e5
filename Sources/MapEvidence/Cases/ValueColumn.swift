import MapModel

/// A column whose cells are names of things: areas, schools, services, statuses.
///
/// Each different value becomes a `String` once and is looked at once: what it is, and what each rule makes of it.
struct ValueColumn: ~Copyable {
  /// What a value means to a rule: a number, or why there is none.
  enum Meaning {
    static let unmatched: Int32 = -1
    static let ignored: Int32 = -2
    static let missing: Int32 = -3
  }

  /// What a value is, apart from rules.
  struct Facts {
    /// The first value that is the same name.
    var canonical: Int32
    var isMissing: Bool
    var isFormulaError: Bool
    var isDamaged: Bool
    /// Whether rules read the column and none knows the value.
    var isUnmatched: Bool
    /// Whether it should be an area and is none.
    var isUnknownArea: Bool
    /// Whether each row with the value is to be noted.
    var isNoted: Bool
  }

  /// A question about the column's values, and what it says of each.
  struct Reader {
    enum Purpose { case end, area, condition }

    var purpose: Purpose
    var meaning: (String, inout CaseActors) -> Int32
    var meanings: [Int32] = []
  }

  /// The name that the file calls it.
  let header: String
  var readers: [Reader] = []
  /// The values by the digest of their bytes.
  private var table = NumberTable()
  private(set) var facts: [Facts] = []
  private(set) var texts: [String] = []
  /// Whether there are values whose rows are to be noted.
  private(set) var hasNoted = false
  /// In how many rows each value stands, and the first five lines, counted over all files.
  private(set) var counts: [Int] = []
  private(set) var lines: [UInt32] = []
  private var canonicals: [String: Int32] = [:]

  init(header: String) { self.header = header }

  /// Whether rows without a value cannot be used by some rule.
  var isNeeded: Bool { readers.contains { $0.purpose != .condition } }

  /// Reads a column of rows.
  /// - Parameter position: which cell of a row it is.
  /// - Returns: the number of each row's value.
  mutating func read(_ rows: CaseRows, at position: Int, actors: inout CaseActors) -> [Int32] {
    let block = rows.block
    let values = [Int32](unsafeUninitializedCapacity: rows.cells.count) { values, count in
      block.bytes.withUnsafeBytes { bytes in
        block.cells.withUnsafeBufferPointer { cells in
          for row in rows.cells.indices {
            let cell = cells[Int(rows.cells[row]) + position]
            let content = UnsafeRawBufferPointer(rebasing: bytes[Int(cell.start)..<cell.end])
            let (value, isNew) = table.insert(ByteDigest.of(content))
            if isNew { learn(block.text(cell), &actors) }
            values.initializeElement(at: row, to: Int32(truncatingIfNeeded: value))
          }
        }
      }
      count = rows.cells.count
    }
    for row in values.indices {
      let value = Int(values[row])
      if counts[value] < 5 { lines[value * 5 + counts[value]] = rows.lines[row] }
      counts[value] += 1
    }
    return values
  }

  /// A value as messages name it: as it was first written, for all that are the same name.
  func name(of value: Int) -> String { texts[Int(facts[value].canonical)] }

  private mutating func learn(_ raw: String, _ actors: inout CaseActors) {
    let text = raw.trimmingWhitespace
    let folded = NameIndex<Bool>.folded(text)
    let isFormulaError = Self.isFormulaError(text)
    let isMissing = isFormulaError || Self.stands(forNothing: folded)
    let canonical = canonicals[isMissing ? "" : folded] ?? Int32(texts.count)
    canonicals[isMissing ? "" : folded] = canonical
    var (isAsked, isKnown, isUnknownArea) = (false, false, false)
    for index in readers.indices {
      let meaning = isMissing ? Meaning.missing : readers[index].meaning(text, &actors)
      readers[index].meanings.append(meaning)
      if readers[index].purpose == .area { isUnknownArea = meaning == Meaning.unmatched }
      if readers[index].purpose == .end {
        isAsked = true
        isKnown = isKnown || meaning != Meaning.unmatched
      }
    }
    let isDamaged = Self.isDamaged(text)
    texts.append(text)
    facts.append(
      Facts(
        canonical: canonical, isMissing: isMissing, isFormulaError: isFormulaError, isDamaged: isDamaged,
        isUnmatched: isAsked && !isKnown, isUnknownArea: isUnknownArea,
        isNoted: isMissing && isNeeded || isFormulaError || isDamaged || isAsked && !isKnown || isUnknownArea))
    hasNoted = hasNoted || facts[facts.count - 1].isNoted
    counts.append(0)
    for _ in 0..<5 { lines.append(0) }
  }

  /// What people type where there is nothing to say.
  static func stands(forNothing folded: String) -> Bool {
    ["", "null", "n/a", "na", "nan", "nil", "n.a.", ".", "\u{2013}", "\u{2014}"].contains(folded)
  }

  static func isFormulaError(_ text: String) -> Bool {
    text.first == "#"
      && ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"].contains(text)
  }

  /// Letters that were read in a wrong encoding once: the replacement character, or UTF-8 taken for Windows-1252.
  static func isDamaged(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return true }
      // 0xC3 and 0xC2 begin most accented letters in UTF-8, and 0xE2 0x80 most marks.
      let follows = 0x80...0xBF ~= scalar.value
      if last == "\u{C3}", follows || scalar == "\u{2030}" || scalar == "\u{160}" || scalar == "\u{A0}" { return true }
      if last == "\u{C2}", 0xA0...0xBF ~= scalar.value { return true }
      if last == "\u{E2}", scalar == "\u{20AC}" { return true }
      last = scalar
    }
    return false
  }
}

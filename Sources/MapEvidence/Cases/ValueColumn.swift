import MapModel
import Tabular

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
  private var table = NumberTable<Nothing>()
  private(set) var facts: [Facts] = []
  private(set) var texts: [String] = []
  /// Whether there are values whose rows are to be noted.
  private(set) var hasNoted = false
  /// Where each value stands, when all rows have been read.
  private(set) var places: [ValueReader.Places] = []
  private var firstValues: [String: Int32] = [:]
  /// What each value is as a detail of a case: equal for values that are the same name, 0 for one that is missing.
  private(set) var detailDigests: [UInt64] = []

  init(header: String) { self.header = header }

  /// Whether rows without a value cannot be used by some rule.
  var isNeeded: Bool { readers.contains { $0.purpose != .condition } }

  /// The number of a value that some thread met for the first time.
  mutating func number(of value: ValueReader.NewValue, _ actors: inout CaseActors) -> Int32 {
    let (number, isNew) = table.insert(value.digest)
    if isNew { learn(value.text, &actors) }
    return Int32(truncatingIfNeeded: number)
  }

  /// Notes where a thread met the values.
  /// - Parameter numbers: the values' numbers, in the order of the thread's own.
  mutating func add(_ found: [ValueReader.Places], _ numbers: [Int32]) {
    places += [ValueReader.Places](repeating: .init(), count: facts.count - places.count)
    for (place, number) in zip(found, numbers) {
      places[Int(number)].count += place.count
      places[Int(number)].lines = Array((places[Int(number)].lines + place.lines).sorted().prefix(5))
    }
  }

  /// A value as messages name it: as it was first written, for all that are the same name.
  func name(of value: Int) -> String { texts[Int(facts[value].canonical)] }

  private mutating func learn(_ raw: String, _ actors: inout CaseActors) {
    let text = raw.trimmingWhitespace
    let folded = NameIndex<Bool>.folded(text)
    let isFormulaError = Self.isFormulaError(text)
    let isMissing = isFormulaError || Self.stands(forNothing: folded)
    let canonical = firstValues[isMissing ? "" : folded] ?? Int32(texts.count)
    firstValues[isMissing ? "" : folded] = canonical
    detailDigests.append(isMissing ? 0 : ByteDigest.combined(UInt64(canonical), 2))
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

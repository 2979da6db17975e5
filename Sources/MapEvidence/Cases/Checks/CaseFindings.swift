/// What the checks of case files find, gathered by kind and place instead of row by row.
struct CaseFindings: Sendable {
  /// The kinds, by their stable codes, in the order in which they are reported.
  enum Code: String, CaseIterable, Sendable {
    case titleRows = "title-rows"
    case repeatedHeader = "repeated-header"
    case totalRow = "total-row"
    case noteRow = "note-row"
    case raggedRow = "ragged-row"
    case missingCase = "missing-case"
    case damagedID = "damaged-id"
    case shortRow = "short-row"
    case nearDuplicateID = "near-duplicate-id"
    case duplicateRow = "duplicate-row"
    case conflictingDetails = "conflicting-details"
    case unknownArea = "unknown-area"
    case unmatchedValue = "unmatched-value"
    case missingValue = "missing-value"
    case nearDuplicateName = "near-duplicate-name"
    case badDate = "bad-date"
    case dateSerial = "date-serial"
    case twoDigitYear = "two-digit-year"
    case datesContradict = "dates-contradict"
    case mixedDateOrder = "mixed-date-order"
    case datesOutOfOrder = "dates-out-of-order"
    case dateInFuture = "date-in-future"
    case formulaError = "formula-error"
    case encodingDamage = "encoding-damage"
  }

  /// What makes two rows the same finding.
  struct Key: Hashable, Sendable {
    var code: Code
    var file: Int
    /// The column's header; empty if the whole row is meant.
    var column: String
    /// The value, or the other column, where each is a finding of its own.
    var detail = ""
  }

  struct Finding: Sendable {
    var count = 0
    /// The first lines, up to five.
    var lines: [Int] = []
    /// Where in the first line the cell starts, in characters.
    var column: Int?
    /// What stands in the first place.
    var example = ""
    /// How often each of several parts of the finding occurs.
    var parts: [String: Int] = [:]

    /// Adds what was found elsewhere in the same file.
    mutating func merge(_ other: Finding) {
      // The example is of the first line.
      if lines.first ?? .max > other.lines.first ?? .max { (example, column) = (other.example, other.column) }
      count += other.count
      lines = Array((lines + other.lines).sorted().prefix(5))
      parts.merge(other.parts, uniquingKeysWith: +)
    }
  }

  private(set) var findings: [Key: Finding] = [:]

  /// Notes a row; the example and its place are looked up for the first row only.
  mutating func note(
    _ key: Key, line: Int, parts: [String] = [], example: () -> (text: String, column: Int?) = { ("", nil) }
  ) {
    // In place: a file can have a million rows with the same fault.
    Self.add(line, parts, example, to: &findings[key, default: Finding()])
  }

  private static func add(
    _ line: Int, _ parts: [String], _ example: () -> (text: String, column: Int?), to finding: inout Finding
  ) {
    if finding.count == 0 { (finding.example, finding.column) = example() }
    finding.count += 1
    if finding.lines.count < 5 { finding.lines.append(line) }
    for part in parts { finding.parts[part, default: 0] += 1 }
  }

  /// Adds a finding that was gathered elsewhere.
  mutating func add(_ finding: Finding, for key: Key) { findings[key] = finding }

  /// Adds what was found elsewhere in the same files.
  mutating func merge(_ other: CaseFindings) {
    for (key, finding) in other.findings { findings[key, default: Finding()].merge(finding) }
  }

  /// The findings by file and kind, then by line.
  var sorted: [(key: Key, finding: Finding)] {
    func order(_ item: (key: Key, value: Finding)) -> (Int, Int, Int, String, String) {
      (
        item.key.file, Code.allCases.firstIndex(of: item.key.code) ?? 0, item.value.lines.first ?? 0, item.key.column,
        item.key.detail
      )
    }
    return findings.sorted { order($0) < order($1) }.map { ($0.key, $0.value) }
  }
}

import Documents
import MapModel

extension CaseFindings {
  /// What the messages need besides the findings.
  struct Context {
    var files: [String]
    /// A value that stands in fewer rows may be somebody's, and is not named.
    var minimum: Int
    var actors: NameIndex<MapActor.ID>
    var areas: NameIndex<Area.ID>
    /// The names of the columns of dates, as `map.yaml` calls them.
    var isMonthFirst: Bool
  }

  /// The findings as problems, each with what was done with the rows.
  func problems(_ context: Context) -> [Problem] {
    sorted.map { key, finding in
      let withoutNumbers = Message(key, finding, context, hasNumbers: false).text
      return Problem(
        .warning, code: Problem.Code(rawValue: key.code.rawValue), file: context.files[key.file],
        line: finding.lines.first,
        column: finding.column, message: Message(key, finding, context, hasNumbers: true).text,
        messageWithoutNumbers: withoutNumbers, cause: withoutNumbers, count: finding.count,
        lines: finding.count > 1 ? finding.lines : [], example: finding.example.isEmpty ? nil : finding.example)
    }
  }
}

/// What is said of a finding.
private struct Message {
  let key: CaseFindings.Key
  let finding: CaseFindings.Finding
  let context: CaseFindings.Context
  /// Whether it says how many rows are concerned; without, it speaks of some.
  let hasNumbers: Bool

  init(
    _ key: CaseFindings.Key, _ finding: CaseFindings.Finding, _ context: CaseFindings.Context, hasNumbers: Bool
  ) {
    (self.key, self.finding, self.context, self.hasNumbers) = (key, finding, context, hasNumbers)
  }

  /// How many: one, or more; what has no number is spoken of as more.
  private var isOne: Bool { hasNumbers && finding.count == 1 }

  /// `1 row has`, `3 rows have`, `Some rows have`.
  private func things(_ noun: String, _ one: String, _ many: String) -> String {
    hasNumbers
      ? counted(finding.count, "\(noun) \(one)", plural: "\(noun)s \(many)") : "Some \(noun)s \(many)"
  }

  private func rows(_ one: String, _ many: String) -> String { things("row", one, many) }

  /// `1 row`, `3 rows`, `some rows`.
  private var countedRows: String { hasNumbers ? counted(finding.count, "row") : "some rows" }

  var text: String {
    let column = key.column.quotedInMessage
    let cells = hasNumbers ? "\(counted(finding.count, "cell")) of" : "Some cells of"
    let them = isOne ? "it" : "them"
    let were = isOne ? "was" : "were"
    switch key.code {
    case .titleRows:
      return
        "\(things("line", "stands", "stand")) above the header and \(were) skipped; delete \(them)"
        + ", so that every tool can read the file"
    case .repeatedHeader:
      return "\(rows("repeats", "repeat")) the header; \(isOne ? "it was" : "they were") not used. Two"
        + " files may have been pasted together"
    case .totalRow:
      return "\(rows("holds", "hold")) a total and \(were) not used; a total is not a case"
    case .noteRow:
      return "\(rows("holds", "hold")) a note and \(were) not used; a note is not a case"
    case .shortRow:
      return
        "\(rows("ends", "end")) before the last column that is read; the cells that are missing were read as empty."
        + " If \(isOne ? "it goes" : "they go") on in the next line, put cells with line breaks in quotation marks"
    case .nearDuplicateID:
      let parts = finding.parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        hasNumbers ? "\($0.key): \($0.value)" : $0.key
      }
      return "\(things("case id", "is", "are")) the same as \(isOne ? "another" : "others") but for the way of writing"
        + " (\(parts.joined(separator: ", "))). They were counted as different cases; if they are not, ask the provider to"
        + " write ids alike"
    case .raggedRow:
      return "\(rows("has", "have")) more cells than the header, or only one, and \(were) not used. Put cells that hold"
        + " the separator or a line break in quotation marks, and separate all rows alike"
    case .missingCase:
      return "\(rows("has", "have")) no case id and \(were) not used; ask the provider for"
        + " \(isOne ? "it" : "them")"
    case .damagedID:
      return "\(rows("has", "have")) a case id that a spreadsheet has damaged, such as 1.2E+12 for a long number,"
        + " and \(were) not used. Ask for the file again, with ids as text"
    case .duplicateRow:
      return "\(rows("says", "say")) the same as an earlier row of the same case and \(were) not counted again"
    case .conflictingDetails:
      let parts = finding.parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        hasNumbers ? "\($0.key) in \($0.value)" : $0.key
      }
      return "\(rows("has a case id that stands", "have case ids that stand")) in an earlier row with other details"
        + " (\(parts.joined(separator: ", "))). All were used as they stand; ask the provider which are right, or"
        + " whether two people share an id"
    case .unknownArea:
      let hint = context.areas.suggestion(for: key.detail).map { "; did you mean \($0.quotedInMessage)?" }
      return "\(column) holds \(value) in \(countedRows), which is not an area of"
        + " map.yaml\(hint ?? "; add it there, or as an alias of an area")\(hint == nil ? ". " : " ")"
        + "\(isOne ? "The row was" : "They were") not used"
    case .unmatchedValue:
      let hint = context.actors.suggestion(for: key.detail).map { ", or is it \($0.quotedInMessage)?" } ?? ""
      return "No rule knows \(value) in \(column), which stands in \(countedRows)."
        + " Say in map.yaml whom it means (`values:`), or `ignore:` it\(hint)\(hint.isEmpty ? ". " : " ")"
        + "Rules that need it did not count \(isOne ? "the row" : "these rows")"
    case .missingValue:
      return "\(rows("says", "say")) nothing in \(column); rules that need it did not count \(them)"
    case .nearDuplicateName:
      return "Two names in \(column) are nearly the same; the rarer one stands in \(countedRows). They"
        + " were taken for two; if one is meant, ask the provider to write it alike"
    case .badDate:
      return "\(cells) \(column) cannot be read as a date; \(isOne ? "it was" : "they were") read"
        + " as empty"
    case .dateSerial:
      return
        "\(cells) \(column) \(isOne ? "holds a number" : "hold numbers") as spreadsheets keep dates"
        + " (45302 is 11 January 2024); \(isOne ? "it was" : "they were") read so. Format the column as a date"
    case .twoDigitYear:
      return "\(cells) \(column) \(isOne ? "has" : "have") a year of two digits, read as 20..;"
        + " write four"
    case .datesContradict:
      let (sure, either) = (finding.parts["sure"] ?? 0, finding.parts["either"] ?? 0)
      let (sureDates, others) =
        hasNumbers ? (counted(sure, "date"), counted(either, "date")) : ("some dates", "the dates")
      let order = finding.parts["month first"] == nil ? ["day", "month"] : ["month", "day"]
      let found = "In \(column), \(sureDates) can only have the \(order[0]) first, and none only the \(order[1])"
      if finding.parts["setting"] != nil {
        return
          "\(found), against `dates: \(order[1])-first` in map.yaml. \(others.first?.uppercased() ?? "")\(others.dropFirst())"
          + " that could be either may have been read wrongly by it; correct `dates:`"
      }
      return sure == 0
        ? "In \(column), all dates could have the day or the month first; they were read \(order[0])-first, as the other dates"
          + " of the files are. Say `dates: \(order[0])-first` in map.yaml to confirm it"
        : "\(found). So the \(order[0]) was taken to be first in \(others) that could be either, too. Say `dates: \(order[0])-first` in"
          + " map.yaml to confirm it"
    case .mixedDateOrder:
      let (day, month) = (finding.parts["day first"] ?? 0, finding.parts["month first"] ?? 0)
      let either = finding.parts["either"] ?? 0
      let sure = hasNumbers ? ["(\(day) can be nothing else) ", " (\(month))"] : ["", ""]
      return "\(column) mixes dates with the day first \(sure[0])and with the month first\(sure[1])"
        + ". Each was read the only way it can; \(hasNumbers ? String(either) : "those") that could be either were read"
        + " \(context.isMonthFirst ? "month" : "day")-first, so some may be wrong. Ask for the file with dates as 2024-01-31"
    case .datesOutOfOrder:
      return "\(rows("has", "have")) a date in \(column) before the one in \(key.detail.quotedInMessage)."
        + " \(isOne ? "It was" : "They were") used, since counts do not depend on it; ask the provider which date is right"
    case .dateInFuture:
      return "\(rows("has", "have")) a date in \(column) that had not come when the file was written."
        + " \(isOne ? "It was" : "They were") used as \(isOne ? "it stands" : "they stand")"
    case .formulaError:
      return "\(cells) \(column) \(isOne ? "holds" : "hold") a formula's error, such as #REF!;"
        + " \(isOne ? "it was" : "they were") read as empty. Ask for the file with values in place of formulas"
    case .encodingDamage:
      return
        "\(cells) \(column) \(isOne ? "has" : "have") letters that were damaged when the file was saved"
        + " or converted; \(isOne ? "it was" : "they were") used as \(isOne ? "it stands" : "they stand")."
        + " Ask for the file saved as \"CSV UTF-8\""
    }
  }

  /// The value, if it stands in enough cases to be nobody's in particular.
  private var value: String {
    finding.parts["cases"] ?? 0 >= max(context.minimum, 1) ? key.detail.quotedInMessage : "a value"
  }
}

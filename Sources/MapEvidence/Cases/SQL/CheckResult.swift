import MapModel

/// What the statement of ``CheckStatement`` gave, as problems.
enum CheckResult {
  /// Reads a result; numbers that are not 0 are problems.
  /// - Parameter extracted: in words, the day after which days lie in the future.
  static func problems(_ bytes: [UInt8], file: String) -> [Problem] {
    var problems: [Problem] = []
    let remedy =
      "Print the statement with `netmap sql checks`, run it, and save all of its result as CSV with its header"
    guard
      let table = ResultTable(bytes, file: file, columns: CheckStatement.columns, remedy: remedy, problems: &problems)
    else { return problems }
    for row in table.rows {
      let code = row.cells[0].trimmingWhitespace
      guard let number = NumberReader.whole(row.cells[3].trimmingWhitespace), let kind = kinds[code] else {
        problems.append(
          Problem(
            code: .otherResult, file: file, line: row.line,
            message: "The row is none of these checks, or has no number. \(remedy)"))
        return problems
      }
      guard number > 0, !kind.isEmpty else { continue }
      func text(_ number: String, isOne: Bool) -> String {
        let (one, many) = (kind[0], kind[1])
        return ("\(number) " + (isOne ? one : many)).replacing("COLUMN", with: row.cells[1].quotedInMessage)
          .replacing("OTHER", with: row.cells[2].quotedInMessage)
      }
      let withoutNumber = text("Some", isOne: false)
      problems.append(
        Problem(
          code == CheckStatement.lackingCode ? .error : .warning, code: codes[code] ?? Problem.Code(rawValue: code),
          file: file, line: row.line, message: text("\(number)", isOne: number == 1),
          messageWithoutNumbers: withoutNumber, cause: withoutNumber, count: number))
    }
    return problems
  }

  private static let codes: [String: Problem.Code] = [CheckStatement.lackingCode: .oldProfile]

  /// What a number of each code counts: one, and several; nothing for what is no fault.
  private static let kinds: [String: [String]] = [
    CheckStatement.rowsCode: [],
    "missing-case": [
      "row has no case id (COLUMN) and was not used; ask the provider for it",
      "rows have no case id (COLUMN) and were not used; ask the provider for them",
    ],
    "damaged-id": [
      "row has a case id (COLUMN) that a spreadsheet has damaged, such as 1.2E+12 for a long number, and was not used",
      "rows have case ids (COLUMN) that a spreadsheet has damaged, such as 1.2E+12 for a long number, and were not used",
    ],
    "repeated-header": [
      "row repeats the header of a file and was not used", "rows repeat the header of a file and were not used",
    ],
    "total-row": [
      "row holds a total and was not used; a total is not a case",
      "rows hold totals and were not used; a total is not a case",
    ],
    CheckStatement.lackingCode: [
      "row holds a value that came after the profile was made; make the profile and the counts again",
      "rows hold values that came after the profile was made; make the profile and the counts again",
    ],
    "duplicate-row": [
      "row says the same as another row of the same case and was not counted again",
      "rows say the same as other rows of the same case and were not counted again",
    ],
    "conflicting-details": [
      "case has rows that say different things in COLUMN. All were used as they stand; ask the provider which is right, or"
        + " whether two people share an id",
      "cases have rows that say different things in COLUMN. All were used as they stand; ask the provider which are right,"
        + " or whether two people share an id",
    ],
    "dates-out-of-order": [
      "row has a date in COLUMN before the one in OTHER. It was used, since counts do not depend on it; ask the provider"
        + " which date is right",
      "rows have dates in COLUMN before those in OTHER. They were used, since counts do not depend on them; ask the provider"
        + " which dates are right",
    ],
    "date-in-future": [
      "row has a date in COLUMN that had not come when the rows were extracted. It was used as it stands",
      "rows have dates in COLUMN that had not come when the rows were extracted. They were used as they stand",
    ],
    "near-duplicate-id": [
      "case id (COLUMN) is the same as another but for the way of writing. It was counted as a case of its own; if it is"
        + " none, ask the provider to write ids alike",
      "case ids (COLUMN) are the same as others but for the way of writing. They were counted as different cases; if they"
        + " are not, ask the provider to write ids alike",
    ],
    CheckStatement.wordyIDCode: [
      "row has a case id (COLUMN) without any digit. If it is a total or a note, take it out of the table: it was counted as"
        + " a case",
      "rows have case ids (COLUMN) without any digit. If these are totals or notes, take them out of the table: they were"
        + " counted as cases",
    ],
  ]
}

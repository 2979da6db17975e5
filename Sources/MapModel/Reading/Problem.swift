/// A fault in a map's definition or evidence, with where it stands and what to do.
public struct Problem: Sendable, Hashable, CustomStringConvertible {
  /// How grave a problem is.
  public enum Severity: String, Sendable, CaseIterable {
    /// What stands there cannot be used; it is left out.
    case error
    /// What stands there is used, and is probably not meant.
    case warning
  }

  /// With what the message ends of a row that cannot be used.
  package static let rowWasLeftOut = "The row was left out"

  /// How grave it is.
  public let severity: Severity
  /// What kind of fault it is.
  public let code: Code
  /// The file, relative to the map folder.
  public private(set) var file: String
  /// The line, from 1; `nil` if the whole file is meant.
  public let line: Int?
  /// The column, from 1, in characters of the line; `nil` if the whole line is meant.
  public let column: Int?
  /// The sheet, if the file is a workbook; lines are then its rows.
  public private(set) var sheet: String?
  /// The cell of the sheet, such as `C7`; `nil` if more than one cell is meant.
  public private(set) var cell: String?
  /// What was found, and what to do about it.
  public private(set) var message: String
  /// The same without any number of cases, if the message has some: those are for the team only.
  public private(set) var messageWithoutNumbers: String?
  /// The message without what it says of its place alone, if that is less: problems of one code with the same cause are told
  /// together.
  public private(set) var cause: String?
  /// In how many places it is; the line and the column are the first's.
  public let count: Int
  /// Whether it can be in more places than the count says, because how many there are is for the team only.
  public let isCountWithheld: Bool
  /// The first lines, up to five, if there are several places.
  public let lines: [Int]
  /// What stands in the first place, if it comes from case records or is a coder's name: it can be personal, and is for the
  /// team only.
  public let example: String?

  /// Makes a problem.
  public init(
    _ severity: Severity = .error, code: Code, file: String, line: Int? = nil, column: Int? = nil, message: String,
    messageWithoutNumbers: String? = nil, cause: String? = nil, count: Int = 1, isCountWithheld: Bool = false,
    lines: [Int] = [], example: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.messageWithoutNumbers = messageWithoutNumbers
    self.cause = cause
    self.count = count
    self.isCountWithheld = isCountWithheld
    self.lines = lines
    self.example = example
  }

  /// The problem in one line, as compilers print it: `file:line:column: error: message [code]`; of a workbook
  /// `file, sheet name, cell C7: error: message [code]`.
  public var description: String {
    "\(place): \(severity.rawValue): \(message)\(linesInWords) [\(code)]"
  }

  /// Where it is: `file:line:column`, or `file, sheet name, cell C7`.
  package var place: String {
    let name = file.visibleOnOneLine
    guard let sheet else { return ([name] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }
    let part = cell.map { ", cell \($0)" } ?? line.map { ", row \($0)" } ?? ""
    return "\(name), sheet \(sheet.visibleOnOneLine)\(part)"
  }

  /// The problem as one of a sheet of a workbook.
  package func placed(inSheet sheet: String, of file: String, cell: String?) -> Problem {
    var problem = self
    (problem.file, problem.sheet, problem.cell) = (file, sheet, cell)
    return problem
  }

  /// The problem of a map whose definition is called otherwise: messages name it, too.
  package func calling(_ usual: String, _ name: String) -> Problem {
    func called(_ text: String) -> String { text.replacing(usual, with: name) }
    var problem = self
    problem.message = called(message)
    problem.messageWithoutNumbers = messageWithoutNumbers.map(called)
    problem.cause = cause.map(called)
    return problem
  }

  /// The places beyond the first: ` (lines 4, 9 and 3 more)`.
  private var linesInWords: String {
    guard lines.count > 1 else { return "" }
    let (shown, rest) = (lines.map(String.init), count - lines.count)
    let last = rest > 0 ? "\(rest) more" : shown[shown.count - 1]
    return
      " (\(sheet == nil ? "lines" : "rows") \((rest > 0 ? shown : shown.dropLast()).joined(separator: ", ")) and \(last))"
  }
}

extension String {
  /// The text as it is quoted in messages: on one line, cut to a length that can be read.
  package var quotedInMessage: String {
    let visible = visibleOnOneLine
    return visible.count > 60 ? "\"\(visible.prefix(57))...\"" : "\"\(visible)\""
  }
}

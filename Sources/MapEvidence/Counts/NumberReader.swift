import MapModel

/// Reads the numbers of a table as its source writes them, and gathers what the source does not give.
struct NumberReader {
  let symbols: NumberSymbols
  /// The lines of numbers that are not available.
  private var notAvailable: [Int] = []

  init(_ symbols: NumberSymbols) { self.symbols = symbols }

  /// What stands in a cell; what is neither a number nor a symbol that is known is reported.
  /// - Parameter expected: what should stand there: `a count; write a whole number, 0 or greater`.
  mutating func reading(
    _ row: inout EvidenceReader.Row, _ column: String, expected: String, with reader: inout EvidenceReader
  ) -> NumberSymbols.Reading {
    let text = row.cells.text(column)
    let reading = symbols.reading(of: text)
    switch reading {
    case .notAvailable: notAvailable.append(row.cells.line)
    case .ambiguous:
      reader.report(
        &row, column, .ambiguousSymbol,
        "\(text.quotedInMessage) is 0 in some tables, and not available or withheld in others; say in map.yaml which, as in"
          + " `symbols: {zero: [\"\(text.visibleOnOneLine)\"]}`, `not-available:` or `withheld:`")
    case .unknown:
      reader.report(
        &row, column, .badNumber,
        "\(text.quotedInMessage) is not \(expected). If the source has a symbol there, say what it means under `symbols:` in"
          + " map.yaml (\(NumberSymbols.Meaning.allCases.map(\.rawValue).joined(separator: ", ")))")
    case .number, .withheld, .low: break
    }
    return reading
  }

  /// The whole number that digits are, if it can be counted; decimals of 0 say nothing.
  static func whole(_ digits: String) -> Int? {
    let parts = digits.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }),
      let number = Int(first),
      (0...Count.greatest).contains(number)
    else { return nil }
    return number
  }

  /// That numbers are not available, once for a file.
  func problems(in file: String) -> [Problem] {
    guard let first = notAvailable.first else { return [] }
    let isOne = notAvailable.count == 1
    return [
      Problem(
        .warning, code: .notAvailable, file: file, line: first,
        message:
          "\(notAvailable.count) number\(isOne ? " is" : "s are") not available, as the symbol\(isOne ? "" : "s")"
          + " of the source \(isOne ? "says" : "say"); nothing is recorded of \(isOne ? "it" : "them")",
        messageWithoutNumbers:
          "Some numbers are not available, as the symbols of the source say; nothing is recorded of them",
        count: notAvailable.count, lines: isOne ? [] : Array(notAvailable.prefix(5)))
    ]
  }
}

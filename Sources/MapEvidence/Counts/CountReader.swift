import MapModel

/// Reads management information (MI) that is already counted: one row is one number of a connection.
struct CountReader {
  static let columns: [EvidenceTable.Column] = [
    .init(name: "area", isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "from", isRequired: true, isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "to", isRequired: true, isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "relation", isRequired: true, isKey: true, merging: .whereMarkedOrEmpty),
    .init(name: "measure", isKey: true, merging: .whereMarked),
    .init(name: "period", isKey: true, merging: .whereMarked),
    .init(name: "count", isRequired: true), .init(name: "target"), .init(name: "reference"), .init(name: "computed"),
    .init(name: "of"),
  ]

  /// What two counts may not share.
  struct Key: Hashable {
    var id: Connection.ID
    var area: Area.ID?
    var measure: String
    var period: String
  }

  /// Reads the rows of a table; those that cannot be used are reported and left out.
  /// - Parameter caseMeasures: the measures that count cases; if it is not said which, the only measure does.
  static func read(
    _ table: EvidenceTable, caseMeasures: [String]?, symbols: NumberSymbols, with reader: inout EvidenceReader
  ) -> [(id: Connection.ID, count: Count)] {
    var counts: [(id: Connection.ID, count: Count)] = []
    var numbers = NumberReader(symbols)
    for cells in table.rows {
      var row = EvidenceReader.Row(cells: cells, file: table.file)
      let connection = reader.connection(&row)
      let area = reader.area(
        &row, fault: "A number belongs to one area, or to the whole programme if the cell is empty")
      let read = number(&row, numbers: &numbers, with: &reader)
      let target = target(&row, symbols, with: &reader)
      let isOfParts = isOfParts(&row, with: &reader)
      guard row.isUsable, let connection, let read else { continue }
      let measure = cells.text("measure").isEmpty ? "cases" : cells.text("measure")
      let key = Key(id: connection, area: area, measure: measure, period: reader.period(cells.text("period")))
      if let first = reader.countPlaces[key] {
        reader.report(
          &row, "count", .duplicateCount,
          "Line \(first.line)\(first.file == table.file ? "" : " of \(first.file)") already gives this measure of the same"
            + " connection, area and period; keep one of the two")
        continue
      }
      reader.countPlaces[key] = SourceLocation(file: table.file, line: cells.line)
      var count = Count(
        area: area, measure: measure, isOfCases: caseMeasures?.contains(measure) ?? false,
        period: key.period, value: 0, reference: cells.text("reference"), computation: cells.text("computed"),
        location: SourceLocation(file: table.file, line: cells.line))
      (count.value, count.isApproximate) = read
      count.target = target
      count.isOfParts = isOfParts
      counts.append((connection, count))
    }
    reader.problems += numbers.problems(in: table.file)
    let known = Set(counts.map(\.count.measure))
    if caseMeasures == nil, known.count == 1 {
      for index in counts.indices { counts[index].count.isOfCases = true }
    } else if caseMeasures == nil, known.count > 1 {
      reader.problems.append(
        Problem(
          code: .missingCases, file: table.file,
          message: "The file has several measures (\(known.sorted().joined(separator: ", "))); say in map.yaml under"
            + " `cases:` which of them count cases of a connection. None was counted so"))
    }
    for measure in Set(caseMeasures ?? []).subtracting(known).sorted() where !counts.isEmpty {
      reader.problems.append(
        Problem(
          .warning, code: .unknownMeasure, file: table.file,
          message:
            "map.yaml says that \(measure.quotedInMessage) counts cases, and no row has that measure; the file has"
            + " \(known.sorted().joined(separator: ", "))"))
    }
    return counts
  }

  /// Whether it is a number of a group's parts together: `parts` in the column `of`.
  private static func isOfParts(_ row: inout EvidenceReader.Row, with reader: inout EvidenceReader) -> Bool {
    let text = row.cells.text("of")
    if !text.isEmpty, NameFolding.folded(text) != "parts" {
      reader.report(
        &row, "of", .unknownValue,
        "\(text.quotedInMessage) should be `parts`, if the number is that of a group's parts together, or empty")
    }
    return NameFolding.folded(text) == "parts"
  }

  /// A whole number as the source writes it, or a symbol for one; `nil` if none is given, which is reported unless the source
  /// says so.
  private static func number(
    _ row: inout EvidenceReader.Row, numbers: inout NumberReader, with reader: inout EvidenceReader
  ) -> (value: Count.Value, isApproximate: Bool)? {
    let text = row.cells.text("count")
    if text.isEmpty {
      reader.report(
        &row, "count", .badNumber,
        "The count is empty; write 0 if nothing was counted, or delete the row if nobody counted")
      return nil
    }
    let expected =
      "a count; write a whole number, 0 or greater, with ~ before it if it is approximate, or [c] if it is withheld"
    switch numbers.reading(&row, "count", expected: expected, with: &reader) {
    case .withheld, .low: return (.suppressed, false)
    case .notAvailable, .ambiguous, .unknown: return nil
    case .number(let digits, let isApproximate):
      if let number = NumberReader.whole(digits) { return (.number(number), isApproximate) }
      let isTooLarge = digits.allSatisfy { $0.isASCII && $0.isNumber }
      reader.report(
        &row, "count", .badNumber,
        isTooLarge
          ? "\(text.quotedInMessage) is more than there are people; write the number itself"
          : "\(text.quotedInMessage) is not \(expected)")
      return nil
    }
  }

  /// How many there should be; `nil` if the cell is empty, or says that there is no target.
  private static func target(
    _ row: inout EvidenceReader.Row, _ symbols: NumberSymbols, with reader: inout EvidenceReader
  ) -> Int? {
    let text = row.cells.text("target")
    if text.isEmpty { return nil }
    switch symbols.reading(of: text) {
    case .notAvailable: return nil
    case .number(let digits, isApproximate: false): if let number = NumberReader.whole(digits) { return number }
    default: break
    }
    reader.report(
      &row, "target", .badNumber,
      "\(text.quotedInMessage) is not a target; write a whole number, 0 or greater, or leave the cell empty")
    return nil
  }
}

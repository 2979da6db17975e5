import MapModel

/// The different values of columns of a database, as a query printed them.
struct CaseProfile: Sendable {
  /// A value, and in how many rows it stands.
  struct Entry: Sendable {
    var text: String
    var count: Int
    /// Where it stands in the file.
    var line: Int
  }

  /// The values by table and header.
  private(set) var entries: [[String: [Entry]]]

  /// Reads a profile; what cannot be used is reported, and nothing is read then.
  /// - Parameter file: its name, for the problems.
  init?(_ bytes: [UInt8], file: String, of tables: CaseTables, problems: inout [Problem]) {
    entries = tables.tables.map { _ in [:] }
    var found: [Problem] = []
    defer { problems += found }
    guard
      let result = ResultTable(
        bytes, file: file, columns: CaseTables.profileColumns, remedy: Self.remedy, problems: &found)
    else { return nil }
    let known = Dictionary(uniqueKeysWithValues: tables.headers.map { (NameFolding.folded($0), $0) })
    var seen: Set<[[UInt8]]> = []
    var others: Set<String> = []
    for row in result.rows {
      let cells = row.cells
      let table = Int(cells[0].trimmingWhitespace)
      guard let table, tables.tables.indices.contains(table),
        let count = NumberReader.whole(cells[3].trimmingWhitespace)
      else {
        found.append(
          Problem(
            code: .badNumber, file: file, line: row.line,
            message:
              "The row is none of a profile: the number of a table (0 to \(tables.tables.count - 1)) and a number"
              + " of rows are missing. \(Self.remedy)"))
        return nil
      }
      guard let header = known[NameFolding.folded(cells[1])] else {
        others.insert(cells[1])
        continue
      }
      guard seen.insert([Array(cells[0].utf8), Array(header.utf8), Array(cells[2].utf8)]).inserted else {
        found.append(
          Problem(
            code: .duplicateRow, file: file, line: row.line,
            message:
              "The value \(cells[2].quotedInMessage) of \(header.quotedInMessage) stands twice. Two results may have"
              + " been pasted together. \(Self.remedy)"))
        return nil
      }
      entries[table][header, default: []].append(Entry(text: cells[2], count: count, line: row.line))
    }
    let missing = tables.askedHeaders.filter { header in !entries.contains { $0[header] != nil } }
    if !missing.isEmpty || !others.isEmpty {
      let lacks = missing.isEmpty ? [] : ["it lacks \(missing.map(\.quotedInMessage).joined(separator: ", "))"]
      let has =
        others.isEmpty
        ? [] : ["it has \(others.sorted().map(\.quotedInMessage).joined(separator: ", ")), which no rule reads"]
      found.append(
        Problem(
          code: .missingColumn, file: file,
          message: "The profile is of another map, or of other rules: \((lacks + has).joined(separator: ", and "))."
            + " \(Self.remedy)"))
      return nil
    }
  }

  /// A profile of values that are known otherwise.
  init(_ entries: [[String: [Entry]]]) { self.entries = entries }

  /// Whether the values of a column are known.
  func knows(_ header: String) -> Bool { entries.contains { $0[header] != nil } }

  /// The different values of a column in all tables, as bytes tell them apart, with their rows together.
  func values(of header: String) -> [Entry] {
    var places: [[UInt8]: Int] = [:]
    var values: [Entry] = []
    for entry in entries.flatMap({ $0[header] ?? [] }) {
      if let place = places[Array(entry.text.utf8)] {
        values[place].count += entry.count
      } else {
        places[Array(entry.text.utf8)] = values.count
        values.append(entry)
      }
    }
    return values
  }

  private static let remedy =
    "Print the statement with `netmap sql profile`, run it again, and save all of its result as CSV with its header"
}

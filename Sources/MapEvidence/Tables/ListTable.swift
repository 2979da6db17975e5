import MapModel
import Tabular
import YAML

/// A table whose rows are the items of a list of the map, as the values that `map.yaml` would have in its place.
struct ListTable {
  /// A cell that says something.
  struct Cell {
    var text: String
    var line: Int
    var column: Int
    /// Whether it names several things, set apart by semicolons.
    var namesSeveral = false
  }

  /// Where it stands.
  let table: YAMLNode.Table
  let list: DefinitionList
  private let columns: [Int: ColumnPath]
  private let headers: [Int: Cell]

  /// Learns what the columns mean; what is wrong with them is reported.
  /// - Parameter names: the table's names of columns, by the keys that they stand for.
  init(
    _ table: YAMLNode.Table, of list: DefinitionList, header: [Int: Cell], names: [String: String],
    _ yaml: inout YAMLReader
  ) {
    (self.table, self.list, headers) = (table, list, header)
    var index = NameIndex<String>()
    for key in list.names { index.add(key, for: key) }
    let renamed = Dictionary(names.map { (NameFolding.folded($1), $0) }) { first, _ in first }
    var columns: [Int: ColumnPath] = [:]
    for (place, cell) in header.sorted(by: { $0.key < $1.key }) {
      let node = YAMLNode(.scalar(.init(cell.text)), at: Self.mark(cell, table))
      let path = ColumnPath(header: renamed[NameFolding.folded(cell.text)] ?? cell.text)
      guard let key = index[path.keys[0]] else {
        let hint = index.suggestion(for: path.keys[0]).map { "did you mean \($0.quotedInMessage)?" }
        yaml.report(
          node, .unknownColumn,
          "The column \(cell.text.quotedInMessage) says nothing of \(list.item), and was not read; "
            + (hint ?? "it can have \(list.names.joined(separator: ", "))"), severity: .warning)
        continue
      }
      let known = ColumnPath([key] + path.keys.dropFirst())
      if let other = columns.first(where: { $0.value == known })?.key {
        yaml.report(
          node, .duplicateColumn,
          "The columns \(header[other]?.text.quotedInMessage ?? "") and \(cell.text.quotedInMessage) are the same; delete"
            + " or rename one")
        continue
      }
      columns[place] = known
    }
    for (key, column) in names.sorted(by: { $0.key < $1.key })
    where !header.values.contains(where: { NameFolding.folded($0.text) == NameFolding.folded(column) }) {
      let mark = YAMLNode.Mark(line: header.values.map(\.line).min() ?? 1, column: 1, table: table)
      yaml.report(
        YAMLNode(.scalar(.init(column)), at: mark), .missingColumn,
        "There is no column \(column.quotedInMessage), which `columns:` names for \(key.quotedInMessage)")
    }
    self.columns = columns
  }

  /// What names a group of items, in which a ditto mark stands for the name above.
  private static let groups: Set<String> = ["role", "sector", "stage", "group", "family", "area", "areas", "period"]

  /// The cells of rows, with names in the place of ditto marks.
  private func withoutDittoMarks(_ rows: [[Int: Cell]], _ yaml: inout YAMLReader) -> [[Int: Cell]] {
    var rows = rows
    for (place, path) in columns.sorted(by: { $0.key < $1.key }) where Self.groups.contains(path.header) {
      var lines: [Int] = []
      for (above, index) in zip(rows.indices, rows.indices.dropFirst()) {
        guard let cell = rows[index][place], RowWords.isDitto(cell.text), let name = rows[above][place]?.text,
          !RowWords.isDitto(name)
        else { continue }
        rows[index][place]?.text = name
        lines.append(cell.line)
      }
      if let problem = EvidenceTable.dittoProblem(headers[place]?.text ?? path.header, lines, in: table.label) {
        yaml.add(problem)
      }
    }
    return rows
  }

  /// The item of a row; `nil` if no cell says anything.
  /// - Parameter cells: the cells by their columns, without those that are empty.
  func item(_ cells: [Int: Cell], _ yaml: inout YAMLReader) -> YAMLNode? {
    let said = cells.sorted { $0.key < $1.key }.compactMap { place, cell -> (keys: ArraySlice<String>, cell: Cell)? in
      if cell.text.trimmingWhitespace.isEmpty { return nil }
      guard let keys = columns[place]?.keys else { return nil }
      var cell = cell
      cell.namesSeveral = list.namesSeveral(keys)
      return (keys[...], cell)
    }
    guard let first = said.first else { return nil }
    for (place, cell) in cells where headers[place] == nil && !cell.text.trimmingWhitespace.isEmpty {
      yaml.report(
        YAMLNode(.scalar(.init("")), at: Self.mark(cell, table)), .unknownColumn,
        "The cell stands in a column without a name, and was not read; name the column, or delete the cell",
        severity: .warning)
    }
    return Self.mapping(
      said, at: Self.mark(first.cell, table), in: table, &yaml)
  }

  /// Puts values that have their first keys in common into one mapping.
  /// - Parameter table: the table in which they stand.
  static func mapping(
    _ values: [(keys: ArraySlice<String>, cell: Cell)], at mark: YAMLNode.Mark, in table: YAMLNode.Table,
    _ yaml: inout YAMLReader
  ) -> YAMLNode {
    var pairs: [YAMLNode.Pair] = []
    var done: Set<String> = []
    for (keys, cell) in values {
      guard let key = keys.first, done.insert(key).inserted else { continue }
      let same = values.filter { $0.keys.first == key }
      let place = self.mark(cell, table)
      let value: YAMLNode
      if same.count == 1, keys.count == 1 {
        value = YAMLNode(Self.content(cell, at: place), at: place)
      } else if let whole = same.first(where: { $0.keys.count == 1 }) {
        yaml.report(
          YAMLNode(.scalar(.init("")), at: Self.mark(whole.cell, table)), .duplicateKey,
          "`\(key)` is said here as a whole and in columns such as `\(key).\(same.first { $0.keys.count > 1 }?.keys.last ?? "")`"
            + " as well; empty one of them")
        continue
      } else {
        value = mapping(same.map { ($0.keys.dropFirst(), $0.cell) }, at: place, in: table, &yaml)
      }
      pairs.append((YAMLNode(.scalar(.init(key)), at: place), value))
    }
    return YAMLNode(.mapping(pairs), at: mark)
  }

  private static func mark(_ cell: Cell, _ table: YAMLNode.Table) -> YAMLNode.Mark {
    YAMLNode.Mark(line: cell.line, column: cell.column, table: table)
  }

  /// What a cell says: a text, or as many as it holds where a list is asked for.
  private static func content(_ cell: Cell, at mark: YAMLNode.Mark) -> YAMLNode.Content {
    let text = cell.text.trimmingWhitespace
    if let meant = CellItems.unquoted(text) { return .scalar(.init(meant, isPlain: false, isQuoted: true)) }
    let items = cell.namesSeveral ? CellItems.split(text) : [text]
    if items != [text] { return .sequence(items.map { YAMLNode(.scalar(.init($0, isPlain: false)), at: mark) }) }
    if text == CellItems.none { return .sequence([]) }
    // A number, or a truth value, in whatever letters.
    let isPlain = Double(text) != nil || ["true", "false"].contains(text.lowercased())
    return .scalar(.init(text, isPlain: isPlain))
  }
}

extension ListTable {
  /// The items of a table of separated values, or of a sheet.
  static func items(
    _ source: EvidenceSource, of list: DefinitionList, names: [String: String], in file: String,
    _ yaml: inout YAMLReader
  ) -> [YAMLNode] {
    var index = NameIndex<String>()
    for key in list.names { index.add(names[key] ?? key, for: key) }
    func column(_ header: String) -> String? { index[ColumnPath(header: header).keys[0]] }
    let text: DelimitedText
    let table: YAMLNode.Table
    switch source {
    case .text(let source):
      guard let bytes = try? FileChunks.all(of: source, takesDigest: false).bytes else { return [] }
      let decoded = DecodedText(bytes)
      table = .init(file: file)
      text = DelimitedText(decoded.bytes, naming: column)
      if let fault = EvidenceTable.fault(of: decoded.encoding) {
        yaml.add(Problem(.warning, code: .encoding, file: file, message: fault))
      }
    case .sheet(let sheet, let workbook):
      table = .init(file: file, sheet: sheet.name)
      do throws(WorkbookFault) {
        var rows = try SheetRows(sheet, of: workbook, naming: column)
        // Merged cells all mean what they show.
        rows.filledColumns = Set(1...max(rows.header?.cells.count ?? 1, 1))
        text = try DelimitedText(&rows)
        for problem in EvidenceTable.problems(of: rows.notes, table.label) { yaml.add(problem) }
      } catch {
        yaml.add(EvidenceTable.problem(of: error, table.label))
        return []
      }
    }
    for fault in text.faults {
      yaml.add(
        Problem(
          code: Problem.Code(rawValue: fault.code), file: table.label, line: fault.line, column: fault.column,
          message: fault.message))
    }
    func cells(_ row: DelimitedText.Row) -> [Int: Cell] {
      Dictionary(
        uniqueKeysWithValues: row.cells.enumerated().compactMap { place, cell in
          cell.text.trimmingWhitespace.isEmpty
            ? nil : (place, Cell(text: cell.text, line: cell.line, column: cell.column))
        })
    }
    guard let header = text.rows.first else { return [] }
    let reader = ListTable(table, of: list, header: cells(header), names: names, &yaml)
    let rows = reader.withoutDittoMarks(text.rows.dropFirst().map(cells), &yaml)
    return rows.compactMap { reader.item($0, &yaml) }
  }
}

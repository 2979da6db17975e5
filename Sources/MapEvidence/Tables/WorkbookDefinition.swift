import MapModel
import Tabular
import YAML

/// The definition of a map that is a workbook: each list a sheet, and a sheet for what stands beside the lists.
///
/// It makes the values that `map.yaml` would have, so that both are read by the same rules.
struct WorkbookDefinition {
  /// The files or sheets of management information, and the rules by which rows of cases are counted.
  static let mi = DefinitionList(
    path: ["mi"], sheet: "MI", item: "an item of `mi`", meaning: "Where management information stands, and what it is.",
    keys: [
      .init("sheet", "The sheet of this workbook that holds it"),
      .init("sheets", "Several sheets that are counted together, set apart by semicolons", namesSeveral: true),
      .init("file", "The file that holds it, if it is not in this workbook"),
      .init("files", "Several files that are counted together, set apart by semicolons", namesSeveral: true),
      .init(
        "query", "Where in a database the cases stand; columns query.table, query.counts and others", holdsOthers: true,
        namesSeveral: true),
      .init("cases", "The measures that count cases, the preferred first, set apart by semicolons", namesSeveral: true),
      .init("columns", "What it calls the columns; a column for each, such as columns.case", holdsOthers: true),
      .init("area", "The area of all rows, if no column says it", .sheet("Areas")),
      .init("details", "Columns that say the same in all rows of a case, set apart by semicolons", namesSeveral: true),
      .init("dates", "How dates are written", .words(["day-first", "month-first"])),
      .init("extracted", "The day on which it was taken from the system"),
      .init("completed", "What the status says of completed cases, set apart by semicolons", namesSeveral: true),
    ])
  static let rules = DefinitionList(
    path: ["mi", "rules"], sheet: "Rules", item: "a rule",
    meaning: "How rows of cases are counted: a row for each connection that is made of them.",
    keys: [
      .init("mi", "The sheet or file that is counted, as the sheet MI names it; or the table of its query"),
      .init("from", "The actor at the start; or columns from.column, from.ignore and others", namesSeveral: true),
      .init("to", "The actor at the end; or columns to.column, to.ignore and others", namesSeveral: true),
      .init("relation", "The relation", .sheet("Relations")), .init("count", "What is counted, such as cases"),
      .init("measure", "How the number is called"), .init("re-referrals", "How repeated rows of a case are counted"),
      .init("period", "Columns period.name, period.from, period.to", holdsOthers: true),
      .init(
        "where", "Values that columns must hold; a column for each, such as where.status", holdsOthers: true,
        namesSeveral: true),
      .init("count-zeros", "TRUE if areas without such rows count 0", .flag),
    ])

  private let book: Workbook
  private let file: String
  private var yaml: YAMLReader
  /// The sheets of which something was read.
  private var known: Set<String> = []

  init(_ book: Workbook, file: String) {
    (self.book, self.file, yaml) = (book, file, YAMLReader(file: file))
  }

  /// The document, and what is wrong with the sheets.
  mutating func read() -> (document: YAMLNode?, problems: [Problem]) {
    var pairs: [YAMLNode.Pair] = []
    for settings in MapSettings.all {
      guard let table = table(settings.sheet) else { continue }
      let values = values(of: table, settings)
      if let key = settings.key {
        pairs.append((Self.key(key), mapping(values, table.name)))
      } else {
        pairs += mapping(values, table.name).mapping ?? []
      }
    }
    if pairs.isEmpty {
      yaml.add(
        Problem(
          code: .missingFile, file: file,
          message: "The workbook has no sheet \"Map\", so it is not a map; `netmap new --workbook FILE` makes one to"
            + " start from, and `netmap import` reads other workbooks"))
      return (nil, yaml.problems)
    }
    var document = YAMLNode(.mapping(pairs), at: .init(line: 1, column: 1))
    for list in DefinitionList.all {
      guard let items = items(of: list) else { continue }
      document = document.setting(list.path[...], to: YAMLNode(.sequence(items), at: .init(line: 1, column: 1)))
    }
    document = withManagementInformation(document)
    for evidence in EvidenceSheet.all { document = withEvidence(evidence, document) }
    tellUnreadSheets(of: document)
    return (document, yaml.problems)
  }

  // MARK: Sheets

  private mutating func table(_ name: String) -> SheetTable? {
    guard let sheet = book[name] else { return nil }
    known.insert(sheet.name)
    do throws(WorkbookFault) { return try book.table(of: sheet) } catch {
      yaml.add(Problem(code: .unreadableFile, file: file, message: error.description))
      return nil
    }
  }

  /// The keys and values of a sheet with a key in each row.
  private func values(of table: SheetTable, _ settings: MapSettings) -> [(
    keys: ArraySlice<String>, cell: ListTable.Cell
  )] {
    table.rows.compactMap { row in
      let key = row[1].trimmingWhitespace
      let isTitle = row.number == table.rows.first?.number && key.lowercased() == "key"
      if key.isEmpty || isTitle || key.hasPrefix(WorkbookSheet.explanationMark.trimmingWhitespace) { return nil }
      let value = row[2]
      if value.trimmingWhitespace.isEmpty { return nil }
      let path = ColumnPath(header: key)
      let namesSeveral = settings.keys.contains { $0.name == path.header && $0.namesSeveral }
      return (
        path.keys[...], ListTable.Cell(text: value, line: row.number, column: 2, namesSeveral: namesSeveral)
      )
    }
  }

  private mutating func items(of list: DefinitionList) -> [YAMLNode]? {
    guard let sheet = book[list.sheet] else { return nil }
    known.insert(sheet.name)
    let items = ListTable.items(.sheet(sheet, of: book), of: list, names: [:], in: file, &yaml)
    return items.isEmpty ? nil : items
  }

  /// Whether a row explains the columns.
  static func explains(_ row: SheetTable.Row) -> Bool {
    row.cells.first { !$0.isEmpty }?.hasPrefix(WorkbookSheet.explanationMark) ?? false
  }

  // MARK: Evidence

  /// The document with the sheet that holds the evidence of a kind, unless it names another.
  private func withEvidence(_ evidence: EvidenceSheet, _ document: YAMLNode) -> YAMLNode {
    let value = document[evidence.key]
    guard value == nil || value?.mapping != nil else { return document }
    if value?["file"] != nil { return document }
    if value?["sheet"] == nil, book[evidence.sheet] == nil { return document }
    return document.setting([evidence.key], to: here(value, orElse: evidence.sheet))
  }

  /// An entry for a file, which is this one if only the sheet is named.
  private func here(_ entry: YAMLNode?, orElse sheet: String) -> YAMLNode {
    var pairs = entry?.mapping ?? []
    if entry?["sheet"] == nil { pairs.append((Self.key("sheet"), Self.text(sheet))) }
    pairs.append((Self.key("file"), Self.text(file)))
    return YAMLNode(.mapping(pairs), at: entry?.mark ?? .init(line: 1, column: 1))
  }

  /// An item of management information with the sheets of this workbook as its files.
  private func withSheets(_ item: YAMLNode) -> YAMLNode {
    if item["file"] != nil || item["files"] != nil { return item }
    guard let sheets = item["sheets"] else { return item["sheet"] == nil ? item : here(item, orElse: "") }
    let files = sheets.items.map { sheet in
      YAMLNode(.mapping([(Self.key("file"), Self.text(file)), (Self.key("sheet"), sheet)]), at: sheet.mark)
    }
    return item.replacing(["sheets"], by: nil).setting(["files"], to: YAMLNode(.sequence(files), at: sheets.mark))
  }

  private mutating func withManagementInformation(_ document: YAMLNode) -> YAMLNode {
    var items = items(of: Self.mi) ?? []
    if items.isEmpty, book[EvidenceSheet.counts.sheet] != nil {
      items = [here(nil, orElse: EvidenceSheet.counts.sheet)]
    }
    let rules = self.items(of: Self.rules) ?? []
    var left = rules
    items = items.map { item in
      let names =
        ["sheet", "sheets", "file", "files"].flatMap { item[$0]?.items.compactMap(\.scalar?.string) ?? [] }
        + DatabaseFiles.tables(of: item["query"])
      func belongs(_ rule: YAMLNode) -> Bool {
        rule["mi"].map { names.contains($0.scalar?.string ?? "") } ?? (items.count == 1)
      }
      let own = left.filter(belongs)
      left.removeAll(where: belongs)
      let entry = withSheets(item)
      guard !own.isEmpty else { return entry }
      let list = own.map { rule in
        YAMLNode(.mapping(rule.mapping?.filter { $0.key.scalar?.string != "mi" } ?? []), at: rule.mark)
      }
      return YAMLNode(
        .mapping((entry.mapping ?? []) + [(Self.key("rules"), YAMLNode(.sequence(list), at: entry.mark))]),
        at: entry.mark)
    }
    for rule in left {
      yaml.report(
        rule["mi"] ?? rule, .unknownValue,
        "The rule counts no sheet, file or table of the sheet MI; name in the column \"mi\" what its column \"sheet\","
          + " \"file\" or \"query.table\" names")
    }
    if items.isEmpty { return document }
    return document.setting(["mi"], to: YAMLNode(.sequence(items), at: .init(line: 1, column: 1)))
  }

  /// Sheets of which nothing is read are told, so that nobody takes them for part of the map.
  private mutating func tellUnreadSheets(of document: YAMLNode) {
    func sheets(_ node: YAMLNode) -> [String] {
      switch node.content {
      case .scalar: []
      case .sequence(let nodes): nodes.flatMap(sheets)
      case .mapping(let pairs):
        pairs.flatMap { key, value in
          key.scalar?.string == "sheet" ? value.items.compactMap(\.scalar?.string) : sheets(value)
        }
      }
    }
    for name in sheets(document) { if let sheet = book[name] { known.insert(sheet.name) } }
    var index = NameIndex<String>()
    for name in DefinitionList.all.map(\.sheet) + EvidenceSheet.all.map(\.sheet) { index.add(name, for: name) }
    for sheet in book.sheets where !known.contains(sheet.name) && !sheet.isHidden {
      let hint = index.suggestion(for: sheet.name).map { "did you mean \($0.quotedInMessage)?" }
      yaml.add(
        Problem(
          .warning, code: .unusedKey, file: file,
          message: "The sheet \(sheet.name.quotedInMessage) is no part of the map, and was not read; "
            + (hint ?? "name it in the sheet MI if it holds numbers, or hide it")))
    }
  }

  // MARK: Values

  private mutating func mapping(
    _ values: [(keys: ArraySlice<String>, cell: ListTable.Cell)], _ sheet: String
  ) -> YAMLNode {
    let table = YAMLNode.Table(file: file, sheet: sheet)
    return ListTable.mapping(
      values, at: .init(line: values.first?.cell.line ?? 1, column: 1, table: table), in: table, &yaml)
  }

  private static func key(_ text: String) -> YAMLNode { Self.text(text) }
  private static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(.init(text)), at: .init(line: 1, column: 1)) }
}

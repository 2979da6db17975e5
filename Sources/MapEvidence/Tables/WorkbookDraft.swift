import MapModel
import Tabular
import YAML

/// What the sheets of a workbook hold that is a map: a value, before it is a file.
struct WorkbookDraft {
  struct Column {
    var header: String
    /// What it says, for who fills it in.
    var meaning = ""
    var choices: DefinitionList.Choices?
  }

  struct Sheet {
    var name: String
    var columns: [Column]
    var rows: [[String]]
    /// Whether a row below the header explains the columns: not where the header may not be the first row.
    var isExplained = true
  }

  private(set) var sheets: [Sheet] = []
  /// What could not be put into the workbook, and where it is now.
  private(set) var notes: [String] = []

  /// The cells of a file of evidence, with those above its header.
  typealias Evidence = (_ file: String, _ sheet: String?) -> [[String]]?

  /// Makes sheets of a definition and of the evidence that it names.
  /// - Parameters:
  ///   - document: the definition, of which no list stands in another file any more.
  ///   - isThere: whether there is a file that a map has without naming it.
  init(_ document: YAMLNode, isThere: (String) -> Bool, evidence: Evidence) throws(ListRows.Unholdable) {
    var rest = document
    var lists: [Sheet] = []
    for list in DefinitionList.all {
      let paths = list.path.count == 1 ? [list.path, ["legend"] + list.path] : [list.path]
      for path in paths {
        guard let items = rest[path: path[...]]?.sequence else { continue }
        rest = rest.replacing(path[...], by: nil)
        if !items.isEmpty { lists.append(try Self.sheet(items, of: list)) }
      }
    }
    var tables: [Sheet] = []
    for kind in EvidenceSheet.all {
      rest = put(kind, of: rest, isThere, evidence, &tables)
    }
    if let items = rest["mi"]?.sequence {
      rest = rest.replacing(["mi"], by: nil)
      lists += try put(items, evidence, &tables)
    }
    let inner = rest["disclosure"]
    rest = rest.replacing(["disclosure"], by: nil)
    sheets = [try Self.sheet(rest, of: .map)] + lists + tables
    if let inner { sheets.append(try Self.sheet(inner, of: .disclosure)) }
  }

  /// Adds sheets to be filled in for lists that the map does not have, in the order of all.
  mutating func addEmpty(_ lists: [DefinitionList]) throws(ListRows.Unholdable) {
    let order = (MapSettings.all.map(\.sheet).prefix(1) + DefinitionList.all.map(\.sheet)).enumerated()
    let places = Dictionary(order.map { ($1, $0) }) { first, _ in first }
    for list in lists where !sheets.contains(where: { $0.name == list.sheet }) {
      let place = sheets.firstIndex { places[$0.name] ?? .max > places[list.sheet] ?? .max } ?? sheets.count
      sheets.insert(try Self.sheet([], of: list), at: place)
    }
  }

  // MARK: Lists and settings

  private static func sheet(_ items: [YAMLNode], of list: DefinitionList) throws(ListRows.Unholdable) -> Sheet {
    let rows = try ListRows(items, of: list)
    // Keys without values are columns to be filled in, unless others lie in them.
    var paths = Array(rows.columns)
    for (place, key) in list.keys.enumerated()
    where !key.isCondition && !paths.contains(where: { $0.keys[0] == key.name }) {
      let order = Dictionary(list.names.enumerated().map { ($1, $0) }) { first, _ in first }
      let at = paths.firstIndex { order[$0.keys[0]] ?? .max > place } ?? paths.count
      if !key.holdsOthers { paths.insert(ColumnPath([key.name]), at: at) }
    }
    // What claims and expectations say stands in columns of their own; most say that a connection is there.
    let conditions = Set(list.keys.filter(\.isCondition).map(\.name))
    if conditions.contains("connection"), !paths.contains(where: { conditions.contains($0.keys[0]) }) {
      paths += ["from", "relation", "to"].map { ColumnPath(["connection", $0]) }
    }
    let columns = paths.map { path in
      let key = list.keys.first { $0.name == path.keys[0] }
      return Column(
        header: path.header, meaning: key?.meaning ?? "", choices: path.keys.count == 1 ? key?.choices : nil)
    }
    let flags = ["true": "TRUE", "false": "FALSE"]
    let cells = rows.rows.map { row in
      zip(paths, columns).map { path, column in
        let cell = row[path] ?? ""
        return column.choices == .flag ? flags[cell.lowercased()] ?? cell : cell
      }
    }
    return Sheet(name: list.sheet, columns: columns, rows: cells)
  }

  /// A sheet with a key in each row.
  private static func sheet(_ node: YAMLNode, of settings: MapSettings) throws(ListRows.Unholdable) -> Sheet {
    let said = try ListRows.cells(node, [])
    let known = settings.keys.map { ColumnPath($0.name.split(separator: ".").map(String.init)) }
    let paths = known + said.map(\.path).filter { !known.contains($0) }
    let rows = paths.map { path in
      let key = settings.keys.first { $0.name == path.header }
      return [path.header, said.first { $0.path == path }?.cell ?? "", key?.meaning ?? ""]
    }
    return Sheet(
      name: settings.sheet, columns: ["Key", "Value", "Meaning"].map { Column(header: $0) }, rows: rows,
      isExplained: false)
  }

  // MARK: Evidence

  private mutating func put(
    _ kind: EvidenceSheet, of document: YAMLNode, _ isThere: (String) -> Bool, _ evidence: Evidence,
    _ tables: inout [Sheet]
  ) -> YAMLNode {
    let entry = document[kind.key]
    let name = kind.key + ".csv"
    guard entry?.mapping != nil || entry == nil && kind.isReadUnnamed && isThere(name) else { return document }
    let file = entry?["file"]?.scalar?.string ?? name
    guard let cells = evidence(file, entry?["sheet"]?.scalar?.string) else {
      notes.append("\(file) is not in the workbook; it is read where it stands, from the workbook's folder")
      return document
    }
    tables.append(Self.sheet(cells, kind.sheet, of: kind))
    // What says no more than that the sheet is there need not be said.
    let left = (entry?.mapping ?? []).filter { !["file", "sheet"].contains($0.key.scalar?.string) }
    guard !left.isEmpty, let entry else { return document.replacing([kind.key], by: nil) }
    return document.replacing([kind.key], by: YAMLNode(.mapping(left), at: entry.mark))
  }

  private mutating func put(
    _ items: [YAMLNode], _ evidence: Evidence, _ tables: inout [Sheet]
  ) throws(ListRows.Unholdable) -> [Sheet] {
    // One table of counts of which nothing else is said needs no list of tables.
    if items.count == 1, items[0].mapping?.count == 1, let file = items[0]["file"]?.scalar?.string,
      let cells = evidence(file, nil)
    {
      tables.append(Self.sheet(cells, EvidenceSheet.counts.sheet, of: .counts))
      return []
    }
    var (entries, rules): ([YAMLNode], [YAMLNode]) = ([], [])
    for item in items {
      var pairs = (item.mapping ?? []).filter { $0.key.scalar?.string != "rules" }
      var name =
        item["files"]?.items.first?.scalar?.string ?? item["file"]?.scalar?.string
        ?? DatabaseFiles.tables(of: item["query"]).first ?? ""
      let files = item["files"]?.items ?? item["file"].map { [$0] } ?? []
      let found = files.compactMap { node -> (file: String, cells: [[String]])? in
        guard let file = node.scalar?.string ?? node["file"]?.scalar?.string else { return nil }
        return evidence(file, (node["sheet"] ?? item["sheet"])?.scalar?.string).map { (file, $0) }
      }
      if found.count == files.count, !files.isEmpty {
        var names: [YAMLNode] = []
        for (file, cells) in found {
          let sheet = Self.sheetName(file, besides: reservedNames + tables.map(\.name))
          tables.append(Self.sheet(cells, sheet, of: item["rules"] == nil ? .counts : nil))
          names.append(Self.text(sheet))
        }
        name = names[0].scalar?.string ?? ""
        pairs = pairs.filter { !["file", "files", "sheet"].contains($0.key.scalar?.string) }
        pairs.insert(
          names.count == 1
            ? (Self.text("sheet"), names[0])
            : (Self.text("sheets"), YAMLNode(.sequence(names), at: item.mark)), at: 0)
      } else {
        let left = item["query"].map(DatabaseFiles.of) ?? [name]
        notes += left.map { "\($0) is not in the workbook; it is read where it stands, from the workbook's folder" }
      }
      entries.append(YAMLNode(.mapping(pairs), at: item.mark))
      for rule in item["rules"]?.sequence ?? [] {
        rules.append(YAMLNode(.mapping([(Self.text("mi"), Self.text(name))] + (rule.mapping ?? [])), at: rule.mark))
      }
    }
    let lists = [(entries, WorkbookDefinition.mi), (rules, WorkbookDefinition.rules)]
    var sheets: [Sheet] = []
    for (items, list) in lists where !items.isEmpty { sheets.append(try Self.sheet(items, of: list)) }
    return sheets
  }

  private var reservedNames: [String] {
    DefinitionList.all.map(\.sheet) + MapSettings.all.map(\.sheet)
      + (EvidenceSheet.all + [.counts]).map(\.sheet)
      + [WorkbookDefinition.mi.sheet, WorkbookDefinition.rules.sheet]
  }

  /// A name for the sheet of a file, unlike all others.
  static func sheetName(_ file: String, besides taken: [String]) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.lowercased().hasSuffix(".csv") ? String(last.dropLast(4)) : last
    let plain = String(stem.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(28)).trimmingWhitespace
    let start = plain.isEmpty ? "Data" : plain
    let names = Set(taken.map { $0.lowercased() })
    var (name, number) = (start, 1)
    while names.contains(name.lowercased()) {
      number += 1
      name = "\(start.prefix(26)) \(number)"
    }
    return name
  }

  private static func sheet(_ cells: [[String]], _ name: String, of kind: EvidenceSheet?) -> Sheet {
    var index = NameIndex<String>()
    for key in kind?.keys ?? [] { index.add(key.name, for: key.name) }
    let columns = (cells.first ?? []).map { header in
      let key = kind?.keys.first { $0.name == index[header.trimmingWhitespace] }
      return Column(header: header, meaning: key?.meaning ?? "", choices: key?.choices)
    }
    return Sheet(
      name: name, columns: columns, rows: Array(cells.dropFirst()),
      isExplained: columns.contains { !$0.meaning.isEmpty })
  }

  private static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(.init(text)), at: .init(line: 1, column: 1)) }
}

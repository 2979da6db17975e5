import MapModel
import Tabular

/// The tables of a workbook: of nodes and of edges, each on a sheet of its own, or one below the other as in Kumu.
struct WorkbookTables {
  /// A part of a sheet, before it is known what it is of.
  private struct Part {
    var sheet: String
    var rows: [GraphTable.Row]
    /// Whether its first row names columns that are known.
    var hasHeader: Bool
  }

  private var edges: [GraphTable] = []
  /// The tables that are of no edges.
  private var others: [Part] = []
  private var notices: [ImportNotice] = []
  private let file: String
  private let options: ImportOptions

  /// How many cells a sheet may have.
  private static let mostCells = 4_000_000

  /// Reads a workbook, with a table of nodes in another file if there is one; either may be a workbook.
  /// - Parameter sheet: the sheet whose nodes are taken whatever they are.
  static func read(
    _ bytes: [UInt8], name: String, nodes: (bytes: [UInt8], name: String)?, sheet: String?, _ options: ImportOptions
  ) throws(GraphFileError) -> ImportedGraph {
    var tables = try WorkbookTables(bytes, file: name, asked: sheet, options)
    try tables.findEdges()
    var found = tables.nodes(of: tables.edges, isAskedFor: false, asked: sheet)
    if let nodes {
      var listed = try WorkbookTables(nodes.bytes, file: nodes.name, asked: nil, options)
      found += listed.nodes(of: tables.edges, isAskedFor: true)
      tables.notices += listed.notices
    }
    return try GraphTablesReader.read(
      edges: tables.edges, nodes: found, file: name, format: "a workbook", options, notices: tables.notices)
  }

  /// The sheets of a workbook; none of a file that is no workbook.
  static func sheets(of bytes: [UInt8]) -> [String] {
    guard SpreadsheetFile.isStart(bytes), let book = try? Workbook(.memory(bytes)) else { return [] }
    return book.sheets.map(\.name)
  }

  private init(
    _ bytes: [UInt8], file: String, asked: String?, _ options: ImportOptions
  ) throws(GraphFileError) {
    (self.file, self.options) = (file, options)
    guard SpreadsheetFile.isStart(bytes) else {
      let table = try GraphTable(bytes, file: file, matrices: .square)
      if table.ends != nil {
        edges.append(table)
        return
      }
      let header = GraphTable.Row(place: 1, cells: table.columns)
      others.append(Part(sheet: "", rows: [header] + table.rows, hasHeader: true))
      return
    }
    do {
      let book = try Workbook(.memory(bytes))
      let names = Set(book.sheets.map { $0.name.lowercased() })
      if names.isSuperset(of: ["map", "actors", "relations"]) {
        throw GraphFileError(
          file: file, message: "this workbook is a map already: netmap check and all other verbs read it as it is")
      }
      for sheet in book.sheets {
        let isAsked = asked.map { sheet.name.isSameName(as: $0) } ?? false
        // Kumu does not read sheets that are called so.
        if !isAsked, sheet.isHidden || sheet.name.lowercased().hasSuffix("(ignore)") {
          notices.note(.left, "the sheet \(sheet.name.quotedInMessage), which is hidden or to be ignored")
          continue
        }
        let table = try book.table(of: sheet, limit: Self.mostCells)
        notices.note(.left, "cells with an error of a formula", count: table.notes.errors.count)
        notices.note(
          .left, "results of formulas that the file does not hold: open it in Excel and save it again",
          count: table.notes.formulasWithoutValue.count)
        notices.note(.assumed, "rows that Excel hides count like others", count: table.notes.hiddenRows.count)
        for rows in Self.sections(of: table) { sort(rows, on: sheet.name) }
      }
    } catch let fault as WorkbookFault {
      throw GraphFileError(file: file, message: fault.description)
    } catch let error as GraphFileError {
      throw error
    } catch {
      throw GraphFileError(file: file, message: "\(error)")
    }
  }

  /// The rows of a sheet in parts that two blank rows set apart.
  private static func sections(of table: SheetTable) -> [[GraphTable.Row]] {
    var sections: [[GraphTable.Row]] = []
    var last = Int.min
    for row in table.rows {
      let cells =
        table.merged.isEmpty
        ? row.cells
        : row.cells.indices.map { table.shown(row: row, column: $0 + 1) }
      let read = GraphTable.Row(place: row.number, cells: cells.map(\.trimmingWhitespace))
      if sections.isEmpty || row.number > last + 2 {
        sections.append([read])
      } else {
        sections[sections.count - 1].append(read)
      }
      last = row.number
    }
    return sections
  }

  /// Takes a part from its header on: titles and explanations may stand above.
  private mutating func sort(_ rows: [GraphTable.Row], on sheet: String) {
    let scores = rows.prefix(20).map { row in
      Set(row.cells.map(NameFolding.folded)).count { GraphTable.isKnown($0) || isNamed($0) }
    }
    let best = scores.max() ?? 0
    var rows = rows
    if best > 0 {
      rows.removeFirst(scores.firstIndex(of: best) ?? 0)
      // A row of explanation stands below the header in workbooks of maps.
      if rows.count > 1, rows[1].cells.first?.hasPrefix(WorkbookSheet.explanationMark) ?? false { rows.remove(at: 1) }
    }
    let part = Part(
      sheet: sheet, rows: rows, hasHeader: best > 0)
    if let table = try? table(of: part, .square), table.ends != nil { edges.append(table) } else { others.append(part) }
  }

  /// Whether the user names a column so.
  private func isNamed(_ column: String) -> Bool {
    options.namedOfNodes.contains { $0.isSameName(as: column) }
  }

  private func table(of part: Part, _ matrices: GraphTable.Matrix.Kinds = .none) throws(GraphFileError) -> GraphTable {
    try GraphTable(part.rows, file: file, sheet: part.sheet, matrices: matrices)
  }

  /// Finds edges by the name of their sheet, if no header names their ends.
  private mutating func findEdges() throws(GraphFileError) {
    let names = ["edges", "ties", "connections", "links", "relations", "relationships"]
    if edges.isEmpty {
      let found = others.filter { part in names.contains { part.sheet.lowercased().hasPrefix($0) } }
      let sheets = Set(found.map(\.sheet))
      others.removeAll { sheets.contains($0.sheet) }
      for part in found { edges.append(try table(of: part, .all)) }
    }
    if edges.isEmpty {
      let found = others.map { try? table(of: $0, .all) }
      others = zip(others, found).filter { $1?.matrix == nil }.map(\.0)
      edges = found.compactMap(\.self).filter { $0.matrix != nil }
    }
    if edges.isEmpty {
      throw GraphFileError(
        file: file,
        message: "no sheet is a table of edges: one should have columns called from and to, or source and target")
    }
  }

  // MARK: Nodes

  /// The tables of nodes: those of which some stand at ends of edges, and those that the user asks for.
  ///
  /// A list of something else, such as of people to call, has names, too; none of them is an end.
  private mutating func nodes(
    of edges: [GraphTable], isAskedFor: Bool, asked sheet: String? = nil
  ) -> [GraphTable] {
    let ends = GraphTablesReader.ends(of: edges)
    var found: [(table: GraphTable, covered: Int, isAsked: Bool, isOfNodes: Bool, hasHeader: Bool)] = []
    for part in others {
      let isAsked = sheet.map { part.sheet.isSameName(as: $0) } ?? false
      guard let table = try? self.table(of: withHeader(part, ends)) else { continue }
      let columns = table.nodeColumns(ends: ends, name: options.name)
      found.append((table, columns?.covered ?? 0, isAsked, columns != nil, part.hasHeader))
    }
    let most = found.map(\.covered).max() ?? 0
    let areNone = isAskedFor && most == 0
    var (taken, left): ([GraphTable], [(table: GraphTable, isOfNodes: Bool, hasHeader: Bool)]) = ([], [])
    for (table, covered, isAsked, isOfNodes, hasHeader) in found {
      // One name in ten may be an end by chance.
      let isFit = covered > 0 && (covered == most || covered * 10 >= table.rows.count)
      let isWanted = most == 0 && options.namedOfNodes.contains { table.hasColumn($0) }
      if isAsked || isFit || (areNone || isWanted || ends.isEmpty) && isOfNodes || areNone && found.count == 1 {
        taken.append(table)
      } else {
        left.append((table, isOfNodes, hasHeader))
      }
    }
    let used = Set((taken + edges).map(\.sheet))
    for (table, isOfNodes, hasHeader) in left {
      let rows = [table.header].compactMap(\.self) + table.rows
      let isText = rows.allSatisfy { Set($0.cells.filter { !$0.isEmpty }).count < 2 }
      // What stands below a table is a total, or a note on it.
      if used.contains(table.sheet), !hasHeader || isText {
        for row in rows where !row.cells.allSatisfy(\.isEmpty) {
          let isTotal = row.cells.first { !$0.isEmpty }.map(RowWords.beginsWithTotal) ?? false
          notices.note(
            .left, (isTotal ? GraphTable.Aside.total : .note).rawValue, at: [table.words(of: row)])
        }
        continue
      }
      let what =
        isOfNodes ? "of which hardly anything is an end of an edge" : "which is of neither nodes nor edges"
      let hint = isAskedFor || isText ? "" : "; --nodes \(table.sheet.quotedInMessage) takes what it lists as actors"
      notices.note(.left, "the table on the sheet \(table.sheet.quotedInMessage), \(what)\(hint)")
    }
    return taken
  }

  /// A part whose header names no column that is known: it stands above the first row with an end of an edge.
  private func withHeader(_ part: Part, _ ends: Set<String>) -> Part {
    if part.hasHeader { return part }
    guard
      let first = part.rows.firstIndex(where: { $0.cells.contains { ends.contains(NameFolding.folded($0)) } }),
      first > 0
    else { return part }
    var part = part
    part.rows.removeFirst(first - 1)
    return part
  }
}

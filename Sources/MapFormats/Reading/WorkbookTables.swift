import MapModel
import Tabular

/// The tables of a workbook: of nodes and of edges, each on a sheet of its own, or one below the other as in Kumu.
struct WorkbookTables {
  private(set) var edges: [GraphTable] = []
  private(set) var nodes: [GraphTable] = []
  private var others: [GraphTable] = []
  private(set) var notices: [ImportNotice] = []
  private let file: String

  /// How many cells a sheet may have.
  private static let mostCells = 4_000_000

  /// Reads a workbook, with a table of nodes in another file if there is one; either may be a workbook.
  static func read(
    _ bytes: [UInt8], name: String, nodes: (bytes: [UInt8], name: String)?
  ) throws(GraphFileError) -> ImportedGraph {
    var tables = try WorkbookTables(bytes, file: name)
    if let nodes {
      let listed = try WorkbookTables(nodes.bytes, file: nodes.name)
      tables.nodes += listed.nodes + listed.others
      tables.notices += listed.notices
    }
    try tables.settle()
    return try GraphTablesReader.read(
      edges: tables.edges, nodes: tables.nodes, file: name, format: "a workbook", notices: tables.notices)
  }

  private init(_ bytes: [UInt8], file: String) throws(GraphFileError) {
    self.file = file
    guard SpreadsheetFile.isStart(bytes) else {
      sort(try GraphTable(bytes, file: file))
      return
    }
    do throws(WorkbookFault) {
      let book = try Workbook(.memory(bytes))
      for sheet in book.sheets {
        // Kumu does not read sheets that are called so.
        if sheet.isHidden || sheet.name.lowercased().hasSuffix("(ignore)") {
          notices.note(.left, "the sheet \(sheet.name.quotedInMessage), which is hidden or to be ignored")
          continue
        }
        let table = try book.table(of: sheet, limit: Self.mostCells)
        notices.note(.left, "cells with an error of a formula", count: table.notes.errors.count)
        notices.note(
          .left, "results of formulas that the file does not hold: open it in Excel and save it again",
          count: table.notes.formulasWithoutValue.count)
        notices.note(.assumed, "rows that Excel hides count like others", count: table.notes.hiddenRows.count)
        for rows in Self.sections(of: table) {
          if let table = try? GraphTable(rows, file: file, sheet: sheet.name) { sort(table) }
        }
      }
    } catch {
      throw GraphFileError(file: file, message: error.description)
    }
  }

  /// The rows of a sheet in parts that two blank rows set apart, each from its header on.
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
    // Titles and explanations may stand above a header.
    return sections.map { rows in
      let scores = rows.prefix(20).map { $0.cells.count(where: GraphTable.isKnown) }
      let best = scores.max() ?? 0
      return Array(rows.dropFirst(best > 0 ? scores.firstIndex(of: best) ?? 0 : 0))
    }
  }

  private mutating func sort(_ table: GraphTable) {
    if table.ends != nil {
      edges.append(table)
    } else if table.column("id", "label", "name", "node", "actor") != nil {
      nodes.append(table)
    } else {
      others.append(table)
    }
  }

  /// Finds edges by the name of their sheet, if no header names their ends.
  private mutating func settle() throws(GraphFileError) {
    let names = ["edges", "ties", "connections", "links", "relations", "relationships"]
    if edges.isEmpty {
      edges = (others + nodes).filter { table in names.contains { table.sheet.lowercased().hasPrefix($0) } }
      let sheets = Set(edges.map(\.sheet))
      others.removeAll { sheets.contains($0.sheet) }
      nodes.removeAll { sheets.contains($0.sheet) }
    }
    if edges.isEmpty {
      throw GraphFileError(
        file: file,
        message: "no sheet is a table of edges: one should have columns called from and to, or source and target")
    }
    for table in others {
      notices.note(.left, "the table on the sheet \(table.sheet.quotedInMessage), which is of neither nodes nor edges")
    }
  }
}

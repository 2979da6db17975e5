@testable import Tabular

/// A workbook put together from its parts, to say what other programs write.
struct SmallWorkbook {
  var sheets: [(name: String, rows: String)]
  /// What stands behind the cells of the first sheet.
  var behind = ""
  var strings = ""
  var styles = ""
  var properties = ""
  var states: [String: String] = [:]
  var prefix = ""
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  init(_ rows: String) { sheets = [("Data", rows)] }

  private func document(_ root: String, _ content: String) -> [UInt8] {
    let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    return Array("<?xml version=\"1.0\"?><\(prefix)\(root) \(name)=\"\(namespace)\">\(content)</\(prefix)\(root)>".utf8)
  }

  var bytes: [UInt8] {
    get throws {
      var zip = ZipWriter()
      try zip.add("[Content_Types].xml", Array("<Types/>".utf8))
      let relations = sheets.indices.map {
        "<Relationship Id=\"r\($0)\" Type=\"http://x/relationships/worksheet\" Target=\"/xl/sheets/\($0).xml\"/>"
      }
      let parts = [("styles", "../xl/./styles.xml"), ("sharedStrings", "texts.xml")].map {
        "<Relationship Id=\"\($0.0)\" Type=\"http://x/relationships/\($0.0)\" Target=\"\($0.1)\"/>"
      }
      try zip.add(
        "xl/_rels/workbook.xml.rels",
        Array("<Relationships>\(relations.joined())\(parts.joined())</Relationships>".utf8))
      let list = sheets.enumerated().map { index, sheet in
        "<\(prefix)sheet name=\"\(sheet.name)\" \(states[sheet.name].map { "state=\"\($0)\"" } ?? "")"
          + " xmlns:r=\"http://x/relationships\" r:id=\"r\(index)\"/>"
      }
      try zip.add(
        "xl/workbook.xml", document("workbook", properties + "<\(prefix)sheets>\(list.joined())</\(prefix)sheets>"))
      try zip.add("xl/styles.xml", document("styleSheet", styles))
      try zip.add("xl/texts.xml", document("sst", strings))
      for (index, sheet) in sheets.enumerated() {
        let cells = "<\(prefix)sheetData>\(sheet.rows)</\(prefix)sheetData>\(index == 0 ? behind : "")"
        try zip.add("xl/sheets/\(index).xml", document("worksheet", cells))
      }
      return zip.archive()
    }
  }

  /// The rows of the first sheet.
  func rows() throws -> [[String]] { try table().rows.map(\.cells) }

  func table() throws -> SheetTable {
    let workbook = try Workbook(.memory(bytes))
    return try workbook.table(of: workbook.sheets[0])
  }
}

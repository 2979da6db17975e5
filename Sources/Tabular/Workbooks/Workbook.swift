import XML

/// A workbook of Excel (.xlsx or .xlsm), as other programs write it, too: its sheets, read one by one.
///
/// See ECMA-376, "Office Open XML File Formats", part 1, section 18, in its strict and its transitional form. Macros are
/// never run.
package struct Workbook: Sendable {
  /// A sheet of cells.
  package struct Sheet: Sendable, Hashable {
    package let name: String
    /// Whether Excel does not show it.
    package let isHidden: Bool
    /// Where its cells are in the archive.
    let path: String
  }

  /// The sheets in their order, without those that hold a chart only.
  package let sheets: [Sheet]
  /// Whether the workbook holds macros, which are not run.
  package let hasMacros: Bool
  let archive: ZipArchive
  let formats: [CellFormat]
  let strings: SharedStrings
  let startsIn1904: Bool

  /// Opens a workbook: all of it but the cells.
  /// - Throws: ``WorkbookFault`` if it is a file of another kind, or cannot be read.
  /// - Complexity: O(n), where n is the length of its texts, each of which it holds once.
  package init(_ source: ByteSource) throws(WorkbookFault) {
    let archive: ZipArchive
    do throws(ZipFault) { archive = try ZipArchive(source) } catch {
      throw error.kind == .noArchive ? try FileKind.fault(ofNoArchive: source) : WorkbookFault(error)
    }
    if let fault = FileKind.fault(of: archive) { throw fault }
    self.archive = archive
    hasMacros = archive.entries.contains { $0.name.lowercased().hasSuffix("vbaproject.bin") }
    let parts = WorkbookParts(archive)
    let path = try parts.workbookPath()
    let book = try parts.tree(path)
    let targets = try parts.targets(of: path)
    guard let list = book.first("sheets")?.elements("sheet") else { throw .damaged("it names no sheets") }
    sheets = list.compactMap { sheet in
      guard let name = sheet["name"], let target = sheet["id"].flatMap({ targets[$0] }),
        target.type == "worksheet"
      else { return nil }
      return Sheet(name: name, isHidden: ["hidden", "veryHidden"].contains(sheet["state"]), path: target.path)
    }
    guard !sheets.isEmpty else { throw .damaged("it has no sheet of cells") }
    startsIn1904 = WorkbookParts.isTrue(book.first("workbookPr")?["date1904"])
    formats =
      try targets.values.first { $0.type == "styles" }.map { (target) throws(WorkbookFault) in
        CellFormat.list(of: try parts.tree(target.path))
      } ?? []
    strings =
      try targets.values.first { $0.type == "sharedStrings" }.map { (target) throws(WorkbookFault) in
        try SharedStrings(target.path, of: archive)
      } ?? SharedStrings()
  }

  /// The sheet of a name, or one whose name differs only in upper and lower case.
  package subscript(name: String) -> Sheet? {
    sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }
}

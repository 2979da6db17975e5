import Documents
import MapDisclosure
import MapModel
public import MapReports

extension MeasureReport {
  /// The measures as a workbook for Excel and LibreOffice: notes, contents, and a sheet for each table.
  /// - Throws: an error of the writer if there are more rows or columns than Excel has.
  public func workbook() throws -> [UInt8] {
    try TableWorkbook(
      title: "Measures: \(published.map.title)",
      notes: TableWorkbook.notes(of: published, note: note), parts: tables
    ).bytes
  }
}

extension GapReport {
  /// The gaps as a workbook for Excel and LibreOffice.
  /// - Throws: an error of the writer if there are more rows or columns than Excel has.
  public func workbook() throws -> [UInt8] {
    try TableWorkbook(
      title: "Gaps: \(published.map.title)", notes: TableWorkbook.notes(of: published), parts: tables
    ).bytes
  }
}

extension CheckReport {
  /// What was found as a workbook for Excel and LibreOffice.
  /// - Throws: an error of the writer if there are more rows or columns than Excel has.
  public func workbook() throws -> [UInt8] {
    let note = published.audience == .team ? Audience.teamOnly : ""
    return try TableWorkbook(title: title.isEmpty ? "Check" : "Check: \(title)", notes: [note], parts: tables).bytes
  }
}

extension ComparisonReport {
  /// All tables of the comparison as a workbook for Excel and LibreOffice.
  /// - Throws: an error of the writer if there are more rows or columns than Excel has.
  public func workbook() throws -> [UInt8] {
    let maps = published.maps
    return try TableWorkbook(
      title: heading,
      notes: [maps.narrowing, note] + [
        "A cell is empty where nothing is known, or where its heading does not apply."
      ],
      parts: titledTables
    ).bytes
  }
}

/// A spreadsheet's own file: an archive, and not text.
package enum SpreadsheetFile {
  /// Whether bytes are the start of one, of Excel or LibreOffice, old or new.
  package static func isStart(_ bytes: some Collection<UInt8>) -> Bool {
    let starts: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    return starts.contains { bytes.starts(with: $0) }
  }

  /// Whether a name is that of one.
  package static func isNamed(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers"].contains { name.hasSuffix($0) }
  }

  /// Whether a file starts as one.
  package static func isStart(of source: ByteSource) -> Bool {
    guard let start = try? PlacedBytes(source).part(0, 4) else { return false }
    return isStart(start)
  }
}

/// Text as it stands in XML.
enum XMLText {
  /// Appends a text.
  /// - Parameter escapingCells: whether it is that of a cell, in which `_x000D_` stands for a carriage return.
  /// - Returns: whether XML can hold it.
  static func append(_ text: String, escapingCells: Bool = false, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    let text = Array(text.utf8)
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case 13: bytes += Array((escapingCells ? "_x000D_" : "&#13;").utf8)
      case 0..<9, 11..<32: fallthrough
      // What UTF-8 has for U+FFFE and U+FFFF.
      case 0xEF where text[place...].dropFirst().first == 0xBF && text[place...].dropFirst(2).first ?? 0 >= 0xBE:
        bytes.removeSubrange(start...)
        return false
      case UInt8(ascii: "_") where escapingCells && CellText.isEscape(text, at: place):
        bytes += Array("_x005F_".utf8)
      default: bytes.append(byte)
      }
    }
    return true
  }
}

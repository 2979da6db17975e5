/// The one rule by which names are the same: whatever their case, their spacing and their kind of hyphen.
package enum NameFolding {
  /// One spelling for all that people mean by a name: lower case, straight apostrophes, single spaces, no hyphens.
  package static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      // A hyphen is as good as a space: "multi-agency meeting", "multi agency meeting".
      case 0x21...0x7E where byte != UInt8(ascii: "-"): bytes.append(byte)
      case 0x80...: return foldedUnicode(text)
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a name says that it stands for all that it stands beside, as "Total" and "All areas" do.
  package static func isOfAll(_ name: String) -> Bool {
    let words = folded(name).split { !$0.isLetter }
    return words.contains { ["total", "totals", "all", "overall", "whole", "sum", "both", "everyone"].contains($0) }
  }

  private static func foldedUnicode(_ text: String) -> String {
    text.lowercased().replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
      .split(whereSeparator: {
        $0.isWhitespace || "-\u{2010}\u{2011}".contains($0) || $0 == "\u{200B}" || $0 == "\u{FEFF}"
      }).joined(separator: " ")
  }
}

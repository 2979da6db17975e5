/// PDF without the time of its making and the time zone of its maker, which are all that differs between two of the same
/// scene.
enum TimelessPDF {
  /// The bytes of a PDF with a fixed date in place of its own.
  ///
  /// How long a date is depends on the zone, so the places of the objects behind it in the table at the end (ISO 32000-1,
  /// section 7.5.4) move with it. A PDF of another form stays as it is.
  /// - Complexity: O(n), where n is the number of bytes.
  static func bytes(of pdf: [UInt8]) -> [UInt8] {
    guard let key = pdf.firstRange(of: Array("/CreationDate (".utf8)),
      let end = pdf[key.upperBound...].firstIndex(of: UInt8(ascii: ")")),
      let place = pdf.suffix(64).firstRange(of: Array("startxref\n".utf8)),
      let table = number(in: pdf, at: place.upperBound), table > end, table + 5 < pdf.count,
      pdf[table..<(table + 5)].elementsEqual("xref\n".utf8),
      let space = pdf[(table + 5)...].firstIndex(of: UInt8(ascii: " ")), let count = number(in: pdf, at: space + 1),
      let line = pdf[space...].firstIndex(of: UInt8(ascii: "\n")), line + 1 + count * entryLength <= place.lowerBound
    else { return pdf }
    let date = Array("D:19700101000000Z".utf8)
    let shift = date.count - (end - key.upperBound)
    var moved = pdf
    for entry in 0..<count {
      let start = line + 1 + entry * entryLength
      guard let offset = number(in: pdf, at: start), offset > end else { continue }
      let digits = Array(String(offset + shift).utf8)
      moved.replaceSubrange(start..<(start + 10), with: [UInt8](repeating: 0x30, count: 10 - digits.count) + digits)
    }
    let digits = String(table).utf8.count
    moved.replaceSubrange(place.upperBound..<(place.upperBound + digits), with: String(table + shift).utf8)
    moved.replaceSubrange(key.upperBound..<end, with: date)
    return moved
  }

  private static let entryLength = 20

  private static func number(in bytes: [UInt8], at start: Int) -> Int? {
    let digits = bytes[start...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// PDF with a title and a language, and without the time of its making and the time zone of its maker, which are all that
/// differs between two of the same scene.
enum TitledPDF {
  private struct Edit {
    var place: Range<Int>
    var text: [UInt8]
  }

  /// The bytes of a PDF with a title, a language and a fixed date in place of its own.
  ///
  /// What is put in moves the objects behind it, so that their places in the table at the end (ISO 32000-1, section
  /// 7.5.4) move with it. A PDF of another form stays as it is.
  /// - Parameter language: the language of its texts (RFC 3066), such as `en-GB`.
  /// - Complexity: O(n), where n is the number of bytes.
  static func bytes(of pdf: [UInt8], title: String, language: String) -> [UInt8] {
    guard let key = pdf.firstRange(of: Array("/CreationDate (".utf8)),
      let end = pdf[key.upperBound...].firstIndex(of: UInt8(ascii: ")")),
      let catalog = pdf[end...].firstRange(of: Array("/Type /Catalog".utf8)),
      let place = pdf.suffix(64).firstRange(of: Array("startxref\n".utf8)),
      let table = number(in: pdf, at: place.upperBound), table > catalog.upperBound, table + 5 < pdf.count,
      pdf[table..<(table + 5)].elementsEqual("xref\n".utf8),
      let space = pdf[(table + 5)...].firstIndex(of: UInt8(ascii: " ")), let count = number(in: pdf, at: space + 1),
      let line = pdf[space...].firstIndex(of: UInt8(ascii: "\n")), line + 1 + count * entryLength <= place.lowerBound
    else { return pdf }
    let edits = [
      Edit(
        place: key.lowerBound..<end + 1,
        text: Array("/CreationDate (D:19700101000000Z)\n   /Title \(textString(title))".utf8)),
      Edit(
        place: catalog,
        text: Array(
          "/Type /Catalog\n   /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>".utf8)),
    ]
    func moved(_ offset: Int) -> Int {
      edits.reduce(offset) { $1.place.lowerBound < offset ? $0 + $1.text.count - $1.place.count : $0 }
    }
    var changed = pdf
    for entry in 0..<count {
      let start = line + 1 + entry * entryLength
      guard let offset = number(in: pdf, at: start), offset > 0 else { continue }
      let digits = Array(String(moved(offset)).utf8)
      changed.replaceSubrange(start..<(start + 10), with: [UInt8](repeating: 0x30, count: 10 - digits.count) + digits)
    }
    let digits = String(table).utf8.count
    changed.replaceSubrange(place.upperBound..<(place.upperBound + digits), with: String(moved(table)).utf8)
    for edit in edits.reversed() { changed.replaceSubrange(edit.place, with: edit.text) }
    return changed
  }

  /// A text as PDF writes it: UTF-16 in hexadecimal digits, with a mark of its order (ISO 32000-1, section 7.9.2.2).
  private static func textString(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF" + units.joined() + ">"
  }

  private static let entryLength = 20

  private static func number(in bytes: [UInt8], at start: Int) -> Int? {
    let digits = bytes[start...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

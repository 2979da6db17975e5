import Testing

@testable import Tabular

struct TextDecoderTests {
  private static let text = "Caf\u{E9} \u{2019}\u{1F600}, a\u{308}\r\nplain"

  /// The text in an encoding, without what Windows-1252 does not have.
  private static func bytes(_ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .damagedUTF8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16(let isLittleEndian):
      ([0xFEFF] + Array(text.utf16)).flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittleEndian ? pair : pair.reversed()
      }
    case .windows1252: [0x43, 0x61, 0x66, 0xE9, 0x20, 0x92, 0x80]
    }
  }

  @Test func `reads every encoding that spreadsheets use`() {
    #expect(DecodedText(Array(Self.text.utf8)).text == Self.text)
    for encoding in [TextEncoding.utf8, .utf16(isLittleEndian: true), .utf16(isLittleEndian: false)] {
      #expect(DecodedText(Self.bytes(encoding)).text == Self.text)
    }
    let windows = DecodedText(Self.bytes(.windows1252))
    #expect(windows.text == "Caf\u{E9} \u{2019}\u{20AC}")
    #expect(windows.encoding == .windows1252)
  }

  @Test func `knows UTF-16 without a mark by the zeros between its letters`() {
    let little = "area,school\nNorth,A\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DecodedText(little).text == "area,school\nNorth,A\n")
  }

  @Test func `tells damaged UTF-8 from Windows-1252 by what there is more of`() {
    let damaged = DecodedText(Array("é, ü, ".utf8) + [0xE9] + Array(", ö".utf8))
    #expect(damaged.encoding == .damagedUTF8)
    #expect(damaged.text == "é, ü, \u{FFFD}, ö")
    #expect(DecodedText([0xE9, 0xE8, 0x2C] + Array("é".utf8)).encoding == .windows1252)
  }

  @Test(arguments: [
    TextEncoding.utf8, .utf16(isLittleEndian: true), .utf16(isLittleEndian: false), .windows1252,
  ])
  func `reads the same whatever the size of the parts`(encoding: TextEncoding) throws {
    let bytes = Self.bytes(encoding)
    for partSize in 1...bytes.count {
      var decoder = TextDecoder(encoding)
      var text: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: partSize) {
        let end = min(start + partSize, bytes.count)
        try decoder.append(Array(bytes[start..<end]), isLast: end == bytes.count, to: &text)
      }
      #expect(String(decoding: text, as: UTF8.self) == DecodedText(bytes).text)
      // And where the bytes stand.
      decoder = TextDecoder(encoding)
      var (other, whole): ([UInt8], [UInt8]) = ([], [])
      for start in stride(from: 0, to: bytes.count, by: partSize) {
        let end = min(start + partSize, bytes.count)
        let kept = Array(other.suffix(3))
        whole += other.dropLast(3)
        other = kept + bytes[start..<end]
        try decoder.decode(&other, from: kept.count, isLast: end == bytes.count)
      }
      #expect(whole + other == text)
    }
  }

  @Test func `reads an odd byte at the end of UTF-16 without harm`() {
    #expect(DecodedText([0xFF, 0xFE, 0x41, 0x00, 0x42]).text == "A")
  }
}

import Testing

@testable import MapEvidence

struct TextDecodingTests {
  @Test func `reads every encoding that spreadsheets use`() {
    let text = "Caf\u{E9} \u{2019}"
    #expect(DecodedText(Array(text.utf8)).text == text)
    #expect(DecodedText([0xEF, 0xBB, 0xBF] + Array(text.utf8)).text == text)
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DecodedText([0xFF, 0xFE] + little).text == text)
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(DecodedText([0xFE, 0xFF] + big).text == text)
    let windows = DecodedText([0x43, 0x61, 0x66, 0xE9, 0x20, 0x92])
    #expect(windows.text == text)
    #expect(windows.encoding == .windows1252)
  }

  @Test func `reads an odd byte at the end of UTF-16 without harm`() {
    #expect(DecodedText([0xFF, 0xFE, 0x41, 0x00, 0x42]).text == "A")
  }
}

import Testing

@testable import Documents

struct TerminalTextTests {
  @Test func `no control character and nothing that turns the direction passes`() {
    let turning: [ClosedRange<UInt32>] = [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C...0x61C]
    for value in (0...0x2FFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let steers = scalar.properties.generalCategory == .control || turning.contains { $0.contains(value) }
      guard steers, value != 0x9, value != 0xA else { continue }
      for text in ["a\(scalar)b", "\(scalar)", "\u{5D0}\(scalar)\u{5D0}"] {
        #expect(!TerminalText.inert(text).unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
        #expect(!TerminalText.escaped(text).unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      }
    }
    #expect(TerminalText.inert("two\nlines") == "two\nlines" && TerminalText.escaped("two\nlines") == "two lines")
  }
}

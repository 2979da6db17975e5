import Testing

@testable import Tabular

struct ComposedTextTests {
  /// Texts in scalars, and their normalization form C by Python's `unicodedata`.
  private static let forms: [([UInt32], [UInt32])] = [
    ([0x45, 0x301], [0xC9]), ([0x65, 0x323, 0x302], [0x1EC7]), ([0x65, 0x302, 0x323], [0x1EC7]),
    // Marks at the same side stay in their order, and the one that follows a mark that stays does, too.
    ([0x61, 0x300, 0x301], [0xE0, 0x301]), ([0x78, 0x301], [0x78, 0x301]), ([0x75, 0x308, 0x304], [0x1D6]),
    ([0x3B1, 0x345, 0x301], [0x1FB4]), ([0x418, 0x306], [0x419]), ([0x1112, 0x1161, 0x11AB], [0xD55C]),
    ([0x304B, 0x3099], [0x304C]), ([0x9C7, 0x9BE], [0x9CB]), ([0x1F469, 0x200D, 0x1F52C], [0x1F469, 0x200D, 0x1F52C]),
    ([0x3C, 0x338], [0x226E]), ([0x41, 0x42], [0x41, 0x42]),
  ]

  private static func text(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    view += scalars.compactMap(Unicode.Scalar.init)
    return String(view)
  }

  @Test(arguments: forms) func `writes letters with their marks as Unicode's form C does`(
    scalars: [UInt32], composed: [UInt32]
  ) {
    #expect(ComposedText.composed(Self.text(scalars)).unicodeScalars.map(\.value) == composed)
  }

  @Test(arguments: 1...30) func `composes the same whatever the size of the parts`(partSize: Int) throws {
    let text =
      "id,name\n1,E\u{301}cole d'e\u{301}te\u{301}, \u{1F600} e\n2,\u{1112}\u{1161}\u{11AB}\u{AC00}e\u{323}\u{302}\n"
    let bytes = Array(text.utf8)
    var decoder = TextDecoder(.utf8)
    var read: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: partSize) {
      let end = min(start + partSize, bytes.count)
      try decoder.append(Array(bytes[start..<end]), isLast: end == bytes.count, to: &read)
    }
    let composed = "id,name\n1,\u{C9}cole d'\u{E9}t\u{E9}, \u{1F600} e\n2,\u{D55C}\u{AC00}\u{1EC7}\n"
    #expect(read == Array(composed.utf8))
  }

  @Test func `leaves out every mark of the encoding at the start`() {
    #expect(DecodedText([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x22, 0x61, 0x22]).text == "\"a\"")
  }
}

import Testing

@testable import MapDrawing

struct WrappedLabelTests {
  @Test func `breaks at white space into lines of like length`() {
    let label = WrappedLabel("Children's Services Manager", fontSize: 11, width: 92)
    #expect(label.lines == ["Children's", "Services", "Manager"])
    #expect(WrappedLabel("DfE", fontSize: 11, width: 92).lines == ["DfE"])
  }

  @Test(arguments: [String(repeating: "x", count: 100_000), String(repeating: "word ", count: 20_000)])
  func `cuts what does not fit`(text: String) {
    let label = WrappedLabel(text, fontSize: 11, width: 92)
    #expect(label.lines.count <= 4)
    #expect(label.width <= 92)
    #expect(label.lines.last?.hasSuffix("\u{2026}") == true)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{200B}"])
  func `has a line even without text`(text: String) {
    #expect(WrappedLabel(text, fontSize: 11, width: 92).lines.count == 1)
  }
}

import Testing

@testable import XML

struct XMLEventParserTests {
  private final class Notes: XMLEventReceiver {
    var events: [String] = []
    private var text = ""

    func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
      close()
      events.append("<\(name.string) \(attributes["b"] ?? "none")")
    }

    func add(_ text: Span<UInt8>) { self.text += text.string }

    func end(_ name: Span<UInt8>) {
      close()
      events.append("/\(name.string)")
    }

    private func close() {
      if !text.isEmpty { events.append(text) }
      text = ""
    }
  }

  /// The events of a document that comes in parts, or what is wrong with it.
  private func events(_ document: [UInt8], part: Int = .max) -> [String] {
    let notes = Notes()
    var parser = XMLEventParser(notes)
    do throws(XMLTree.Fault) {
      for start in stride(from: 0, to: document.count, by: min(part, document.count)) {
        let end = start + min(part, document.count - start)
        try parser.parse(Array(document[start..<end]), isLast: end == document.count)
      }
      return notes.events
    } catch { return [error.description] }
  }

  @Test func `tells the same of a document in parts of any size, and in UTF-16`() {
    let text = "<?xml version=\"1.0\"?><x:a xmlns:x='u'><x:c y:b='1&amp;\u{E9}'>\u{1F600} t</x:c><d/></x:a>"
    let expected = ["<a none", "<c 1&\u{E9}", "\u{1F600} t", "/c", "<d none", "/d", "/a"]
    for part in [1, 2, 3, 7, 1_000] { #expect(events(Array(text.utf8), part: part) == expected) }
    let wide: [UInt8] = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(events(wide, part: 5) == expected)
  }

  @Test func `refuses what is made to do harm`() {
    let bomb = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]>\n<a>&y;</a>"
    #expect(events(Array(bomb.utf8)) == ["line 1: the document declares a document type, which is not read"])
    let deep = String(repeating: "<a>", count: 501)
    #expect(events(Array(deep.utf8)) == ["line 1: more than 500 elements stand within each other"])
    let long = Array("<a b='".utf8) + [UInt8](repeating: 120, count: 6_000_000)
    #expect(events(long, part: 65_536) == ["line 1: a tag or a comment has more than 4 MB"])
    #expect(events(Array("<a>".utf8)) == ["line 1: no element found"])
  }
}

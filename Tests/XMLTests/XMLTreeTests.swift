import TestSupport
import Testing

@testable import XML

struct XMLTreeTests {
  private static func tree(_ text: String) throws -> XMLTree { try XMLTree(reading: Array(text.utf8)) }

  @Test func `reads elements, attributes in their order, and text`() throws {
    let tree = try Self.tree(
      """
      <?xml version="1.0"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://localhost/none.dtd">
      <!-- a comment -->
      <svg b="1" a='"&amp;&#39;'>
      <text> </text>
      <text>a&lt;b &#45; c</text>
      <g/>
      </svg>
      """)
    #expect(
      tree
        == XMLTree(
          "svg", [.init("b", "1"), .init("a", "\"&'")],
          [
            .element(XMLTree("text", [], [.text(" ")])), .element(XMLTree("text", [], [.text("a<b - c")])),
            .element(XMLTree("g")),
          ]))
    #expect(
      tree.text == """
        <svg b="1" a="&quot;&amp;'">
        <text> </text>
        <text>a&lt;b - c</text>
        <g/>
        </svg>

        """)
  }

  @Test(arguments: HostileText.samples)
  func `writes what it reads again, and what another parser reads`(text: String) throws {
    let tree = XMLTree("svg", [.init("id", text)], [.element(XMLTree("title", [], [.text(text)]))])
    let again = try Self.tree(tree.document)
    #expect(again.text == tree.text)
    let other = try #require(WellFormedXML(Array(tree.document.utf8)))
    #expect(other.elements.map(\.name) == ["title", "svg"])
    let shown = again.children.first.flatMap { if case .element(let title) = $0 { title.children.first } else { nil } }
    if other.elements[0].text.contains(where: { !$0.isWhitespace }) {
      #expect(shown == .text(other.elements[0].text))
    }
  }

  @Test(arguments: ["", "<svg>", "<svg></g>", "<svg a=1/>", "<svg>&nosuch;</svg>", "<svg>\u{1}</svg>", "no XML"])
  func `tells what is no XML, and where`(text: String) throws {
    let fault = #expect(throws: XMLTree.Fault.self) { try Self.tree(text) }
    #expect(fault?.line == 1 && fault?.message.isEmpty == false)
  }

  @Test func `opens nothing outside the document`() throws {
    let file = Package.path(to: "Package.swift")
    let text = try? Self.tree("<!DOCTYPE a [<!ENTITY b SYSTEM \"file://\(file)\">]><a>&b;</a>").text
    #expect(text?.contains("swift") != true)
  }
}

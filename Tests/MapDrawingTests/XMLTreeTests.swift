import TestSupport
import Testing

@testable import MapDrawing

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

  @Test func `leaves out in a page what its style sheet says, and no digit of a word`() throws {
    let tree = try Self.tree(
      """
      <svg width="10pt" viewBox="0.00 0.00 12.34 5.67"><title>Figure 5.12</title><g id="a-1.25">
      <path d="M1.25,-2.05C3,4.5 .75,1 10.99,2"/>
      <text x="1.5" font-family="A,B" font-size="11.00" fill="#0b0c0c">v1.234</text>
      <text font-family="A,B" font-size="9.50" fill="#0b0c0c">B</text></g></svg>
      """)
    #expect(
      tree.embedded(fontSize: 11, fill: "#0b0c0c").text == """
        <svg width="10pt" viewBox="0.0 0.0 12.3 5.6">
        <title>Figure 5.12</title>
        <g id="a-1.25">
        <path d="M1.2,-2.0C3,4.5 .7,1 10.9,2"/>
        <text x="1.5">v1.234</text>
        <text font-size="9.5" fill="#0b0c0c">B</text>
        </g>
        </svg>

        """)
  }
}

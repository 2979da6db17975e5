import Graphviz
import Testing

struct DOTDocumentTests {
  @Test func `writes attributes, nodes and edges in their order`() {
    let document = DOTDocument(
      name: "g", attributes: [.padding(36)], nodeDefaults: [.shape(.box)], edgeDefaults: [.penWidth(1.25)],
      nodes: [.init("a", [.label("A")]), .init("b")],
      edges: [.init(from: "a", to: "b", key: "k", [.style(.dashed), .direction(.both)])])
    #expect(
      document.text == """
        digraph "g" {
          graph [pad=0.5];
          node [shape="box"];
          edge [penwidth=1.25];
          "a" [label="A"];
          "b";
          "a" -> "b" [key="k", style="dashed", dir="both"];
        }

        """)
  }

  @Test(arguments: [
    ("quo\"te", #"quo\"te"#), (#"back\N"#, #"back\\N"#), ("a&b", "a&amp;b"), ("two\nlines", #"two\nlines"#),
    ("bell\u{7}", "bell"), ("\u{FFFE}x", "x"), (#"\"#, #"\\"#), ("\"\u{301}", "\\\"\u{301}"),
  ])
  func `escapes labels`(text: String, written: String) {
    let document = DOTDocument(name: "g", nodes: [.init("a", [.label(text)])])
    #expect(document.text.contains("[label=\"\(written)\"]"))
  }

  @Test func `takes any name`() throws {
    for name in ["quo\"te", "back\\", "1abc", "", "node", "a:b", "<b>", "%3"] {
      let document = DOTDocument(
        name: "g" + name, nodes: [.init(name), .init("other")], edges: [.init(from: name, to: "other", key: name)])
      let svg = String(decoding: try GraphvizSession.render(document, as: .svg), as: UTF8.self)
      #expect(svg.ranges(of: "class=\"node\"").count == 2, "\(name)")
    }
  }

  @Test func `writes numbers without needless digits and keeps them in range`() {
    let document = DOTDocument(
      name: "g",
      nodes: [.init("a", [.position(DOTPoint(1, -2.5)), .fontSize(1e9), .penWidth(-1), .outlines(2_000_000)])])
    #expect(document.text.contains(#"pos="1,-2.5", fontsize=200, penwidth=0, peripheries=4"#))
  }

  @Test func `writes courses with their arrow tips`() {
    let points = (0...3).map { DOTPoint(Double($0), 0) }
    let course = DOTCourse(points: points, startTip: DOTPoint(-1, 0), endTip: DOTPoint(4, 0))
    let document = DOTDocument(
      name: "g", nodes: [.init("a"), .init("b")], edges: [.init(from: "a", to: "b", key: "k", [.course(course)])])
    #expect(document.text.contains(#"pos="s,-1,0 e,4,0 0,0 1,0 2,0 3,0""#))
  }
}

import Testing
import XML

@testable import MapDrawing

struct XMLTreeEmbeddingTests {
  @Test func `leaves out in a page what its style sheet says, and no digit of a word`() throws {
    let tree = try XMLTree(
      reading: Array(
        """
        <svg width="10pt" viewBox="0.00 0.00 12.34 5.67"><title>Figure 5.12</title><g id="a-1.25">
        <path d="M1.25,-2.05C3,4.5 .75,1 10.99,2"/>
        <text x="1.5" font-family="A,B" font-size="11.00" fill="#0b0c0c">v1.234</text>
        <text font-family="A,B" font-size="9.50" fill="#0b0c0c">B</text></g></svg>
        """.utf8))
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

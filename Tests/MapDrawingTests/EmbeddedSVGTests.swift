import Testing
import XML

@testable import MapDrawing

struct EmbeddedSVGTests {
  @Test func `leaves out in a page what its style sheet says, and no digit of a word`() throws {
    let tree = try XMLTree(
      reading: Array(
        """
        <svg width="10pt" viewBox="0.00 0.00 12.34 5.67"><title>Figure 5.12</title><g id="a-1.25" class="edge line">
        <path fill="none" stroke="#112233" d="M1.25,-2.05C3,4.5 .75,1 10.99,2"/>
        <path fill="none" stroke="#112233" d="M1,2C2,2 3,2 4,2"/>
        <polygon fill="#112233" points="1,-2 1,-2 -3.14,4.04 5,6 1,-2"/>
        <text x="1.5" font-family="A,B" font-size="11.00" fill="#0b0c0c" text-anchor="middle">v1.234</text>
        <text font-family="A,B" font-size="9.50" fill="#0b0c0c">B</text></g></svg>
        """.utf8))
    let embedded = EmbeddedSVG(tree, fontSize: 11, fill: "#0b0c0c")
    #expect(
      embedded.tree.text == """
        <svg width="10pt" viewBox="0 0 12.3 5.6">
        <title>Figure 5.12</title>
        <g id="a-1.25" class="line">
        <path class="l0" d="M1.3-2.1c1.7 6.6-.5 3.1 9.7 4.1"/>
        <path class="l0" d="M1 2h3"/>
        <polygon class="l1" points="1-2-3.1,4 5,6"/>
        <text x="1.5">v1.234</text>
        <text font-size="9.5" fill="#0b0c0c">B</text>
        </g>
        </svg>

        """)
    #expect(embedded.style == ".l0 { fill: none; stroke: #112233; }\n.l1 { fill: #112233; }\n")
  }

  /// A course of several curves ends where it ended, whatever is rounded on the way.
  @Test func `says a course from point to point without drifting`() throws {
    let path = try #require(
      ShortPath("M0.04,0.04C10.04,0.04 20.04,10.04 20.04,20.04 20.04,30.04 20.04,40.04 20.04,50.04"))
    #expect(path.text == "M0 0c10 0 20 10 20 20v30")
    #expect(ShortPath("M1,2L3,4") == nil && ShortPath("C1,2 3,4 5,6") == nil)
  }
}

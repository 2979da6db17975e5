import Graphviz
import Testing

struct GraphvizSessionTests {
  private static let pair = DOTDocument(
    name: "pair", nodes: [.init("a", [.label("Ada")]), .init("b", [.label("Ben")])],
    edges: [.init(from: "a", to: "b", key: "k")])

  @Test(arguments: [
    (ImageFormat.svg, Array("<?xml".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47]), (.pdf, Array("%PDF".utf8)),
  ])
  func `draws in every format`(format: ImageFormat, start: [UInt8]) throws {
    #expect(try GraphvizSession.render(Self.pair, as: format).starts(with: start))
  }

  @Test func `keeps labels as text`() throws {
    let svg = String(decoding: try GraphvizSession.render(Self.pair, as: .svg), as: UTF8.self)
    #expect(svg.contains(">Ada</text>"))
  }

  @Test func `reports failures in libgraphviz's own words, and draws the next document all the same`() throws {
    let unplaced = DOTDocument(name: "unplaced", nodes: [.init("a")])
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizSession.render(unplaced, engine: .placed, as: .svg)
    }
    #expect(error?.stage == .layout)
    #expect(error?.description.contains("position") == true)
    #expect(try !GraphvizSession.render(Self.pair, as: .svg).isEmpty)
  }

  @Test func `is safe to call from many tasks`() async throws {
    let expected = try GraphvizSession.render(Self.pair, as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<40 { group.addTask { try GraphvizSession.render(Self.pair, as: .svg) } }
      for try await svg in group { #expect(svg == expected) }
    }
  }

  @Test func `knows its version`() throws {
    #expect(try GraphvizSession.version().contains("."))
  }
}

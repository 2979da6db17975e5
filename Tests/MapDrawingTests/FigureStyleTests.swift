import MapDisclosure
import MapModel
import MapReports
import TestSupport
import Testing

@testable import MapDrawing

struct FigureStyleTests {
  private static let whole = FigureDefinition("whole", title: "The town", content: .map(.init()))

  @Test func `sets typeface, colours and background of a figure`() throws {
    var style = FigureStyle()
    style.font = try #require(FigureFont("Noto Sans, sans-serif"))
    style.textColor = MapColor(rgb: 0x112233)
    style.lineColor = MapColor(rgb: 0x445566)
    style.background = MapColor(rgb: 0xFAFAF0)
    let plan = FigurePlan(Self.whole, of: try SmallMaps.town().published(for: .team), style: style)
    let xml = try #require(WellFormedXML(try plan.bytes(as: .svg)))
    let texts = xml.elements.filter { $0.name == "text" }
    #expect(texts.allSatisfy { $0.attributes["font-family"] == "Noto Sans, sans-serif" })
    #expect(texts.allSatisfy { $0.attributes["fill"] == "#112233" })
    #expect(xml.elements.contains { $0.name == "path" && $0.attributes["stroke"] == "#445566" })
    #expect(!xml.elements.contains { $0.name == "path" && $0.attributes["stroke"] == "#4c5660" })
    #expect(xml.elements.contains { $0.name == "polygon" && $0.attributes["fill"] == "#fafaf0" })
  }

  @Test func `how often is a width, and what is not said stands back`() {
    let style = FigureStyle()
    func paint(_ frequency: SaidFrequency?) -> Scene.Line.Paint {
      style.line(.coordination, isUnclear: false, .few, .plain, frequency)
    }
    let widths = [Frequency.rare, .some, .common].map { paint(.alike($0)).width }
    #expect(widths == widths.sorted() && Set(widths).count == 3)
    #expect(paint(.differing).isDouble && !paint(.alike(.rare)).isDouble)
    #expect(paint(.notSaid).color == style.mutedColor && paint(.alike(.rare)).color != style.mutedColor)
    #expect(paint(nil) == style.line(.coordination, isUnclear: false))
    // The legend, whose samples are painted so, tells them apart.
    let signs = SaidFrequency.all.map(paint)
    #expect(Set(signs.map { "\($0.color) \($0.width) \($0.isDouble)" }).count == signs.count)
  }

  @Test func `takes names of typefaces only`() {
    for text in ["", "a\"b", "x\" onload=\"y", "<b>", "a;b", "a\\", "a\nb", String(repeating: "a", count: 201)] {
      #expect(FigureFont(text) == nil, "\(text)")
    }
    #expect(FigureFont("源ノ角ゴシック, Arial")?.family == "源ノ角ゴシック, Arial")
  }

  @Test func `fits a figure into a room of its own`() throws {
    var style = FigureStyle()
    style.room = FigureStyle.Room(width: 300, height: 1200)
    let narrow = FigurePlan(Self.whole, of: try SmallMaps.town().published(for: .team), style: style)
    style.room = FigureStyle.Room(width: 1200, height: 300)
    let wide = FigurePlan(Self.whole, of: try SmallMaps.town().published(for: .team), style: style)
    #expect(narrow.width < wide.width)
    #expect(FigureStyle.Room(width: .nan, height: 100) == nil)
  }
}

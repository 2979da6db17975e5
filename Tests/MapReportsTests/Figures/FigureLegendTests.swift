import MapModel
import TestSupport
import Testing

@testable import MapReports

struct FigureLegendTests {
  @Test func `widths that tell how often have an entry for each that is drawn`() throws {
    let map = try PlainMaps.map(
      ["a", "b", "c", "d", "e"],
      [
        .init("a", "b", frequency: .common), .init("a", "c", frequency: .rare), .init("a", "d"),
        .init("a", "e", frequency: .some), .init("a", "e", frequency: .common),
      ])
    let legend = FigureLegend(of: FigureContent(.init(), of: map, weighsFrequency: true), on: map)
    let part = try #require(legend.parts.first { $0.id == "frequencies" })
    #expect(
      part.entries.map(\.text) == [
        "Said to be common", "Said to be rare", "Said to be so more often by some than by others",
        "Not said how often, or not of everywhere",
      ])
    #expect(part.entries.map(\.sign.words) == ["widest line", "thin line", "double line", "grey line"])
    // Without being asked for, no width is explained.
    #expect(!FigureLegend(of: FigureContent(.init(), of: map), on: map).parts.contains { $0.id == "frequencies" })
  }

  @Test func `directions of which it is said differently are two lines`() throws {
    let map = try PlainMaps.map(["a", "b"], [.init("a", "b", frequency: .common), .init("b", "a", frequency: .rare)])
    #expect(FigureContent(.init(), of: map).lines.count == 1)
    let lines = FigureContent(.init(), of: map, weighsFrequency: true).lines
    #expect(lines.map(\.frequency) == [.alike(.common), .alike(.rare)])
  }

  @Test func `lists only what the figure shows, in the order of the map's legend`() throws {
    let map = try SmallMaps.town()
    let legend = FigureLegend(of: FigureContent(.init(families: [.support]), of: map), on: map)
    #expect(legend.parts.map(\.id) == ["roles", "sectors", "lines", "marks"])
    #expect(legend.parts[0].entries.map(\.text) == ["Co-existing support", "Key player in programme delivery"])
    #expect(legend.parts[1].entries.map(\.text) == ["Delivery charity", "NHS", "Families"])
    #expect(legend.parts[2].entries.count == 1)
    #expect(legend.parts[3].entries.map(\.text) == ["Clinic also: Support as part of the programme"])
  }
}

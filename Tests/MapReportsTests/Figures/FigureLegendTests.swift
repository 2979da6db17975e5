import MapModel
import TestSupport
import Testing

@testable import MapReports

struct FigureLegendTests {
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

import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapDrawing

struct CaseBandTests {
  @Test func `draws what is withheld like the fewest, whatever it is`() {
    #expect(CaseBand(.suppressed) == .few)
    #expect(CaseBand(nil) == .few)
    #expect([0, 49, 50, 199, 200, 5000].map { CaseBand(.number($0)) } == [.few, .few, .some, .some, .many, .many])
  }

  @Test func `tells widths in lines and legend only where a figure asks for it`() throws {
    let map = try SmallMaps.town()
    func text(weighsCases: Bool) -> String {
      let definition = FigureDefinition("f", title: "F", content: .map(.init()), weighsCases: weighsCases)
      return FigurePlan(definition, of: map.published(for: .team)).scene.dot
    }
    #expect(!text(weighsCases: false).contains("cases-"))
    #expect(!text(weighsCases: false).contains("Width: cases counted"))
    #expect(text(weighsCases: true).contains("Width: cases counted"))
    #expect(text(weighsCases: true).contains("cases-few"))
  }
}

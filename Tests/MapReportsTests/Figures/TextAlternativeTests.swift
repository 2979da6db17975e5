import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapReports

struct TextAlternativeTests {
  private static func markdown(_ selection: FigureDefinition.Selection = .init()) throws -> String {
    let definition = FigureDefinition("f", number: "2", title: "Town", message: "It works.", content: .map(selection))
    let published = try SmallMaps.town().published(for: .team)
    let content = FigureContent(selection, of: published.map)
    return TextAlternative(of: definition, showing: content, on: published, in: .wholeMap).markdown
  }

  @Test func `says who connects to whom, in which direction`() throws {
    let text = try Self.markdown()
    #expect(text.hasPrefix("# Figure 2 Town\n\nIt works.\n\nNetwork map of 5 actors and 6 connections"))
    #expect(
      text.contains("Set-up (left): Town council. Delivery (right): Mentors, Weekly meeting, Clinic and Children."))
    #expect(text.contains("- Mentors support Children."))
    #expect(text.contains("- Town council refers people to Mentors."))
    #expect(text.contains("| Mentors | support | Children | support | said and recorded | all areas | 34 | 1 |"))
  }

  @Test func `says of what the evidence is that it rests on`() throws {
    let map = try PlainMaps.map(
      ["a", "b", "c"], [.init("a", "b", attribution: .because), .init("a", "c", attribution: .before)])
    func summary(_ attributions: [Attribution]) -> String {
      let selection = FigureDefinition.Selection(attributions: attributions)
      return TextAlternative(
        of: FigureDefinition("f", title: "F", content: .map(selection)), showing: FigureContent(selection, of: map),
        on: map.published(for: .team), in: .wholeMap
      ).summary
    }
    #expect(summary([.because]).hasPrefix("Network map of 2 actors and 1 connection"))
    #expect(summary([.because]).hasSuffix("It shows only what is said to be there because of the programme."))
    #expect(
      summary([.because, .before]).hasSuffix(
        "It shows only what is said to be there before the programme and because of the programme."))
    #expect(!summary([]).contains("It shows only"))
  }

  @Test func `says what is reported absent`() throws {
    #expect(try Self.markdown().contains("- It is not so that Town council refers people to Clinic."))
    let support = try Self.markdown(.init(families: [.support]))
    #expect(support.contains("- In South, it is not so that Clinic supports Children."))
    #expect(!support.contains("refers"))
  }
}

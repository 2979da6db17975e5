import MapEvidence
import MapModel
import Testing

struct ReportReadingTests {
  private static func read(_ report: String) -> MapReading {
    MapReading(
      withDefinition: """
        figures:
          - {id: whole, number: "5.1", title: Whole}
          - {id: part, title: Part}
        report:
          \(report)
        """)
  }

  @Test func `sections have their order, titles, words and figures, by id or number`() throws {
    let reading = Self.read(
      """
      - {section: words, title: Why, words: "One\\ntwo"}
        - {section: figures, figures: ["5.1", part]}
        - section: limits
      """)
    #expect(
      reading.map?.report == [
        ReportSection(.words, title: "Why", words: "One\ntwo"), ReportSection(.figures, figures: ["whole", "part"]),
        ReportSection(.limits),
      ])
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("- {section: figurs}", Problem.Code.unknownValue), ("- {title: Why}", .missingKey),
    ("- {section: words, title: Why}", .missingKey), ("- {section: figures, figures: ['5.2']}", .unknownFigure),
    ("- {section: gaps, figures: [part]}", .unusedKey), ("- {section: gaps, text: W}", .unknownKey),
    ("- gaps", .wrongType),
  ])
  func `reports what is wrong, with its place`(report: String, code: Problem.Code) throws {
    let problems = Self.read(report).problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.allSatisfy { $0.file == "map.yaml" && $0.line == 10 })
  }
}

import MapEvidence
import MapModel
import Testing

struct TheoryReadingTests {
  private static func read(_ theory: String) -> MapReading {
    MapReading(
      withDefinition: """
        claims:
          - {id: first, words: W, actor: a}
          - {id: second, words: V, connection: {from: a, to: b}}
          - {id: broken, words: V, connection: {from: a, to: nobody}}
        theory:
          \(theory)
        """)
  }

  @Test func `steps have their order, words and claims`() throws {
    let reading = Self.read(
      "- {id: inputs, words: Money, reference: Table 9.1, claims: [second, first]}\n  - {id: activities, words: Work}")
    #expect(
      reading.map?.theory == [
        TheoryStep("inputs", words: "Money", reference: "Table 9.1", claims: ["second", "first"]),
        TheoryStep("activities", words: "Work"),
      ])
  }

  @Test(arguments: [
    ("- {id: s, words: W, claims: [frist]}", Problem.Code.unknownClaim), ("- {id: s, claims: [first]}", .missingKey),
    ("- {id: s, words: W}\n  - {id: s, words: V}", .duplicateID),
    ("- {id: s, words: W, claims: [first, first]}", .duplicateID), ("- {id: s, words: W, claim: first}", .unknownKey),
  ])
  func `reports what is wrong, with its place`(theory: String, code: Problem.Code) throws {
    let problems = Self.read(theory).problems.filter { $0.line != 9 }
    #expect(problems.map(\.code) == [code])
    #expect(problems.allSatisfy { $0.file == "map.yaml" && $0.line ?? 0 >= 11 })
  }

  @Test func `a claim with errors is reported once, where it stands`() throws {
    let reading = Self.read("- {id: s, words: W, claims: [broken, first]}")
    #expect(reading.problems.map(\.code) == [.unknownActor] && reading.map?.theory.first?.claims == ["first"])
  }
}

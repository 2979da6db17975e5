import MapEvidence
import MapModel
import Testing

struct FigureReadingTests {
  private static func read(_ show: String) -> MapReading {
    MapReading(
      withDefinition: """
        figures:
          - {id: f, title: F, show: {\(show)}}
        """)
  }

  @Test(
    arguments: [
      ("around: {actor: Bee, steps: 3}", Neighbourhood(of: "b", within: 3), nil),
      ("around: bee, as: matrix", Neighbourhood(of: "b"), FigureDefinition.Form.matrix),
      ("as: overview", nil, .overview), ("as: network", nil, .network), ("actors: [a]", nil, nil),
    ] as [(String, Neighbourhood?, FigureDefinition.Form?)])
  func `a figure can be of what is near an actor, and name its form`(
    show: String, around: Neighbourhood?, form: FigureDefinition.Form?
  ) throws {
    let reading = Self.read(show)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    let figure = try #require(reading.map?.figures.first)
    guard case .map(let selection) = figure.content else {
      Issue.record("no selection")
      return
    }
    #expect(selection.around == around && figure.form == form)
  }

  @Test(arguments: [
    ("around: {actor: nobody}", Problem.Code.unknownActor), ("around: {steps: 2}", .missingKey),
    ("around: {actor: a, steps: 0}", .wrongCondition), ("around: {actor: a, step: 2}", .unknownKey),
    ("around: {actor: a, steps: two}", .wrongType), ("as: picture", .unknownValue),
  ])
  func `says what is wrong, and where`(show: String, code: Problem.Code) throws {
    let problems = Self.read(show).problems
    #expect(problems.map(\.code) == [code] && problems.first?.line == 7)
  }
}

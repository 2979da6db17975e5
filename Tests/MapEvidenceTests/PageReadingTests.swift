import MapEvidence
import MapModel
import Testing

/// What `map.yaml` says of the interactive page.
struct PageReadingTests {
  private func reading(_ steps: String) -> MapReading {
    let text = """
      title: T
      areas: [{id: north, name: North}, {id: south, name: South}]
      figures: [{id: one, title: One}]
      page: {steps: [\(steps)]}

      """
    return MapFolder.read(MapFiles(["map.yaml": Array(text.utf8)]))
  }

  @Test func `reads the steps of a talk, and links as they are copied`() throws {
    let reading = reading(
      "{text: All of it.}, {text: 'North, and south.', view: 'area=north&with=south'},"
        + " {text: A link., view: 'file:///a/b.html#view=one&gap=x.north'}")
    #expect(reading.problems.filter { $0.severity == .error }.isEmpty)
    #expect(
      try #require(reading.map).pageSteps == [
        PageStep("All of it."), PageStep("North, and south.", view: "area=north&with=south"),
        PageStep("A link.", view: "view=one&gap=x.north"),
      ])
  }

  @Test(arguments: [
    "{view: area=north}", "{text: A, view: area=west}", "{text: A, view: 'area=north&with=west'}",
    "{text: A, view: actor=nobody}", "{text: A, view: view=two}", "{text: A, view: claim=c}",
    "{text: A, view: colour=red}",
    "{text: A, show: area=north}", "A",
  ])
  func `says what a step cannot show`(step: String) throws {
    let errors = reading(step).problems.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors[0].line == 4, "\(errors)")
  }
}

package import Documents
import MapAnalysis
import MapDisclosure
import MapModel

extension MeasureReport {
  /// The measures as tables for people: actors, the whole map, and what each measure means.
  package var tables: [Document.TitledTable] {
    // The total of the brokerage roles is their sum.
    let columns = MapMeasures.ofActors.filter { $0.id != "brokerage" }
    let numbers = columns.indices.filter { columns[$0].unit != .yesOrNo }.map { $0 + 2 }
    let actors = Document.Table(
      ["Name", "Id"] + columns.map(\.heading), numbers: Set(numbers),
      rows: zip(self.actors, measures.actors).map { actor, own in
        [actor.name, actor.id.rawValue] + columns.map { Self.words($0.value(in: own)) }
      })
    let meanings = Document.Table(
      ["Measure", "Meaning"], rows: columns.map { [$0.heading, $0.explanation.firstUppercased] })
    let place = published.map.inWords(scope)
    return [
      .init(
        "Actors", title: "Measures of actors\(place)",
        note: "Shares are numbers from 0 to 1. A cell is empty where a measure is not defined, or is withheld.", actors),
      .init(
        "Whole map", title: "The whole\(place) in sentences",
        Document.Table(["Finding"], rows: wholeSentences.map { [$0] })),
      .init("Meanings", title: "What each measure means", meanings),
    ]
  }

  private static func words(_ value: MeasureValue?) -> String {
    switch value {
    case .whole(let number): String(number)
    case .real(let number): String(number)
    case .flag(let isTrue): isTrue ? "yes" : "no"
    case nil: ""
    }
  }
}

extension String {
  /// The words as the start of a sentence.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}

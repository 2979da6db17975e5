import Documents
import GraphMeasures
import MapAnalysis
import MapModel

extension MeasureReport {
  /// The actors with all measures, as comma-separated values.
  public var csv: String {
    // The total of the brokerage roles is their sum.
    let columns = MapMeasures.ofActors.filter { $0.id != "brokerage" }
    return CSVText.text(
      header: ["id", "name"] + columns.map(\.column),
      rows: zip(actors, measures.actors).map { actor, own in
        [actor.id.rawValue, actor.name] + columns.map { Self.cell($0.value(in: own)) }
      })
  }

  private static func cell(_ value: MeasureValue?) -> String {
    switch value {
    case .whole(let number): "\(number)"
    case .real(let number): "\(number)"
    case .flag(let isTrue): "\(isTrue)"
    case nil: ""
    }
  }
}

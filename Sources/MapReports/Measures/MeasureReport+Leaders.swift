import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension MeasureReport {
  /// Who stands first by the measures by which actors are ranked, a sentence for each.
  var leaders: [String] { Condition.RankedMeasure.allCases.compactMap(leaders) }

  /// Who stands first by a measure, and who comes next; `nil` where it is 0 for all.
  func leaders(by ranked: Condition.RankedMeasure) -> String? {
    let measure = ranked.measure
    let values = measures.actors.map { ($0.id, measure.value(in: $0)?.number ?? 0) }
    func next(below bound: Double) -> (value: Double, names: [String])? {
      // Values that differ by rounding only are equal.
      guard let value = values.map(\.1).filter({ $0 > 0 && $0 * (1 + 1e-9) < bound }).max() else { return nil }
      return (value, values.filter { $0.1 * (1 + 1e-9) >= value && $0.1 < bound }.map { published.map.name(of: $0.0) })
    }
    func shown(_ found: (value: Double, names: [String])) -> String {
      let isShare = measure.unit == .share
      let number = rounded(isShare ? found.value * 100 : found.value, decimals: measure.decimals)
      let names =
        found.names.count > Self.mostNamed ? counted(found.names.count, "actor") : found.names.asList
      return "\(names) (\(number)\(isShare ? " %" : "")\(found.names.count > 1 ? " each" : ""))"
    }
    guard let first = next(below: .infinity) else { return nil }
    let isOne = first.names.count == 1
    let isPlural = !isOne || values.contains { published.map.actors[$0.0]?.isPlural == true && $0.1 == first.value }
    let second = next(below: first.value * (1 - 1e-9))
    return "By \(measure.name) (\(measure.brief)), \(shown(first)) \(isPlural ? "are" : "is") first"
      + (second.map { ", before \(shown($0))" } ?? "") + "."
  }

  private static let mostNamed = 5
}

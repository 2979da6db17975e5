public import MapModel
import OrderedCollections

/// A number of the MI on each side of a comparison, as it is and for each 100 of a base.
public struct CaseRate: Sendable, Hashable {
  /// The connection, in the words of the frame.
  public let connection: Connection.ID
  /// What was counted.
  public let measure: String
  /// The period; empty if the source does not say, and where the sides are periods.
  public let period: String
  /// By what it is divided; `nil` if the map names nothing to divide by.
  public let base: CountBase?
  /// The numbers, in the order of the sides; `nil` where the MI has none.
  public let counts: [Count.Value?]
  /// The numbers for each 100 of the base; `nil` where one of the two is missing or withheld, or the base is 0.
  public let per100: [Double?]
}

extension MapComparison {
  private struct Series: Hashable {
    var connection: Connection.ID
    var measure: String
    var period: String
  }

  /// All numbers of the sides, for each 100 of every base that the first map names.
  ///
  /// A rate is made of numbers that may be shown, so it tells no more than they do: compare maps as their audience may
  /// see them. Where statements are narrowed, numbers do not count, and there are none.
  /// - Complexity: O(s · n), where s is the number of sides and n of counts.
  public func rates() -> [CaseRate] {
    if !query.statements.isEmpty { return [] }
    // Where each side is of a period of its own, the numbers of each stand beside each other.
    let areOfPeriods = sides.allSatisfy { $0.scope.period != nil }
    let numbers = sides.map { side -> OrderedDictionary<Series, Count.Value> in
      var numbers: OrderedDictionary<Series, Count.Value> = [:]
      let map = alignment.maps[side.map]
      for connection in map.connections.values {
        let shared = alignment.shared(connection.id, of: side.map)
        let kinds = OrderedSet(
          connection.counts.map {
            Series(connection: shared, measure: $0.measure, period: areOfPeriods ? "" : $0.period)
          })
        for series in kinds {
          numbers[series] =
            map.cases(
              of: connection, in: side.scope, measure: series.measure, period: areOfPeriods ? nil : series.period)?
            .value
        }
      }
      return numbers
    }
    let shown = Set(connections.map(\.id))
    let all = numbers.reduce(into: OrderedSet<Series>()) { $0.formUnion($1.keys) }
    let series = all.filter { shown.contains($0.connection) }
    let bases: [CountBase?] = frame.countBases.isEmpty ? [nil] : frame.countBases
    return bases.flatMap { base in
      series.filter { $0.measure != base?.measure }.map { series in
        let counts = numbers.map { $0[series] }
        let per100 = counts.indices.map { side -> Double? in
          guard let base, !alignment.maps[sides[side].map].leavesOutCounts, case .number(let number) = counts[side],
            let whole = Self.total(of: base.measure, in: series.period, numbers[side]), whole > 0
          else { return nil }
          return 100 * Double(number) / Double(whole)
        }
        return CaseRate(
          connection: series.connection, measure: series.measure, period: series.period, base: base, counts: counts,
          per100: per100)
      }
    }
  }

  /// All that is counted of a measure in a period; `nil` if nothing is, or a part is withheld.
  private static func total(
    of measure: String, in period: String, _ numbers: OrderedDictionary<Series, Count.Value>
  ) -> Int? {
    var total: Int?
    for (series, value) in numbers where series.measure == measure && series.period == period {
      guard case .number(let number) = value else { return nil }
      total = (total ?? 0) + number
    }
    return total
  }
}

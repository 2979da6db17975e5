import OrderedCollections

/// The numbers of one connection and measure by area and period, with those that follow from others.
struct CountSeries {
  /// Where numbers are of the same: an area and a period.
  struct Place: Hashable {
    var area: Int
    var period: Int
  }

  /// A number that is one of the table or the sum of several.
  struct Amount {
    var value = 0
    var cells: [Int] = []
    /// Whether it is no number of the files, but one that its reader works out.
    var isAddedUp = false
    /// Of how many connections it is.
    var connections = 1

    /// None.
    static var none: Amount { Amount(connections: 0) }

    /// Adds another number to it.
    mutating func add(_ other: Amount) {
      value += other.value
      cells += other.cells
      isAddedUp = isAddedUp || other.isAddedUp
      connections += other.connections
    }
  }

  /// The amounts of one kind at an actor.
  typealias Flow = [Place: Amount]

  /// Where one of the numbers stands, which says of what connection and measure they are.
  let first: CellPlace
  /// The numbers.
  private(set) var flow: Flow = [:]

  /// Where a number of the series stands.
  func place(_ place: Place) -> CellPlace { first.with(place.area, along: .area).with(place.period, along: .period) }

  /// All series of numbers.
  /// - Complexity: O(n) for n numbers.
  static func all(of closure: SumClosure) -> [CountSeries] {
    var series: OrderedDictionary<CellPlace, CountSeries> = [:]
    for number in closure.numbers {
      let key = number.place.line(along: .area).line(along: .period)
      series[key, default: CountSeries(first: number.place)]
        .flow[Place(area: number.place[.area], period: number.place[.period])] = Amount(
          value: number.value, cells: [number.index], isAddedUp: !number.isGiven)
    }
    return Array(series.values)
  }
}

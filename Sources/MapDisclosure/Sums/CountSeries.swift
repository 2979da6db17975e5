import OrderedCollections

/// The counts of one connection and measure by area and period, with the sums over both that the files do not give.
struct CountSeries {
  /// Where numbers are of the same: an area and a period.
  struct Place: Hashable {
    var area: Int
    var period: Int
  }

  /// A number that is one count or the sum of several.
  struct Amount {
    var value = 0
    var cells: [Int] = []
    /// Whether it is no number of the files, but one that its reader adds up.
    var isAddedUp = false

    /// Adds another number to it.
    mutating func add(_ other: Amount) {
      value += other.value
      cells += other.cells
      isAddedUp = isAddedUp || other.isAddedUp
    }
  }

  /// The amounts of one kind at an actor.
  typealias Flow = [Place: Amount]

  /// The first of the counts, which says of what connection and measure they are.
  let first: Int
  /// The numbers.
  let flow: Flow

  /// All series of maps' counts, but for those that repeat others.
  /// - Complexity: O(n) for n counts, and for each series the product of its counts and the periods that contain others.
  static func all(
    of cells: CountCells, areas: Containment, periods: Containment, without repeated: Set<Int> = []
  ) -> [CountSeries] {
    let known = (0..<cells.count).filter {
      !cells.isUnknown[$0] && cells.values[$0] <= SuppressionTable.largest && !repeated.contains($0)
    }
    return known.grouped(byColumns: [cells.map, cells.connection, cells.measure]).map { group in
      CountSeries(first: group[group.startIndex], flow: addedUp(group, cells, areas, periods))
    }
  }

  /// The counts of one connection and measure by place, with the sums over areas and periods that are not given.
  private static func addedUp(
    _ group: some Sequence<Int>, _ cells: CountCells, _ areas: Containment, _ periods: Containment
  ) -> Flow {
    var flow: Flow = [:]
    for cell in group {
      let place = Place(area: cells.area[cell], period: cells.period[cell])
      flow[place, default: Amount()].add(Amount(value: cells.values[cell], cells: [cell]))
    }
    let wholePeriods = periods.wholes.union(periods.members.keys).sorted()
    let given = flow.keys.sorted { ($0.area, $0.period) < ($1.area, $1.period) }
    for period in Set(given.map(\.period)).sorted() {
      let keys = given.filter { $0.period == period }
      add(Place(area: CountCells.programme, period: period)) {
        areas.parts(of: CountCells.programme, among: keys.map(\.area)).map { Place(area: $0, period: period) }
      }
    }
    let withProgramme = flow.keys.sorted { ($0.area, $0.period) < ($1.area, $1.period) }
    for area in Set(withProgramme.map(\.area)).sorted() {
      let keys = withProgramme.filter { $0.area == area }
      guard keys.count > 1 || keys.contains(where: { $0.period != CountCells.anyPeriod }) else { continue }
      for whole in wholePeriods {
        add(Place(area: area, period: whole)) {
          periods.parts(of: whole, among: keys.map(\.period)).map { Place(area: area, period: $0) }
        }
      }
    }
    return flow

    func add(_ place: Place, parts: () -> [Place]) {
      guard flow[place] == nil else { return }
      let parts = parts().compactMap { flow[$0] }
      guard !parts.isEmpty else { return }
      var sum = parts.reduce(into: Amount()) { $0.add($1) }
      sum.isAddedUp = true
      flow[place] = sum
    }
  }
}

import MapModel
import OrderedCollections

/// The counts of maps in one row, with the sums that a reader of its outputs knows or may guess.
///
/// A sum is taken for known if the numbers add up: those of all areas to that of the programme; those of several
/// periods to that of a longer one; those that reach or leave an actor to another number at that actor, as where
/// all who were referred by somebody are all who were supported. Of two maps, the same number of the same place may be that
/// of an earlier and a later time: then it is the earlier one and who came since.
struct PublishedNumbers {
  private let maps: [NetworkMap]
  /// How many counts there are; cells from here on are numbers that no output shows.
  private var count = 0
  private(set) var values: [Int] = []
  /// Whether the source itself withholds a count, so that nobody knows it.
  private var isUnknown: [Bool] = []
  private(set) var sums: [SuppressionTable.Sum] = []

  // Where each count stands. What two maps have in common has one number.
  private var map = CellColumn()
  /// The connection on its map.
  private var connection = CellColumn()
  private var source = CellColumn()
  private var target = CellColumn()
  private var relation = CellColumn()
  private var measure = CellColumn()
  private var period = CellColumn()
  /// The area; 0 for the whole programme.
  private var area = CellColumn()
  /// The period that is not said.
  private var anyPeriod = 0

  /// Collects the counts of maps, in the order of the maps and their connections.
  /// - Complexity: O(n log n), where n is the number of counts and of the sums' parts.
  init(of alignment: MapAlignment) {
    maps = alignment.maps
    collect(from: alignment)
    guard count > 0 else { return }
    // Most connections of a large map have one count.
    let several = (0..<count).filter { cell in
      (cell > 0 && connection[cell - 1] == connection[cell])
        || (cell + 1 < count && connection[cell + 1] == connection[cell])
    }
    addSumsOfAreas(several)
    addSumsOfPeriods(several)
    addSumsAtActors()
    if maps.count > 1 { addDifferencesOfMaps() }
  }

  private mutating func collect(from alignment: MapAlignment) {
    var actors = DenseNumbering<MapActor.ID>()
    var relations = DenseNumbering<Relation.ID>()
    var measures = DenseNumbering<String>()
    var periods = DenseNumbering<String>()
    var areas = DenseNumbering<Area.ID>()
    anyPeriod = periods.number(of: "")
    var connections = 0
    for (place, map) in maps.enumerated() {
      for own in map.connections.values where !own.counts.isEmpty {
        let id = alignment.shared(own.id, of: place)
        let ends = (source: actors.number(of: id.source), target: actors.number(of: id.target))
        let kind = relations.number(of: id.relation)
        // A count holds much text, which is not copied.
        for index in own.counts.indices {
          self.map.append(place)
          connection.append(connections)
          source.append(ends.source)
          target.append(ends.target)
          relation.append(kind)
          measure.append(measures.number(of: own.counts[index].measure))
          period.append(periods.number(of: own.counts[index].period))
          area.append(own.counts[index].area.map { 1 + areas.number(of: alignment.shared($0, of: place)) } ?? 0)
          if case .number(let number) = own.counts[index].value {
            values.append(number)
            isUnknown.append(false)
          } else {
            values.append(0)
            isUnknown.append(true)
          }
        }
        connections += 1
      }
    }
    count = values.count
  }

  /// Which counts the public may not see.
  /// - Parameter settings: of each map, with the same minimum.
  func decisions(_ settings: [DisclosureSettings]) -> CountDecisions {
    let table = SuppressionTable(
      values: values, sums: sums, minimum: settings.map(\.minimum).max() ?? 0,
      areZerosWithheld: settings.contains { $0.zeros == .withheld })
    var withheld = Array(table.withheld().prefix(count))
    // What the source itself withholds could be worked out from its total.
    if isUnknown.contains(true) {
      for group in Array(0..<count).grouped(byColumns: [connection, measure, period])
      where group.contains(where: { isUnknown[$0] && area[$0] != 0 }) {
        for cell in group where area[cell] == 0 { withheld[cell] = true }
      }
    }
    return CountDecisions(withheld, of: maps)
  }

  /// The numbers of areas and that of the programme; what is missing to it is a number that no output shows.
  private mutating func addSumsOfAreas(_ cells: [Int]) {
    for group in cells.grouped(byColumns: [connection, measure, period]) {
      let parts = group.filter { area[$0] != 0 }
      guard !parts.isEmpty else { continue }
      for total in group where area[total] == 0 && !isUnknown[total] {
        let rest = values[total] - sum(of: parts)
        guard rest >= 0 else { continue }
        if rest > 0 { values.append(rest) }
        sums.append(.init(total: total, parts: parts + (rest > 0 ? [values.count - 1] : [])))
      }
    }
  }

  private mutating func addSumsOfPeriods(_ cells: [Int]) {
    for group in cells.grouped(byColumns: [connection, measure, area]) where group.count > 2 {
      let whole = sum(of: group)
      for total in group where values[total] == whole - values[total] {
        sums.append(.init(total: total, parts: group.filter { $0 != total }))
      }
    }
  }

  /// What all connections of a relation bring to an actor, or take from it, and another number there that is the same.
  private mutating func addSumsAtActors() {
    let place = [area, period, map]
    let counts = Array(0..<count)
    let largest = values[..<count].max() ?? 0
    // In a large map what comes together at an actor is mostly more than any single count: then nothing is looked for.
    lazy var byValue = counts.sorted { (values[$0], $0) < (values[$1], $1) }
    lazy var starting = CellIndex(byValue, byValue: values, columns: [source] + place)
    lazy var ending = CellIndex(byValue, byValue: values, columns: [target] + place)
    for (end, other) in [(target, source), (source, target)] {
      for group in counts.grouped(byColumns: [end, relation, measure] + place) where group.count > 1 {
        let first = group[group.startIndex]
        guard group.contains(where: { other[$0] != other[first] }) else { continue }
        let whole = sum(of: group)
        guard whole <= largest else { continue }
        let numbers = ([end] + place).map { $0[first] }
        let parts = Array(group)
        // A connection from an actor to itself is found twice.
        let totals = Set(starting.cells(numbers, value: whole) + ending.cells(numbers, value: whole))
        for total in totals.subtracting(parts).sorted() { sums.append(.init(total: total, parts: parts)) }
      }
    }
  }

  /// The same numbers of two maps, of one period or of one that is not said; what is between them is a number that no
  /// output shows.
  private mutating func addDifferencesOfMaps() {
    for group in Array(0..<count).grouped(byColumns: [source, target, relation, measure, area]) {
      for (position, one) in group.enumerated() where !isUnknown[one] {
        for other in group.dropFirst(position + 1) where map[one] != map[other] && !isUnknown[other] {
          let (less, more) = values[one] < values[other] ? (one, other) : (other, one)
          let isOfOneTime = period[one] == period[other] || period[one] == anyPeriod || period[other] == anyPeriod
          guard values[less] < values[more], isOfOneTime else { continue }
          values.append(values[more] - values[less])
          sums.append(.init(total: more, parts: [less, values.count - 1]))
        }
      }
    }
  }

  /// The sum of counts; of numbers that no programme has, the largest there is.
  private func sum(of cells: some Sequence<Int>) -> Int {
    cells.reduce(0) { sum, cell in
      let (next, isOverflow) = sum.addingReportingOverflow(values[cell])
      return isOverflow ? .max : next
    }
  }
}

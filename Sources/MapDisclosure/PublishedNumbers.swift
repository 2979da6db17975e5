import MapModel
import OrderedCollections

/// The counts of maps in one row, with the sums that a reader of its outputs knows or may guess.
///
/// A sum is taken for known if the numbers add up: those of all areas to that of the programme; those of several
/// periods to that of a longer one; those that reach or leave an actor to another number at that actor, as where
/// all who were referred by somebody are all who were supported. Of two maps, the same number of the same place may be that
/// of an earlier and a later time: then it is the earlier one and who came since.
struct PublishedNumbers {
  /// A count, where it stands.
  private struct Cell {
    /// The map, by its place.
    var map: Int
    /// The connection, in the words of the maps' frame.
    var id: Connection.ID
    /// The area, in the words of the maps' frame.
    var area: Area.ID?
    var count: Count
  }

  private var cells: [Cell] = []
  private var values: [Int] = []
  private var sums: [SuppressionTable.Sum] = []

  /// Collects the counts of maps, in the order of the maps and their connections.
  init(of alignment: MapAlignment) {
    for (place, map) in alignment.maps.enumerated() {
      for connection in map.connections.values where !connection.counts.isEmpty {
        let id = alignment.shared(connection.id, of: place)
        for count in connection.counts {
          let area = count.area.map { alignment.shared($0, of: place) }
          cells.append(Cell(map: place, id: id, area: area, count: count))
        }
      }
    }
    values = cells.map { if case .number(let number) = $0.count.value { number } else { 0 } }
    guard !cells.isEmpty else { return }
    addSumsOfAreas()
    addSumsOfPeriods()
    addSumsAtActors()
    if alignment.maps.count > 1 { addDifferencesOfMaps() }
  }

  /// Which counts the public may not see: for each map, in the order of its connections and their counts.
  /// - Parameter settings: of each map, with the same minimum.
  func withheld(_ settings: [DisclosureSettings]) -> [[Bool]] {
    let table = SuppressionTable(
      values: values, sums: sums, minimum: settings.map(\.minimum).max() ?? 0,
      areZerosWithheld: settings.contains { $0.zeros == .withheld })
    var withheld = Array(table.withheld().prefix(cells.count))
    // What the source itself withholds could be worked out from its total.
    for group in groups(by: { [String($0.map), $0.id.text, $0.count.measure, $0.count.period] }) {
      guard group.contains(where: { cells[$0].count.value == .suppressed && cells[$0].count.area != nil }) else {
        continue
      }
      for index in group where cells[index].count.area == nil { withheld[index] = true }
    }
    return settings.indices.map { map in
      cells.indices.filter { cells[$0].map == map }.map { withheld[$0] }
    }
  }

  /// The numbers of areas and that of the programme; what is missing to it is a number that no output shows.
  private mutating func addSumsOfAreas() {
    for group in groups(by: { [String($0.map), $0.id.text, $0.count.measure, $0.count.period] }) {
      let parts = group.filter { cells[$0].count.area != nil }
      guard !parts.isEmpty else { continue }
      for total in group where cells[total].count.area == nil {
        let rest = values[total] - parts.reduce(0) { $0 + values[$1] }
        guard rest >= 0, isKnown(total) else { continue }
        if rest > 0 { values.append(rest) }
        sums.append(.init(total: total, parts: parts + (rest > 0 ? [values.count - 1] : [])))
      }
    }
  }

  private mutating func addSumsOfPeriods() {
    for group in groups(by: { [String($0.map), $0.id.text, $0.count.measure, $0.count.area?.rawValue ?? ""] })
    where group.count > 2 {
      let whole = group.reduce(0) { $0 + values[$1] }
      for total in group where values[total] * 2 == whole {
        sums.append(.init(total: total, parts: group.filter { $0 != total }))
      }
    }
  }

  /// What all connections of a relation bring to an actor, or take from it, and another number there that is the same.
  private mutating func addSumsAtActors() {
    var byActor: [[String]: [Int]] = [:]
    for index in cells.indices {
      for actor in Set([cells[index].id.source, cells[index].id.target]) {
        byActor[[actor.rawValue] + place(index), default: []].append(index)
      }
    }
    for (end, other) in [(\Connection.ID.target, \Connection.ID.source), (\.source, \.target)] {
      let found = groups(by: { cell in
        [cell.id[keyPath: end].rawValue, cell.id.relation.rawValue, cell.count.measure]
          + [cell.count.area?.rawValue ?? "", cell.count.period, String(cell.map)]
      })
      for group in found where group.count > 1 && Set(group.map { cells[$0].id[keyPath: other] }).count > 1 {
        let whole = group.reduce(0) { $0 + values[$1] }
        let actor = cells[group[0]].id[keyPath: end].rawValue
        for total in byActor[[actor] + place(group[0])] ?? [] where values[total] == whole && !group.contains(total) {
          sums.append(.init(total: total, parts: group))
        }
      }
    }
  }

  /// The same numbers of two maps, of one period or of one that is not said; what is between them is a number that no
  /// output shows.
  private mutating func addDifferencesOfMaps() {
    for group in groups(by: { [$0.id.text, $0.count.measure, $0.area?.rawValue ?? ""] }) {
      for (position, one) in group.enumerated() {
        for other in group[(position + 1)...] where cells[one].map != cells[other].map {
          let (less, more) = values[one] < values[other] ? (one, other) : (other, one)
          let periods = Set([cells[one].count.period, cells[other].count.period, ""])
          guard isKnown(less), isKnown(more), values[less] < values[more], periods.count < 3 else { continue }
          values.append(values[more] - values[less])
          sums.append(.init(total: more, parts: [less, values.count - 1]))
        }
      }
    }
  }

  /// Where and when a count holds, and on which map.
  private func place(_ index: Int) -> [String] {
    [cells[index].count.area?.rawValue ?? "", cells[index].count.period, String(cells[index].map)]
  }

  private func isKnown(_ index: Int) -> Bool { cells[index].count.value != .suppressed }

  /// The counts that have a key in common, in their order.
  private func groups(by key: (Cell) -> [String]) -> [[Int]] {
    var groups: OrderedDictionary<[String], [Int]> = [:]
    for index in cells.indices { groups[key(cells[index]), default: []].append(index) }
    return Array(groups.values)
  }
}

extension Connection.ID {
  /// The ends and the relation in one text; ids hold no space.
  fileprivate var text: String { "\(source) \(target) \(relation)" }
}

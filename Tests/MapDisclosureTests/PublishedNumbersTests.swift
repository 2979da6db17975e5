import MapModel
import OrderedCollections
import Testing

@testable import MapDisclosure

/// The sums of counts, against a plain search with words as keys.
struct PublishedNumbersTests {
  /// What a count is of, in words.
  private struct Cell {
    var source: String
    var target: String
    var relation: String
    var measure: String
    var period: String
    var area: String
    var map: String
    var value: Int?
    var number: Int { value ?? 0 }
  }

  private static func cells(_ alignment: MapAlignment) -> [Cell] {
    alignment.maps.enumerated().flatMap { place, map in
      map.connections.values.flatMap { connection in
        let id = alignment.shared(connection.id, of: place)
        return connection.counts.map { count in
          var value: Int?
          if case .number(let number) = count.value { value = number }
          return Cell(
            source: id.source.rawValue, target: id.target.rawValue, relation: id.relation.rawValue,
            measure: count.measure, period: count.period,
            area: count.area.map { alignment.shared($0, of: place).rawValue } ?? "", map: String(place), value: value)
        }
      }
    }
  }

  /// The cells that have words in common.
  private static func groups(_ cells: [Cell], _ words: [KeyPath<Cell, String>]) -> [[Int]] {
    var groups: OrderedDictionary<[String], [Int]> = [:]
    for (index, cell) in cells.enumerated() { groups[words.map { cell[keyPath: $0] }, default: []].append(index) }
    return Array(groups.values)
  }

  /// All sums, each with the values of what it adds up and the numbers that stand in the table, in their order.
  private static func sums(_ cells: [Cell]) -> [[Int]] {
    var sums: [[Int]] = []
    var hidden = cells.count
    func add(_ total: Int, _ parts: [Int], rest: Int) {
      sums.append([total] + parts + (rest > 0 ? [hidden] : []))
      if rest > 0 { hidden += 1 }
    }
    let series = [\Cell.map, \.source, \.target, \.relation, \.measure]
    for group in groups(cells, series + [\.period]) {
      let parts = group.filter { !cells[$0].area.isEmpty }
      let whole = parts.reduce(0) { $0 + cells[$1].number }
      for total in group where cells[total].area.isEmpty && !parts.isEmpty {
        if let value = cells[total].value, value >= whole { add(total, parts, rest: value - whole) }
      }
    }
    for group in groups(cells, series + [\.area]) where group.count > 2 {
      for total in group {
        let parts = group.filter { $0 != total }
        if cells[total].number == parts.reduce(0, { $0 + cells[$1].number }) { add(total, parts, rest: 0) }
      }
    }
    for (end, other) in [(\Cell.target, \Cell.source), (\.source, \.target)] {
      for group in groups(cells, [end, \.relation, \.measure, \.area, \.period, \.map]) {
        guard Set(group.map { cells[$0][keyPath: other] }).count > 1 else { continue }
        let (whole, first) = (group.reduce(0) { $0 + cells[$1].number }, cells[group[0]])
        for (index, cell) in cells.enumerated() where cell.number == whole && !group.contains(index) {
          let isThere = [cell.source, cell.target].contains(first[keyPath: end])
          if isThere, [cell.area, cell.period, cell.map] == [first.area, first.period, first.map] {
            add(index, group, rest: 0)
          }
        }
      }
    }
    for group in groups(cells, [\.source, \.target, \.relation, \.measure, \.area]) {
      for (position, one) in group.enumerated() {
        for other in group[(position + 1)...] where cells[one].map != cells[other].map {
          let (less, more) = cells[one].number < cells[other].number ? (one, other) : (other, one)
          guard let low = cells[less].value, let high = cells[more].value, low < high else { continue }
          let periods = [cells[less].period, cells[more].period]
          if periods[0] == periods[1] || periods.contains("") { add(more, [less], rest: high - low) }
        }
      }
    }
    return sums
  }

  @Test(arguments: 1...3) func `finds the sums that a plain search finds`(maps: Int) throws {
    var found = 0
    for seed in 0..<150 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      let alignment = MapAlignment(try (0..<maps).map { try random.map(isOther: $0 > 0) })
      let numbers = PublishedNumbers(of: alignment)
      let plain = Self.sums(Self.cells(alignment))
      #expect(numbers.sums.map { [$0.total] + $0.parts } == plain, "seed \(seed)")
      for sum in numbers.sums {
        #expect(numbers.values[sum.total] == sum.parts.reduce(0) { $0 + numbers.values[$1] }, "seed \(seed)")
      }
      found += plain.count
    }
    #expect(found > 150)
  }

  @Test func `numbers that no programme has do no harm`() throws {
    var random = RandomMaps(seed: 1)
    let map = try random.map().mappingConnections { connection in
      var large = connection
      for index in large.counts.indices { large.counts[index].value = .number(.max - index % 2) }
      return large
    }
    let published = map.published(for: .public).map
    #expect(published.connections.keys == map.connections.keys)
  }
}

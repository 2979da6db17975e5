import Testing

@testable import MapDisclosure

@Suite struct SuppressionTableTests {
  /// A table of which the answer is known.
  struct Known: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var values: [Int]
    /// The sums, each a total and its parts.
    var sums: [(Int, [Int])]
    var minimum = 10
    var areZerosWithheld = false
    /// The cells that are withheld.
    var answer: [Int]

    init(
      _ name: String, _ values: [Int], _ sums: [(Int, [Int])], minimum: Int = 10, zeros: Bool = false, _ answer: [Int]
    ) {
      testDescription = name
      self.values = values
      self.sums = sums
      self.minimum = minimum
      areZerosWithheld = zeros
      self.answer = answer
    }

    var table: SuppressionTable {
      SuppressionTable(
        counts: values, sums: sums.map { .init(total: $0, parts: $1) }, minimum: minimum,
        areZerosWithheld: areZerosWithheld)
    }
  }

  static let oneWay = [
    Known("no counts", [], [], []),
    Known("nothing is small", [10, 20, 30], [(2, [0, 1])], []),
    Known("a small count in no sum", [3, 20], [], [0]),
    Known("the smaller other part hides one", [3, 30, 20, 53], [(3, [0, 1, 2])], [0, 2]),
    Known("the total hides one if it has no other part", [3, 0, 12, 12], [(0, [1]), (3, [2])], [0]),
    Known("zeros are shown, and the total of one count is as small", [3, 0, 3], [(2, [0, 1])], [0, 2]),
    Known("two that are as small as they can be", [1, 1, 10, 12], [(3, [0, 1, 2])], [0, 1, 3]),
    Known("two of which neither could be ten", [3, 7, 30, 40], [(3, [0, 1, 2])], [0, 1, 2]),
    Known("two of which each could be ten, but not eleven", [4, 7, 30, 41], [(3, [0, 1, 2])], [0, 1, 2]),
    Known("two of which each could be eleven", [5, 7, 30, 42], [(3, [0, 1, 2])], [0, 1]),
    Known("a total of parts of which none can be shown", [3, 4, 4, 11], [(3, [0, 1, 2])], [0, 1, 2, 3]),
    Known("small parts of a small total", [1, 1, 1, 3], [(3, [0, 1, 2])], minimum: 5, [0, 1, 2, 3]),
    Known("a zero that is withheld", [0, 8, 20, 28], [(3, [0, 1, 2])], minimum: 5, zeros: true, [0, 1]),
    Known("a zero next to a small count", [0, 4, 20, 24], [(3, [0, 1, 2])], minimum: 5, zeros: true, [0, 1, 2]),
    Known("a lower minimum", [2, 3, 30, 35], [(3, [0, 1, 2])], minimum: 3, [0, 1]),
  ]

  static let linked = [
    Known(
      "a rectangle in a two-way table, the smallest that there is",
      [3, 20, 40, 50, 30, 60, 70, 80, 90, 63, 140, 240, 123, 130, 190, 443],
      [
        (9, [0, 1, 2]), (10, [3, 4, 5]), (11, [6, 7, 8]), (12, [0, 3, 6]), (13, [1, 4, 7]), (14, [2, 5, 8]),
        (15, [9, 10, 11]), (15, [12, 13, 14]),
      ], [0, 1, 3, 4]),
    Known(
      "margins, where no rectangle is without zeros",
      [3, 0, 0, 50, 3, 50, 3, 50, 53],
      [(4, [0, 1]), (5, [2, 3]), (6, [0, 2]), (7, [1, 3]), (8, [4, 5]), (8, [6, 7])], [0, 4, 6, 8]),
    Known("two totals of the same parts", [3, 4, 4, 11, 11], [(3, [0, 1, 2]), (4, [0, 1, 2])], [0, 1, 2, 3, 4]),
    Known("two totals, and a part that spares them", [3, 30, 33, 33], [(2, [0, 1]), (3, [0, 1])], [0, 1]),
    Known("a total and all above it", [3, 3, 40, 43], [(1, [0]), (3, [1, 2])], [0, 1, 2]),
    Known("a total of a total", [4, 5, 9, 50, 40, 90, 99], [(2, [0, 1]), (5, [3, 4]), (6, [2, 5])], [0, 1, 2, 6]),
    Known("sums that do not meet", [3, 20, 23, 30, 40, 70], [(2, [0, 1]), (5, [3, 4])], [0, 1]),
    Known(
      "a total that is broken down twice",
      [3, 20, 11, 12, 23, 77, 100], [(4, [0, 1]), (4, [2, 3]), (6, [4, 5])], [0, 1]),
  ]

  static let strange = [
    Known("a sum that does not hold", [3, 20, 24], [(2, [0, 1])], [0]),
    Known("cells that are not there", [3, 20, 23], [(2, [0, 7]), (-1, [0, 1]), (2, [0, -2])], [0]),
    Known("a sum without parts", [3, 20, 0], [(2, []), (1, [])], [0]),
    Known("a total that is its only part", [3, 20, 23], [(0, [0]), (2, [0, 1])], [0, 1]),
    Known("a total that is among its parts", [3, 20, 0, 23], [(1, [1, 2]), (3, [0, 1])], [0, 1]),
    Known("a part that is repeated", [3, 3, 20, 29], [(3, [0, 0, 1, 2])], [0, 1, 2]),
    Known("a part that counts twice, so that its total moves by twos", [3, 12, 18], [(2, [0, 0, 1])], [0, 1, 2]),
    Known("a total that is a part of its part", [3, 3], [(0, [1]), (1, [0])], [0, 1]),
    Known("numbers that are no counts", [3, -3, 0, .max, .max, .min], [(2, [0, 1]), (3, [4]), (5, [3, 3])], [0]),
    Known("a minimum beyond all counts", [3, 20, 23], [(2, [0, 1])], minimum: .max, zeros: true, [0, 1, 2]),
    Known("a negative minimum", [3, 20, 23], [(2, [0, 1])], minimum: -4, zeros: true, []),
    Known("a zero that the sums tell", [0, 20, 20], [(2, [0, 1]), (2, [1])], minimum: 5, zeros: true, [0, 1, 2]),
  ]

  @Test(arguments: oneWay + linked + strange)
  func `withholds what a table needs and no more`(_ known: Known) {
    let withheld = known.table.withheld()
    #expect(withheld.indices.filter { withheld[$0] } == known.answer)
  }

  @Test(arguments: RandomTables.Shape.allCases)
  func `leaves small counts open to a reader who knows every sum`(_ shape: RandomTables.Shape) {
    var random = RandomTables(seed: 41)
    for round in 0..<40 {
      let table = random.table(shape, minimum: [3, 5, 10][round % 3], areZerosWithheld: round % 2 == 1)
      let withheld = table.withheld()
      let reader = Reader(of: table, withheld: withheld)
      for cell in table.values.indices where reader.isSmall(cell) { #expect(withheld[cell], "\(table)") }
      for cell in table.values.indices where withheld[cell] {
        #expect(reader.guaranteeIsKept(for: cell), "\(cell) of \(table), withheld \(withheld)")
      }
      #expect(!reader.hasSingleUnknown, "\(table), withheld \(withheld)")
    }
  }

  @Test func `withholds little of a large table`() {
    var random = RandomTables(seed: 5)
    let parts = (0..<400).map { $0 * 5..<$0 * 5 + 5 }
    var values = (0..<2000).map { _ in 10 + random.below(90) }
    for cell in stride(from: 0, to: 2000, by: 50) { values[cell] = 3 }
    let totals = parts.map { part in values[part].reduce(0, +) }
    let sums = parts.enumerated().map { SuppressionTable.Sum(total: 2000 + $0, parts: Array($1)) }
    let whole = SuppressionTable.Sum(total: 2400, parts: Array(2000..<2400))
    let table = SuppressionTable(
      counts: values + totals + [totals.reduce(0, +)], sums: sums + [whole], minimum: 10, areZerosWithheld: false)
    #expect(table.withheld().count { $0 } == 80)
  }
}

extension SuppressionTable {
  /// A table of counts alone.
  init(counts: [Int], sums: [Sum], minimum: Int, areZerosWithheld: Bool) {
    self.init(
      numbers: counts.map { Number($0, .count) }, sums: sums, minimum: minimum, areZerosWithheld: areZerosWithheld)
  }

  fileprivate var values: [Int] { numbers.map(\.value) }
}

/// What a reader can find out, by trying all counts that fit; it shares nothing with what it checks.
private struct Reader {
  let table: SuppressionTable
  let withheld: [Bool]
  let sums: [SuppressionTable.Sum]

  init(of table: SuppressionTable, withheld: [Bool]) {
    self.table = table
    self.withheld = withheld
    sums = table.sums.filter { sum in sum.parts.map { table.values[$0] }.reduce(0, +) == table.values[sum.total] }
  }

  var floor: Int { table.areZerosWithheld ? 0 : 1 }

  func isSmall(_ cell: Int) -> Bool { table.values[cell] >= floor && table.values[cell] < table.minimum }

  /// Whether a sum tells a count because it is the only one in it that is withheld.
  var hasSingleUnknown: Bool {
    sums.contains { sum in ([sum.total] + sum.parts).count { withheld[$0] } == 1 }
  }

  /// Whether a cell can be some number and another that is at least the minimum, and that far above it.
  func guaranteeIsKept(for cell: Int) -> Bool {
    let value = table.values[cell]
    guard let lowest = (floor...value).first(where: { isPossible($0, in: cell) }) else { return false }
    // A total of a total that is counted twice moves by twos, or more.
    let highest = max(table.minimum, lowest + table.minimum)
    return (highest..<highest + 4).contains { isPossible($0, in: cell) }
  }

  /// Whether a cell can hold a number, as far as a reader can tell.
  func isPossible(_ number: Int, in cell: Int) -> Bool {
    let most = 2 * (table.values.max() ?? 0) + 4 * table.minimum
    var ranges = table.values.indices.map { withheld[$0] ? floor...most : table.values[$0]...table.values[$0] }
    guard ranges[cell].contains(number) else { return false }
    ranges[cell] = number...number
    return hasSolution(in: ranges)
  }

  private func hasSolution(in wide: [ClosedRange<Int>]) -> Bool {
    guard let ranges = narrowed(wide) else { return false }
    let open = ranges.indices.filter { ranges[$0].count > 1 }
    guard let cell = open.min(by: { ranges[$0].count < ranges[$1].count }) else { return true }
    // Numbers near the true one are the likeliest to fit.
    let value = table.values[cell]
    let distances = 0...max(abs(ranges[cell].lowerBound - value), abs(ranges[cell].upperBound - value))
    return distances.contains { distance in
      Set([value - distance, value + distance]).filter(ranges[cell].contains).contains { number in
        var chosen = ranges
        chosen[cell] = number...number
        return hasSolution(in: chosen)
      }
    }
  }

  /// The ranges without the ends that some sum excludes, nil if a cell has nothing left.
  private func narrowed(_ wide: [ClosedRange<Int>]) -> [ClosedRange<Int>]? {
    var ranges = wide
    var isNarrower = true
    func narrow(_ cell: Int, to least: Int, _ most: Int) -> Bool {
      let range = ranges[cell]
      guard least <= range.upperBound, most >= range.lowerBound, least <= most else { return false }
      guard least > range.lowerBound || most < range.upperBound else { return true }
      ranges[cell] = max(least, range.lowerBound)...min(most, range.upperBound)
      isNarrower = true
      return true
    }
    while isNarrower {
      isNarrower = false
      for sum in sums {
        var (least, most) = (0, 0)
        for part in sum.parts {
          least += ranges[part].lowerBound
          most += ranges[part].upperBound
        }
        guard narrow(sum.total, to: least, most) else { return nil }
        let total = ranges[sum.total]
        for part in sum.parts {
          let range = ranges[part]
          let others = least - range.lowerBound...most - range.upperBound
          guard narrow(part, to: total.lowerBound - others.upperBound, total.upperBound - others.lowerBound) else {
            return nil
          }
        }
      }
    }
    return ranges
  }
}

/// Small random tables, the same on every run.
struct RandomTables {
  /// How a table's sums are laid out.
  enum Shape: CaseIterable {
    case oneWay, twoWay, twoWayWithoutGrandTotal, wideTwoWay, secondTotals, nested, brokenDownTwice, cube, anySums
  }

  private var state: UInt64
  private var values: [Int] = []
  private var sums: [SuppressionTable.Sum] = []
  private var minimum = 0

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func table(_ shape: Shape, minimum: Int, areZerosWithheld: Bool) -> SuppressionTable {
    (values, sums, self.minimum) = ([], [], minimum)
    fill(shape)
    return SuppressionTable(counts: values, sums: sums, minimum: minimum, areZerosWithheld: areZerosWithheld)
  }

  private mutating func fill(_ shape: Shape) {
    switch shape {
    case .oneWay: _ = total(of: cells(2 + below(6)))
    case .twoWay: twoWay(2 + below(2), 2 + below(2))
    case .twoWayWithoutGrandTotal: twoWay(3, 3, hasGrandTotal: false)
    case .wideTwoWay: twoWay(4, 4)
    case .secondTotals:
      twoWay(3, 2)
      for sum in sums.prefix(3) { _ = total(of: sum.parts) }
    case .nested:
      let areas = (0..<3).map { _ in total(of: cells(1 + below(3))) }
      _ = total(of: areas)
    case .brokenDownTwice:
      let areas = (0..<2).map { _ in total(of: cells(3)) }
      for area in areas { split(area) }
      _ = total(of: areas)
    case .cube:
      let corners = cells(8)
      for axis in [1, 2, 4] {
        for corner in 0..<8 where corner & axis == 0 { _ = total(of: [corners[corner], corners[corner | axis]]) }
      }
    case .anySums:
      _ = cells(6)
      for _ in 0..<4 { _ = total(of: Set((0..<3).map { _ in below(values.count) }).sorted()) }
    }
  }

  private mutating func cells(_ count: Int) -> [Int] {
    for _ in 0..<count { values.append(below(10) < 5 ? below(minimum) : minimum + below(2 * minimum)) }
    return Array(values.count - count..<values.count)
  }

  private mutating func total(of parts: [Int]) -> Int {
    values.append(parts.map { values[$0] }.reduce(0, +))
    sums.append(.init(total: values.count - 1, parts: parts))
    return values.count - 1
  }

  private mutating func split(_ cell: Int) {
    let first = below(values[cell] + 1)
    values += [first, values[cell] - first]
    sums.append(.init(total: cell, parts: [values.count - 2, values.count - 1]))
  }

  private mutating func twoWay(_ height: Int, _ width: Int, hasGrandTotal: Bool = true) {
    let rows = (0..<height).map { _ in cells(width) }
    let rowTotals = rows.map { total(of: $0) }
    let columnTotals = (0..<width).map { column in total(of: rows.map { $0[column] }) }
    guard hasGrandTotal else { return }
    sums.append(.init(total: total(of: rowTotals), parts: columnTotals))
  }
}

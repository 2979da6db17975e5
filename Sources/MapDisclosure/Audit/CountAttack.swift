/// What a reader can work out of the numbers of a table of which some are withheld.
///
/// It shares nothing with the search that withholds but the list of sums.
struct CountAttack {
  private let table: SuppressionTable
  private let isKnown: [Bool]
  private let isPublished: [Bool]
  private var sumsOfCell: [Int: [Int]] = [:]
  private let sums: [SuppressionTable.Sum]

  /// Prepares for a table.
  /// - Parameter isKnown: whether a reader sees each number, or acts as if.
  init(_ table: SuppressionTable, isKnown: [Bool]) {
    self.table = table
    isPublished = isKnown
    // What is rounded is known within bounds.
    self.isKnown = zip(isKnown, table.numbers).map { $0 && table.published($1).count == 1 }
    sums = table.usableSums()
    for (index, sum) in sums.enumerated() {
      for cell in Set([sum.total] + sum.parts) where !self.isKnown[cell] { sumsOfCell[cell, default: []].append(index) }
    }
  }

  /// The least and the most that each withheld number can be, by cell; what cannot be decided is missing.
  /// - Complexity: that of ``IntegerProgram/ranges(of:)`` for each set of withheld numbers that sums connect.
  func ranges() -> [Int: (lowest: Int, highest: Int?)] {
    var ranges: [Int: (lowest: Int, highest: Int?)] = [:]
    var seen: Set<Int> = []
    for cell in table.numbers.indices where !isPublished[cell] && seen.insert(cell).inserted {
      let component = connected(to: cell, &seen)
      let wanted = component.cells.filter { table.numbers[$0].kind == .count && !isPublished[$0] }
      guard let found = solve(component) else { continue }
      for (cell, range) in zip(wanted, found) { ranges[cell] = range }
    }
    return ranges
  }

  private func connected(to cell: Int, _ seen: inout Set<Int>) -> (cells: [Int], sums: [Int]) {
    var cells = [cell]
    var found: Set<Int> = []
    var next = 0
    while next < cells.count {
      for index in sumsOfCell[cells[next]] ?? [] where found.insert(index).inserted {
        for other in [sums[index].total] + sums[index].parts where !isKnown[other] && seen.insert(other).inserted {
          cells.append(other)
        }
      }
      next += 1
    }
    return (cells, found.sorted())
  }

  private func solve(_ component: (cells: [Int], sums: [Int])) -> [(lowest: Int, highest: Int?)]? {
    let place = Dictionary(uniqueKeysWithValues: component.cells.enumerated().map { ($1, $0) })
    let wanted = component.cells.filter { table.numbers[$0].kind == .count && !isPublished[$0] }
    var equations = component.sums.map { index in
      var terms: [Int: Int] = [:]
      var sum = 0
      func add(_ sign: Int, _ cell: Int) {
        let number = table.numbers[cell]
        if let variable = place[cell] {
          terms[variable, default: 0] += sign
          // Variables start at 0, numbers at the least that they can be.
          sum -= sign * least(of: cell)
        } else {
          sum -= sign * number.value
        }
      }
      for part in sums[index].parts { add(1, part) }
      add(-1, sums[index].total)
      return IntegerProgram.Equation(
        terms: terms.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, sum: sum)
    }
    // A table of this size takes seconds; beyond it nothing is said.
    guard component.cells.count * component.sums.count < 1_000_000 else { return nil }
    // A number that is rounded has an end, too.
    var variables = component.cells.count
    for (variable, cell) in component.cells.enumerated() where isPublished[cell] {
      let range = table.published(table.numbers[cell])
      equations.append(.init(terms: [(variable, 1), (variables, 1)], sum: range.upperBound - range.lowerBound))
      variables += 1
    }
    let program = IntegerProgram(variables: variables, equations: equations)
    guard let ranges = try? program.ranges(of: wanted.compactMap { place[$0] }) else { return nil }
    return zip(wanted, ranges).map { cell, range in
      let floor = table.floor(of: table.numbers[cell])
      return (range.lowest + floor, range.highest.map { $0 + floor })
    }
  }

  /// The least that a number can be, as far as a reader knows without any sum.
  private func least(of cell: Int) -> Int {
    let number = table.numbers[cell]
    return isPublished[cell] ? table.published(number).lowerBound : table.floor(of: number)
  }
}

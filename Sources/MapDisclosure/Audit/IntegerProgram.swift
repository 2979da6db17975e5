/// Whole numbers, none below 0, that equations hold together: finds the least and the most that each can be.
///
/// This is the simplex method in whole numbers, without rounding: the table of coefficients keeps one common denominator,
/// and every division in it leaves no rest (Edmonds 1967; Bareiss, doi:10.1090/S0025-5718-1968-0226829-0). Where the best
/// point of the equations is not whole, it branches on a number that is not (Land and Doig, doi:10.2307/1910129).
struct IntegerProgram {
  /// An equation: what the terms add up to.
  struct Equation {
    /// The variables, each with its coefficient.
    var terms: [(variable: Int, coefficient: Int)]
    /// Their sum.
    var sum: Int
  }

  /// Why an answer cannot be given.
  enum Failure: Error {
    /// No whole numbers fulfil the equations.
    case infeasible
    /// The numbers grew too large, or the search too long.
    case undecided
  }

  /// How many variables there are.
  let variables: Int
  /// What holds.
  let equations: [Equation]

  /// The least and the most that each of some variables can be; the most is `nil` if there is no end to it.
  /// - Throws: ``Failure``.
  /// - Complexity: that of the simplex method: a table of variables by equations is gone through for each of its steps, of
  ///   which few are needed.
  func ranges(of wanted: [Int]) throws(Failure) -> [(lowest: Int, highest: Int?)] {
    var table = try SimplexTable(self)
    var ranges: [(lowest: Int, highest: Int?)] = []
    for variable in wanted {
      ranges.append((try least(variable, &table), try most(variable, &table)))
    }
    return ranges
  }

  private func least(_ variable: Int, _ table: inout SimplexTable) throws(Failure) -> Int {
    try table.minimize(variable)
    if table.fractional == nil { return table.value(of: variable).number }
    guard let bound = try branch(variable, isLeast: true) else { throw .infeasible }
    return bound
  }

  private func most(_ variable: Int, _ table: inout SimplexTable) throws(Failure) -> Int? {
    guard try table.maximize(variable) else { return nil }
    if table.fractional == nil { return table.value(of: variable).number }
    guard let bound = try branch(variable, isLeast: false) else { throw .infeasible }
    return bound
  }

  /// The best whole value of a variable.
  private func branch(_ variable: Int, isLeast: Bool) throws(Failure) -> Int? {
    var best: Int?
    var open: [[(variable: Int, bound: Int, isUpper: Bool)]] = [[]]
    var steps = 0
    while let bounds = open.popLast() {
      steps += 1
      if steps > 400 { throw .undecided }
      var table: SimplexTable
      do { table = try SimplexTable(bounded(by: bounds)) } catch .infeasible { continue }
      if isLeast { try table.minimize(variable) } else if try !table.maximize(variable) { throw .undecided }
      let value = table.value(of: variable)
      // What is not whole can be rounded towards what is sought.
      let reach = isLeast ? -(-value.number - (value.isWhole ? 0 : 1)) : value.number
      if let known = best, isLeast ? reach >= known : reach <= known { continue }
      guard let split = table.fractional(below: variables) else {
        best = value.number
        continue
      }
      let low = table.value(of: split).number
      open.append(bounds + [(split, low, true)])
      open.append(bounds + [(split, low + 1, false)])
    }
    return best
  }

  /// The same with bounds on variables, each by a variable of its own.
  private func bounded(by bounds: [(variable: Int, bound: Int, isUpper: Bool)]) -> IntegerProgram {
    var equations = equations
    for (index, bound) in bounds.enumerated() {
      equations.append(
        Equation(
          terms: [(bound.variable, 1), (variables + index, bound.isUpper ? 1 : -1)], sum: bound.bound))
    }
    return IntegerProgram(variables: variables + bounds.count, equations: equations)
  }
}

/// Equations solved for some of their variables, the *basis*; all others are 0.
private struct SimplexTable {
  /// One row an equation: the coefficients of all variables, then the sum; all are to be divided by `denominator`.
  private var rows: [[Int]] = []
  /// The variable for which each row is solved.
  private var basis: [Int] = []
  private var denominator = 1
  private let width: Int
  private var steps = 0

  /// Finds some numbers that fulfil a program's equations, whole or not.
  init(_ program: IntegerProgram) throws(IntegerProgram.Failure) {
    width = program.variables
    // A first solution: each equation has an artificial variable of its own, which is then driven out.
    let artificial = width..<width + program.equations.count
    for (index, equation) in program.equations.enumerated() {
      var row = [Int](repeating: 0, count: width + program.equations.count + 1)
      let sign = equation.sum < 0 ? -1 : 1
      for term in equation.terms { row[term.variable] += sign * term.coefficient }
      row[artificial.lowerBound + index] = 1
      row[row.count - 1] = sign * equation.sum
      rows.append(row)
      basis.append(artificial.lowerBound + index)
    }
    try removeArtificial()
  }

  private mutating func removeArtificial() throws(IntegerProgram.Failure) {
    while true {
      let rest = basis.indices.filter { basis[$0] >= width }
      if rest.allSatisfy({ rows[$0][rows[$0].count - 1] == 0 }) { break }
      // The sum of what the artificial variables still are falls with a variable in more of their rows.
      let entering = (0..<width).first { variable in rest.reduce(0) { $0 + rows[$1][variable] } > 0 }
      guard let entering else { throw .infeasible }
      guard let row = leavingRow(for: entering) else { throw .infeasible }
      try pivot(row, entering)
    }
    // Those that are 0 leave for any variable of their row; a row without any says nothing new.
    for row in basis.indices.reversed() where basis[row] >= width {
      if let variable = (0..<width).first(where: { rows[row][$0] != 0 }) {
        try pivot(row, variable)
      } else {
        rows.remove(at: row)
        basis.remove(at: row)
      }
    }
    for row in rows.indices { rows[row].removeSubrange(width..<rows[row].count - 1) }
  }

  /// A variable's value, rounded down.
  func value(of variable: Int) -> (number: Int, isWhole: Bool) {
    guard let row = basis.firstIndex(of: variable) else { return (0, true) }
    let sum = rows[row][rows[row].count - 1]
    return (sum / denominator, sum % denominator == 0)
  }

  /// A variable that is not whole.
  var fractional: Int? { fractional(below: width) }

  /// One of the first variables that is not whole.
  func fractional(below end: Int) -> Int? {
    basis.filter { $0 < end }.sorted().first { !value(of: $0).isWhole }
  }

  /// Lets a variable fall as far as it can.
  mutating func minimize(_ variable: Int) throws(IntegerProgram.Failure) {
    while let row = basis.firstIndex(of: variable) {
      guard let entering = (0..<width).first(where: { $0 != variable && rows[row][$0] > 0 }) else { return }
      guard let leaving = leavingRow(for: entering) else { throw .undecided }
      try pivot(leaving, entering)
    }
  }

  /// Lets a variable rise as far as it can.
  /// - Returns: `false` if there is no end to it.
  mutating func maximize(_ variable: Int) throws(IntegerProgram.Failure) -> Bool {
    if !basis.contains(variable) {
      guard let row = leavingRow(for: variable) else { return false }
      try pivot(row, variable)
    }
    while let row = basis.firstIndex(of: variable) {
      guard let entering = (0..<width).first(where: { $0 != variable && rows[row][$0] < 0 }) else { return true }
      guard let leaving = leavingRow(for: entering) else { return false }
      try pivot(leaving, entering)
    }
    throw .undecided
  }

  /// The row whose variable is the first to become 0 as another rises; `nil` if none does.
  ///
  /// Of several the variable with the lowest number is taken, as for the one that rises: then no table comes twice
  /// (Bland, doi:10.1287/moor.2.2.103).
  private func leavingRow(for entering: Int) -> Int? {
    var best: Int?
    for row in rows.indices where rows[row][entering] > 0 {
      guard let known = best else {
        best = row
        continue
      }
      let last = rows[row].count - 1
      let left = rows[row][last].multipliedFullWidth(by: rows[known][entering])
      let right = rows[known][last].multipliedFullWidth(by: rows[row][entering])
      if (left.high, left.low) < (right.high, right.low)
        || left == right && basis[row] < basis[known]
      {
        best = row
      }
    }
    return best
  }

  /// Solves a row for another variable.
  private mutating func pivot(_ pivotRow: Int, _ variable: Int) throws(IntegerProgram.Failure) {
    steps += 1
    if steps > 20_000 { throw .undecided }
    if rows[pivotRow][variable] < 0 {
      for column in rows[pivotRow].indices { rows[pivotRow][column].negate() }
    }
    let pivot = rows[pivotRow][variable]
    let source = rows[pivotRow]
    for row in rows.indices where row != pivotRow {
      let factor = rows[row][variable]
      for column in source.indices where rows[row][column] != 0 || factor != 0 && source[column] != 0 {
        let (left, isLeftLarge) = rows[row][column].multipliedReportingOverflow(by: pivot)
        let (right, isRightLarge) = factor.multipliedReportingOverflow(by: source[column])
        let (difference, isLarge) = left.subtractingReportingOverflow(right)
        if isLeftLarge || isRightLarge || isLarge { throw .undecided }
        rows[row][column] = difference / denominator
      }
    }
    denominator = pivot
    basis[pivotRow] = variable
  }
}

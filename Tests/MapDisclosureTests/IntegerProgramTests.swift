import Testing

@testable import MapDisclosure

/// Ranges of whole numbers, against all solutions of small programs.
struct IntegerProgramTests {
  @Test func `bounds of a table with suppressed cells are those of the literature's rule`() throws {
    // A two-way table with a rectangle of unknowns x00 x01 / x10 x11, rows 10 and 30, columns 15 and 25: each can be
    // from max(0, row + column - whole) to min(row, column) (Fréchet bounds).
    let program = IntegerProgram(
      variables: 4,
      equations: [
        .init(terms: [(0, 1), (1, 1)], sum: 10), .init(terms: [(2, 1), (3, 1)], sum: 30),
        .init(terms: [(0, 1), (2, 1)], sum: 15), .init(terms: [(1, 1), (3, 1)], sum: 25),
      ])
    let ranges = try program.ranges(of: [0, 1, 2, 3])
    #expect(ranges.map(\.lowest) == [0, 0, 5, 15])
    #expect(ranges.map(\.highest) == [10, 10, 15, 25])
  }

  @Test func `an odd circle needs branching`() throws {
    // x + y = 5, y + z = 5, x + z = 5 has no whole solution; with w on one side it has.
    let none = IntegerProgram(
      variables: 3,
      equations: [
        .init(terms: [(0, 1), (1, 1)], sum: 5), .init(terms: [(1, 1), (2, 1)], sum: 5),
        .init(terms: [(0, 1), (2, 1)], sum: 5),
      ])
    #expect(throws: IntegerProgram.Failure.self) { try none.ranges(of: [0]) }
    let some = IntegerProgram(
      variables: 4,
      equations: [
        .init(terms: [(0, 1), (1, 1)], sum: 5), .init(terms: [(1, 1), (2, 1)], sum: 5),
        .init(terms: [(0, 1), (2, 1), (3, 1)], sum: 5),
      ])
    // x = z and 2x + w = 5: x from 0 to 2, w from 1.
    let ranges = try some.ranges(of: [0, 3])
    #expect(ranges.map(\.lowest) == [0, 1])
    #expect(ranges.map(\.highest) == [2, 5])
  }

  @Test func `what has no end has none`() throws {
    let program = IntegerProgram(variables: 2, equations: [.init(terms: [(0, 1), (1, -1)], sum: 3)])
    let ranges = try program.ranges(of: [0, 1])
    #expect(ranges.map(\.lowest) == [3, 0])
    #expect(ranges.map(\.highest) == [nil, nil])
  }

  @Test func `random programs have the ranges of all their solutions`() throws {
    var random = RandomTables(seed: 7)
    for _ in 0..<300 {
      let variables = 2 + random.below(4)
      let truth = (0..<variables).map { _ in random.below(6) }
      let equations = (0..<1 + random.below(3)).map { _ in
        let terms = (0..<variables).compactMap { variable in
          random.below(3) == 0 ? nil : (variable: variable, coefficient: 1)
        }
        return IntegerProgram.Equation(terms: terms, sum: terms.reduce(0) { $0 + $1.coefficient * truth[$1.variable] })
      }
      let program = IntegerProgram(variables: variables, equations: equations)
      let ranges = try program.ranges(of: Array(0..<variables))
      // Coefficients are positive, so every variable in an equation is at most its sum.
      let most = 40
      var solutions: [[Int]] = []
      func extend(_ chosen: [Int]) {
        for equation in equations {
          var left = equation.sum
          var isOpen = false
          for term in equation.terms {
            if term.variable < chosen.count { left -= term.coefficient * chosen[term.variable] } else { isOpen = true }
          }
          if left < 0 || !isOpen && left != 0 { return }
        }
        if chosen.count == variables {
          solutions.append(chosen)
          return
        }
        let isFree = !equations.contains { $0.terms.contains { $0.variable == chosen.count } }
        for value in 0...(isFree ? 0 : most) { extend(chosen + [value]) }
      }
      extend([])
      for variable in 0..<variables {
        let isFree = !equations.contains { $0.terms.contains { $0.variable == variable } }
        #expect(ranges[variable].lowest == solutions.map { $0[variable] }.min())
        #expect(ranges[variable].highest == (isFree ? nil : solutions.map { $0[variable] }.max()))
      }
    }
  }
}

/// Moves a count up or down, and others with it, so that every sum still holds and no published count changes.
///
/// A reader cannot tell the moved counts from the true ones. That one cell goes up by 1 opens gaps in its sums. Each is
/// closed by a path of cells: the first of them closes the gap and opens one in its other sum, and so on, until the
/// last closes another open gap or is in no other sum. The path that withholds the fewest and smallest cells is taken.
/// For sums like those of a table with its margins, this finds a move if there is one, as in a network of flows.
struct CountShifts {
  /// A cell in a sum.
  private struct Term {
    var cell: Int
    /// -1 for the total and 1 for a part, more for a part that is repeated.
    var sign: Int
    /// The node where a path goes on when the cell rises; if it falls, that node's sibling.
    ///
    /// It is `end` if the cell is in no other sum, and `several` if it is in more than one.
    var node: Int
  }

  /// A cell of the table.
  private struct Cell {
    let value: Int
    /// The value as moved so far.
    var count: Int
    /// How much it changes whenever the moved cell changes by 1.
    var change = 0
    var isWithheld = false
    /// Whether it is in `withheldTerms`, where it stays if it is published again.
    var isListed = false
  }

  /// A cell on a path.
  private struct Step {
    /// The number of the search that made it; others are void.
    var search = 0
    /// What the path costs with it.
    var cost = Int.max
    var cell = 0
    var change = 0
    /// The node that it comes from, -1 for the start; for a last step, the goal.
    var node = -1
  }

  /// What a search is for.
  private struct Request {
    /// The cell that is moved, so that no path may use it.
    var cell = 0
    /// How far the other cells must be able to fall.
    var room = 1
    /// Whether published cells may be used; they are withheld then.
    var mayWithhold = false
  }

  /// How many terms of sums have been looked at, as a measure of effort that is the same everywhere.
  private(set) var looks = 0
  /// The number of looks at which searching ends.
  var looksAllowed = 0
  /// How many terms there are.
  private(set) var size = 0

  private let floor: Int
  private var cells: [Cell]
  /// For each cell, its sums and its signs in them.
  private var places: [[(sum: Int, sign: Int)]]
  private var terms: [[Term]]
  private var withheldTerms: [[Term]]
  /// For each sum, its total.
  private var totals: [Term] = []
  /// For each sum, its largest part.
  private var largestParts: [Term] = []
  /// For each sum, by how much its parts are now larger than its total.
  private var gaps: [Int]
  private var changed: [Int] = []
  private var opened: [Int] = []
  private var request = Request()
  private var search = 0
  private var goals: [Int] = []
  /// The cost of the cheapest path to a goal so far.
  private var goalCost = Int.max
  private var steps: [Step]
  private var queue: [Int] = []

  /// Makes moves for counts of which none is withheld; every sum must hold.
  init(values: [Int], sums: [SuppressionTable.Sum], floor: Int) {
    self.floor = floor
    cells = values.map { Cell(value: $0, count: $0) }
    places = Array(repeating: [], count: values.count)
    gaps = sums.map { _ in 0 }
    terms = sums.map { _ in [] }
    withheldTerms = terms
    steps = Array(repeating: Step(), count: 2 * sums.count + 2)
    for (index, sum) in sums.enumerated() {
      add(-1, of: sum.total, to: index)
      for part in sum.parts { add(1, of: part, to: index) }
    }
    for cell in cells.indices {
      for place in places[cell] { terms[place.sum].append(term(of: cell, in: place)) }
      size += places[cell].count
    }
    totals = terms.compactMap { list in list.first { $0.sign < 0 } }
    largestParts = terms.compactMap { list in list.filter { $0.sign > 0 }.max { values[$0.cell] < values[$1.cell] } }
  }

  private mutating func add(_ sign: Int, of cell: Int, to sum: Int) {
    let last = places[cell].count - 1
    if last >= 0, places[cell][last].sum == sum {
      places[cell][last].sign += sign
    } else {
      places[cell].append((sum, sign))
    }
  }

  private func term(of cell: Int, in place: (sum: Int, sign: Int)) -> Term {
    let all = places[cell]
    guard all.count == 2 else { return Term(cell: cell, sign: place.sign, node: all.count == 1 ? end : several) }
    let other = all[0].sum == place.sum ? all[1] : all[0]
    return Term(cell: cell, sign: place.sign, node: node(other.sum, other.sign))
  }

  /// The node of a sum whose gap has a sign; the sibling, which differs in the last bit, is that of the other sign.
  private func node(_ sum: Int, _ gap: Int) -> Int { 2 * sum + (gap > 0 ? 1 : 0) }

  /// The node, with its sibling, where a path may end because the last cell is in no other sum.
  private var end: Int { 2 * gaps.count }

  /// Stands for several nodes.
  private var several: Int { -1 }

  /// Whether any sum says something of a cell.
  func isInSum(_ cell: Int) -> Bool { !places[cell].isEmpty }

  /// The cell and all that any chain of sums connects to it.
  func connected(to cell: Int) -> [Int] {
    var found = [cell]
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for place in places[found[next]] {
        for term in terms[place.sum] where seen.insert(term.cell).inserted { found.append(term.cell) }
      }
      next += 1
    }
    return found
  }

  /// Withholds a cell, so that moves may change it.
  mutating func withhold(_ cell: Int) {
    cells[cell].isWithheld = true
    guard !cells[cell].isListed else { return }
    cells[cell].isListed = true
    for place in places[cell] { withheldTerms[place.sum].append(term(of: cell, in: place)) }
  }

  /// Publishes a cell.
  mutating func publish(_ cell: Int) { cells[cell].isWithheld = false }

  /// Moves a cell's count from its true value as far towards another as it goes, and through all between.
  ///
  /// Gives the count that was reached and the cells that moved, which are withheld if they were not. The next move
  /// starts from the true values again.
  mutating func move(_ cell: Int, to target: Int, mayWithhold: Bool) -> (count: Int, cells: [Int]) {
    var moved: [Int] = []
    while cells[cell].count != target {
      let rest = target - cells[cell].count
      let amount = min(abs(rest), shift(cell, by: rest, mayWithhold: mayWithhold))
      guard amount > 0 else { break }
      for other in changed where cells[other].change != 0 {
        cells[other].count += amount * cells[other].change
        cells[other].change = 0
        moved.append(other)
        withhold(other)
      }
    }
    let count = cells[cell].count
    for other in moved { cells[other].count = cells[other].value }
    return (count, moved)
  }

  /// Finds how other cells change when one rises or falls, and gives how far it can; 0 if it cannot.
  ///
  /// A way that goes all the way is better than one that goes a part of it, and one that withholds nothing better still.
  private mutating func shift(_ cell: Int, by rest: Int, mayWithhold: Bool) -> Int {
    for mayWithhold in mayWithhold ? [false, true] : [false] {
      for room in abs(rest) > 1 ? [abs(rest), 1] : [1] {
        request = Request(cell: cell, room: room, mayWithhold: mayWithhold)
        let way = searchedShift(by: rest.signum())
        if way > 0 { return way }
      }
    }
    return mayWithhold ? climbingShift(by: rest.signum()) : 0
  }

  /// Closes each gap by the cheapest path.
  private mutating func searchedShift(by direction: Int) -> Int {
    begin(direction)
    // In a table with margins one or two paths do; more are needed where cells are in more sums.
    for _ in 0..<32 {
      guard let sum = opened.first(where: { gaps[$0] != 0 }) else { return room }
      guard let goal = cheapestGoal(from: sum) else { return 0 }
      follow(goal)
    }
    return 0
  }

  /// Closes each gap in the first way at hand: all goes in one direction, totals with their parts.
  ///
  /// It needs no search. Where a total moves for one sum, the largest part of another sum of it moves along.
  private mutating func climbingShift(by direction: Int) -> Int {
    begin(direction)
    for _ in 0..<100 {
      let upward = opened.first { gaps[$0] * direction > 0 }
      guard let sum = upward ?? opened.first(where: { gaps[$0] != 0 }) else { return room }
      let term = upward == nil ? largestParts[sum] : totals[sum]
      // A gap grows only if sums contain each other in strange ways.
      guard abs(term.sign) == 1, term.cell != request.cell, cells[term.cell].value >= floor, abs(gaps[sum]) < 1000
      else { return 0 }
      change(term.cell, by: -gaps[sum] * term.sign)
    }
    return 0
  }

  private mutating func begin(_ direction: Int) {
    for cell in changed { cells[cell].change = 0 }
    for sum in opened { gaps[sum] = 0 }
    changed.removeAll(keepingCapacity: true)
    opened.removeAll(keepingCapacity: true)
    change(request.cell, by: direction)
  }

  private mutating func change(_ cell: Int, by amount: Int) {
    cells[cell].change += amount
    changed.append(cell)
    for place in places[cell] {
      gaps[place.sum] += amount * place.sign
      opened.append(place.sum)
    }
  }

  /// How often the changes can be made before a count falls below the floor.
  private var room: Int {
    changed.lazy.filter { cells[$0].change < 0 }.map { (cells[$0].count - floor) / -cells[$0].change }.min() ?? .max
  }

  /// The goal with the cheapest path from a sum's gap; after as many looks as are allowed, the best one so far.
  private mutating func cheapestGoal(from source: Int) -> Int? {
    guard looks < looksAllowed else { return nil }
    let endCost = beginSearch(from: source)
    var next = 0
    while next < queue.count, looks < looksAllowed {
      extendPaths(through: queue[next], endCost)
      next += 1
    }
    return goals.filter { steps[$0].search == search }.min { steps[$0].cost < steps[$1].cost }
  }

  /// Starts a search, and gives what it costs to close the other open gaps on their own if a path ends at no gap.
  private mutating func beginSearch(from source: Int) -> Int {
    search += 1
    queue.removeAll(keepingCapacity: true)
    goals.removeAll(keepingCapacity: true)
    goals += [end, end ^ 1]
    goalCost = .max
    var endCost = 0
    for sum in opened where gaps[sum] != 0 && sum != source && !goals.contains(node(sum, -gaps[sum])) {
      goals.append(node(sum, -gaps[sum]))
      let ends = searchedTerms(of: sum).filter { $0.node == end }
      endCost += ends.compactMap { price(of: $0, -gaps[sum].signum() * $0.sign) }.min() ?? Self.cellPrice << 10
    }
    note(Step(search: search, cost: 0), at: node(source, gaps[source]))
    return endCost
  }

  /// Extends the paths that come to a node by each cell that can close its gap.
  private mutating func extendPaths(through node: Int, _ endCost: Int) {
    let start = steps[node].cost
    for term in searchedTerms(of: node / 2).reversed() {
      guard start < goalCost else { return }
      let change = -gap(at: node) * term.sign
      guard let price = price(of: term, change) else { continue }
      var step = Step(search: search, cost: start + price, cell: term.cell, change: change, node: node)
      if term.node != several {
        if term.node == end { step.cost += endCost }
        note(step, at: change > 0 ? term.node : term.node ^ 1)
      } else {
        step.cost += Self.cellPrice * (places[term.cell].count - 2)
        for other in places[term.cell] where other.sum != node / 2 {
          note(step, at: self.node(other.sum, change * other.sign))
        }
      }
    }
  }

  private func searchedTerms(of sum: Int) -> [Term] {
    request.mayWithhold ? terms[sum] : withheldTerms[sum]
  }

  private func gap(at node: Int) -> Int { node % 2 == 0 ? -1 : 1 }

  private static let cellPrice = 1 << 32

  /// What it costs to change a cell, nil if it cannot be changed; any cell costs more than the size of another.
  private mutating func price(of term: Term, _ change: Int) -> Int? {
    let cell = cells[term.cell]
    looks += 1
    guard abs(change) == 1, term.cell != request.cell else { return nil }
    guard change > 0 || cell.count - floor >= request.room else { return nil }
    if cell.isWithheld { return 0 }
    return request.mayWithhold && cell.value >= floor ? Self.cellPrice + min(cell.value, Self.cellPrice / 2) : nil
  }

  /// Notes that a step comes to a node, if it is the cheapest so far.
  private mutating func note(_ step: Step, at node: Int) {
    looks += 1
    guard steps[node].search != search || step.cost < steps[node].cost else { return }
    steps[node] = step
    guard !goals.contains(node) else {
      goalCost = min(goalCost, step.cost)
      return
    }
    queue.append(node)
  }

  /// Makes the changes of the path that comes to a goal.
  private mutating func follow(_ goal: Int) {
    var step = steps[goal]
    while step.node >= 0 {
      change(step.cell, by: step.change)
      step = steps[step.node]
    }
  }
}

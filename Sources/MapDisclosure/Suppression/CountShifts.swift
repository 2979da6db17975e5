/// Moves a count up or down, and others with it, so that every sum still holds and no published count changes.
///
/// A reader cannot tell the moved counts from the true ones. That one cell goes up by 1 opens a gap in each of its
/// sums. Gaps are closed by paths of cells: the first cell closes a gap and opens one in its other sum, the next closes
/// that, and so on, until a cell closes another open gap or is in no other sum. The path that withholds the fewest and
/// smallest cells is taken. For sums like those of a table and its margins this is a flow in a network, and finds a
/// move whenever there is one.
struct CountShifts {
  /// A cell in a sum.
  private struct Term {
    /// The cell's index.
    var cell: Int
    /// -1 for the total and 1 for a part, more for a part that is repeated.
    var sign: Int
    /// The node where a path goes on if the cell rises; its sibling, if the cell falls.
    ///
    /// It is `end` if the cell is in no other sum, and `several` if it is in more than one.
    var node: Int
  }

  /// A cell of the table.
  private struct Cell {
    /// The true count.
    let value: Int
    /// The value as moved so far.
    var count: Int
    /// What it cannot be below.
    let floor: Int
    /// Whether it never moves.
    let isFixed: Bool
    /// What it can be while it is published: more than its value, if that is rounded.
    let published: ClosedRange<Int>
    /// By how much it changes whenever the moved cell changes by 1.
    var change = 0
    /// Whether it is withheld, so that a reader does not know it.
    var isWithheld = false
    /// Whether it is in `withheldTerms`, where it stays if it is published again.
    var isListed = false
  }

  /// The last cell of a path that comes to a node.
  private struct Step {
    /// The number of the search that it is of; those of other searches are void.
    var search = 0
    /// What the path costs.
    var cost = 0
    /// The cell that goes up by 1 or down.
    var cell = 0
    /// 1 if it goes up, -1 if it goes down.
    var change = 0
    /// The node before, -1 at the start of the path.
    var origin = -1
  }

  /// What is searched for.
  private struct Request {
    /// The cell that is moved; no path may use it.
    var cell = 0
    /// How far other cells must be able to fall.
    var slack = 1
    /// Whether published cells may be used, which withholds them.
    var mayWithhold = false
  }

  /// How often a cell was looked at: a measure of effort that is the same everywhere.
  private(set) var looks = 0
  /// The number of looks at which searching ends, and what is at hand is taken.
  var looksAllowed = 0
  /// The cells that were withheld, in order, since it was last emptied.
  var withheldLast: [Int] = []
  /// How many terms all sums have.
  private(set) var size = 0

  /// All cells.
  private var cells: [Cell]
  /// For each cell, its sums and its signs in them.
  private var places: [[(sum: Int, sign: Int)]]
  /// For each sum, all that is in it.
  private var terms: [[Term]]
  /// For each sum, what is or was withheld in it.
  private var withheldTerms: [[Term]]
  /// For each sum, its total, unless that is among its own parts.
  private var totals: [Term?] = []
  /// For each sum, its largest part, if it has parts.
  private var largestParts: [Term?] = []
  /// For each sum, by how much its parts are now more than its total.
  private var gaps: [Int]
  /// The cells that change in the move that is being made, some of them more than once.
  private var changed: [Int] = []
  /// The sums of those cells.
  private var opened: [Int] = []
  /// What is searched for now.
  private var request = Request()
  /// The number of the present search.
  private var search = 0
  /// The nodes where a path may end.
  private var goals: [Int] = []
  /// What the cheapest path to a goal costs, as far as is known.
  private var goalCost = 0
  /// For each node, the last step of the cheapest path that has come to it.
  private var steps: [Step]
  /// The nodes from which paths may go on, in the order in which they were come to.
  private var queue: [Int] = []

  /// Makes moves for counts of which none is withheld and with sums that hold.
  init(values: [Int], floors: [Int], published: [ClosedRange<Int>], sums: [SuppressionTable.Sum], isFixed: [Bool]) {
    cells = values.indices.map {
      Cell(
        value: values[$0], count: values[$0], floor: floors[$0], isFixed: isFixed[$0], published: published[$0])
    }
    places = values.map { _ in [] }
    gaps = sums.map { _ in 0 }
    terms = sums.map { _ in [] }
    withheldTerms = terms
    steps = Array(repeating: Step(), count: 2 * sums.count + 2)
    for (index, sum) in sums.enumerated() {
      add(-1, of: sum.total, to: index)
      for part in sum.parts { add(1, of: part, to: index) }
    }
    for cell in cells.indices {
      // A sum says nothing of a total that is among its own parts.
      places[cell].removeAll { $0.sign == 0 }
      for place in places[cell] { terms[place.sum].append(term(of: cell, in: place)) }
      size += places[cell].count
      if published[cell].count > 1 { list(cell) }
    }
    totals = terms.map { list in list.first { $0.sign < 0 } }
    largestParts = terms.map { list in list.filter { $0.sign > 0 }.max { values[$0.cell] < values[$1.cell] } }
  }

  /// Notes that a cell is in a sum, once more if it is already.
  private mutating func add(_ sign: Int, of cell: Int, to sum: Int) {
    let last = places[cell].count - 1
    if last >= 0, places[cell][last].sum == sum {
      places[cell][last].sign += sign
    } else {
      places[cell].append((sum, sign))
    }
  }

  /// A cell as a term of one of its sums.
  private func term(of cell: Int, in place: (sum: Int, sign: Int)) -> Term {
    let all = places[cell]
    guard all.count == 2 else { return Term(cell: cell, sign: place.sign, node: all.count == 1 ? end : several) }
    let other = all[0].sum == place.sum ? all[1] : all[0]
    return Term(cell: cell, sign: place.sign, node: node(other.sum, other.sign))
  }

  /// The node of a sum with a gap of some sign; that with a gap of the other sign is its sibling, `node ^ 1`.
  private func node(_ sum: Int, _ gap: Int) -> Int { 2 * sum + (gap > 0 ? 1 : 0) }

  /// The node, with its sibling, where a path ends with a cell that is in no other sum.
  private var end: Int { 2 * gaps.count }

  /// Stands for more than one node.
  private var several: Int { -1 }
}

// MARK: What is withheld

extension CountShifts {
  /// Whether a sum says anything of a cell.
  func isInSum(_ cell: Int) -> Bool { !places[cell].isEmpty }

  /// The cell and all that any chain of sums connects to it.
  func connected(to cell: Int) -> [Int] {
    var found = [cell]
    var seen = Set(found)
    var seenSums: Set<Int> = []
    var next = 0
    while next < found.count {
      // A sum of very many cells is gone through once, not once for each of them.
      for place in places[found[next]] where seenSums.insert(place.sum).inserted {
        for term in terms[place.sum] where seen.insert(term.cell).inserted { found.append(term.cell) }
      }
      next += 1
    }
    return found
  }

  /// Withholds a cell, so that moves may change it.
  mutating func withhold(_ cell: Int) {
    if !cells[cell].isWithheld { withheldLast.append(cell) }
    cells[cell].isWithheld = true
    list(cell)
  }

  /// Lets moves find a cell that may change.
  private mutating func list(_ cell: Int) {
    guard !cells[cell].isListed else { return }
    cells[cell].isListed = true
    for place in places[cell] { withheldTerms[place.sum].append(term(of: cell, in: place)) }
  }

  /// Publishes a cell, so that no move may change it.
  mutating func publish(_ cell: Int) { cells[cell].isWithheld = false }
}

// MARK: Moves

extension CountShifts {
  /// Moves a cell's count from its value as far towards another number as it goes, through all between.
  ///
  /// Gives the count that it came to and the cells that moved, which are withheld from now on. The next move starts
  /// from the values again.
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
        if !cells[other].published.contains(cells[other].count) { withhold(other) }
      }
    }
    let count = cells[cell].count
    for other in moved { cells[other].count = cells[other].value }
    return (count, moved.filter { cells[$0].isWithheld })
  }

  /// Finds changes that let a cell rise or fall, and gives how often they can be made, 0 if there are none.
  ///
  /// It is best to withhold nothing more, and then to go all the way at once, as one cell does and several need not.
  private mutating func shift(_ cell: Int, by rest: Int, mayWithhold: Bool) -> Int {
    for withholds in mayWithhold ? [false, true] : [false] {
      for slack in abs(rest) > 1 ? [abs(rest), 1] : [1] {
        request = Request(cell: cell, slack: slack, mayWithhold: withholds)
        let times = searchChanges(by: rest.signum())
        if times > 0 { return times }
      }
    }
    return mayWithhold ? climb(by: rest.signum()) : 0
  }

  /// Closes each gap by the cheapest path.
  private mutating func searchChanges(by direction: Int) -> Int {
    begin(by: direction)
    // Few paths are needed: in a table with margins two, more if a cell is in more sums.
    while opened.count < 100 {
      guard let sum = opened.first(where: { gaps[$0] != 0 }) else { return timesPossible }
      guard let goal = cheapestGoal(from: sum) else { return 0 }
      follow(goal)
    }
    return 0
  }

  /// Closes each gap without a search: all go in one direction, and each total goes with its parts.
  ///
  /// A total that has other parts in another sum takes the largest of them along.
  private mutating func climb(by direction: Int) -> Int {
    begin(by: direction)
    while opened.count < 1000 {
      let upward = opened.first { gaps[$0] * direction > 0 }
      guard let sum = upward ?? opened.first(where: { gaps[$0] != 0 }) else { return timesPossible }
      // A gap grows only where sums contain each other in strange ways.
      guard let term = upward == nil ? largestParts[sum] : totals[sum], abs(term.sign) == 1, abs(gaps[sum]) < 1000,
        term.cell != request.cell, !cells[term.cell].isFixed, cells[term.cell].value >= cells[term.cell].floor
      else { return 0 }
      change(term.cell, by: -gaps[sum] * term.sign)
    }
    return 0
  }

  /// Forgets the changes made before, and changes the cell that is to be moved.
  private mutating func begin(by direction: Int) {
    for cell in changed { cells[cell].change = 0 }
    for sum in opened { gaps[sum] = 0 }
    changed.removeAll(keepingCapacity: true)
    opened.removeAll(keepingCapacity: true)
    change(request.cell, by: direction)
  }

  /// Changes a cell and with it the gaps of its sums.
  private mutating func change(_ cell: Int, by amount: Int) {
    cells[cell].change += amount
    changed.append(cell)
    for place in places[cell] {
      gaps[place.sum] += amount * place.sign
      opened.append(place.sum)
    }
  }

  /// How often the changes can be made before a count falls below the floor.
  private var timesPossible: Int {
    changed.lazy.map { timesPossible(cells[$0]) }.min() ?? .max
  }
}

extension CountShifts {
  private func timesPossible(_ cell: Cell) -> Int {
    if cell.change == 0 { return .max }
    if !cell.isWithheld {
      // What rounding hides comes first; beyond it the cell is withheld.
      let room = cell.change < 0 ? cell.count - cell.published.lowerBound : cell.published.upperBound - cell.count
      if room >= abs(cell.change) { return room / abs(cell.change) }
    }
    return cell.change < 0 ? (cell.count - cell.floor) / -cell.change : .max
  }
}

// MARK: Paths

extension CountShifts {
  /// The price of a cell that is not withheld yet; its value is added, so that the fewest count first.
  private static var price: Int { 1 << 30 }

  /// The goal with the cheapest path from a sum's gap; when the looks are used up, the cheapest so far.
  private mutating func cheapestGoal(from source: Int) -> Int? {
    guard looks < looksAllowed else { return nil }
    let endCost = beginSearch(from: source)
    var next = 0
    while next < queue.count, looks < looksAllowed {
      extendPaths(through: queue[next], endCost: endCost)
      next += 1
    }
    return goals.filter { steps[$0].search == search }.min { steps[$0].cost < steps[$1].cost }
  }

  /// Starts a search, and gives what a path that ends without closing a gap leaves to be paid for the other gaps.
  private mutating func beginSearch(from source: Int) -> Int {
    search += 1
    queue.removeAll(keepingCapacity: true)
    goals.removeAll(keepingCapacity: true)
    goals += [end, end ^ 1]
    goalCost = .max
    var endCost = 0
    for sum in opened where gaps[sum] != 0 && sum != source && !goals.contains(node(sum, -gaps[sum])) {
      goals.append(node(sum, -gaps[sum]))
      endCost += priceOfEnd(of: sum) ?? Self.price << 10
    }
    note(Step(search: search), at: node(source, gaps[source]))
    return endCost
  }

  /// The price of the cheapest cell that closes a sum's gap and is in no other sum.
  private mutating func priceOfEnd(of sum: Int) -> Int? {
    var least: Int?
    for term in searchedTerms(of: sum) where term.node == end {
      guard let price = price(of: term, change: -gaps[sum].signum() * term.sign) else { continue }
      least = min(least ?? price, price)
    }
    return least
  }

  /// Extends the path that comes to a node by each cell that can close its gap.
  private mutating func extendPaths(through node: Int, endCost: Int) {
    let start = steps[node].cost
    // The cells that were withheld last are the larger ones, with the most slack.
    for term in searchedTerms(of: node / 2).reversed() {
      guard start < goalCost else { return }
      let change = node % 2 == 0 ? term.sign : -term.sign
      guard let price = price(of: term, change: change) else { continue }
      var step = Step(search: search, cost: start + price, cell: term.cell, change: change, origin: node)
      if term.node != several {
        if term.node == end { step.cost += endCost }
        note(step, at: change > 0 ? term.node : term.node ^ 1)
        continue
      }
      // The path goes on with one of the gaps; the others remain to be closed.
      step.cost += Self.price * (places[term.cell].count - 2)
      for place in places[term.cell] where place.sum != node / 2 {
        note(step, at: self.node(place.sum, change * place.sign))
      }
    }
  }

  /// The terms of a sum that may be allowed to change.
  private func searchedTerms(of sum: Int) -> [Term] { request.mayWithhold ? terms[sum] : withheldTerms[sum] }

  /// What it costs to change a cell, nil if it cannot be changed so.
  private mutating func price(of term: Term, change: Int) -> Int? {
    looks += 1
    let cell = cells[term.cell]
    guard abs(change) == 1, term.cell != request.cell, !cell.isFixed else { return nil }
    if !cell.isWithheld {
      let room = change < 0 ? cell.count - cell.published.lowerBound : cell.published.upperBound - cell.count
      if room >= request.slack { return 0 }
    }
    guard change > 0 || cell.count - cell.floor >= request.slack else { return nil }
    if cell.isWithheld { return 0 }
    return request.mayWithhold && cell.value >= cell.floor ? Self.price + min(cell.value, Self.price - 1) : nil
  }

  /// Notes a path that comes to a node, if none that is as cheap has come.
  private mutating func note(_ step: Step, at node: Int) {
    looks += 1
    guard step.cost < goalCost, steps[node].search != search || step.cost < steps[node].cost else { return }
    steps[node] = step
    if goals.contains(node) { goalCost = step.cost } else { queue.append(node) }
  }

  /// Makes the changes of the path that comes to a goal.
  private mutating func follow(_ goal: Int) {
    var step = steps[goal]
    while step.origin >= 0 {
      change(step.cell, by: step.change)
      step = steps[step.origin]
    }
  }
}

/// Moves a count up or down, and others with it, so that every sum still holds and no published count changes.
///
/// A reader cannot tell the moved counts from the true ones. That one cell goes up by 1 opens a gap in each of its
/// sums. Gaps are closed by paths of cells: the first cell closes a gap and opens one in its other sum, the next closes
/// that, and so on, until a cell closes another open gap or is in no other sum. The path that withholds the fewest and
/// smallest cells is taken. For sums like those of a table and its margins this is a flow in a network, and finds a
/// move whenever there is one.
struct CountShifts {
  /// A cell in a sum.
  struct Term {
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
  struct Cell {
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
  struct Step {
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
  struct Request {
    /// The cell that is moved; no path may use it.
    var cell = 0
    /// How far other cells must be able to fall.
    var slack = 1
    /// Whether published cells may be used, which withholds them.
    var mayWithhold = false
  }

  /// How often a cell was looked at: a measure of effort that is the same everywhere.
  var looks = 0
  /// The number of looks at which searching ends, and what is at hand is taken.
  var looksAllowed = 0
  /// The cells that were withheld, in order, since it was last emptied.
  var withheldLast: [Int] = []
  /// How many terms all sums have.
  private(set) var size = 0

  /// All cells.
  var cells: [Cell]
  /// For each cell, its sums and its signs in them.
  var places: [[(sum: Int, sign: Int)]]
  /// For each sum, all that is in it.
  var terms: [[Term]]
  /// For each sum, what is or was withheld in it.
  var withheldTerms: [[Term]]
  /// For each sum, its total, unless that is among its own parts.
  var totals: [Term?] = []
  /// For each sum, its largest part, if it has parts.
  var largestParts: [Term?] = []
  /// For each sum, by how much its parts are now more than its total.
  var gaps: [Int]
  /// The cells that change in the move that is being made, some of them more than once.
  var changed: [Int] = []
  /// The sums of those cells.
  var opened: [Int] = []
  /// What is searched for now.
  var request = Request()
  /// The number of the present search.
  var search = 0
  /// The nodes where a path may end.
  var goals: [Int] = []
  /// What the cheapest path to a goal costs, as far as is known.
  var goalCost = 0
  /// For each node, the last step of the cheapest path that has come to it.
  var steps: [Step]
  /// The nodes from which paths may go on, in the order in which they were come to.
  var queue: [Int] = []

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
  func node(_ sum: Int, _ gap: Int) -> Int { 2 * sum + (gap > 0 ? 1 : 0) }

  /// The node, with its sibling, where a path ends with a cell that is in no other sum.
  var end: Int { 2 * gaps.count }

  /// Stands for more than one node.
  var several: Int { -1 }
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

/// Moves of counts, each a chain of changes after which every sum holds.
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
  mutating func change(_ cell: Int, by amount: Int) {
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

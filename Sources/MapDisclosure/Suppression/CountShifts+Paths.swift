/// The search for the cheapest path that closes a gap.
extension CountShifts {
  /// The price of a cell that is not withheld yet; its value is added, so that the fewest count first.
  private static var price: Int { 1 << 30 }

  /// The goal with the cheapest path from a sum's gap; when the looks are used up, the cheapest so far.
  mutating func cheapestGoal(from source: Int) -> Int? {
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
  mutating func follow(_ goal: Int) {
    var step = steps[goal]
    while step.origin >= 0 {
      change(step.cell, by: step.change)
      step = steps[step.origin]
    }
  }
}

import MapModel

extension CountTable {
  /// The same numbers of two maps, unless they are of different times; what is between them is a number that no output
  /// shows, and can be the few who came since.
  mutating func addDifferencesOfMaps() {
    let spans = cells.periods.values.map { PeriodSpan($0) }
    let columns = [cells.source, cells.target, cells.relation, cells.measure, cells.area]
    for group in Array(0..<cells.count).grouped(byColumns: columns) where group.count > 1 {
      for (position, one) in group.enumerated() {
        for other in group.dropFirst(position + 1) where cells.map[one] != cells.map[other] {
          guard let first = value(one), let second = value(other) else { continue }
          if first == second {
            // Whoever sees that nothing has changed knows the one by the other.
            let (left, right) = (cells.period[one], cells.period[other])
            if left == right || left == CountCells.anyPeriod || right == CountCells.anyPeriod {
              sums.append(.init(total: one, parts: [other]))
            }
            continue
          }
          if let left = spans[cells.period[one]], let right = spans[cells.period[other]], left.isApart(from: right) {
            continue
          }
          let (less, more) = first < second ? (one, other) : (other, one)
          let rest = hidden(abs(first - second), .rest)
          sums.append(.init(total: more, parts: [less, rest]))
        }
      }
    }
  }
}

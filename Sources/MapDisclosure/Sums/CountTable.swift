import MapModel

/// The counts of maps with every sum of them that a reader of their outputs knows, or may guess.
///
/// The reader is the attacker of the documentation: all who have every public output, know this program and the map's
/// settings, and add up what anybody would: areas, periods, measures that are parts, members of a group, relations, what
/// comes to an actor and what leaves it, and two maps of the same programme.
struct CountTable {
  /// The counts, in the order of the maps.
  let cells: CountCells
  /// The numbers: the counts, and behind them numbers that no output shows.
  private(set) var numbers: [SuppressionTable.Number]
  /// The sums.
  private(set) var sums: [SuppressionTable.Sum] = []
  /// The sums that were found in the numbers.
  private(set) var found: [KnownSum] = []
  /// The counts in each of them.
  private var foundCells: [[Int]] = []
  /// Totals that the map declares, or that names tell, whose parts are more than they: cases are in several parts.
  private(set) var overlapping: [KnownSum] = []
  /// The counts in each of them.
  private var overlappingCells: [[Int]] = []

  /// Counts that repeat another under another spelling of its period; sums are of the first.
  private var repeated: Set<Int> = []
  /// What of sources, and of targets, is the sum of what.
  private var endSums: [SumAxis: ActorFlows.EndSums] = [:]

  /// Whether some of the maps withhold zeros.
  private let areZerosWithheld: Bool

  /// Finds the sums of maps' counts.
  /// - Complexity: O(n log n) for n counts, with a factor for the labels that stand in one line.
  init(of alignment: MapAlignment) {
    cells = CountCells(of: alignment)
    areZerosWithheld = alignment.maps.contains { $0.disclosure.zeros == .withheld }
    numbers = cells.values.map { .init($0, .count) }
    guard cells.count > 0 else { return }
    addSpellings()
    var known: [SumAxis: Containment] = [:]
    for axis in SumAxis.allCases { known[axis] = addSums(along: axis) }
    let series = CountSeries.all(
      of: cells, areas: known[.area] ?? Containment(), periods: known[.period] ?? Containment(), without: repeated)
    addFlows(of: series)
    addSums(of: series, known)
    if alignment.maps.count > 1 { addDifferencesOfMaps() }
  }

  /// The count in a sum that can be computed with; `nil` if nobody knows it, or no programme has so many cases.
  private func value(_ cell: Int) -> Int? {
    !cells.isUnknown[cell] && cells.values[cell] <= SuppressionTable.largest ? cells.values[cell] : nil
  }

  // MARK: Spellings

  /// Adds that counts of the same in the same place and time are equal, if they are.
  private mutating func addSpellings() {
    for group in cells.spellings() {
      var firsts: [Int] = []
      for cell in group {
        guard let value = value(cell) else { continue }
        if let first = firsts.first(where: { cells.values[$0] == value }) {
          sums.append(.init(total: first, parts: [cell]))
          repeated.insert(cell)
        } else {
          firsts.append(cell)
        }
      }
    }
  }

  // MARK: Sums along an axis

  /// A line of counts that differ along an axis alone.
  private struct Line {
    /// The labels, ascending.
    var labels: [Int]
    /// The counts of each label.
    var cells: [Int: [Int]]
  }

  /// Adds the sums along an axis, and gives what contains what there.
  private mutating func addSums(along axis: SumAxis) -> Containment {
    let containment = Containment(of: axis, in: cells)
    let labels = cells.labels(of: axis)
    let lines = cells.lines(along: axis).compactMap { line -> Line? in
      var byLabel: [Int: [Int]] = [:]
      for cell in line where !repeated.contains(cell) { byLabel[labels[cell], default: []].append(cell) }
      return byLabel.count > 1 ? Line(labels: byLabel.keys.sorted(), cells: byLabel) : nil
    }
    guard !lines.isEmpty else { return containment }
    var withFound = containment
    let search = SumSearch(
      lines: lines.map { line in
        line.labels.compactMap { label in
          line.cells[label].flatMap { $0.count == 1 ? value($0[0]).map { .init(label: label, value: $0) } : nil }
        }
      }, longest: axis.isWithinConnection ? 9 : 7, equalLines: axis == .measure || axis == .relation ? 1 : 3)
    // Sums of totals that contain what they stand beside; they are of use only where those do not fit.
    var fallbacks: [Int: [(sum: SumSearch.Sum, lines: Set<Int>)]] = [:]
    var linesWithTotal: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      for label in line.labels { linesWithTotal[label, default: []].append(index) }
    }
    for (sum, support) in search.sums() where !containment.isDenied(sum.total, sum.parts) {
      let isExplained = support.lines.allSatisfy { line in
        let labels = lines[line].labels
        return Set(sum.parts).isSubset(of: containment.parts(of: sum.total, among: labels))
          || sum.parts.count == 1 && containment.parts(of: sum.parts[0], among: labels).contains(sum.total)
      }
      if isExplained {
        fallbacks[sum.total, default: []].append((sum, Set(support.lines)))
        continue
      }
      for line in support.lines { add(sum.total, sum.parts, in: lines[line], isDeclared: false) }
      if sum.parts.count > 1 {
        withFound.contain(sum.total, sum.parts)
        endSums[axis, default: [:]][sum.total, default: []].append(sum.parts)
        let borneOut = Set(support.lines)
        for index in linesWithTotal[sum.total] ?? [] where !borneOut.contains(index) {
          addWithoutMissing(sum, in: lines[index])
        }
      }
      found.append(knownSum(sum.total, sum.parts, axis, support.holding.count, support.nearly.count))
      foundCells.append(
        support.lines.flatMap { line in ([sum.total] + sum.parts).flatMap { lines[line].cells[$0] ?? [] } })
    }
    for (left, right, held) in axis == .measure ? search.halves() : [] {
      for index in held {
        func amount(_ labels: [Int]) -> CountSeries.Amount {
          let own = labels.flatMap { lines[index].cells[$0] ?? [] }
          return .init(value: own.reduce(0) { $0 + cells.values[$1] }, cells: own)
        }
        addEquality(of: amount(left), amount(right), hasRest: false)
      }
    }
    for sum in containment.declared { endSums[axis, default: [:]][sum.total, default: []].append(sum.parts) }
    for (total, parts) in containment.members { endSums[axis, default: [:]][total, default: []].append(parts.sorted()) }
    withFound.close()
    let allLabels = Set(lines.flatMap(\.labels)).sorted()
    for (index, line) in lines.enumerated() {
      for sum in containment.declared { add(sum.total, sum.parts, in: line, isDeclared: true) }
      for total in line.labels {
        let parts = containment.parts(of: total, among: line.labels)
        guard !parts.isEmpty, !containment.isDenied(total, parts) else { continue }
        let isComplete = !areZerosWithheld || containment.parts(of: total, among: allLabels) == parts
        let isFitting = add(total, parts, in: line, isDeclared: true, isComplete: isComplete)
        // Where numbers tell that some of the parts contain others, they are not added to them.
        let fewer = withFound.parts(of: total, among: line.labels)
        let isFittingThen =
          fewer != parts && !fewer.isEmpty
          && add(total, fewer, in: line, isDeclared: true, isComplete: isComplete)
        guard !isFitting else { continue }
        // That something seems to be in another can be chance; where nothing is missing, it is not.
        if !isFittingThen || !isWhole(total, fewer, in: line) {
          for (sum, lines) in fallbacks[total] ?? [] where lines.contains(index) {
            add(sum.total, sum.parts, in: line, isDeclared: false)
          }
        }
        guard !isFittingThen else { continue }
        if total != CountCells.anyPeriod || axis != .period {
          overlapping.append(knownSum(total, parts, axis, 0, 0))
          overlappingCells.append(([total] + parts).flatMap { line.cells[$0] ?? [] })
        }
      }
    }
    return containment
  }

  /// Whether the numbers of labels make that of another, with nothing missing.
  private func isWhole(_ total: Int, _ parts: [Int], in line: Line) -> Bool {
    let whole = parts.flatMap { line.cells[$0] ?? [] }.reduce(0) { $0 + cells.values[$1] }
    return (line.cells[total] ?? []).allSatisfy { cells.values[$0] == whole }
  }

  /// Adds a sum that other lines bear out where some of its parts are not given, and the others make the total: what is
  /// not given is none.
  private mutating func addWithoutMissing(_ sum: SumSearch.Sum, in line: Line) {
    let given = sum.parts.filter { line.cells[$0] != nil }
    guard !given.isEmpty, given.count < sum.parts.count, isWhole(sum.total, given, in: line) else { return }
    add(sum.total, given, in: line, isDeclared: false, isComplete: !areZerosWithheld)
  }

  private func knownSum(_ total: Int, _ parts: [Int], _ axis: SumAxis, _ holding: Int, _ nearly: Int) -> KnownSum {
    KnownSum(
      dimension: axis.dimension, total: cells.name(total, of: axis), parts: parts.map { cells.name($0, of: axis) },
      holding: holding, nearly: nearly)
  }

  /// Adds a sum of the counts of labels in a line; what is missing to it is a number that no output shows.
  /// - Returns: `false` if the parts are more than the total.
  @discardableResult
  private mutating func add(_ total: Int, _ parts: [Int], in line: Line, isDeclared: Bool, isComplete: Bool = true)
    -> Bool
  {
    let partCells = parts.flatMap { line.cells[$0] ?? [] }
    guard let totals = line.cells[total], !partCells.isEmpty else { return true }
    if partCells.contains(where: { value($0) == nil }) {
      // What the source itself withholds could be worked out from its total.
      if partCells.contains(where: { cells.isUnknown[$0] }) { for total in totals { numbers[total].isRequired = true } }
      return true
    }
    let whole = partCells.reduce(0) { $0 + cells.values[$1] }
    var isFitting = true
    for cell in totals {
      guard let value = value(cell) else { continue }
      isFitting = addSum(of: cell, value, partCells, whole, hasRest: isDeclared, isComplete) && isFitting
    }
    return isFitting
  }

  mutating func addSum(
    of cell: Int, _ value: Int, _ parts: [Int], _ whole: Int, hasRest: Bool, _ isComplete: Bool
  ) -> Bool {
    let rest = value - whole
    switch rest {
    // Where zeros are left out, nobody knows whether more is.
    case 0 where !isComplete: sums.append(.init(total: cell, parts: parts + [hidden(0, .free)]))
    case 0: sums.append(.init(total: cell, parts: parts))
    case 1...SumSearch.tolerance where whole >= 10 * SumSearch.tolerance || !hasRest:
      // A reader takes it for a mistake.
      sums.append(.init(total: cell, parts: parts + [hidden(rest, mistake)]))
    case 1...: sums.append(.init(total: cell, parts: parts + [hidden(rest, .rest)]))
    case (-SumSearch.tolerance)... where value >= 10 * SumSearch.tolerance || !hasRest:
      let both = hidden(whole, .free)
      sums.append(.init(total: both, parts: parts))
      sums.append(.init(total: both, parts: [cell, hidden(-rest, mistake)]))
    default: return false
    }
    return true
  }

  /// The sums that were found in the numbers, and are of withheld ones.
  func found(withheld: [Bool]) -> [KnownSum] {
    zip(found, foundCells).filter { $1.contains { withheld[$0] } }.map(\.0)
  }

  /// The totals that are less than their parts, of which nothing is withheld.
  func overlapping(withheld: [Bool]) -> [KnownSum] {
    zip(overlapping, overlappingCells).filter { !$1.contains { withheld[$0] } }.map(\.0)
  }

  /// Withholds counts whatever else is decided.
  /// - Parameter isWithheld: whether each is, in their order.
  mutating func require(_ isWithheld: [Bool]) {
    for (cell, isWithheld) in isWithheld.enumerated() where isWithheld { numbers[cell].isRequired = true }
  }

  /// What a unit or two to which sums do not hold are: a mistake, to which a reader pays no heed; unless another edition
  /// can show that there was more.
  private var mistake: SuppressionTable.Number.Kind { cells.alignment.maps.count > 1 ? .rest : .fixed }

  /// A number that no output shows.
  mutating func hidden(_ value: Int, _ kind: SuppressionTable.Number.Kind) -> Int {
    numbers.append(.init(value, kind))
    return numbers.count - 1
  }

  // MARK: Sums at actors and of maps

  private mutating func addFlows(of series: [CountSeries]) {
    let flows = ActorFlows(cells, series, sources: endSums[.source] ?? [:], targets: endSums[.target] ?? [:])
    for (left, right) in flows.equalities() { addEquality(of: left, right, hasRest: false) }
  }

  /// Adds that a number, perhaps added up, is the sum of others, but for what is missing to it.
  mutating func addEquality(of whole: CountSeries.Amount, _ parts: CountSeries.Amount, hasRest: Bool) {
    if whole.cells.count == 1 {
      _ = addSum(of: whole.cells[0], whole.value, parts.cells, parts.value, hasRest: hasRest, true)
      return
    }
    let difference = whole.value - parts.value
    guard hasRest ? difference >= 0 : abs(difference) <= SumSearch.tolerance else { return }
    let both = hidden(max(whole.value, parts.value), .free)
    let isRest = hasRest && difference > SumSearch.tolerance
    let rest = difference == 0 ? [] : [hidden(abs(difference), isRest ? .rest : mistake)]
    sums.append(.init(total: both, parts: whole.cells + (difference < 0 ? rest : [])))
    sums.append(.init(total: both, parts: parts.cells + (difference > 0 ? rest : [])))
  }

  /// The same numbers of two maps, unless they are of different times; what is between them is a number that no output
  /// shows, and can be the few who came since.
  private mutating func addDifferencesOfMaps() {
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

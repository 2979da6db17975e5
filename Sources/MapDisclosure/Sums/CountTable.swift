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
  var numbers: [SuppressionTable.Number]
  /// The sums.
  var sums: [SuppressionTable.Sum] = []
  /// The sums that were found in the numbers, each with the counts in it.
  var found: [(sum: KnownSum, cells: [Int])] = []
  /// Totals that the map declares, or that names tell, whose parts are more than they, each with the counts in it: cases
  /// are in several parts.
  var overlapping: [(sum: KnownSum, cells: [Int])] = []
  /// Lines of so many numbers that not every sum in them was sought, each with its counts.
  var longLines: [(axis: SumAxis, longest: Int, cells: [Int])] = []
  /// The names of actors at which groups stand in more ways than were tried.
  var untried: [String] = []
  /// Whether more numbers follow than are followed.
  var isCut = false
  /// Counts that repeat another under another spelling of its period; sums are of the first.
  private(set) var repeated: Set<Int> = []
  /// Whether some of the maps withhold zeros.
  let areZerosWithheld: Bool

  /// Finds the sums of maps' counts.
  /// - Parameter followsNumbers: whether numbers that no file gives belong to it.
  /// - Complexity: O(n log n) for n counts, with a factor for the labels that stand in one line.
  init(of alignment: MapAlignment, followsNumbers: Bool = true) {
    cells = CountCells(of: alignment)
    areZerosWithheld = alignment.maps.contains { $0.disclosure.zeros == .withheld }
    numbers = cells.values.map { .init($0, .count) }
    guard cells.count > 0 else { return }
    addSpellings()
    var known: [SumAxis: AxisSums] = [:]
    for axis in SumAxis.allCases { known[axis] = addSums(along: axis) }
    guard followsNumbers else { return }
    addWhatFollows(from: known)
    if alignment.maps.count > 1 { addDifferencesOfMaps() }
    removeLooseEnds()
  }

  /// The count in a sum that can be computed with; `nil` if nobody knows it, or no programme has so many cases.
  func value(_ cell: Int) -> Int? {
    !cells.isUnknown[cell] && cells.values[cell] <= SuppressionTable.largest ? cells.values[cell] : nil
  }

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

  // MARK: Sums

  /// Adds that a count is the sum of others, with a number that no output shows for what is missing to it.
  /// - Parameters:
  ///   - whole: the sum of the parts.
  ///   - hasRest: whether more than the parts can be in it.
  ///   - none: where the parts are the whole, what else is in the sum that is 0: a zero that is left out, or that may be
  ///     a part.
  /// - Returns: `false` if the parts are more than the total.
  @discardableResult
  mutating func addSum(
    of cell: Int, _ value: Int, _ parts: [Int], _ whole: Int, hasRest: Bool, none: SuppressionTable.Number.Kind? = nil
  ) -> Bool {
    let rest = value - whole
    switch rest {
    case 0: sums.append(.init(total: cell, parts: parts + (none.map { [hidden(0, $0)] } ?? [])))
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

  /// Adds that a number, perhaps added up, is the sum of others.
  mutating func addEquality(of whole: CountSeries.Amount, _ parts: CountSeries.Amount) {
    if whole.cells.count == 1 {
      addSum(of: whole.cells[0], whole.value, parts.cells, parts.value, hasRest: false)
      return
    }
    let difference = whole.value - parts.value
    guard abs(difference) <= SumSearch.tolerance else { return }
    let both = hidden(max(whole.value, parts.value), .free)
    let rest = difference == 0 ? [] : [hidden(abs(difference), mistake)]
    sums.append(.init(total: both, parts: whole.cells + (difference < 0 ? rest : [])))
    sums.append(.init(total: both, parts: parts.cells + (difference > 0 ? rest : [])))
  }

  /// What a unit or two to which sums do not hold are: a mistake, to which a reader pays no heed; unless another edition
  /// can show that there was more.
  private var mistake: SuppressionTable.Number.Kind { cells.alignment.maps.count > 1 ? .rest : .fixed }

  /// A number that no output shows.
  mutating func hidden(_ value: Int, _ kind: SuppressionTable.Number.Kind) -> Int {
    numbers.append(.init(value, kind))
    return numbers.count - 1
  }

  /// Removes sums that say nothing: of a total that nobody sees, and that is in no other sum.
  /// - Complexity: O(n) for n numbers in sums.
  private mutating func removeLooseEnds() {
    var uses = [Int](repeating: 0, count: numbers.count)
    for sum in sums { for cell in sum.parts + [sum.total] { uses[cell] += 1 } }
    var sumsOfTotal: [Int: [Int]] = [:]
    for (index, sum) in sums.enumerated() where numbers[sum.total].kind == .free {
      sumsOfTotal[sum.total, default: []].append(index)
    }
    var isLoose = [Bool](repeating: false, count: sums.count)
    var next = sumsOfTotal.keys.filter { uses[$0] == 1 }
    while let total = next.popLast() {
      for index in sumsOfTotal[total] ?? [] where !isLoose[index] {
        isLoose[index] = true
        for cell in sums[index].parts + [total] {
          uses[cell] -= 1
          if uses[cell] == 1, sumsOfTotal[cell] != nil { next.append(cell) }
        }
      }
    }
    if isLoose.contains(true) { sums = zip(sums, isLoose).filter { !$1 }.map(\.0) }
  }

  // MARK: What is withheld

  /// The sums that were found in the numbers, and are of withheld ones.
  func found(withheld: [Bool]) -> [KnownSum] {
    found.filter { $0.cells.contains { withheld[$0] } }.map(\.sum)
  }

  /// The totals that are less than their parts, of which nothing is withheld.
  func overlapping(withheld: [Bool]) -> [KnownSum] {
    overlapping.filter { !$0.cells.contains { withheld[$0] } }.map(\.sum)
  }

  /// Withholds counts whatever else is decided.
  /// - Parameter isWithheld: whether each is, in their order.
  mutating func require(_ isWithheld: [Bool]) {
    for (cell, isWithheld) in isWithheld.enumerated() where isWithheld { numbers[cell].isRequired = true }
  }
}

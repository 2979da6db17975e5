import OrderedCollections

/// The numbers that files give, with those that no file gives and that sums determine.
///
/// Where girls are given for a year alone, but boys and pupils for that year and for all years, girls in all years follow
/// by one sum, and then the other year by another. A reader follows such chains along all axes at once. So what follows
/// is made a number of the table, and every sum in which it stands one of its sums; then nothing can be worked out
/// by way of numbers that no file gives that the table does not know.
struct SumClosure {
  /// A number, given or not.
  struct Number {
    /// What it is of.
    let place: CellPlace
    /// The number.
    let value: Int
    /// Its index in the table.
    let index: Int
    /// Whether a file gives it.
    let isGiven: Bool
    /// Whether it was added up, and is not what is left of another.
    let isAddedUp: Bool
    /// The sum from which it was made, of what it contains along an axis, if it was.
    let made: (axis: SumAxis, parts: [Int])?

    /// Whether it was made from these parts along an axis, so that their sum is known already.
    func isMade(from parts: [Int], along axis: SumAxis) -> Bool {
      made.map { $0.axis == axis && $0.parts == parts } ?? false
    }
  }

  /// A sum along an axis, by its labels.
  struct Rule: Hashable {
    /// Whose number is the sum.
    var total: Int
    /// Whose numbers are added.
    var parts: [Int]
    /// Whether more than the parts may be in the total.
    var hasRest: Bool
  }

  /// How many numbers may follow from each that is given; it is far more than any table of a programme takes.
  static let mostFollowing = 16

  /// All numbers; those that are given come first.
  private(set) var numbers: [Number] = []
  /// Whether there were more numbers than are followed.
  private(set) var isCut = false

  private var places: [CellPlace: Int] = [:]
  private var lines: [SumAxis: OrderedDictionary<CellPlace, [Int]>] = [:]
  /// What is counted in some area and period, so that where it is not, it is none.
  private var counted: Set<CellPlace> = []
  /// Where the source itself withholds a number: what that is follows from nothing.
  private let unknown: Set<CellPlace>
  private let most: Int

  /// Starts with the numbers of files, but for those that repeat others.
  /// - Complexity: O(n) for n counts.
  init(_ cells: CountCells, without repeated: Set<Int>) {
    var unknown: Set<CellPlace> = []
    most = Self.mostFollowing * cells.count + 1000
    for cell in 0..<cells.count where cells.isUnknown[cell] || cells.values[cell] > SuppressionTable.largest {
      unknown.insert(CellPlace(of: cell, in: cells))
    }
    self.unknown = unknown
    places.reserveCapacity(cells.count)
    for cell in 0..<cells.count
    where !cells.isUnknown[cell] && cells.values[cell] <= SuppressionTable.largest && !repeated.contains(cell) {
      let place = CellPlace(of: cell, in: cells)
      // Of two numbers of the same that differ, neither is known to be right.
      guard places[place] == nil, !unknown.contains(place) else { continue }
      counted.insert(place.anywhere)
      add(Number(place: place, value: cells.values[cell], index: cell, isGiven: true, isAddedUp: false, made: nil))
    }
  }

  private mutating func add(_ number: Number) {
    places[number.place] = numbers.count
    numbers.append(number)
    // The keys of the dictionary would be a second user of it, for which all lines would be copied.
    for axis in SumAxis.allCases where lines[axis] != nil {
      lines[axis]?[number.place.line(along: axis), default: []].append(number.place[axis])
    }
  }

  /// Finds the lines along an axis, which are kept from now on.
  private mutating func findLines(along axis: SumAxis) {
    if lines[axis] != nil { return }
    var found: OrderedDictionary<CellPlace, [Int]> = [:]
    for number in numbers { found[number.place.line(along: axis), default: []].append(number.place[axis]) }
    lines[axis] = found
  }

  /// The number at a place.
  func number(at place: CellPlace) -> Number? { places[place].map { numbers[$0] } }

  /// The labels that occur along an axis, ascending.
  func labels(along axis: SumAxis) -> [Int] { Set(numbers.lazy.map { $0.place[axis] }).sorted() }

  private func unknownLines(along axis: SumAxis) -> Set<CellPlace> { Set(unknown.map { $0.line(along: axis) }) }

  /// The lines along an axis of two and more numbers, all of them known: what their places have in common, and their
  /// labels, ascending.
  mutating func lines(along axis: SumAxis) -> [(place: CellPlace, labels: [Int])] {
    findLines(along: axis)
    let unknown = unknownLines(along: axis)
    return (lines[axis] ?? [:]).filter { $0.value.count > 1 && !unknown.contains($0.key) }.map {
      ($0.key, $0.value.sorted())
    }
  }

  // MARK: What follows

  /// Adds a number that is the sum of others, or what is left of one.
  mutating func follow(
    _ place: CellPlace, _ value: Int, isAddedUp: Bool, made: (axis: SumAxis, parts: [Int])? = nil,
    into table: inout CountTable
  ) -> Int? {
    guard value >= 0, value <= SuppressionTable.largest, places[place] == nil, !unknown.contains(place) else {
      return nil
    }
    guard numbers.count < most else {
      isCut = true
      return nil
    }
    // Where zeros are shown, a row that is not there is known to be one; of what has no row at all nothing is known.
    let isNone = value == 0 && !isAddedUp && !table.areZerosWithheld && counted.contains(place.anywhere)
    let index = table.hidden(value, isNone ? .fixed : .free)
    add(
      Number(
        place: place, value: value, index: index, isGiven: false, isAddedUp: isAddedUp, made: made))
    return index
  }

  /// Adds every number that rules determine because it alone is missing in a sum, and what follows from those.
  /// - Complexity: O(r · p) for r rules of p parts and each line along their axes, once for each number that is added to it.
  mutating func deduce(by rules: [SumAxis: [Rule]], into table: inout CountTable) {
    var open: [(axis: SumAxis, line: CellPlace)] = []
    // A rule says nothing of a line in which none of its numbers is: most lines of a big map have one number.
    let labels = rules.mapValues { $0.map { Set($0.parts + [$0.total]) } }
    for axis in SumAxis.allCases where !(rules[axis] ?? []).isEmpty {
      findLines(along: axis)
      open += (lines[axis] ?? [:]).keys.map { (axis, $0) }
    }
    var next = 0
    while next < open.count {
      let (axis, line) = open[next]
      next += 1
      var own = lines[axis]?[line] ?? []
      for (rule, labels) in zip(rules[axis] ?? [], labels[axis] ?? []) where own.contains(where: labels.contains) {
        let added = complete(rule, axis, line, &table)
        if added.isEmpty { continue }
        own = lines[axis]?[line] ?? own
        for place in added {
          for other in SumAxis.allCases where !(rules[other] ?? []).isEmpty {
            open.append((other, place.line(along: other)))
          }
        }
      }
    }
  }

  /// Adds what a sum lacks in a line, and gives its places: the one number that is missing, or several parts that are all 0,
  /// since the others make up the total.
  private mutating func complete(
    _ rule: Rule, _ axis: SumAxis, _ line: CellPlace, _ table: inout CountTable
  ) -> [CellPlace] {
    var missing: [CellPlace] = []
    var whole = 0
    var parts: [Int] = []
    for part in rule.parts {
      let place = line.with(part, along: axis)
      if let number = number(at: place) {
        whole += number.value
        parts.append(number.index)
      } else {
        missing.append(place)
      }
    }
    let place = line.with(rule.total, along: axis)
    guard let total = number(at: place) else {
      guard missing.isEmpty, let index = follow(place, whole, isAddedUp: true, into: &table) else { return [] }
      table.sums.append(.init(total: index, parts: parts))
      return [place]
    }
    guard missing.count == 1 || missing.count > 1 && !parts.isEmpty && whole == total.value else { return [] }
    var followed: [Int] = []
    for place in missing {
      guard let index = follow(place, total.value - whole, isAddedUp: false, into: &table) else { return [] }
      followed.append(index)
    }
    table.sums.append(.init(total: total.index, parts: parts + followed))
    return missing
  }

  /// Adds totals that no file gives, of such parts as there are, but for what is counted nowhere: of that, a year or an
  /// area that is not there can be anything. Where a total is broken down in several ways, it is the
  /// largest of what they add up to: the others lack something.
  /// - Parameters:
  ///   - declared: further sums of such totals.
  ///   - isWhole: whether such parts may be taken for the whole of a total, where they are what it contains.
  mutating func addUp(
    _ totals: [Int], along axis: SumAxis, _ containment: Containment, _ declared: [SumSearch.Sum] = [],
    into table: inout CountTable, where isWhole: (_ total: Int, _ parts: [Int]) -> Bool
  ) {
    if totals.isEmpty { return }
    findLines(along: axis)
    let unknown = unknownLines(along: axis)
    let isPlace = axis == .area || axis == .period
    for (line, labels) in lines[axis] ?? [:]
    where !unknown.contains(line) && (!isPlace || counted.contains(line.anywhere)) {
      var labels = labels.sorted()
      for total in totals where !labels.contains(total) {
        let contained = containment.parts(of: total, among: labels)
        var ways = declared.filter { $0.total == total }.map { $0.parts.filter(labels.contains) }
        if !contained.isEmpty, !containment.isDenied(total, contained), isWhole(total, contained) {
          ways.insert(contained, at: 0)
        }
        let added = ways.filter { !$0.isEmpty }.map { parts in
          (parts, parts.compactMap { number(at: line.with($0, along: axis)) })
        }
        func whole(_ numbers: [Number]) -> Int { numbers.reduce(0) { $0 + $1.value } }
        // Of equal ones the first, which is what the total contains.
        guard let (parts, numbers) = added.reversed().max(by: { whole($0.1) < whole($1.1) }) else { continue }
        let place = line.with(total, along: axis)
        guard let index = follow(place, whole(numbers), isAddedUp: true, made: (axis, parts), into: &table) else {
          continue
        }
        table.sums.append(.init(total: index, parts: numbers.map(\.index)))
        labels.append(total)
      }
    }
  }
}

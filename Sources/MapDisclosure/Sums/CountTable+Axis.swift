import MapModel
import OrderedCollections

/// The sums along an axis.
struct AxisSums {
  /// What contains what, as maps and names say.
  var containment: Containment
  /// The same, with what numbers tell beyond chance.
  var confirmed: Containment
  /// The same, with all that numbers tell.
  var possible: Containment
  /// The sums that were found in the numbers, those that more than chance bears out first.
  var found: [(sum: SumSearch.Sum, isConfirmed: Bool)] = []

  /// What contains what, and nothing found.
  init(_ containment: Containment) {
    (self.containment, confirmed, possible) = (containment, containment, containment)
  }
}

extension CountTable {
  /// A line of counts that differ along an axis alone.
  private struct Line {
    /// The labels, ascending.
    var labels: [Int]
    /// The counts of each label.
    var cells: [Int: [Int]]
  }

  /// Adds the sums along an axis, and gives what contains what there.
  mutating func addSums(along axis: SumAxis) -> AxisSums {
    let containment = Containment(of: axis, in: cells)
    let labels = cells.labels(of: axis)
    let lines = cells.lines(along: axis).compactMap { line -> Line? in
      var byLabel: [Int: [Int]] = [:]
      for cell in line where !repeated.contains(cell) { byLabel[labels[cell], default: []].append(cell) }
      return byLabel.count > 1 ? Line(labels: byLabel.keys.sorted(), cells: byLabel) : nil
    }
    var result = AxisSums(containment)
    guard !lines.isEmpty else { return result }
    var withFound = containment
    let longest = axis.isWithinConnection ? 9 : 7
    longLines += lines.filter { $0.labels.count > longest }.map { (axis, longest, $0.cells.values.flatMap(\.self)) }
    let search = SumSearch(
      lines: lines.map { line in
        line.labels.compactMap { label in
          line.cells[label].flatMap { $0.count == 1 ? value($0[0]).map { .init(label: label, value: $0) } : nil }
        }
      }, longest: longest, equalLines: axis == .measure || axis == .relation ? 1 : 3)
    // Sums of totals that contain what they stand beside; they are of use only where those do not fit.
    var fallbacks: [Int: [(sum: SumSearch.Sum, lines: Set<Int>)]] = [:]
    var linesWithTotal: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      for label in line.labels { linesWithTotal[label, default: []].append(index) }
    }
    let borneOut = search.sums()
    for (sum, support) in borneOut where !containment.isDenied(sum.total, sum.parts) {
      let isExplained = support.lines.allSatisfy { line in
        let labels = lines[line].labels
        return Set(sum.parts).isSubset(of: containment.parts(of: sum.total, among: labels))
          || sum.parts.count == 1 && containment.parts(of: sum.parts[0], among: labels).contains(sum.total)
      }
      if isExplained {
        fallbacks[sum.total, default: []].append((sum, Set(support.lines)))
        continue
      }
      let open = linesWithPossibleZeros(sum, support, lines)
      for line in support.lines {
        add(sum.total, sum.parts, in: lines[line], isDeclared: false, none: open.contains(line) ? .possible : nil)
      }
      let isRepeated = support.holding.count > 1 && support.against == 0
      result.found.append((sum, isRepeated))
      let isPlace = axis == .area || axis == .period
      // A region with one district is that district: whatever contains both is not the sum of both.
      if sum.parts.count > 1 || isPlace {
        withFound.contain(sum.total, sum.parts)
        if isRepeated || isPlace && isBeyondChance(sum, support, lines) {
          result.confirmed.contain(sum.total, sum.parts)
        }
        let own = Set(support.lines)
        for index in linesWithTotal[sum.total] ?? [] where !own.contains(index) {
          addWithoutMissing(sum, in: lines[index])
        }
      }
      found.append(
        (
          knownSum(sum.total, sum.parts, axis, support.holding.count, support.nearly.count),
          support.lines.flatMap { line in ([sum.total] + sum.parts).flatMap { lines[line].cells[$0] ?? [] } }
        ))
    }
    for (left, right, held) in axis == .measure ? search.halves() : [] {
      for index in held {
        func amount(_ labels: [Int]) -> CountSeries.Amount {
          let own = labels.flatMap { lines[index].cells[$0] ?? [] }
          return .init(value: own.reduce(0) { $0 + cells.values[$1] }, cells: own)
        }
        addEquality(of: amount(left), amount(right))
      }
    }
    withFound.close()
    result.confirmed.close()
    result.possible = withFound
    if axis == .measure {
      addMeasuresWithinOthers(lines, withFound)
      addMeasuresWithinTwo(search, lines)
    }
    if areZerosWithheld {
      addZeros(lines, withFound, equal: borneOut.filter { $0.sum.parts.count == 1 }.map(\.sum))
    }
    let allLabels = Set(lines.flatMap(\.labels)).sorted()
    for (index, line) in lines.enumerated() {
      for sum in containment.declared { add(sum.total, sum.parts, in: line, isDeclared: true) }
      for total in line.labels {
        let parts = containment.parts(of: total, among: line.labels)
        guard !parts.isEmpty, !containment.isDenied(total, parts) else { continue }
        // Where zeros are left out, nobody knows whether more is.
        let isComplete = !areZerosWithheld || containment.parts(of: total, among: allLabels) == parts
        let isFitting = add(total, parts, in: line, isDeclared: true, none: isComplete ? nil : .free)
        // Where numbers tell that some of the parts contain others, they are not added to them.
        let fewer = withFound.parts(of: total, among: line.labels)
        let isFittingThen =
          fewer != parts && !fewer.isEmpty
          && add(total, fewer, in: line, isDeclared: true, none: isComplete ? nil : .free)
        guard !isFitting else { continue }
        if axis == .area { addWithoutOne(total, parts, in: line) }
        // That something seems to be in another can be chance; where nothing is missing, it is not.
        if !isFittingThen || !isWhole(total, fewer, in: line) {
          for (sum, lines) in fallbacks[total] ?? [] where lines.contains(index) {
            add(sum.total, sum.parts, in: line, isDeclared: false)
          }
        }
        guard !isFittingThen else { continue }
        if total != CountCells.anyPeriod || axis != .period {
          overlapping.append(
            (knownSum(total, parts, axis, 0, 0), ([total] + parts).flatMap { line.cells[$0] ?? [] }))
        }
      }
    }
    result.found = result.found.filter(\.isConfirmed) + result.found.filter { !$0.isConfirmed }
    return result
  }

  /// Adds that a measure is part of another where its numbers are nowhere more: a reader takes girls for some of the
  /// cases, whatever the others are.
  private mutating func addMeasuresWithinOthers(_ lines: [Line], _ containment: Containment) {
    struct Pair { var (lines, isLess, isMore) = ([Int](), false, false) }
    var pairs: OrderedDictionary<[Int], Pair> = [:]
    for (index, line) in lines.enumerated() {
      let single = line.labels.compactMap { label -> (label: Int, value: Int)? in
        guard let own = line.cells[label], own.count == 1 else { return nil }
        return value(own[0]).map { (label, $0) }
      }
      for (place, one) in single.enumerated() {
        for other in single[(place + 1)...] {
          pairs[[one.label, other.label], default: Pair()].lines.append(index)
          if one.value < other.value { pairs[[one.label, other.label]]?.isLess = true }
          if one.value > other.value { pairs[[one.label, other.label]]?.isMore = true }
        }
      }
    }
    for (labels, pair) in pairs where pair.lines.count > 1 && pair.isLess != pair.isMore {
      let (less, more) = pair.isLess ? (labels[0], labels[1]) : (labels[1], labels[0])
      if containment.contains(more, less) || containment.wholes.contains(more) { continue }
      for index in pair.lines {
        guard let part = lines[index].cells[less]?.first, let whole = lines[index].cells[more]?.first else { continue }
        let rest = cells.values[whole] - cells.values[part]
        sums.append(.init(total: whole, parts: [part, hidden(rest, .free)]))
      }
    }
  }

  /// Adds that a measure is within two others where it is nowhere more than both, and somewhere as many: as girls are
  /// among those who completed and those who left, although nobody gives all pupils.
  private mutating func addMeasuresWithinTwo(_ search: SumSearch, _ lines: [Line]) {
    for bound in search.bounds() {
      for index in bound.lines {
        let own = { (label: Int) in lines[index].cells[label]?.first }
        let parts = bound.parts.compactMap(own)
        guard let part = own(bound.within), parts.count == 2 else { continue }
        let whole = hidden(parts.reduce(0) { $0 + cells.values[$1] }, .free)
        sums.append(.init(total: whole, parts: parts))
        sums.append(.init(total: whole, parts: [part, hidden(numbers[whole].value - cells.values[part], .free)]))
      }
    }
  }

  /// Adds that zeros which are withheld may be what is missing between two numbers that are the same: as where a region
  /// is one of its districts, and nothing is in the others.
  private mutating func addZeros(_ lines: [Line], _ containment: Containment, equal: [SumSearch.Sum]) {
    let pairs = Set(equal.map { [$0.total, $0.parts[0]] })
    func isKnown(_ one: Int, _ other: Int) -> Bool {
      pairs.contains([min(one, other), max(one, other)]) || containment.contains(one, other)
        || containment.contains(other, one) || containment.wholes.contains(one) || containment.wholes.contains(other)
    }
    for line in lines {
      let own = line.labels.filter { line.cells[$0]?.count == 1 && line.cells[$0].flatMap { value($0[0]) } != nil }
      let number = { (label: Int) in line.cells[label]?[0] ?? 0 }
      if own.allSatisfy({ cells.values[number($0)] > 0 }) { continue }
      var firsts: [Int: Int] = [:]
      for label in own where cells.values[number(label)] > 0 {
        guard let first = firsts[cells.values[number(label)]] else {
          firsts[cells.values[number(label)]] = label
          continue
        }
        if !isKnown(first, label) {
          sums.append(.init(total: number(first), parts: [number(label), hidden(0, .possible)]))
        }
      }
    }
  }

  /// The lines where a sum holds and a zero is withheld of which no line tells that it is no part of it.
  private func linesWithPossibleZeros(
    _ sum: SumSearch.Sum, _ support: SumSearch.Support, _ lines: [Line]
  ) -> Set<Int> {
    if !areZerosWithheld { return [] }
    func number(_ label: Int, _ line: Int) -> Int? { lines[line].cells[label]?.first.flatMap { value($0) } }
    let others = Set(support.lines.flatMap { lines[$0].labels }).subtracting(sum.parts + [sum.total])
    let possible = others.filter { label in support.lines.allSatisfy { (number(label, $0) ?? 0) == 0 } }
    return Set(support.lines.filter { line in possible.contains { number($0, line) == 0 } })
  }

  /// Whether a sum holds in a line where chance would hardly make it: few sets of its numbers are as many as they are.
  private func isBeyondChance(_ sum: SumSearch.Sum, _ support: SumSearch.Support, _ lines: [Line]) -> Bool {
    guard support.against == 0, let line = support.holding.first else { return false }
    let others = lines[line].cells.values.count { $0.contains { cells.values[$0] > 0 } }
    let whole = lines[line].cells[sum.total]?.first.map { cells.values[$0] } ?? 0
    return others < 20 && 1 << others < whole
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
    add(sum.total, given, in: line, isDeclared: false, none: areZerosWithheld ? .free : nil)
  }

  /// Adds a sum whose parts are more than its total without each one that can be in another of them.
  private mutating func addWithoutOne(_ total: Int, _ parts: [Int], in line: Line) {
    guard parts.count <= 8, let whole = line.cells[total]?.first.flatMap({ value($0) }) else { return }
    let numbers = parts.compactMap { part -> (cell: Int, value: Int)? in
      guard let own = line.cells[part], own.count == 1 else { return nil }
      return value(own[0]).map { (own[0], $0) }
    }
    if numbers.count < parts.count { return }
    for (index, one) in numbers.enumerated() {
      let others = numbers.enumerated().filter { $0.offset != index }.map(\.element)
      let rest = whole - others.reduce(0) { $0 + $1.value }
      guard rest >= 0, one.value > 0, others.contains(where: { $0.value >= one.value }) else { continue }
      for cell in line.cells[total] ?? [] where value(cell) == whole {
        sums.append(.init(total: cell, parts: others.map(\.cell) + [hidden(rest, .free)]))
      }
    }
  }

  private func knownSum(_ total: Int, _ parts: [Int], _ axis: SumAxis, _ holding: Int, _ nearly: Int) -> KnownSum {
    KnownSum(
      dimension: axis.dimension, total: cells.name(total, of: axis), parts: parts.map { cells.name($0, of: axis) },
      holding: holding, nearly: nearly)
  }

  /// Adds a sum of the counts of labels in a line; what is missing to it is a number that no output shows.
  /// - Returns: `false` if the parts are more than the total.
  @discardableResult
  private mutating func add(
    _ total: Int, _ parts: [Int], in line: Line, isDeclared: Bool, none: SuppressionTable.Number.Kind? = nil
  ) -> Bool {
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
      isFitting = addSum(of: cell, value, partCells, whole, hasRest: isDeclared, none: none) && isFitting
    }
    return isFitting
  }
}

import OrderedCollections

/// Finds sums among numbers that stand in lines, such as the numbers of one connection by area.
///
/// A sum is what some labels of a line bear out wherever they stand together. In a short line the numbers of any labels
/// may be added; in a long one only all others.
struct SumSearch {
  /// A number in a line, and what it is of.
  struct Entry {
    /// What it is of.
    var label: Int
    /// The number.
    var value: Int
  }

  /// A sum by its labels.
  struct Sum: Hashable {
    /// Whose number is the sum.
    var total: Int
    /// Whose numbers are added, ascending.
    var parts: [Int]
  }

  /// Where a sum holds.
  struct Support {
    /// The lines where it holds exactly.
    var holding: [Int] = []
    /// The lines where it holds but for a unit or two.
    var nearly: [Int] = []
    /// How many lines contradict it.
    var against = 0
    /// Whether in some line the parts are all but the total.
    var isOfAllOthers = false

    /// The lines where it is taken for known.
    var lines: [Int] { holding + nearly }
  }

  /// By how much numbers may differ that are taken for a sum with a mistake in it.
  static let tolerance = 2

  /// The lines, without repeated labels.
  let lines: [[Entry]]
  /// The longest line in which any labels may be added.
  let longest: Int
  /// In how many lines equal numbers must stand for them to be taken for the same.
  let equalLines: Int

  /// The sums that the lines bear out.
  /// - Complexity: O(2^l · n) for n lines of at most l labels, the longest that is tried.
  func sums() -> [(sum: Sum, support: Support)] {
    var found: [Sum: Support] = [:]
    var order: [Sum] = []
    func note(_ sum: Sum) {
      if found.updateValue(found[sum] ?? Support(), forKey: sum) == nil { order.append(sum) }
    }
    for line in lines where line.count > 1 { candidates(in: line).forEach(note) }
    withZeros(order).forEach(note)
    var byTotal: [Int: [Sum]] = [:]
    for sum in order { byTotal[sum.total, default: []].append(sum) }
    for (index, line) in lines.enumerated() {
      var values: [Int: Int] = [:]
      for entry in line { values[entry.label] = entry.value }
      let positive = line.count { $0.value > 0 }
      for entry in line {
        for sum in byTotal[entry.label] ?? [] {
          guard let whole = Self.whole(sum.parts, values) else { continue }
          // Zeros say nothing.
          if whole == 0, entry.value == 0 { continue }
          guard Self.isNearly(whole, entry.value) else {
            found[sum]?.against += 1
            continue
          }
          if whole == entry.value { found[sum]?.holding.append(index) } else { found[sum]?.nearly.append(index) }
          if sum.parts.count(where: { (values[$0] ?? 0) > 0 }) == positive - 1 { found[sum]?.isOfAllOthers = true }
        }
      }
    }
    return order.compactMap { sum in
      guard let support = found[sum], isBorneOut(sum, support) else { return nil }
      return (sum, support)
    }
  }

  /// Two break-downs of one number that is not given, as of pupils by girls and boys, and by completed and left: the labels
  /// on either side, and the lines where both come to the same. What a line does not have is none there.
  /// - Complexity: O(2^l · n) for n lines of at most l labels, and O(h · n) for the h that are found.
  func halves() -> [(left: [Int], right: [Int], lines: [Int])] {
    var found: [[[Int]]: (holding: [Int], isContradicted: Bool)] = [:]
    for (index, line) in lines.enumerated() where (4...8).contains(line.count) {
      let whole = line.reduce(0) { $0 + $1.value }
      // The first is on the left; whole bits say which others are.
      for bits in 0..<1 << (line.count - 1) {
        let left = [line[0]] + line.dropFirst().enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
        guard left.count > 1, left.count < line.count - 1 else { continue }
        let isEqual = whole > 0 && 2 * left.reduce(0) { $0 + $1.value } == whole
        let labels = Set(left.map(\.label))
        let key = [left.map(\.label), line.map(\.label).filter { !labels.contains($0) }]
        if isEqual { found[key, default: ([], false)].holding.append(index) }
        if !isEqual { found[key, default: ([], false)].isContradicted = true }
      }
    }
    return found.filter { !$0.value.isContradicted && !$0.value.holding.isEmpty }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.lexicographicallyPrecedes($1) } }
      .map { ($0.key[0], $0.key[1], $0.value.holding + linesWithHalves($0.key[0], $0.key[1])) }
  }

  /// Numbers that are nowhere more than two others together, somewhere as many, and somewhere less.
  /// - Complexity: O(l³ · n) for n lines of at most l labels.
  func bounds() -> [(within: Int, parts: [Int], lines: [Int])] {
    struct Bound { var (lines, isMet, isLess, isMore) = ([Int](), false, false, false) }
    var found: OrderedDictionary<[Int], Bound> = [:]
    for (index, line) in lines.enumerated() where (3...8).contains(line.count) {
      for entry in line {
        for (place, one) in line.enumerated() where one.label != entry.label {
          for other in line[(place + 1)...] where other.label != entry.label {
            let key = [entry.label, one.label, other.label]
            found[key, default: Bound()].lines.append(index)
            let rest = one.value + other.value - entry.value
            if rest == 0, entry.value > 0 { found[key]?.isMet = true }
            if rest > 0 { found[key]?.isLess = true }
            if rest < 0 { found[key]?.isMore = true }
          }
        }
      }
    }
    return found.filter { $0.value.isMet && $0.value.isLess && !$0.value.isMore }
      .map { ($0.key[0], Array($0.key.dropFirst()), $0.value.lines) }
  }

  /// The lines that have some of two break-downs' labels, but not all, and where both come to the same.
  private func linesWithHalves(_ left: [Int], _ right: [Int]) -> [Int] {
    lines.indices.filter { index in
      let labels = Set(lines[index].map(\.label))
      guard !labels.isDisjoint(with: left), !labels.isDisjoint(with: right),
        !labels.isSuperset(of: left) || !labels.isSuperset(of: right)
      else { return false }
      func whole(_ side: [Int]) -> Int { lines[index].reduce(0) { $0 + (side.contains($1.label) ? $1.value : 0) } }
      return whole(left) > 0 && whole(left) == whole(right)
    }
  }

  /// Sums that show in two lines with other parts, since in each some are 0: what both have in common.
  private func withZeros(_ sums: [Sum]) -> [Sum] {
    var zeros: [Int: Set<Int>] = [:]
    for (index, line) in lines.enumerated() {
      for entry in line where entry.value == 0 { zeros[entry.label, default: []].insert(index) }
    }
    // Only what is 0 somewhere can be missing to a sum.
    if zeros.isEmpty { return [] }
    var byTotal: OrderedDictionary<Int, [Sum]> = [:]
    for sum in sums {
      // Of two that are the same in a line either can be the total: a region in which one district has cases.
      let isEquality = sum.parts.count == 1
      for sum in isEquality ? [sum, Sum(total: sum.parts[0], parts: [sum.total])] : [sum]
      where byTotal[sum.total, default: []].count < Self.mostJoined {
        byTotal[sum.total, default: []].append(sum)
      }
    }
    var joined: OrderedSet<Sum> = []
    for sums in byTotal.values {
      for (place, one) in sums.enumerated() {
        for other in sums[(place + 1)...] {
          let parts = Set(one.parts).union(other.parts)
          guard parts.count > max(one.parts.count, other.parts.count),
            parts.subtracting(one.parts).allSatisfy({ zeros[$0] != nil }),
            parts.subtracting(other.parts).allSatisfy({ zeros[$0] != nil })
          else { continue }
          joined.append(Sum(total: one.total, parts: parts.sorted()))
        }
      }
    }
    return Array(joined)
  }

  /// How many sums of a total are tried with each other.
  private static let mostJoined = 30

  private func isBorneOut(_ sum: Sum, _ support: Support) -> Bool {
    let holding = support.holding.count
    guard support.against == 0 || holding > 2 && holding > support.against else { return false }
    if sum.parts.count == 1 { return holding >= equalLines }
    return holding > 0 || support.isOfAllOthers
  }

  private static func whole(_ parts: [Int], _ values: [Int: Int]) -> Int? {
    var whole = 0
    for part in parts {
      guard let value = values[part] else { return nil }
      whole += value
    }
    return whole
  }

  /// The sums that hold in a line, or nearly.
  private func candidates(in line: [Entry]) -> [Sum] {
    let entries = line.filter { $0.value > 0 }
    guard let largest = entries.max(by: { $0.value < $1.value }), entries.count > 1 else { return [] }
    var sums: [Sum] = []
    let others = entries.reduce(0) { $0 + $1.value } - largest.value
    if entries.count > 2, Self.isNearly(others, largest.value) {
      // A zero is a part of it like any other.
      sums.append(Sum(total: largest.label, parts: line.map(\.label).filter { $0 != largest.label }.sorted()))
    }
    guard entries.count <= longest else { return sums }
    for (place, total) in entries.enumerated() {
      for other in entries[(place + 1)...] where other.value == total.value {
        sums.append(Sum(total: min(total.label, other.label), parts: [max(total.label, other.label)]))
      }
      let others = entries.filter { $0.label != total.label && $0.value <= total.value }
      if others.count > 1 { sums += subsets(of: others, addingTo: total) }
    }
    return sums
  }

  /// Whether two numbers are the same, or are of a size at which a unit or two is a mistake.
  private static func isNearly(_ one: Int, _ other: Int) -> Bool {
    one == other || abs(one - other) <= tolerance && min(one, other) >= 10 * tolerance
  }

  /// Two or more of a line's numbers that add up to another.
  private func subsets(of others: [Entry], addingTo total: Entry) -> [Sum] {
    var sums: [Sum] = []
    var chosen: [Int] = []
    func choose(from start: Int, rest: Int) {
      if rest == 0 {
        if chosen.count > 1 { sums.append(Sum(total: total.label, parts: chosen.sorted())) }
        return
      }
      for index in start..<others.count where others[index].value <= rest {
        chosen.append(others[index].label)
        choose(from: index + 1, rest: rest - others[index].value)
        chosen.removeLast()
      }
    }
    choose(from: 0, rest: total.value)
    return sums
  }
}

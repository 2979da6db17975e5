/// What totals hold beside their parts, which is part of what longer periods and larger places hold beside theirs.
extension CountTable {
  /// Adds that what is elsewhere in a year is no less than what is elsewhere in its quarters, though neither is given.
  ///
  /// Where the programme has 7 cases in the first quarter and 10 until the second, 3 are new; so no area has more than 3
  /// new ones, though no number of the second quarter is given.
  /// - Complexity: O(n) for n numbers that are given or follow, with a factor for the labels of a line.
  mutating func addRests(_ closure: inout SumClosure, _ known: [SumAxis: AxisSums]) {
    for axis in [.area, .source, .target] as [SumAxis] {
      for other in [.period, .area] as [SumAxis] where other != axis && cells.labelCount(of: other) > 1 {
        guard let inner = known[axis]?.containment, let outer = known[other]?.containment else { continue }
        addRests(along: axis, inner, within: other, outer, &closure)
      }
    }
  }

  /// What a total holds beside its parts at a place.
  private struct Rest {
    var value: Int
    var total: Int
    var parts: [(label: Int, index: Int)]
    /// Its number in the table, once it stands in a sum.
    var index: Int?
  }

  private mutating func addRests(
    along axis: SumAxis, _ inner: Containment, within other: SumAxis, _ outer: Containment, _ closure: inout SumClosure
  ) {
    // By place, where the total stands in the place of what it contains.
    var rests: [CellPlace: [Int: Rest]] = [:]
    for line in closure.lines(along: axis) {
      for total in line.labels {
        let parts = inner.parts(of: total, among: line.labels)
        guard !parts.isEmpty, !inner.isDenied(total, parts),
          let whole = closure.number(at: line.place.with(total, along: axis))
        else { continue }
        let numbers = parts.compactMap { label in
          closure.number(at: line.place.with(label, along: axis)).map { (label: label, number: $0) }
        }
        let value = whole.value - numbers.reduce(0) { $0 + $1.number.value }
        if value < 0 { continue }
        let place = line.place.with(total, along: axis)
        rests[place.line(along: other), default: [:]][place[other]] = Rest(
          value: value, total: whole.index, parts: numbers.map { ($0.label, $0.number.index) })
      }
    }
    for place in rests.keys.sorted(by: { $0.isBefore($1) }) {
      guard var line = rests[place], line.count > 1 else { continue }
      let labels = line.keys.sorted()
      for whole in labels {
        let parts = outer.parts(of: whole, among: labels).filter { isRest(line[$0], partOf: line[whole]) }
        let value = parts.reduce(line[whole]?.value ?? 0) { $0 - (line[$1]?.value ?? 0) }
        guard !parts.isEmpty, value >= 0, !outer.isDenied(whole, parts) else { continue }
        let indices = ([whole] + parts).compactMap { index(ofRest: &line[$0]) }
        sums.append(.init(total: indices[0], parts: indices.dropFirst() + [hidden(value, .free)]))
      }
    }
  }

  /// Whether a rest is part of another: where zeros are left out, what is not there can be in the one and not in the other.
  private func isRest(_ part: Rest?, partOf whole: Rest?) -> Bool {
    guard let part, let whole else { return false }
    return !areZerosWithheld || Set(whole.parts.map(\.label)).isSubset(of: part.parts.map(\.label))
  }

  private mutating func index(ofRest rest: inout Rest?) -> Int? {
    guard let found = rest else { return nil }
    if let index = found.index { return index }
    let index = hidden(found.value, .free)
    sums.append(.init(total: found.total, parts: found.parts.map(\.index) + [index]))
    rest?.index = index
    return index
  }
}

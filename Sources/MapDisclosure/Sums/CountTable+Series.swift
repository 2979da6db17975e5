import OrderedCollections

/// Sums of numbers that are themselves sums: pupils of the programme, where girls and boys are given by area.
extension CountTable {
  /// A line of numbers that differ along an axis alone, some of them added up by whoever reads them.
  private struct Line {
    var labels: [Int] = []
    var amounts: [Int: CountSeries.Amount] = [:]
    var hasAddedUp = false
  }

  /// Adds the sums along the axes of what connections are of, where areas or periods must be added up first.
  mutating func addSums(of series: [CountSeries], _ known: [SumAxis: Containment]) {
    // Most maps are large because of connections with one number.
    guard series.contains(where: { $0.flow.values.contains(where: \.isAddedUp) }) else { return }
    for axis in [.measure, .relation, .source, .target] as [SumAxis] {
      let lines = lines(of: series, along: axis)
      guard !lines.isEmpty, let containment = known[axis] else { continue }
      let search = SumSearch(
        lines: lines.map { line in
          line.labels.compactMap { label in line.amounts[label].map { .init(label: label, value: $0.value) } }
        }, longest: axis.isWithinConnection ? 9 : 7, equalLines: 3)
      for (sum, support) in search.sums() where !containment.isDenied(sum.total, sum.parts) {
        for line in support.lines { add(sum.total, sum.parts, in: lines[line], hasRest: false) }
      }
      for line in lines {
        for sum in containment.declared { add(sum.total, sum.parts, in: line, hasRest: true) }
        for total in line.labels {
          let parts = containment.parts(of: total, among: line.labels)
          if !parts.isEmpty, !containment.isDenied(total, parts) { add(total, parts, in: line, hasRest: true) }
        }
      }
    }
  }

  private func lines(of series: [CountSeries], along axis: SumAxis) -> [Line] {
    var lines: OrderedDictionary<[Int], Line> = [:]
    let labels = cells.labels(of: axis)
    for one in series {
      var key = [
        cells.map[one.first], cells.source[one.first], cells.target[one.first], cells.relation[one.first],
        cells.measure[one.first],
      ]
      switch axis {
      case .source: key[1] = -1
      case .target: key[2] = -1
      case .relation: key[3] = -1
      default: key[4] = -1
      }
      for (place, amount) in one.flow {
        lines[key + [place.area, place.period], default: Line()].amounts[labels[one.first]] = amount
        if amount.isAddedUp { lines[key + [place.area, place.period]]?.hasAddedUp = true }
      }
    }
    return lines.elements.filter { $0.value.hasAddedUp && $0.value.amounts.count > 1 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Line(labels: $0.value.amounts.keys.sorted(), amounts: $0.value.amounts) }
  }

  private mutating func add(_ total: Int, _ parts: [Int], in line: Line, hasRest: Bool) {
    let added = parts.compactMap { line.amounts[$0] }
    guard let whole = line.amounts[total], added.count == parts.count || hasRest, !added.isEmpty,
      whole.isAddedUp || added.contains(where: \.isAddedUp)
    else { return }
    addEquality(of: whole, added.reduce(into: CountSeries.Amount()) { $0.add($1) }, hasRest: hasRest)
  }
}

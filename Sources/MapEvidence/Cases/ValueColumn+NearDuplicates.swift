import OrderedCollections

extension ValueColumn {
  /// A name that is probably another spelling of one that is more common.
  struct NearDuplicate {
    var right: String
    var wrong: String
    /// In how many rows the rarer spelling stands.
    var count: Int
    /// Its first lines, up to five, counted over all files.
    var lines: [UInt32]
  }

  /// Names that are nearly the same.
  func nearDuplicates() -> [NearDuplicate] {
    // Values that are the same name are one.
    var totals: OrderedDictionary<Int, Int> = [:]
    for value in facts.indices where !facts[value].isMissing && !facts[value].isDamaged {
      totals[Int(facts[value].canonical), default: 0] += places[value].count
    }
    let values = Array(totals.keys)
    let names = values.map { texts[$0] }
    return NearDuplicates.pairs(names, counts: Array(totals.values)).map { pair in
      NearDuplicate(
        right: names[pair.right], wrong: names[pair.wrong], count: totals.values[pair.wrong],
        lines: firstLines(of: values[pair.wrong]))
    }
  }

  /// The first lines of a name, up to five, counted over all files.
  private func firstLines(of canonical: Int) -> [UInt32] {
    let all = facts.indices.filter { Int(facts[$0].canonical) == canonical }.flatMap { places[$0].lines }
    return Array(all.sorted().prefix(5))
  }
}

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

  /// The names of the column that can be compared with each other; values that are the same name are one.
  func comparedNames(column: Int) -> ComparedNames {
    var totals: OrderedDictionary<Int, Int> = [:]
    for value in facts.indices where !facts[value].isMissing && !facts[value].isDamaged {
      totals[Int(facts[value].canonical), default: 0] += places[value].count
    }
    let values = Array(totals.keys)
    return ComparedNames(
      column: column, values: values, names: values.map { texts[$0] }, counts: Array(totals.values))
  }

  /// What is to be said of pairs of names that are nearly the same.
  func nearDuplicates(among names: ComparedNames, _ pairs: [(right: Int, wrong: Int)]) -> [NearDuplicate] {
    pairs.map { pair in
      NearDuplicate(
        right: names.names[pair.right], wrong: names.names[pair.wrong], count: names.counts[pair.wrong],
        lines: firstLines(of: names.values[pair.wrong]))
    }
  }

  /// The first lines of a name, up to five, counted over all files.
  private func firstLines(of canonical: Int) -> [UInt32] {
    let all = facts.indices.filter { Int(facts[$0].canonical) == canonical }.flatMap { places[$0].lines }
    return Array(all.sorted().prefix(5))
  }
}

import Tabular

/// The numbers that one rule counts, by area and the connection's ends.
struct RuleTally: ~Copyable {
  let rule: CountingPlan.Rule
  /// The groups: an area and two ends, with what was counted.
  private var groups = NumberTable<UInt32>()
  private var groupKeys = GrowingBuffer<UInt64>()
  /// The group in which each case was counted first, or none; only for rules that count them.
  private var firstGroups = GrowingBuffer<Int32>()
  /// Further groups of cases, as case and group.
  private var laterGroups = NumberTable<NoValue>()
  /// The same as they came, to find cases that are counted in several areas.
  private var laterKeys = GrowingBuffer<UInt64>()
  /// The group of each row of the block at hand; `none` if the rule does not count it.
  private var keys = GrowingBuffer<UInt64>()
  private static let none = UInt64.max

  init(_ rule: CountingPlan.Rule) { self.rule = rule }

  /// Counts rows.
  /// - Parameters:
  ///   - rows: the rows; those that the rule counts are marked.
  ///   - sources: the source actor of each row, or a number less than 0 that says why there is none.
  ///   - targets: the target actor of each row, likewise.
  ///   - isAdmitted: whether a row fulfils the rule's conditions and period.
  @inline(__always)
  mutating func add(
    _ rows: inout CountedRows, sources: CaseColumns.RowMeanings, targets: CaseColumns.RowMeanings,
    isAdmitted: (Int) -> Bool
  ) {
    keys.reset(to: Self.none, count: rows.count)
    for row in 0..<rows.count where rows.areUsed[row] {
      let (source, target) = (sources[row], targets[row])
      guard source >= 0, target >= 0, isAdmitted(row) else { continue }
      keys[row] = Self.key(area: rows.areas[row], source: source, target: target)
    }
    for start in stride(from: 0, to: rows.count, by: CaseCounter.rowsAtOnce) {
      let part = start..<min(start + CaseCounter.rowsAtOnce, rows.count)
      keys.withElements { groups.prefetch($0.extracting(part)) }
      if rule.distinct == .rows { countEach(&rows, part) } else { countDistinct(&rows, part) }
    }
  }

  private mutating func countEach(_ rows: inout CountedRows, _ part: Range<Int>) {
    for row in part where keys[row] != Self.none {
      rows.wereCounted[row] = true
      let group = group(of: keys[row])
      groups[group] += 1
    }
  }

  private mutating func countDistinct(_ rows: inout CountedRows, _ part: Range<Int>) {
    for row in part {
      var group: Int32 = -1
      if keys[row] != Self.none {
        rows.wereCounted[row] = true
        group = Int32(self.group(of: keys[row]))
      }
      if rows.cases[row] >= 0 { count(rows, row, group) }
    }
  }

  @inline(__always) private mutating func group(of key: UInt64) -> Int {
    let (position, isNew) = groups.insert(key, 0)
    if isNew { groupKeys.append(key) }
    return position
  }

  @inline(__always) private mutating func count(_ rows: borrowing CountedRows, _ row: Int, _ group: Int32) {
    let position = UInt64(UInt32(bitPattern: rows.cases[row]))
    let key = position << 32 | UInt64(UInt32(bitPattern: group))
    if rule.distinct == .referralDays {
      guard group >= 0 else { return }
      let day = UInt64(UInt32(bitPattern: rows.referred[row]))
      if laterGroups.insert(ByteHash.combined(key, day)).isNew { groups[Int(group)] += 1 }
    } else if rows.areFirst[row] {
      firstGroups.append(group)
      if group >= 0 { groups[Int(group)] += 1 }
    } else if group >= 0, firstGroups[Int(position)] != group {
      if laterGroups.insert(key).isNew {
        groups[Int(group)] += 1
        laterKeys.append(key)
      }
    }
  }

  /// How many actors and areas a key can hold: ``CaseActors`` and ``CaseCounter`` check that there are no more.
  static let mostActors = 1 << 24
  static let mostAreas = 1 << 16 - 1

  /// A number for an area and two ends; no area is the programme.
  @inline(__always) private static func key(area: Int32, source: Int32, target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: area &+ 1)) &<< 48 | UInt64(UInt32(bitPattern: source)) &<< 24
      | UInt64(UInt32(bitPattern: target))
  }

  /// A number that was counted.
  struct Group: Hashable {
    /// The area; -1 for the programme.
    var area: Int32
    var source: Int32
    var target: Int32
    var count: Int
    /// Whether it is a number of the parts of groups together.
    var isOfParts = false
  }

  /// What was counted, with a number of the programme where cases are counted in several areas.
  var results: [Group] {
    let found = counted
    let repeated = casesInSeveralAreas
    if repeated.isEmpty { return found }
    let all = Dictionary(grouping: found) { Self.key(area: -1, source: $0.source, target: $0.target) }
    return found
      + repeated.sorted { $0.key < $1.key }.compactMap { ends, more in
        guard let areas = all[ends], let first = areas.first else { return nil }
        return Group(
          area: -1, source: first.source, target: first.target, count: areas.reduce(0) { $0 + $1.count } - more)
      }
  }

  /// How often cases are counted again in another area, by the connection's ends.
  private var casesInSeveralAreas: [UInt64: Int] {
    struct Place: Hashable {
      var position: UInt64
      var ends: UInt64
    }
    var repeated: [UInt64: Int] = [:]
    var seen: Set<Place> = []
    let endsMask = UInt64(1) << 48 - 1
    for index in 0..<laterKeys.count {
      let (position, group) = (laterKeys[index] >> 32, Int(laterKeys[index] & 0xFFFF_FFFF))
      let ends = groupKeys[group] & endsMask
      let first = firstGroups[Int(position)]
      let isAgain = first >= 0 && groupKeys[Int(first)] & endsMask == ends
      if isAgain || !seen.insert(Place(position: position, ends: ends)).inserted { repeated[ends, default: 0] += 1 }
    }
    return repeated
  }

  /// Numbers of groups where cases are counted at several of their parts, each case once; a group that rows name themselves
  /// has its number from them.
  /// - Parameter groups: the groups that each actor is part of, by way of others too.
  func ofGroups(_ groups: [[Int32]]) -> [Group] {
    if laterKeys.count == 0 || groups.allSatisfy(\.isEmpty) { return [] }
    let found = counted
    let wholes = found.map { Self.wholes(of: $0, groups) }
    var again: [UInt64: Int] = [:]
    var seen: Set<[UInt64]> = []
    for index in 0..<laterKeys.count {
      let (position, group) = (laterKeys[index] >> 32, Int(laterKeys[index] & 0xFFFF_FFFF))
      let first = firstGroups[Int(position)]
      for whole in wholes[group] {
        let isInFirst = first >= 0 && wholes[Int(first)].contains(whole)
        if !seen.insert([position, whole]).inserted || isInFirst { again[whole, default: 0] += 1 }
      }
    }
    let named = Set(found.map { Self.key(area: -1, source: $0.source, target: $0.target) })
    var sums: [UInt64: Int] = [:]
    for (group, wholes) in zip(found, wholes) { for whole in wholes { sums[whole, default: 0] += group.count } }
    let ends = UInt64(1) << 48 - 1
    let inAreas = again.reduce(into: [UInt64: Int]()) { if $1.key > ends { $0[$1.key & ends, default: 0] += $1.value } }
    return again.sorted { $0.key < $1.key }.compactMap { key, more in
      // The areas' numbers make the programme's, unless cases are in several of them.
      if named.contains(key & ends) || key <= ends && inAreas[key] == more { return nil }
      var whole = Self.group(key, count: (sums[key] ?? 0) - more)
      whole.isOfParts = true
      return whole
    }
  }

  /// The keys of the groups with which a group's cases are counted, in the area and for the programme.
  private static func wholes(of group: Group, _ groups: [[Int32]]) -> [UInt64] {
    let targets = [group.target] + groups[Int(group.target)]
    return ([group.source] + groups[Int(group.source)]).flatMap { source in targets.map { (source, $0) } }.dropFirst()
      .flatMap { source, target in
        Set([group.area, -1]).map { key(area: $0, source: source, target: target) }
      }
  }

  private var counted: [Group] {
    (0..<groupKeys.count).map { position in
      Self.group(groupKeys[position], count: Int(groups[position]))
    }
  }

  private static func group(_ key: UInt64, count: Int) -> Group {
    Group(
      area: Int32(truncatingIfNeeded: key >> 48) - 1, source: Int32(truncatingIfNeeded: key >> 24 & 0xFF_FFFF),
      target: Int32(truncatingIfNeeded: key & 0xFF_FFFF), count: count)
  }
}

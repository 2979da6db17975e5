/// The numbers that one rule counts, by area and the connection's ends.
struct RuleTally: ~Copyable {
  /// The rows of a block that may count, column by column.
  struct Rows {
    /// Which rows count at all: a case, an area, and no duplicate.
    var areUsed: [Bool] = []
    var areas: [Int32] = []
    var cases: [Int32] = []
    var areFirst: [Bool] = []
    /// The days of referral.
    var referred: [Int32]
  }

  let rule: CaseRule
  private var groups = NumberTable()
  private var groupKeys: [UInt64] = []
  private var counts = GrowingBuffer<Int>()
  /// The group in which each case was counted first, or none; only for rules that count cases.
  private var firstGroups = GrowingBuffer<Int32>()
  /// Further groups of cases, as case and group.
  private var laterGroups = NumberTable()
  private var lastTouched: UInt64 = 0

  init(_ rule: CaseRule) { self.rule = rule }

  /// Counts rows.
  /// - Parameters:
  ///   - sources: the source actor of each row, or a ``ValueColumn/Meaning`` that says why there is none.
  ///   - targets: the target actor of each row, likewise.
  ///   - isAdmitted: whether a row fulfils the rule's conditions and period.
  ///   - wereCounted: is set for rows that the rule counts.
  mutating func add(
    _ rows: Rows, sources: [Int32], targets: [Int32], isAdmitted: [Bool], wereCounted: inout [Bool]
  ) {
    let countsCases = rule.unit != .referrals
    var touched: UInt64 = 0
    let keys = [UInt64](unsafeUninitializedCapacity: rows.areUsed.count) { keys, count in
      for row in rows.areUsed.indices {
        let counts = rows.areUsed[row] && isAdmitted[row] && sources[row] >= 0 && targets[row] >= 0
        let key = counts ? Self.key(area: rows.areas[row], source: sources[row], target: targets[row]) : .max
        keys.initializeElement(at: row, to: key)
        touched ^= groups.touch(key)
      }
      count = rows.areUsed.count
    }
    lastTouched = touched
    for row in keys.indices {
      var group: Int32 = -1
      if keys[row] != .max {
        let (position, isNew) = groups.insert(keys[row])
        if isNew {
          groupKeys.append(keys[row])
          counts.append(0)
        }
        group = Int32(truncatingIfNeeded: position)
        wereCounted[row] = true
        if !countsCases { counts[position] += 1 }
      }
      if countsCases { count(rows, row, group) }
    }
  }

  @inline(__always) private mutating func count(_ rows: Rows, _ row: Int, _ group: Int32) {
    let position = rows.cases[row]
    guard position >= 0 else { return }
    if rule.repetition == .again {
      guard group >= 0 else { return }
      // A case counts once for each date of referral.
      let key = UInt64(UInt32(bitPattern: position)) << 32 | UInt64(UInt32(bitPattern: group))
      let day = UInt64(UInt32(bitPattern: rows.referred[row]))
      if laterGroups.insert(ByteDigest.combined(key, day)).isNew { counts[Int(group)] += 1 }
    } else if rows.areFirst[row] {
      firstGroups.append(group)
      if group >= 0 { counts[Int(group)] += 1 }
    } else if group >= 0, firstGroups[Int(position)] != group {
      let key = UInt64(UInt32(bitPattern: position)) << 32 | UInt64(UInt32(bitPattern: group))
      if laterGroups.insert(key).isNew { counts[Int(group)] += 1 }
    }
  }

  /// A number for an area and two ends; no area is the programme.
  private static func key(area: Int32, source: Int32, target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: area + 1)) << 48 | UInt64(UInt32(bitPattern: source) & 0xFF_FFFF) << 24
      | UInt64(UInt32(bitPattern: target) & 0xFF_FFFF)
  }

  /// What was counted: area (-1 for the programme), source, target and number.
  var results: [(area: Int, source: Int, target: Int, count: Int)] {
    groupKeys.indices.map { position in
      let key = groupKeys[position]
      return (Int(key >> 48) - 1, Int(key >> 24 & 0xFF_FFFF), Int(key & 0xFF_FFFF), counts[position])
    }
  }
}

/// Published counts and the sums that hold between them, of which some must be withheld.
///
/// A reader sees the published counts, and knows every sum, the minimum, and whether zeros are withheld. So what is
/// withheld is for that reader a whole number and at least the *floor*: 1, or 0 if zeros are withheld. The reader does
/// not know which counts are withheld because they are small and which to protect those.
///
/// **Guarantee.** For every small count there are a lowest and a highest number such that it could be either, and
/// everything between: other counts with that number in its place fit all that the reader knows. The highest is not
/// below the minimum, so nobody can be sure that the count is small, and there are at least as many numbers as the
/// minimum says. The lowest is the floor, or what the sums demand however much is withheld: a total of nine counts that
/// are not zero is at least 9. Every other withheld count could be at least two numbers, so no sum has a single
/// unknown. None of this is argued from the shape of the table: `CountShifts` finds the other counts.
///
/// Where it finds none, all that any chain of sums connects to the small count is withheld, except zeros that may be
/// shown. Then all of it could be doubled, trebled and so on, and no more can be withheld. This takes sums unlike those
/// of a table and its margins, as when a count that is broken down in several ways is itself a part.
///
/// **Limits.** Few counts are withheld for it, and small ones, but not always the fewest. The search is limited: in a
/// very large table it withholds totals sooner, and there or among unusual sums a lowest number may stay above what
/// the sums demand. A reader who knows how cells are chosen, or is counted in one, may find out more.
struct SuppressionTable {
  /// A count that is the sum of others.
  struct Sum {
    /// The index of the cell that holds the sum.
    var total: Int
    /// The indices of the cells that are added up.
    var parts: [Int]
  }

  /// The true counts, not negative.
  var values: [Int]
  /// The sums that a reader knows or may guess; those that do not hold are ignored.
  var sums: [Sum]
  /// Counts below it are small.
  var minimum: Int
  /// Whether zeros are small too; otherwise they are always shown.
  var areZerosWithheld: Bool

  /// Which cells to withhold: the small ones, and those that would give them away.
  func withheld() -> [Bool] {
    let floor = areZerosWithheld ? 0 : 1
    let isSmall = values.map { $0 >= floor && $0 < minimum }
    var protection = SmallCountProtection(
      values: values, sums: usableSums(), isSmall: isSmall, floor: floor, minimum: min(minimum, Self.largest))
    protection.protect()
    protection.publishNeedless()
    return protection.isWithheld
  }

  /// The largest number that is taken for a count; it keeps what is computed with counts far from overflow.
  private static let largest = 1 << 40

  /// The sums that hold, each said once.
  ///
  /// Two totals of the same parts are equal; said so, they keep the parts in fewer sums, which are easier to search.
  /// - Complexity: O(n log n), where n is the number of parts; those that follow each other in the same array count once.
  private func usableSums() -> [Sum] {
    var totals: [[Int]: Int] = [:]
    var parts: [Int] = []
    var whole: Int? = 0
    var firstTotal: Int?
    return sums.compactMap { sum in
      if sum.parts != parts {
        parts = sum.parts
        whole = self.whole(of: parts)
        firstTotal = nil
      }
      guard let whole, values.indices.contains(sum.total), values[sum.total] == whole else { return nil }
      if let firstTotal { return firstTotal == sum.total ? nil : Sum(total: firstTotal, parts: [sum.total]) }
      let sorted = parts.sorted()
      guard let total = totals[sorted] else {
        totals[sorted] = sum.total
        firstTotal = sum.total
        return Sum(total: sum.total, parts: sorted)
      }
      firstTotal = total
      return total == sum.total ? nil : Sum(total: total, parts: [sum.total])
    }
  }

  /// The sum of cells; `nil` if it is too large, or a cell is not there or negative.
  private func whole(of parts: [Int]) -> Int? {
    var whole = 0
    for part in parts {
      guard values.indices.contains(part), 0...Self.largest - whole ~= values[part] else { return nil }
      whole += values[part]
    }
    return whole
  }
}

/// Decides what to withhold for the small counts.
private struct SmallCountProtection {
  /// What shows that a small count is safe.
  private struct Proof {
    /// The lowest number that it could be.
    var lowest: Int
    /// The larger cells that must be withheld for it.
    var cells: [Int]
  }

  /// The true counts.
  private let values: [Int]
  /// What a withheld count cannot be below.
  private let floor: Int
  /// What a small count must be able to reach.
  private let minimum: Int
  /// Finds other counts that fit, and knows what is withheld so far.
  private var shifts: CountShifts
  /// The proofs by small cell.
  private var proofs: [Int: Proof] = [:]
  /// The cells that are withheld whatever the proofs need.
  private var isRequired: [Bool]
  /// The cells that are withheld with everything that is connected to them.
  private var isSurrendered: [Bool]

  /// Starts with the small counts withheld and nothing else.
  init(values: [Int], sums: [SuppressionTable.Sum], isSmall: [Bool], floor: Int, minimum: Int) {
    self.values = values
    self.floor = floor
    self.minimum = minimum
    shifts = CountShifts(values: values, sums: sums, floor: floor)
    isRequired = isSmall
    isSurrendered = values.map { _ in false }
    for cell in values.indices where isSmall[cell] { shifts.withhold(cell) }
  }

  /// The cells that are withheld whatever the proofs need, and those that they need.
  var isWithheld: [Bool] {
    var isWithheld = isRequired
    for proof in proofs.values { for cell in proof.cells { isWithheld[cell] = true } }
    return isWithheld
  }

  /// Withholds what every small count needs.
  mutating func protect() {
    // What hides the largest often hides the smaller ones too; the other way round, more is withheld.
    let cells = fromLargest(values.indices.filter { isRequired[$0] && shifts.isInSum($0) })
    let effort = 1_000_000 + 5 * shifts.size
    for (index, cell) in cells.enumerated() where !isSurrendered[cell] {
      // More than a fair share of what is left, since few need it; then there is always something left.
      shifts.looksAllowed = shifts.looks + 10 * max(0, effort - shifts.looks) / max(10, cells.count - index)
      if let proof = proof(of: cell) { proofs[cell] = proof } else { surrender(cell) }
    }
  }

  /// Publishes again what the proofs can do without, trying the largest first.
  mutating func publishNeedless() {
    var users: [Int: Set<Int>] = [:]
    for (cell, proof) in proofs { for other in proof.cells { users[other, default: []].insert(cell) } }
    shifts.looksAllowed = shifts.looks + 300_000 + 2 * shifts.size
    for cell in fromLargest(Array(users.keys)) where !isRequired[cell] {
      shifts.publish(cell)
      guard let renewed = proofs(of: users[cell, default: []].sorted()) else {
        shifts.withhold(cell)
        continue
      }
      for (user, proof) in renewed {
        for other in proofs[user]?.cells ?? [] { users[other]?.remove(user) }
        for other in proof.cells { users[other, default: []].insert(user) }
        proofs[user] = proof
      }
    }
  }

  /// New proofs for small counts that have one, with what is withheld now, if there are.
  private mutating func proofs(of cells: [Int]) -> [(cell: Int, proof: Proof)]? {
    var found: [(cell: Int, proof: Proof)] = []
    for cell in cells {
      guard let lowest = proofs[cell]?.lowest, let proof = proof(of: cell, from: lowest) else { return nil }
      found.append((cell, proof))
    }
    return found
  }

  /// Shows that a small count is safe, if it can.
  ///
  /// Without a lowest number it goes as low as it can and withholds what that takes.
  private mutating func proof(of cell: Int, from lowest: Int? = nil) -> Proof? {
    let low = shifts.move(cell, to: lowest ?? floor, mayWithhold: lowest == nil)
    guard lowest == nil || low.count == lowest else { return nil }
    let highest = max(minimum, low.count + minimum - 1)
    let high = shifts.move(cell, to: highest, mayWithhold: lowest == nil)
    guard high.count == highest else { return nil }
    return Proof(lowest: low.count, cells: (low.cells + high.cells).filter { !isRequired[$0] })
  }

  /// Withholds everything that sums connect to a cell.
  private mutating func surrender(_ cell: Int) {
    for other in shifts.connected(to: cell) where values[other] >= floor {
      isRequired[other] = true
      isSurrendered[other] = true
      shifts.withhold(other)
    }
  }

  /// Cells in the order of their values, the largest first.
  private func fromLargest(_ cells: [Int]) -> [Int] {
    cells.sorted { (values[$1], $0) < (values[$0], $1) }
  }
}

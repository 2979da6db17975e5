/// Decides what to withhold so that every withheld count stays open.
struct SuppressionSearch {
  /// What shows that a count is safe.
  private struct Proof {
    /// The lowest number that it could be.
    var lowest: Int
    /// The other counts that must be withheld for it.
    var cells: [Int]
  }

  private let table: SuppressionTable
  /// What a withheld count must be able to reach, and how far.
  private let minimum: Int
  /// Finds other counts that fit, and knows what is withheld so far.
  private var shifts: CountShifts
  /// The proofs by cell.
  private var proofs: [Int: Proof] = [:]
  /// The cells that are withheld whatever the proofs need.
  private var isRequired: [Bool]
  /// Those of them that are small.
  private let isSmall: [Bool]
  /// The cells that are withheld with everything that is connected to them.
  private var isSurrendered: [Bool]

  /// Starts with the small counts withheld and nothing else.
  init(_ table: SuppressionTable, sums: [SuppressionTable.Sum]) {
    self.table = table
    minimum = min(table.minimum, SuppressionTable.largest)
    shifts = CountShifts(
      values: table.numbers.map(\.value), floors: table.numbers.map(table.floor),
      published: table.numbers.map(table.published), sums: sums,
      isFixed: table.numbers.map { $0.kind == .fixed || $0.kind == .possible })
    isSmall = table.numbers.map { number in
      switch number.kind {
      case .count:
        number.value >= table.floor(of: number)
          // What would be rounded to 0 is withheld, too.
          && (number.value < table.minimum || number.value > 0 && number.value < (table.rounding + 1) / 2)
      case .rest: number.value > 0 && number.value < table.minimum
      case .free, .fixed: false
      case .possible: true
      }
    }
    isRequired = zip(table.numbers, isSmall).map { $0.isRequired && $0.value >= table.floor(of: $0) || $1 }
    isSurrendered = table.numbers.map { _ in false }
    for (cell, number) in table.numbers.enumerated() {
      if isRequired[cell] || number.kind == .rest || number.kind == .free { shifts.withhold(cell) }
    }
  }

  /// Whether a number must be kept open if it is withheld.
  private func isKept(_ cell: Int) -> Bool { isRequired[cell] || table.numbers[cell].kind == .count }

  /// The cells that are withheld: those that must be, and those that they need, and so on.
  var isWithheld: [Bool] {
    var isWithheld = isRequired
    var next = isRequired.indices.filter { isRequired[$0] }
    while let cell = next.popLast() {
      for other in proofs[cell]?.cells ?? [] where !isWithheld[other] {
        isWithheld[other] = true
        next.append(other)
      }
    }
    return isWithheld
  }

  /// Withholds what every withheld count needs.
  mutating func protect() {
    // What hides the largest often hides the smaller ones too; the other way round, more is withheld.
    var cells = fromLargest(isRequired.indices.filter { isRequired[$0] && shifts.isInSum($0) })
    var seen = isRequired
    let effort = 2_000_000 + 10 * shifts.size
    while !cells.isEmpty {
      var added: [Int] = []
      for (index, cell) in cells.enumerated() where !isSurrendered[cell] {
        // More than a fair share of what is left, since few need it; then there is always something left.
        shifts.looksAllowed = shifts.looks + 10 * max(0, effort - shifts.looks) / max(10, cells.count - index)
        guard let proof = proof(of: cell) else {
          surrender(cell)
          continue
        }
        proofs[cell] = proof
        // What is withheld for others must stay open itself.
        for other in proof.cells where !seen[other] && isKept(other) {
          seen[other] = true
          added.append(other)
        }
      }
      cells = fromLargest(added)
    }
  }

  /// Publishes again what the proofs can do without, trying the largest first.
  mutating func publishNeedless() {
    var users: [Int: Set<Int>] = [:]
    for (cell, proof) in proofs { for other in proof.cells { users[other, default: []].insert(cell) } }
    shifts.looksAllowed = shifts.looks + 500_000 + 4 * shifts.size
    for cell in fromLargest(Array(users.keys)) where !isRequired[cell] && table.numbers[cell].kind == .count {
      shifts.publish(cell)
      let own = proofs.removeValue(forKey: cell)
      guard let renewed = proofs(of: users[cell, default: []].subtracting([cell]).sorted()) else {
        proofs[cell] = own
        shifts.withhold(cell)
        continue
      }
      for other in own?.cells ?? [] { users[other]?.remove(cell) }
      for (user, proof) in renewed {
        for other in proofs[user]?.cells ?? [] { users[other]?.remove(user) }
        for other in proof.cells { users[other, default: []].insert(user) }
        proofs[user] = proof
      }
    }
  }

  /// New proofs for counts that have one, with what is withheld now, if there are.
  private mutating func proofs(of cells: [Int]) -> [(cell: Int, proof: Proof)]? {
    var found: [(cell: Int, proof: Proof)] = []
    for cell in cells where proofs[cell] != nil {
      guard let lowest = proofs[cell]?.lowest, let proof = proof(of: cell, from: lowest) else { return nil }
      found.append((cell, proof))
    }
    return found
  }

  /// Shows that a count is safe, if it can, and withholds what that takes.
  ///
  /// A small count can go as low as it can, or have room above it: whichever withholds less.
  private mutating func proof(of cell: Int) -> Proof? {
    let floor = table.floor(of: table.numbers[cell])
    shifts.withheldLast = []
    let high = proof(of: cell, downTo: floor, lowers: false, raises: true)
    let first = shifts.withheldLast
    guard isSmall[cell], high == nil || !first.isEmpty else { return high }
    for other in first { shifts.publish(other) }
    shifts.withheldLast = []
    let low = proof(of: cell, downTo: floor, lowers: true, raises: true)
    let second = shifts.withheldLast
    if low != nil, high == nil || cost(of: second) <= cost(of: first) { return low }
    for other in second { shifts.publish(other) }
    for other in first { shifts.withhold(other) }
    return high
  }

  /// What it costs to withhold cells: their number comes first.
  private func cost(of cells: [Int]) -> (Int, Int) {
    (cells.count, cells.reduce(0) { $0 + table.numbers[$1].value })
  }

  /// Shows that a count is safe with what is withheld.
  private mutating func proof(of cell: Int, from lowest: Int) -> Proof? {
    if let proof = proof(of: cell, downTo: lowest, lowers: false, raises: false) { return proof }
    return proof(of: cell, downTo: table.floor(of: table.numbers[cell]), lowers: false, raises: false)
  }

  /// Shows that a count can be as low as some number, or as low as it goes, and high enough above that.
  /// - Parameters:
  ///   - lowers: whether more may be withheld for it to be low.
  ///   - raises: whether more may be withheld for it to be high.
  private mutating func proof(of cell: Int, downTo lowest: Int, lowers: Bool, raises: Bool) -> Proof? {
    let low = shifts.move(cell, to: lowest, mayWithhold: lowers)
    let highest = max(minimum, low.count + minimum)
    let high = shifts.move(cell, to: highest, mayWithhold: raises)
    guard high.count == highest else { return nil }
    return Proof(lowest: low.count, cells: Set(low.cells + high.cells).subtracting([cell]).sorted())
  }

  /// Withholds everything that sums connect to a cell.
  private mutating func surrender(_ cell: Int) {
    for other in shifts.connected(to: cell) where table.numbers[other].kind != .fixed {
      isSurrendered[other] = true
      guard table.numbers[other].kind == .count, table.numbers[other].value >= table.floor(of: table.numbers[other])
      else { continue }
      isRequired[other] = true
      shifts.withhold(other)
    }
  }

  /// Cells in the order of their values, the largest first.
  private func fromLargest(_ cells: [Int]) -> [Int] {
    cells.sorted { (table.numbers[$1].value, $0) < (table.numbers[$0].value, $1) }
  }
}

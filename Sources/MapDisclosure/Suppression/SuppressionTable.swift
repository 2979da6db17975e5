/// Counts and the sums that hold between them, of which some must be withheld.
///
/// A reader sees the published counts, and knows every sum, the minimum, and whether zeros are withheld. So what is
/// withheld is for that reader a whole number and at least the *floor*: 1, or 0 if zeros are withheld. The reader does
/// not know which counts are withheld because they are small and which to protect those.
///
/// **Guarantee.** For every withheld count there are a lowest and a highest number such that it could be either: other
/// counts with that number in its place fit all that the reader knows. The highest is not below the minimum, so nobody
/// can be sure that the count is small, and the two are at least the minimum apart. None of this is argued from the shape
/// of the table: `CountShifts` finds the other counts.
///
/// Where it finds none, all that any chain of sums connects to the count is withheld, except zeros that may be shown. Then
/// all of it could be doubled, trebled and so on, and no more can be withheld. This takes sums unlike those of a table
/// and its margins, as when a count that is broken down in several ways is itself a part.
///
/// **Limits.** Few counts are withheld for it, and small ones, but not always the fewest. The search is limited: in a
/// very large table it withholds totals sooner. A reader who knows how cells are chosen, or is counted in one, may find
/// out more.
struct SuppressionTable {
  /// A number in the table.
  struct Number: Hashable {
    /// Who knows it.
    enum Kind: Hashable {
      /// It is published unless it is withheld.
      case count
      /// What is missing to a total: no output shows it, but where it is small it must not come out.
      case rest
      /// No output shows it, and it need not be kept: the sum of others.
      case free
      /// Readers know it, or act as if they did.
      case fixed
      /// A zero that is withheld and may be a part of a sum, or not. It is kept open; but whoever knows that it is none
      /// knows the sum without it, so that nothing else may be open by it alone.
      case possible
    }

    /// The number, not negative.
    var value: Int
    /// Who knows it.
    var kind: Kind
    /// Whether it is withheld even if it is not small.
    var isRequired = false

    /// Makes a number.
    init(_ value: Int, _ kind: Kind) { (self.value, self.kind) = (value, kind) }
  }

  /// A number that is the sum of others.
  struct Sum: Hashable {
    /// The index of the number that is the sum.
    var total: Int
    /// The indices of the numbers that are added up.
    var parts: [Int]
  }

  /// The numbers.
  var numbers: [Number]
  /// The sums that a reader knows or may guess; those that do not hold are ignored.
  var sums: [Sum]
  /// Counts below it are small.
  var minimum: Int
  /// Whether zeros are small too; otherwise they are always shown.
  var areZerosWithheld: Bool
  /// What is published is rounded to the nearest multiple of it, halves up.
  var rounding = 1

  /// The least that a withheld number can be, as far as a reader knows.
  func floor(of number: Number) -> Int { number.kind == .count && !areZerosWithheld ? 1 : 0 }

  /// What a published number can be, as far as a reader knows.
  func published(_ number: Number) -> ClosedRange<Int> {
    guard rounding > 1, number.kind == .count, number.value > 0 else { return number.value...number.value }
    let shown = (number.value + rounding / 2) / rounding * rounding
    // What is shown is known not to be small.
    return max(min(minimum, number.value), 1, shown - rounding / 2)...max(number.value, shown + (rounding - 1) / 2)
  }

  /// Which numbers to withhold: the small ones, and those that would give them away.
  func withheld() -> [Bool] {
    var protection = SuppressionSearch(self, sums: usableSums())
    protection.protect()
    protection.publishNeedless()
    return protection.isWithheld
  }

  /// The largest number that is taken for a count; it keeps what is computed with counts far from overflow.
  static let largest = 1 << 40

  /// The sums that hold, each said once.
  ///
  /// Two totals of the same parts are equal; said so, they keep the parts in fewer sums, which are easier to search.
  /// - Complexity: O(n log n), where n is the number of parts; those that follow each other in the same array count once.
  func usableSums() -> [Sum] { withoutImplied(withoutAliases(sumsThatHold())) }

  /// Says sums of the numbers to which those that no output shows are equal, each sum once.
  /// - Complexity: O(n log n) for n parts.
  private func withoutAliases(_ sums: [Sum]) -> [Sum] {
    var alias = Array(numbers.indices)
    func first(_ cell: Int) -> Int {
      var cell = cell
      while alias[cell] != cell { cell = alias[cell] }
      return cell
    }
    for sum in sums where sum.parts.count == 1 {
      let (one, other) = (first(sum.total), first(sum.parts[0]))
      if one == other { continue }
      if numbers[one].kind == .free { alias[one] = other } else if numbers[other].kind == .free { alias[other] = one }
    }
    var seen: Set<Sum> = []
    return sums.compactMap { sum in
      let said = Sum(total: first(sum.total), parts: sum.parts.map(first).sorted())
      return said.parts == [said.total] || !seen.insert(said).inserted ? nil : said
    }
  }

  /// Leaves out that a number is at least others where it is known to be their sum, or that of these and more.
  /// - Complexity: O(n) for n parts, with a factor for the sums of one total.
  private func withoutImplied(_ sums: [Sum]) -> [Sum] {
    var uses = [Int](repeating: 0, count: numbers.count)
    for sum in sums { for cell in sum.parts + [sum.total] { uses[cell] += 1 } }
    func isRest(_ cell: Int) -> Bool { numbers[cell].kind == .free && uses[cell] == 1 }
    var byTotal: [Int: [Set<Int>]] = [:]
    for sum in sums where !sum.parts.contains(where: isRest) && byTotal[sum.total, default: []].count < 50 {
      byTotal[sum.total, default: []].append(Set(sum.parts))
    }
    return sums.filter { sum in
      guard sum.parts.contains(where: isRest), let whole = byTotal[sum.total] else { return true }
      let parts = sum.parts.filter { !isRest($0) }
      return Set(parts).count < parts.count || !whole.contains { $0.isSuperset(of: parts) }
    }
  }

  /// The sums that hold, without those of the same parts.
  private func sumsThatHold() -> [Sum] {
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
      guard let whole, numbers.indices.contains(sum.total), numbers[sum.total].value == whole else { return nil }
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
      guard numbers.indices.contains(part), 0...Self.largest - whole ~= numbers[part].value else { return nil }
      whole += numbers[part].value
    }
    return whole
  }
}

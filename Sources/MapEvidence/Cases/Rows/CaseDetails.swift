import Tabular

/// What rows of the same case should agree in, as numbers that are equal for equal details.
///
/// A detail is kept as a part of 64 bits, so that a register of millions of cases stays small. Of two details that
/// differ, one in 2^(64 / number of details) would go unseen: one in two million where there are three.
struct CaseDetails: Sendable {
  let names: [String]
  private let width: UInt64

  /// Makes details of the given names, at most eight; what comes behind the seventh shares the last part.
  init(names: [String]) {
    self.names = names
    width = 64 / UInt64(max(1, min(8, names.count)))
  }

  /// The details that cases have by a plan: the school, and what else it names.
  init(of plan: CountingPlan) { self.init(names: (plan.school.map { [plan.columns[$0].header] } ?? []) + plan.details) }

  /// The details with one more, as a hash of what it says; nothing at all is 0.
  @inline(__always) func adding(_ hash: UInt64, at index: Int, to details: UInt64) -> UInt64 {
    if hash == 0 { return details }
    let mask = UInt64.max >> (64 - width)
    let part = max(1, (hash >> (64 - width)) & mask)
    let shift = UInt64(min(index, 7)) * width
    return details ^ (part << shift)
  }

  /// Which details differ; what one of the two does not say is no difference.
  func differences(_ first: UInt64, _ second: UInt64) -> [String] {
    let mask = UInt64.max >> (64 - width)
    return (0..<min(8, names.count)).filter { index in
      let shift = UInt64(index) * width
      let (one, other) = (first >> shift & mask, second >> shift & mask)
      return one != other && one != 0 && other != 0
    }.map { names[$0] }
  }

  /// The details of the first, with what only the second says.
  func union(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mask = UInt64.max >> (64 - width)
    return (0..<min(8, names.count)).reduce(first) { union, index in
      let shift = UInt64(index) * width
      return union >> shift & mask == 0 ? union | (second & mask << shift) : union
    }
  }
}

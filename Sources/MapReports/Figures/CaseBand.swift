package import MapModel

/// How many cases a line stands for, so roughly that no width of a line gives a count away.
package enum CaseBand: Int, Sendable, CaseIterable, Comparable {
  /// Not counted, or withheld: from the line nobody can tell which, and it tells nothing of how many.
  case untold
  case few
  case some
  case many

  /// The band of a number of cases.
  ///
  /// What is withheld looks like what is not counted, whatever it is.
  package init(_ cases: Count.Value?) {
    switch cases {
    case .number(200...): self = .many
    case .number(50...): self = .some
    case .number: self = .few
    default: self = .untold
    }
  }

  package static func < (one: CaseBand, other: CaseBand) -> Bool { one.rawValue < other.rawValue }

  /// A short name.
  package var name: String { "\(self)" }

  /// The meaning, for the legend.
  package var text: String {
    switch self {
    case .untold: "Not counted, or withheld"
    case .few: "Fewer than 50 cases"
    case .some: "50 to 199 cases"
    case .many: "200 cases or more"
    }
  }
}

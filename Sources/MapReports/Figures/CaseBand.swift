package import MapModel

/// How many cases a line stands for, so roughly that no width of a line gives a count away.
package enum CaseBand: Int, Sendable, CaseIterable {
  /// Few, none counted, or withheld: from the width nobody can tell which.
  case few
  case some
  case many

  /// The band of a number of cases.
  ///
  /// What is withheld is drawn as the thinnest line, whatever it is.
  package init(_ cases: Count.Value?) {
    switch cases {
    case .number(200...): self = .many
    case .number(50...): self = .some
    default: self = .few
    }
  }

  /// A short name.
  package var name: String { "\(self)" }

  /// The meaning, for the legend.
  package var text: String {
    switch self {
    case .few: "Fewer than 50 cases, withheld, or not counted"
    case .some: "50 to 199 cases"
    case .many: "200 cases or more"
    }
  }
}

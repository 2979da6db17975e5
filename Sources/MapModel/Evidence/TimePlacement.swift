/// When a piece of evidence holds, as ``Placement`` says where.
public enum TimePlacement: Sendable, Hashable {
  /// The source does not say when: it places nothing in any one period.
  case unsaid
  /// The source says so of all the time.
  case throughout
  /// The source names one or more periods.
  case periods(Set<String>)

  /// Whether the evidence is placed in a period by its name.
  public func includes(_ period: String) -> Bool {
    switch self {
    case .unsaid: false
    case .throughout: true
    case .periods(let periods): periods.contains(period)
    }
  }

  /// The periods that the source names; none if it names none.
  public var names: Set<String> { if case .periods(let names) = self { names } else { [] } }
}

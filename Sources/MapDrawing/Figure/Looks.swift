/// How an actor stands out from others of its role and sector, or back.
package enum NodeLook: Sendable {
  case plain
  /// It is expected and missing.
  case missing
  /// Others hang on it alone.
  case bearing
  /// It is known to be missing here, and stands elsewhere.
  case faint
  /// The evidence does not tell whether it is here, and it stands elsewhere.
  case open
  /// It is on the first of two sides only.
  case onlyFirst
  /// It is on the second of two sides only.
  case onlySecond

  /// The look in words.
  package var name: String {
    switch self {
    case .plain: "plain outline"
    case .missing: "broken red outline"
    case .bearing: "thick outline"
    case .faint: "grey, with a pale outline"
    case .open: "white, with a pale broken outline"
    case .onlyFirst: "thick blue outline"
    case .onlySecond: "thick orange outline, broken"
    }
  }
}

/// How a line stands out from others of its family, or back.
package enum LineLook: Sendable {
  case plain
  /// It is expected and missing.
  case missing
  /// It is on both sides, which is no difference.
  case common
  /// It is on both sides, but stands for more or other kinds of connection on one of them.
  case mixed
  /// It is on the first of two sides only.
  case onlyFirst
  /// It is on the second of two sides only.
  case onlySecond

  /// The look in words.
  package var name: String {
    switch self {
    case .plain: "plain line"
    case .missing: "broken red line that ends in a bar"
    case .common: "thin grey line"
    case .mixed: "dark line with a sign"
    case .onlyFirst: "thick blue line"
    case .onlySecond: "double orange line"
    }
  }
}

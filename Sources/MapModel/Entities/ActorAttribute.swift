/// What a map says of an actor beside what all maps say, such as its influence or its kind.
public enum ActorAttribute: Sendable, Hashable {
  /// A finite number.
  case number(Double)
  /// A text.
  case text(String)

  /// The number; `nil` for a text.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The attribute as people read it; whole numbers without decimals.
  public var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    }
  }
}

import OrderedCollections

/// What an attribute of an actor should be, such as `influence>=3` or `kind=public`.
public struct AttributeCondition: Sendable, Hashable {
  /// How an attribute is compared; the order of numbers is not asked of texts.
  public enum Comparison: String, Sendable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// Different from.
    case differs = "!="
    /// Equal to; texts in any case.
    case equals = "="
    /// More than.
    case more = ">"
    /// Less than.
    case less = "<"
  }

  /// The attribute's name.
  public var name: String
  /// How it is compared.
  public var comparison: Comparison
  /// With what it is compared.
  public var value: String

  /// Makes a condition.
  public init(_ name: String, _ comparison: Comparison, _ value: String) {
    (self.name, self.comparison, self.value) = (name, comparison, value)
  }

  /// Reads a condition as it is written on a command line; `nil` without a name, a comparison and a value, and where the
  /// order is asked for of what is no number.
  public init?(_ text: String) {
    // The longer signs are looked for first at each place.
    for place in text.indices {
      guard let found = Comparison.allCases.first(where: { text[place...].hasPrefix($0.rawValue) }) else { continue }
      let name = String(text[..<place]).trimmingWhitespace
      let value = String(text[place...].dropFirst(found.rawValue.count)).trimmingWhitespace
      guard !name.isEmpty, !value.isEmpty else { return nil }
      if found.asksForOrder, Double(value) == nil { return nil }
      self.init(name, found, value)
      return
    }
    return nil
  }

  /// Whether an actor has such an attribute; one without the attribute has not, whatever is asked.
  public func holds(of actor: MapActor) -> Bool {
    guard let attribute = actor.attributes[name] else { return false }
    if let number = attribute.number, let wanted = Double(value) {
      return switch comparison {
      case .atLeast: number >= wanted
      case .atMost: number <= wanted
      case .differs: number != wanted
      case .equals: number == wanted
      case .more: number > wanted
      case .less: number < wanted
      }
    }
    let isAlike = NameFolding.folded(attribute.words) == NameFolding.folded(value)
    return switch comparison {
    case .equals: isAlike
    case .differs: !isAlike
    case .atLeast, .atMost, .more, .less: false
    }
  }
}

extension AttributeCondition.Comparison {
  fileprivate var asksForOrder: Bool { self != .equals && self != .differs }
}

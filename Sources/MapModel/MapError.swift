/// A map that contradicts itself.
public struct MapError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// Two entities of one kind have the same identifier.
    case duplicate(kind: String, id: String)
    /// A text is no identifier.
    case malformed(kind: String, text: String)
    /// A number is below 0.
    case negative(what: String, referrer: String)
    /// A number is greater than any that is counted.
    case tooLarge(what: String, referrer: String)
    /// A relation is mutual and of a family of support, which points towards the people supported.
    case mutualSupport(relation: String)
    /// A map has fewer stages than 1 or more than ``Stage/most``.
    case stages(count: Int)
    /// Something refers to an entity that is not on the map.
    case unknown(kind: String, id: String, referrer: String)
  }

  /// What is wrong.
  public let kind: Kind

  /// Makes an error.
  public init(kind: Kind) { self.kind = kind }

  /// A sentence that says what is wrong.
  public var description: String {
    switch kind {
    case .duplicate(let kind, let id): "there are two \(kind)s with the id \"\(id)\""
    case .malformed(let kind, let text):
      "\"\(text)\" cannot be the id of the \(kind): ids have 1 to 64 letters a to z, digits, - and _"
    case .negative(let what, let referrer): "\(referrer) has \(what) below 0"
    case .tooLarge(let what, let referrer): "\(referrer) has \(what) above \(Count.greatest)"
    case .mutualSupport(let relation):
      "the relation \"\(relation)\" is mutual and support, which has a direction"
    case .stages(let count): "a map has 1 to \(Stage.most) stages, not \(count)"
    case .unknown(let kind, let id, let referrer):
      "\(referrer) refers to the \(kind) \"\(id)\", which is not on the map"
    }
  }
}

/// A map that contradicts itself.
public struct MapError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// Two entities of one kind have the same identifier.
    case duplicate(kind: String, id: String)
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
    case .unknown(let kind, let id, let referrer):
      "\(referrer) refers to the \(kind) \"\(id)\", which is not on the map"
    }
  }
}

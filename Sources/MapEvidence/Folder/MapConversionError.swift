import Documents
public import MapModel

/// Why a map is not put into another form; nothing is then written.
public struct MapConversionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is in the way.
  public enum Kind: Sendable, Hashable {
    /// The map has errors as it is, so that parts of it would be lost.
    case errors([Problem])
    /// The other form cannot hold something; a clause.
    case unholdable(String)
    /// What was made would be read as another map.
    case changed(parts: [String])
  }

  /// What is in the way.
  public let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// A sentence that says what is in the way, and what to do.
  public var description: String {
    switch kind {
    case .errors(let problems):
      "The map has \(counted(problems.count, "error")), so that parts of it would be lost; mend them first:"
        + problems.prefix(5).map { "\n" + $0.description }.joined()
    case .unholdable(let what): "The map cannot be converted: \(what)"
    case .changed(let parts):
      "The map would not be the same any more (\(Array(parts.prefix(5)).asList)), so nothing was written; texts with"
        + " white space at their ends are a usual cause"
    }
  }
}

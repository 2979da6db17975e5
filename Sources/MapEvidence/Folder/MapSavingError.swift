import Documents
public import MapModel

/// Why a map is not saved as a folder; nothing is then written.
public struct MapSavingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is in the way.
  public enum Kind: Sendable, Hashable {
    /// Whoever reads the files would find errors: two statements with the same id, or a name that two actors share.
    case errors([Problem])
    /// Parts of the map would be read as something else, such as a statement whose words end with a blank.
    case unkept(parts: [String])
    /// There is a folder that is not empty, or something that is no folder.
    case occupied(path: String)
    /// A file or its folder cannot be written.
    case unwritable(path: String, reason: String)
  }

  /// What is in the way.
  public let kind: Kind

  /// Makes an error.
  public init(kind: Kind) { self.kind = kind }

  /// A sentence or two that say what is in the way, and what to do.
  public var description: String {
    switch kind {
    case .errors(let problems):
      "A folder of the map would have errors: "
        + problems.prefix(Self.mostShown).map(\.description).joined(separator: "; ") + rest(of: problems.count)
    case .unkept(let parts):
      "A map folder does not hold everything as it is: \(Array(parts.prefix(Self.mostShown)).asList)"
        + "\(rest(of: parts.count)). Texts must not start or end with white space nor hold other line breaks than \\n,"
        + " connections need evidence, and what was withheld from an audience cannot be saved"
    case .occupied(let path):
      "\(path.quotedInMessage) is there already; give the name of a new folder, or ask for its files to be replaced"
    case .unwritable(let path, let reason): "\(path.quotedInMessage) cannot be written: \(reason)"
    }
  }

  private static let mostShown = 5

  private func rest(of count: Int) -> String {
    count > Self.mostShown ? ", and \(count - Self.mostShown) more" : ""
  }
}

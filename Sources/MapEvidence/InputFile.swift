import Tabular

/// A file from which a map was read, with what tells whether it has changed since.
public struct InputFile: Sendable, Hashable {
  /// The name, relative to the map folder.
  public let name: String
  /// Whether the file holds management information: numbers or cases.
  public let isOfCounts: Bool
  /// The SHA-256 digest of the bytes (FIPS 180-4), as 64 hexadecimal digits; `nil` if it was not asked for.
  public internal(set) var sha256: String?

  init(name: String, isOfCounts: Bool) { (self.name, self.isOfCounts) = (name, isOfCounts) }

  /// The digest of a file as it is now; `nil` if it cannot be read.
  /// - Complexity: O(n), where n is the size of the file.
  static func sha256(of path: String) -> String? {
    guard var file = try? FileParts(path) else { return nil }
    var hash = SHA256()
    while let bytes = try? file.next(1 << 18), !bytes.isEmpty { hash.add(bytes) }
    return hash.digest().hexadecimal
  }
}

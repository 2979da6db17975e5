import CDigest

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
    var context = SHA256_CTX()
    netmaps_sha256_start(&context)
    while let bytes = try? file.next(1 << 18), !bytes.isEmpty { netmaps_sha256_add(&context, bytes, bytes.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    netmaps_sha256_finish(&context, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

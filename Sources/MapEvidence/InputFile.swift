import CDigest

/// A file from which a map was read, with what tells whether it has changed since.
public struct InputFile: Sendable, Hashable {
  /// The name, relative to the map folder.
  public let name: String
  /// The SHA-256 digest of the bytes (FIPS 180-4), as 64 hexadecimal digits.
  public let sha256: String

  init(name: String, bytes: [UInt8]) {
    self.name = name
    var digest = [UInt8](repeating: 0, count: 32)
    netmaps_sha256(bytes, bytes.count, &digest)
    let digits = Array("0123456789abcdef")
    sha256 = String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

import CDigest

/// The SHA-256 digest of bytes (FIPS 180-4), taken part by part.
package struct SHA256 {
  private var context = SHA256_CTX()

  package init() { netmaps_sha256_start(&context) }

  /// Adds bytes behind those that were added before.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { netmaps_sha256_add(&context, $0.baseAddress, $0.count) }
  }

  /// The digest of what was added, as 32 bytes.
  package consuming func digest() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    netmaps_sha256_finish(&context, &digest)
    return digest
  }

  /// The digest of bytes, as 32 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.add(bytes[...])
    return hash.digest()
  }
}

extension [UInt8] {
  /// The bytes as hexadecimal digits, two for each.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

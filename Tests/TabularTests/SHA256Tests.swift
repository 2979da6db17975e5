import Testing

import Tabular

struct SHA256Tests {
  /// The examples of FIPS 180-4 (NIST, "SHA-256 Example").
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func `takes the SHA-256 digest`(text: String, digest: String) throws {
    #expect(SHA256.digest(of: Array(text.utf8)).hexadecimal == digest)
    #expect(try FileChunks.all(of: .memory(Array(text.utf8)), takesDigest: true).digest == digest)
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Values as JSON text: keys sorted, so that the same value always gives the same text.
public enum JSONText {
  /// A value as JSON, with a line break at its end.
  ///
  /// What would steer a terminal, turn the direction of writing or hide is written by its number, which is the same to
  /// every reader of JSON.
  /// - Throws: an `EncodingError` if the value cannot be written.
  public static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return numbered(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// JSON of which nothing steers a terminal or hides: outside of texts it has no such character but line breaks.
  package static func numbered(_ json: String) -> String {
    if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || !scalar.isUnseen || [0x200C, 0x200D].contains(scalar.value) {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      }
    }
    return String(result)
  }
}

/// The encodings in which spreadsheets save text.
enum TextEncoding: Sendable {
  case utf8
  case utf16
  case windows1252
}

/// Text read from bytes, with the encoding that was found.
struct DecodedText: Sendable {
  var text: String
  var encoding: TextEncoding

  /// Reads bytes as UTF-16 if they start with its mark, else as UTF-8 if they are valid, else as Windows-1252.
  /// - Complexity: O(n), where n is the number of bytes.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      text = String(decoding: units, as: UTF16.self)
      encoding = .utf16
      return
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let valid = String(validating: content, as: UTF8.self) {
      text = valid
      encoding = .utf8
    } else {
      var scalars = String.UnicodeScalarView()
      for byte in content { scalars.append(Self.windows1252(byte)) }
      text = String(scalars)
      encoding = .windows1252
    }
  }

  /// The five bytes that Windows-1252 leaves undefined become the replacement character.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    let table: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
      0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(table[Int(byte - 0x80)]) ?? "\u{FFFD}"
  }
}

/// The encodings in which spreadsheets save text.
package enum TextEncoding: Sendable, Hashable {
  /// UTF-8, throughout.
  case utf8
  /// UTF-8 with bytes that are not; each becomes the replacement character.
  case damagedUTF8
  case utf16(isLittleEndian: Bool)
  case windows1252

  /// What stands at the start of UTF-8 that is marked as such.
  package static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Finds the encoding from a mark at the start, or from the zero bytes between the letters of UTF-16.
  ///
  /// Without either it is UTF-8, unless a ``Survey`` of the whole text shows that it is not.
  /// - Parameter start: the first bytes of the file.
  package init(markedAt start: UnsafeBufferPointer<UInt8>) {
    if start.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isLittleEndian: true)
    } else if start.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isLittleEndian: false)
    } else {
      let head = start.prefix(512)
      let zeros = [0, 1].map { parity in head.indices.count { $0 % 2 == parity && head[$0] == 0 } }
      // Text of Western Europe has a zero in nearly every second byte.
      if zeros[1] * 4 > head.count, zeros[0] == 0 {
        self = .utf16(isLittleEndian: true)
      } else if zeros[0] * 4 > head.count, zeros[1] == 0 {
        self = .utf16(isLittleEndian: false)
      } else {
        self = .utf8
      }
    }
  }

  /// What speaks for UTF-8 in a text that is not quite UTF-8, and what against it.
  package struct Survey {
    package private(set) var letters = 0
    package private(set) var faults = 0

    /// A text with more whole letters of several bytes than faulty bytes is damaged UTF-8.
    package var encoding: TextEncoding { faults == 0 ? .utf8 : letters >= faults ? .damagedUTF8 : .windows1252 }

    /// Looks through bytes; a letter that is cut off at their end is left for later, if something follows.
    /// - Returns: how many bytes at the end were left.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
      var position = 0
      while position < bytes.count {
        // Most of most texts is ASCII, of which there is nothing to say.
        while position + 8 <= bytes.count,
          UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080
            == 0
        {
          position += 8
        }
        guard position < bytes.count else { break }
        if bytes[position] < 0x80 {
          position += 1
        } else if let length = TextEncoding.sequenceLength(bytes, at: position) {
          letters += 1
          position += length
        } else if !isLast, position + 4 > bytes.count, bytes[(position + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 }) {
          return bytes.count - position
        } else {
          faults += 1
          position += 1
        }
      }
      return 0
    }
  }

  /// The length of the well-formed UTF-8 sequence of two to four bytes that starts at a position (Unicode, table 3-7).
  package static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    let first = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position + length <= bytes.count, second ~= bytes[position + 1] else { return nil }
    for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}

/// Turns the bytes of a file into UTF-8, part by part.
package struct TextDecoder {
  /// A byte that no UTF-8 text can have at its place.
  package struct NotUTF8: Error {}

  package private(set) var encoding: TextEncoding
  /// Bytes of a letter whose rest is still to come.
  private var pending: [UInt8] = []
  private var isAtStart = true

  package init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Goes on in an encoding in which all that came so far, plain ASCII, is the same.
  mutating func settle(on encoding: TextEncoding) { self.encoding = encoding }

  /// Turns the bytes of a text from a place on into UTF-8, where they stand.
  ///
  /// Most parts of most files need nothing to be done; otherwise it is the same as ``append(_:isLast:to:)``.
  package mutating func decode(_ text: inout [UInt8], from start: Int, isLast: Bool) throws(NotUTF8) {
    if encoding == .utf8, !isAtStart, pending.isEmpty, Self.isASCII(text[start...]) { return }
    let bytes = Array(text[start...])
    text.removeSubrange(start...)
    try append(bytes, isLast: isLast, to: &text)
  }

  /// Appends bytes as UTF-8, with letters and their marks composed (``ComposedText``); a mark of the encoding at the start
  /// of the file is left out.
  /// - Parameter isLast: whether nothing follows, so that an unfinished letter stays one.
  /// - Throws: ``NotUTF8`` if the text was taken for UTF-8 and is not.
  /// - Complexity: O(n), where n is the number of bytes.
  package mutating func append(_ bytes: [UInt8], isLast: Bool, to text: inout [UInt8]) throws(NotUTF8) {
    var input = pending.isEmpty ? bytes : pending + bytes
    pending = []
    if isAtStart {
      // A mark has up to three bytes.
      if input.count < 3, !isLast {
        pending = input
        return
      }
      isAtStart = false
      if encoding == .utf8 || encoding == .damagedUTF8, input.starts(with: TextEncoding.utf8Mark) {
        // Two tools in a row can each have put a mark there.
        while input.starts(with: TextEncoding.utf8Mark) { input.removeFirst(3) }
      } else if case .utf16 = encoding, input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
        input.removeFirst(2)
      }
    }
    let start = text.count
    defer { ComposedText.compose(&text, from: start) }
    switch encoding {
    case .utf8:
      let end = isLast ? input.count : Self.endOfWholeLetters(input)
      pending = Array(input[end...])
      guard Self.isASCII(input[...]) || String(validating: input[..<end], as: UTF8.self) != nil else { throw NotUTF8() }
      if text.isEmpty, end == input.count { text = input } else { text += input[..<end] }
    case .damagedUTF8:
      let end = isLast ? input.count : Self.endOfWholeLetters(input)
      pending = Array(input[end...])
      text += String(decoding: input[..<end], as: UTF8.self).utf8
    case .utf16(let isLittleEndian):
      // A pair of surrogates must not be cut in two.
      var end = input.count & ~1
      func unit(at index: Int) -> UInt16 {
        let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
        return isLittleEndian ? second << 8 | first : first << 8 | second
      }
      if !isLast, end > 0, UTF16.isLeadSurrogate(unit(at: end - 2)) { end -= 2 }
      if !isLast { pending = Array(input[end...]) }
      let units = stride(from: 0, to: end, by: 2).map(unit)
      text += String(decoding: units, as: UTF16.self).utf8
    case .windows1252:
      for byte in input {
        if byte < 0x80 { text.append(byte) } else { text += String(Self.windows1252(byte)).utf8 }
      }
    }
  }

  package static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var (union, position) = (UInt64(0), 0)
      var unions = SIMD4<UInt64>(repeating: 0)
      while position + 32 <= raw.count {
        unions |= raw.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
        position += 32
      }
      union = unions[0] | unions[1] | unions[2] | unions[3]
      while position + 8 <= raw.count {
        union |= raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        position += 8
      }
      while position < raw.count {
        union |= UInt64(raw[position])
        position += 1
      }
      return union & 0x8080_8080_8080_8080 == 0
    }
  }

  /// Where the last whole letter ends: a letter has at most four bytes, and all but the first say that they follow.
  private static func endOfWholeLetters(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
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

/// A whole file as text, with the encoding that was found.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  package let encoding: TextEncoding

  /// The text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Reads bytes in the encoding that they are most likely in.
  /// - Complexity: O(n), where n is the number of bytes.
  package init(_ input: [UInt8]) {
    let marked = input.withUnsafeBufferPointer { TextEncoding(markedAt: $0) }
    if let text = Self.decode(input, marked) {
      (bytes, encoding) = (text, marked)
      return
    }
    var survey = TextEncoding.Survey()
    _ = input.withUnsafeBufferPointer { survey.add($0, isLast: true) }
    (bytes, encoding) = (Self.decode(input, survey.encoding) ?? [], survey.encoding)
  }

  private static func decode(_ input: [UInt8], _ encoding: TextEncoding) -> [UInt8]? {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    return (try? decoder.append(input, isLast: true, to: &text)) == nil ? nil : text
  }
}

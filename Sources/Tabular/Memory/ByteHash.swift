public import CTabular

/// A hash of 64 bits of a run of bytes, equal for equal bytes.
///
/// Words are mixed by multiplying them to 128 bits and folding the halves, with the constants of wyhash (Wang Yi, "wyhash",
/// https://github.com/wangyi-fudan/wyhash). It is no cryptographic hash: who chooses the bytes can make two alike.
///
/// Two different ids among ten million share one with a chance of less than one in 300,000. The number is the same on
/// every machine and in every run, so that results are.
@usableFromInline package enum ByteHash {
  @inlinable @inline(__always) package static func of(_ bytes: Span<UInt8>) -> UInt64 { of(bytes, 0..<bytes.count) }

  /// The hash of a part of some bytes; bytes behind the part make it quicker, and nothing else.
  @inlinable @inline(__always) package static func of(_ bytes: Span<UInt8>, _ part: Range<Int>) -> UInt64 {
    let (start, count) = (part.lowerBound, part.upperBound &- part.lowerBound)
    guard start >= 0, count <= 32, start <= bytes.count &- 32 else { return ofAny(bytes.extracting(part)) }
    // Four words, with nothing in the place of what follows: no look at the length, which differs from cell to cell
    // and cannot be foreseen.
    let words = bytes.withUnsafeBufferPointer { bytes in
      netmaps_first_bytes(bytes.baseAddress.unsafelyUnwrapped + start, UInt8(truncatingIfNeeded: count))
    }
    return hash(
      count,
      (
        UInt64(littleEndian: words.first), UInt64(littleEndian: words.second), UInt64(littleEndian: words.third),
        UInt64(littleEndian: words.fourth)
      ))
  }

  @usableFromInline @inline(never) static func ofAny(_ bytes: Span<UInt8>) -> UInt64 {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    guard bytes.count > 32 else {
      withUnsafeMutableBytes(of: &words) { words in bytes.withUnsafeBytes { words.copyMemory(from: $0) } }
      return hash(
        bytes.count,
        (
          UInt64(littleEndian: words.0), UInt64(littleEndian: words.1), UInt64(littleEndian: words.2),
          UInt64(littleEndian: words.3)
        ))
    }
    func word(_ offset: Int) -> UInt64 { UInt64(littleEndian: bytes.number(at: offset)) }
    // The last words may overlap others: with the length, they say all of the bytes.
    var (state, position) = (seed(bytes.count), 0)
    while position + 16 < bytes.count {
      state = combined(state ^ word(position), word(position + 8))
      position += 16
    }
    return combined(state ^ word(bytes.count - 16), word(bytes.count - 8))
  }

  @inlinable @inline(__always) static func hash(_ count: Int, _ words: (UInt64, UInt64, UInt64, UInt64)) -> UInt64 {
    combined(seed(count) ^ words.0, words.1) ^ combined(words.2 ^ 0x8EBC_6AF0_9C88_C6E3, words.3)
  }

  @inlinable @inline(__always) static func seed(_ count: Int) -> UInt64 {
    // Far apart for lengths that are near: what follows the end counts as zeros, and zeros could be letters, too.
    UInt64(truncatingIfNeeded: count &+ 1) &* 0x2D35_8DCC_AA6C_78A5
  }

  /// A hash of two numbers, in their order.
  @inlinable @inline(__always) package static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ first.byteSwapped
  }
}

/// A number of 64 bits for a run of bytes, equal for equal bytes.
///
/// Two different ids among ten million share one with a chance of less than one in 300,000. The number is the same on
/// every machine and in every run, so that results are.
enum ByteDigest {
  @inline(__always) static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { of(bytes[...]) }

  /// The digest of a part of some bytes; bytes behind the part make it quicker, and nothing else.
  @inline(__always) static func of(_ part: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let (bytes, start, count) = (part.base, part.startIndex, part.endIndex &- part.startIndex)
    guard count <= 32, start &+ 32 <= bytes.count else {
      return ofAny(UnsafeRawBufferPointer(rebasing: part))
    }
    // Four words, with nothing in the place of what follows: no look at the length, which differs from cell to cell
    // and cannot be foreseen.
    func word(_ index: Int) -> UInt64 {
      let bits = UInt64(truncatingIfNeeded: max(0, min(8, count &- 8 &* index)) &* 8)
      let mask = bits == 64 ? UInt64.max : (1 &<< bits) &- 1
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ 8 &* index, as: UInt64.self)) & mask
    }
    return digest(count, (word(0), word(1), word(2), word(3)))
  }

  @inline(never) private static func ofAny(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    guard bytes.count > 32 else {
      withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
      return digest(
        bytes.count,
        (
          UInt64(littleEndian: words.0), UInt64(littleEndian: words.1), UInt64(littleEndian: words.2),
          UInt64(littleEndian: words.3)
        ))
    }
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    // The last words may overlap others: with the length, they say all of the bytes.
    var (state, position) = (seed(bytes.count), 0)
    while position + 16 < bytes.count {
      state = combined(state ^ word(position), word(position + 8))
      position += 16
    }
    return combined(state ^ word(bytes.count - 16), word(bytes.count - 8))
  }

  @inline(__always) private static func digest(_ count: Int, _ words: (UInt64, UInt64, UInt64, UInt64)) -> UInt64 {
    combined(seed(count) ^ words.0, words.1) ^ combined(words.2 ^ 0x8EBC_6AF0_9C88_C6E3, words.3)
  }

  @inline(__always) private static func seed(_ count: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: count) &+ 0x2D35_8DCC_AA6C_78A5
  }

  /// A digest of two numbers, in their order.
  @inline(__always) static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ first.byteSwapped
  }
}

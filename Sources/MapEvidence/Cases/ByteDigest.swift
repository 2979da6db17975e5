/// A number of 64 bits for a run of bytes, equal for equal bytes.
///
/// Two different ids among ten million share one with a chance of less than one in 300,000. The number is the same on
/// every machine and in every run, so that results are.
enum ByteDigest {
  @inline(__always) static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    let start = UInt64(truncatingIfNeeded: count) &+ 0x2D35_8DCC_AA6C_78A5
    // Words may overlap: with the length, they say all of the bytes without a look at each.
    if count >= 8 {
      if count <= 16 { return combined(start ^ word(0), word(count &- 8)) }
      var (state, position) = (start, 0)
      while position &+ 16 < count {
        state = combined(state ^ word(position), word(position &+ 8))
        position &+= 16
      }
      return combined(state ^ word(count &- 16), word(count &- 8))
    }
    if count >= 4 {
      let head = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let tail = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      return combined(start, UInt64(head) &<< 32 | UInt64(tail))
    }
    if count == 0 { return combined(start, 0) }
    let letters = UInt64(bytes[0]) &<< 16 | UInt64(bytes[count &>> 1]) &<< 8 | UInt64(bytes[count &- 1])
    return combined(start, letters)
  }

  /// A digest of two numbers, in their order.
  @inline(__always) static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ first.byteSwapped
  }
}

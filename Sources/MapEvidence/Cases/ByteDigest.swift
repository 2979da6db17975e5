/// A number of 64 bits for a run of bytes, equal for equal bytes.
///
/// Two different ids among ten million share one with a chance of less than one in 300,000. The number is the same on
/// every machine and in every run, so that results are.
enum ByteDigest {
  @inline(__always) static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (state, position) = (UInt64(truncatingIfNeeded: bytes.count) &+ 0x2D35_8DCC_AA6C_78A5, 0)
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      if position + 16 <= bytes.count {
        let next = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self))
        state = combined(state ^ word, next)
        position += 16
      } else {
        state = combined(state, word)
        position += 8
      }
    }
    if position < bytes.count {
      var word: UInt64 = 0
      if bytes.count >= 8 {
        // The last eight bytes, of which some have been seen.
        word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
      } else {
        while position < bytes.count {
          word = word << 8 | UInt64(bytes[position])
          position += 1
        }
      }
      state = combined(state, word)
    }
    return combined(state, 0x8BB8_4B93_962E_ACC9)
  }

  /// A digest of two numbers, in their order.
  @inline(__always) static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ first.byteSwapped
  }
}

/// Numbers of 64 bits, each once, numbered from 0 in the order of their first coming.
///
/// Open addressing with linear probing; the slots hold positions only, so that a number costs 8 bytes and 4 to 8 more.
struct NumberTable: ~Copyable {
  private var keys = GrowingBuffer<UInt64>()
  private var slots = GrowingBuffer<UInt32>(repeating: 0, count: 1024)
  private var mask: UInt64 = 1023

  init() {}

  /// How many different numbers there are.
  var count: Int { keys.count }

  /// The number that came at a position.
  subscript(position: Int) -> UInt64 { keys[position] }

  /// The position of a number, which is added if it is new.
  @inline(__always) mutating func insert(_ key: UInt64) -> (position: Int, isNew: Bool) {
    var slot = Self.mixed(key) & mask
    while true {
      let position = slots[Int(slot)]
      if position == 0 { break }
      if keys[Int(position) - 1] == key { return (Int(position) - 1, false) }
      slot = (slot + 1) & mask
    }
    keys.append(key)
    slots[Int(slot)] = UInt32(truncatingIfNeeded: keys.count)
    // At three quarters, probes get long.
    if UInt64(keys.count) * 4 > (mask + 1) * 3 { grow() }
    return (keys.count - 1, true)
  }

  /// Looks at what ``insert(_:)`` will look at, so that memory fetches it for many numbers at the same time.
  /// - Returns: a value of no meaning, for the look not to be optimised away.
  @inline(__always) func touch(_ key: UInt64) -> UInt64 {
    let position = slots[Int(Self.mixed(key) & mask)]
    return position == 0 ? 0 : keys[Int(position) - 1]
  }

  private mutating func grow() {
    mask = mask << 1 | 1
    slots = GrowingBuffer(repeating: 0, count: Int(mask) + 1)
    for position in 0..<keys.count {
      var slot = Self.mixed(keys[position]) & mask
      while slots[Int(slot)] != 0 { slot = (slot + 1) & mask }
      slots[Int(slot)] = UInt32(truncatingIfNeeded: position + 1)
    }
  }

  /// Spreads numbers that lie close together over the table.
  @inline(__always) private static func mixed(_ key: UInt64) -> UInt64 {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

/// A number of 64 bits for a run of bytes, equal for equal bytes.
///
/// Two different ids among ten million share one with a chance of less than one in 300,000. The number is the same on
/// every machine and in every run, so that results are.
enum ByteDigest {
  @inline(__always) static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (state, position) = (UInt64(truncatingIfNeeded: bytes.count) &+ 0x2D35_8DCC_AA6C_78A5, 0)
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      state = combined(state, word)
      position += 8
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

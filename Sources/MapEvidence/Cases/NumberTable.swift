/// Numbers of 64 bits, each once, numbered from 0 in the order of their first coming.
///
/// Open addressing with linear probing. Half of a number stands in its slot: that is enough to pass by others without
/// another look at memory, and to grow; the other half is compared where the first is equal.
struct NumberTable: ~Copyable {
  /// The low half of a number, and its position from 1; 0 for an empty slot.
  private var slots = GrowingBuffer<UInt64>(repeating: 0, count: 256)
  private var highHalves = GrowingBuffer<UInt32>()

  init() {}

  /// Makes room for a number of numbers, so that the table need not grow on the way.
  mutating func reserve(_ count: Int) {
    highHalves.reserve(count)
    if count * 4 > slots.count * 3 { grow(to: count * 4 / 3 + 1) }
  }

  /// How many different numbers there are.
  var count: Int { highHalves.count }

  /// The position of a number, which is added if it is new.
  @inline(__always) mutating func insert(_ number: UInt64) -> (position: Int, isNew: Bool) {
    let mixed = Self.mixed(number)
    let low = mixed & 0xFFFF_FFFF
    let high = UInt32(truncatingIfNeeded: mixed >> 32)
    var index = place(low)
    while true {
      let slot = slots[index]
      if slot == 0 { break }
      let position = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
      if slot >> 32 == low, highHalves[position] == high { return (position, false) }
      index = index &+ 1 == slots.count ? 0 : index &+ 1
    }
    highHalves.append(high)
    slots[index] = low << 32 | UInt64(highHalves.count)
    // At three quarters, probes get long.
    if highHalves.count * 4 > slots.count * 3 { grow(to: slots.count * 2) }
    return (highHalves.count - 1, true)
  }

  /// Looks at the slot that ``insert(_:)`` will look at, so that memory fetches it for many numbers at the same time.
  /// - Returns: a value of no meaning, for the look not to be optimised away.
  @inline(__always) func touch(_ number: UInt64) -> UInt64 {
    slots[place(Self.mixed(number) & 0xFFFF_FFFF)]
  }

  /// Where a number's slot is looked for first: its low half, as a part of the table's length.
  @inline(__always) private func place(_ low: UInt64) -> Int {
    Int(truncatingIfNeeded: (low &* UInt64(truncatingIfNeeded: slots.count)) &>> 32)
  }

  private mutating func grow(to count: Int) {
    var old = GrowingBuffer<UInt64>(repeating: 0, count: count)
    swap(&old, &slots)
    for slot in 0..<old.count where old[slot] != 0 {
      var index = place(old[slot] >> 32)
      while slots[index] != 0 { index = index &+ 1 == count ? 0 : index &+ 1 }
      slots[index] = old[slot]
    }
  }

  /// Spreads numbers that lie close together; one to one, so that halves of two numbers are both equal only if they are.
  @inline(__always) private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

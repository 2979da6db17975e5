/// Numbers of 64 bits, each once, numbered from 0 in the order of their first coming, with something kept of each.
///
/// Open addressing with linear probing. Half of a number stands in its slot: that is enough to pass by others without
/// another look at memory, and to grow; the other half stands with what is kept of the number, and is compared where
/// the first is equal.
struct NumberTable<Kept: BitwiseCopyable>: ~Copyable {
  struct Record: BitwiseCopyable {
    var highHalf: UInt32
    var kept: Kept
  }

  /// The low half of a number, and its position from 1; 0 for an empty slot.
  private var slots = GrowingBuffer<UInt64>(zeros: 256)
  private var records = GrowingBuffer<Record>()

  init() {}

  /// Makes room for a number of numbers, so that the table need not grow on the way.
  mutating func reserve(_ count: Int) {
    records.reserve(count)
    if count * 4 > slots.count * 3 { grow(to: count * 4 / 3 + 1) }
  }

  /// How many different numbers there are.
  var count: Int { records.count }

  /// What is kept of the number at a position.
  subscript(position: Int) -> Kept {
    @inline(__always) get { records[position].kept }
    @inline(__always) nonmutating set { records.update(position) { $0.kept = newValue } }
  }

  /// The position of a number, which is added if it is new.
  /// - Parameter kept: what is kept of a new number; what is kept of a known one stays.
  @inline(__always) mutating func insert(_ number: UInt64, _ kept: @autoclosure () -> Kept) -> (
    position: Int, isNew: Bool
  ) {
    let mixed = Self.mixed(number)
    let low = mixed & 0xFFFF_FFFF
    let high = UInt32(truncatingIfNeeded: mixed &>> 32)
    var index = place(low)
    while true {
      let slot = slots[index]
      if slot == 0 { break }
      let position = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1
      if slot &>> 32 == low, records[position].highHalf == high { return (position, false) }
      index = index &+ 1 == slots.count ? 0 : index &+ 1
    }
    records.append(Record(highHalf: high, kept: kept()))
    slots[index] = low &<< 32 | UInt64(truncatingIfNeeded: records.count)
    // At three quarters, probes get long.
    if records.count &* 4 > slots.count &* 3 { grow(to: slots.count * 2) }
    return (records.count &- 1, true)
  }

  /// Looks at the slot that ``insert(_:_:)`` will look at, so that memory fetches it for many numbers at the same time.
  /// - Returns: a value of no meaning, for the look not to be optimised away.
  @inline(__always) func touch(_ number: UInt64) -> UInt64 {
    slots[place(Self.mixed(number) & 0xFFFF_FFFF)]
  }

  /// Where a number's slot is looked for first: its low half, as a part of the table's length.
  @inline(__always) private func place(_ low: UInt64) -> Int {
    Int(truncatingIfNeeded: (low &* UInt64(truncatingIfNeeded: slots.count)) &>> 32)
  }

  @inline(never) private mutating func grow(to count: Int) {
    var old = GrowingBuffer<UInt64>(zeros: count)
    swap(&old, &slots)
    for slot in 0..<old.count where old[slot] != 0 {
      var index = place(old[slot] &>> 32)
      while slots[index] != 0 { index = index &+ 1 == count ? 0 : index &+ 1 }
      slots[index] = old[slot]
    }
  }

  /// Spreads numbers that lie close together; one to one, so that halves of two numbers are both equal only if they are.
  @inline(__always) private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }
}

extension NumberTable where Kept == Nothing {
  /// The position of a number, which is added if it is new.
  @inline(__always) mutating func insert(_ number: UInt64) -> (position: Int, isNew: Bool) {
    insert(number, Nothing())
  }
}

/// What is kept of numbers that are only to be told apart.
struct Nothing: BitwiseCopyable {}

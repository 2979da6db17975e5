/// Numbers of 64 bits, each once, numbered from 0 in the order of their first coming, with something kept of each.
///
/// Open addressing with linear probing. A slot takes four bytes, so that as many as can be lie in the caches: the place of
/// the number's record, and in the bits that are left a part of the number, which is enough to pass by most others.
package struct NumberTable<Kept: BitwiseCopyable>: ~Copyable {
  package struct Record: BitwiseCopyable {
    package var low: UInt32
    package var high: UInt32
    package var kept: Kept
  }

  /// A position from 1 in the low bits, and those of the number's high half above; 0 for an empty slot. The low half says
  /// where a slot is, and would tell nothing more.
  private var slots = GrowingBuffer<UInt32>(zeros: 256)
  /// The bits of a slot that hold a position.
  private var positionMask: UInt32 = 511
  private var records = GrowingBuffer<Record>()

  package init() {}

  /// Makes room for a number of numbers, so that the table need not grow on the way.
  package mutating func reserve(_ count: Int) {
    records.reserve(count)
    if count * 4 > slots.count * 3 { grow(to: count * 4 / 3 + 1) }
  }

  /// How many different numbers there are.
  package var count: Int { records.count }

  /// What is kept of the number at a position.
  package subscript(position: Int) -> Kept {
    @inline(__always) get { records[position].kept }
    @inline(__always) nonmutating set { records.update(position) { $0.kept = newValue } }
  }

  /// The position of a number, which is added if it is new.
  /// - Parameter kept: what is kept of a new number; what is kept of a known one stays.
  @inline(__always) package mutating func insert(_ number: UInt64, _ kept: @autoclosure () -> Kept) -> (
    position: Int, isNew: Bool
  ) {
    let (low, high) = Self.halves(number)
    var index = place(low)
    while true {
      let slot = slots[index]
      if slot == 0 { break }
      if (slot ^ high) & ~positionMask == 0 {
        let position = Int(truncatingIfNeeded: slot & positionMask) &- 1
        if records[position].low == low, records[position].high == high { return (position, false) }
      }
      index = index &+ 1 == slots.count ? 0 : index &+ 1
    }
    records.append(Record(low: low, high: high, kept: kept()))
    slots[index] = high & ~positionMask | UInt32(truncatingIfNeeded: records.count)
    growIfNeeded()
    return (records.count &- 1, true)
  }

  /// Lets memory fetch what ``insert(_:_:)`` will look at, for many numbers at the same time.
  package func fetch(_ numbers: UnsafeBufferPointer<UInt64>) {
    for number in numbers { slots.fetch(place(Self.halves(number).low)) }
    for number in numbers {
      let (low, high) = Self.halves(number)
      let slot = slots[place(low)]
      if (slot ^ high) & ~positionMask == 0, slot != 0 {
        records.fetch(Int(truncatingIfNeeded: slot & positionMask) &- 1)
      }
    }
  }

  /// Where a number's slot is looked for first: its low half, as a part of the table's length.
  @inline(__always) private func place(_ low: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(low) &* UInt64(truncatingIfNeeded: slots.count)) &>> 32)
  }

  /// At three quarters, probes get long. Small tables can afford to have hardly any.
  @inline(__always) private mutating func growIfNeeded() {
    let isFull = slots.count < 1 << 14 ? records.count &* 4 > slots.count : records.count &* 4 > slots.count &* 3
    if isFull { grow(to: slots.count * 2) }
  }

  @inline(never) private mutating func grow(to count: Int) {
    slots = GrowingBuffer(zeros: count)
    // The smallest number of bits that can count the slots.
    positionMask = UInt32.max &>> UInt32(truncatingIfNeeded: UInt32(count).leadingZeroBitCount)
    for position in 0..<records.count {
      let record = records[position]
      var index = place(record.low)
      while slots[index] != 0 { index = index &+ 1 == count ? 0 : index &+ 1 }
      slots[index] = record.high & ~positionMask | UInt32(truncatingIfNeeded: position &+ 1)
    }
  }

  /// The halves of a number, spread if numbers lie close together; one to one, so that both are equal only for equal
  /// numbers.
  @inline(__always) private static func halves(_ number: UInt64) -> (low: UInt32, high: UInt32) {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return (
      UInt32(truncatingIfNeeded: product ^ product &>> 32), UInt32(truncatingIfNeeded: product &>> 32)
    )
  }
}

extension NumberTable where Kept == Nothing {
  /// The position of a number, which is added if it is new.
  @inline(__always) package mutating func insert(_ number: UInt64) -> (position: Int, isNew: Bool) {
    insert(number, Nothing())
  }
}

/// What is kept of numbers that are only to be told apart.
package struct Nothing: BitwiseCopyable {}

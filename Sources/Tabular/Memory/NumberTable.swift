/// Numbers of 64 bits, each once, numbered from 0 in the order of their first coming, with something kept of each.
///
/// A hash table with open addressing and linear probing; numbers are spread by Fibonacci hashing, a multiplication by 2^64
/// over the golden ratio (D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4). A slot takes four bytes, so
/// that as many as can be lie in the caches: the place of the number's record, and in the bits that are left a part of the
/// number, which is enough to pass by most others.
@usableFromInline package struct NumberTable<Kept: BitwiseCopyable>: ~Copyable {
  @usableFromInline struct Record: BitwiseCopyable {
    @usableFromInline var low: UInt32
    @usableFromInline var high: UInt32
    @usableFromInline var kept: Kept

    @inlinable init(low: UInt32, high: UInt32, kept: Kept) { (self.low, self.high, self.kept) = (low, high, kept) }
  }

  /// A position from 1 in the low bits, and those of the number's high half above; 0 for an empty slot. The low half says
  /// where a slot is, and would tell nothing more.
  @usableFromInline var slots = GrowingBuffer<UInt32>(zeros: 256)
  /// The bits of a slot that hold a position.
  @usableFromInline var positionMask: UInt32 = 511
  @usableFromInline var records = GrowingBuffer<Record>()

  @inlinable package init() {}

  /// Makes room for a number of numbers, so that the table need not grow on the way.
  @inlinable package mutating func reserve(_ count: Int) {
    records.reserve(count)
    if count * 4 > slots.count * 3 { grow(to: count * 4 / 3 + 1) }
  }

  /// How many different numbers there are.
  @inlinable package var count: Int { records.count }

  /// What is kept of the number at a position.
  @inlinable package subscript(position: Int) -> Kept {
    @inline(__always) get { records[position].kept }
    @inline(__always) mutating set { records[position].kept = newValue }
  }

  /// Whether a number has been added.
  @inlinable package func contains(_ number: UInt64) -> Bool {
    let (low, high) = Self.halves(number)
    var index = place(low)
    while slots[index] != 0 {
      if (slots[index] ^ high) & ~positionMask == 0 {
        let position = Int(truncatingIfNeeded: slots[index] & positionMask) &- 1
        if records[position].low == low, records[position].high == high { return true }
      }
      index = index &+ 1 == slots.count ? 0 : index &+ 1
    }
    return false
  }

  /// The position of a number, which is added if it is new.
  /// - Parameter kept: what is kept of a new number; what is kept of a known one stays.
  @inlinable @inline(__always) package mutating func insert(_ number: UInt64, _ kept: @autoclosure () -> Kept) -> (
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

  /// Prefetches what ``insert(_:_:)`` will look at, for many numbers at the same time.
  @inlinable package func prefetch(_ numbers: Span<UInt64>) {
    for index in numbers.indices { slots.prefetch(place(Self.halves(numbers[index]).low)) }
    for index in numbers.indices {
      let (low, high) = Self.halves(numbers[index])
      let slot = slots[place(low)]
      if (slot ^ high) & ~positionMask == 0, slot != 0 {
        records.prefetch(Int(truncatingIfNeeded: slot & positionMask) &- 1)
      }
    }
  }

  /// Where a number's slot is looked for first: its low half, as a part of the table's length.
  @inlinable @inline(__always) func place(_ low: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(low) &* UInt64(truncatingIfNeeded: slots.count)) &>> 32)
  }

  /// At three quarters, probes get long. Small tables can afford to have hardly any.
  @inlinable @inline(__always) mutating func growIfNeeded() {
    let isFull = slots.count < 1 << 14 ? records.count &* 4 > slots.count : records.count &* 4 > slots.count &* 3
    if isFull { grow(to: slots.count * 2) }
  }

  @inlinable @inline(never) mutating func grow(to count: Int) {
    precondition(count <= UInt32.max, "a table holds three thousand million numbers")
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
  @inlinable @inline(__always) static func halves(_ number: UInt64) -> (low: UInt32, high: UInt32) {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return (
      UInt32(truncatingIfNeeded: product ^ product &>> 32), UInt32(truncatingIfNeeded: product &>> 32)
    )
  }
}

extension NumberTable where Kept == NoValue {
  /// The position of a number, which is added if it is new.
  @inlinable @inline(__always) package mutating func insert(_ number: UInt64) -> (position: Int, isNew: Bool) {
    insert(number, NoValue())
  }
}

/// What is kept of numbers that are only to be told apart.
@usableFromInline package struct NoValue: BitwiseCopyable {
  @inlinable package init() {}
}

public import CTabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers in memory that grows where it stands.
///
/// An `Array` that grows is copied, so that for a moment there are two; a table of eight million cases cannot afford
/// that. An index is checked in release builds, too: nothing is read or written at or above `count`. What is used for each
/// cell of a file can be inlined elsewhere, since a call for each would take longer than what it does.
@usableFromInline package struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline package internal(set) var count = 0
  @usableFromInline var capacity = 0
  @usableFromInline var base: UnsafeMutablePointer<Element>?

  @inlinable package init() {}

  /// Makes a buffer of zeros: fresh memory holds them already, and need not be written.
  @usableFromInline package init(zeros count: Int) where Element: FixedWidthInteger {
    guard let zeros = calloc(count, MemoryLayout<Element>.stride) else {
      fatalError("there is not enough memory for \(count) numbers")
    }
    base = zeros.assumingMemoryBound(to: Element.self)
    (self.count, capacity) = (count, count)
    useLargePages()
  }

  deinit { free(base) }

  /// An element; the index must be below `count`.
  @inlinable package subscript(index: Int) -> Element {
    @inline(__always) get { place(index).pointee }
    @inline(__always) mutating set { place(index).pointee = newValue }
    @inline(__always) _modify { yield &place(index).pointee }
  }

  /// The address of an element.
  ///
  /// One comparison is enough: a negative index is a very large one without its sign. Where there is an element, there is
  /// memory.
  @inlinable @inline(__always) func place(_ index: Int) -> UnsafeMutablePointer<Element> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no element stands there")
    return base.unsafelyUnwrapped + index
  }

  /// Lends the elements.
  @inlinable @inline(__always) package func withElements<Result>(_ body: (Span<Element>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: base, count: count).span)
  }

  /// Takes another length, with equal elements throughout.
  @inlinable package mutating func reset(to element: Element, count newCount: Int) {
    reserve(newCount)
    base?.update(repeating: element, count: newCount)
    count = newCount
  }

  /// Takes the elements of an array in the place of its own.
  @inlinable package mutating func copy(_ elements: [Element]) {
    reserve(elements.count)
    elements.withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { base?.update(from: first, count: elements.count) }
    }
    count = elements.count
  }

  /// Adds an element behind the others.
  @inlinable @inline(__always) package mutating func append(_ element: Element) {
    if count == capacity { reserve(max(64, capacity + capacity / 2)) }
    base.unsafelyUnwrapped.advanced(by: count).initialize(to: element)
    count += 1
  }

  /// Prefetches an element, which will be looked at soon.
  @inlinable @inline(__always) package func prefetch(_ index: Int) { netmaps_prefetch(place(index)) }

  /// Takes a greater length, with equal elements behind those that it has.
  @inlinable package mutating func extend(with element: Element, to newCount: Int) {
    precondition(newCount >= count, "elements are only added")
    reserve(newCount)
    base?.advanced(by: count).initialize(repeating: element, count: newCount - count)
    count = newCount
  }

  /// Forgets the elements, and keeps their room.
  @inlinable package mutating func removeAll() { count = 0 }

  /// Makes room for a number of elements; memory that is not used yet costs nothing.
  @usableFromInline package mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let (size, isTooLarge) = wanted.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !isTooLarge, let grown = realloc(base, size) else {
      fatalError("there is not enough memory for \(wanted) numbers")
    }
    base = grown.assumingMemoryBound(to: Element.self)
    capacity = wanted
    useLargePages()
  }

  /// Big tables are looked into everywhere: large pages spare the processor most of the looking up of addresses.
  private func useLargePages() {
    #if canImport(Glibc)
      let size = capacity * MemoryLayout<Element>.stride
      guard size >= 1 << 22 else { return }
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      let address = Int(bitPattern: base)
      let start = (address + page - 1) / page * page
      madvise(UnsafeMutableRawPointer(bitPattern: start), address + size - start, MADV_HUGEPAGE)
    #endif
  }
}

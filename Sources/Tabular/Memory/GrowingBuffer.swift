import CTabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers in memory that grows where it stands.
///
/// An `Array` that grows is copied, so that for a moment there are two; a table of eight million cases cannot afford
/// that. Unsafe inside, checked at its edge in debug builds: nothing is read at or above `count`.
package struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  package private(set) var count = 0
  private var capacity = 0
  private var base: UnsafeMutablePointer<Element>?

  package init() {}

  /// Makes a buffer of zeros: fresh memory holds them already, and need not be written.
  package init(zeros count: Int) where Element: FixedWidthInteger {
    guard let zeros = calloc(count, MemoryLayout<Element>.stride) else {
      fatalError("there is not enough memory for \(count) cases")
    }
    base = zeros.assumingMemoryBound(to: Element.self)
    (self.count, capacity) = (count, count)
    useLargePages()
  }

  deinit { free(base) }

  /// An element; the index must be below `count`.
  package subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base.unsafelyUnwrapped[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base.unsafelyUnwrapped[index] = newValue
    }
  }

  /// The elements of a range, which must lie below `count`.
  @inline(__always) package func withElements<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result)
    -> Result
  {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: base, count: count)[range]))
  }

  /// Changes an element where it stands.
  @inline(__always) package func update(_ index: Int, _ change: (inout Element) -> Void) {
    assert(index >= 0 && index < count)
    change(&base.unsafelyUnwrapped[index])
  }

  /// Takes another length, with equal elements throughout.
  package mutating func reset(to element: Element, count newCount: Int) {
    reserve(newCount)
    base?.update(repeating: element, count: newCount)
    count = newCount
  }

  /// Takes the elements of an array in the place of its own.
  package mutating func copy(_ elements: [Element]) {
    reserve(elements.count)
    elements.withUnsafeBufferPointer { elements in
      if let first = elements.baseAddress { base?.update(from: first, count: elements.count) }
    }
    count = elements.count
  }

  @inline(__always) package mutating func append(_ element: Element) {
    if count == capacity { reserve(max(64, capacity + capacity / 2)) }
    base.unsafelyUnwrapped.advanced(by: count).initialize(to: element)
    count += 1
  }

  /// Lets memory fetch an element, which will be looked at soon.
  @inline(__always) package func fetch(_ index: Int) {
    assert(index >= 0 && index < count)
    netmaps_fetch(base.unsafelyUnwrapped + index)
  }

  /// Takes a greater length, with equal elements behind those that it has.
  package mutating func extend(with element: Element, to newCount: Int) {
    reserve(newCount)
    base?.advanced(by: count).initialize(repeating: element, count: newCount - count)
    count = newCount
  }

  /// Forgets the elements, and keeps their room.
  package mutating func removeAll() { count = 0 }

  /// Makes room for a number of elements; memory that is not used yet costs nothing.
  package mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    guard let grown = realloc(base, wanted * MemoryLayout<Element>.stride) else {
      fatalError("there is not enough memory for \(wanted) cases")
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

extension Span<UInt8> {
  /// The number that the bytes from a place on are, in the order of the machine; they must all be there.
  @inlinable @inline(__always) package func number<Number: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Number.Type = Number.self
  ) -> Number {
    // The load itself sees that the bytes are there, and whatever they are is a number.
    bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self)
  }

  /// The text that the bytes say, with marks of damage in the place of what is not UTF-8.
  package var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

import CZlib

/// Expands data that were deflated (RFC 1951), part by part.
final class Inflater {
  /// The data are not what deflating makes.
  struct Damage: Error {}

  /// zlib keeps the address of this, so that it may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether all has come.
  private(set) var isAtEnd = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Raw data, without the header of zlib.
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      fatalError("there is not enough memory to expand an archive")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Expands as much as there is room for.
  /// - Returns: how many bytes of the input were used, and how many came of them.
  func expand(
    _ input: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(Damage) -> (used: Int, made: Int) {
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let status = inflate(stream, Z_NO_FLUSH)
    isAtEnd = status == Z_STREAM_END
    let (used, made) = (input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
    guard isAtEnd || status == Z_OK, isAtEnd || used + made > 0 else { throw Damage() }
    return (used, made)
  }
}

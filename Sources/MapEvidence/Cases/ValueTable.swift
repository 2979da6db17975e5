/// The different values of a column, numbered from 0 in the order of their first coming.
///
/// A value is compared as bytes and becomes a `String` once, when it is new.
struct ValueTable: ~Copyable {
  private var digests = NumberTable()
  /// Where each value stands in the arena.
  private var starts: [Int] = [0]
  private var arena: [UInt8] = []

  init() {}

  var count: Int { digests.count }

  /// The number of a value.
  @inline(__always) mutating func insert(_ bytes: UnsafeRawBufferPointer) -> (value: Int, isNew: Bool) {
    var digest = ByteDigest.of(bytes)
    while true {
      let (value, isNew) = digests.insert(digest)
      if isNew {
        arena += bytes
        starts.append(arena.count)
        return (value, true)
      }
      if isEqual(value, bytes) { return (value, false) }
      // Another value has the same digest: the next one is tried.
      digest = digest &+ 1
    }
  }

  @inline(__always) private func isEqual(_ value: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let (start, end) = (starts[value], starts[value + 1])
    guard end - start == bytes.count else { return false }
    return arena.withUnsafeBytes { known in
      var position = 0
      while position + 8 <= bytes.count {
        let word = known.loadUnaligned(fromByteOffset: start + position, as: UInt64.self)
        if word != bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) { return false }
        position += 8
      }
      while position < bytes.count {
        if known[start + position] != bytes[position] { return false }
        position += 1
      }
      return true
    }
  }
}

/// A file read part by part from its start to its end, once, so that its size does not matter.
package struct FileChunks: ~Copyable {
  /// A file that cannot be opened or read.
  package struct Unreadable: Error {}

  /// The file on disk, which this keeps open; `nil` if all was in memory from the start.
  private let file: OpenFile?
  /// What is in memory and has not been given yet; `nil` while the rest is on disk.
  private var ahead: ArraySlice<UInt8>?
  /// What has been read so far, if its digest is wanted.
  private var hash: SHA256?
  /// How many bytes the file has.
  package let size: Int

  /// Opens a file.
  ///
  /// Nothing but a file is opened: a pipe could keep its reader waiting, and a device need not end.
  /// - Parameter takesDigest: whether ``digest()`` is to be asked for.
  package init(_ source: ByteSource, takesDigest: Bool = false) throws(Unreadable) {
    hash = takesDigest ? SHA256() : nil
    switch source {
    case .memory(let bytes):
      file = nil
      (size, ahead) = (bytes.count, bytes[...])
      hash?.add(bytes[...])
    case .disk(let path):
      do { file = try OpenFile(path) } catch { throw Unreadable() }
      size = file?.size ?? 0
    }
  }

  /// The next bytes; none at the end of the file.
  /// - Parameter rest: bytes that are to stand before them, so that nobody needs to put both together.
  package mutating func next(_ count: Int, behind rest: ArraySlice<UInt8> = []) throws(Unreadable) -> [UInt8] {
    if let left = ahead {
      ahead = left.dropFirst(count)
      return Array(rest) + left.prefix(count)
    }
    guard let file else { return Array(rest) }
    var isRead = true
    let size = rest.count + count
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, length in
      length = buffer.initialize(fromContentsOf: rest)
      do { length += try file.read(.init(rebasing: buffer[length...])) } catch { isRead = false }
    }
    guard isRead else { throw Unreadable() }
    hash?.add(bytes[rest.count...])
    return bytes
  }

  /// Reads what is left into memory, to be looked at before it is given.
  package mutating func readAhead() throws(Unreadable) -> ArraySlice<UInt8> {
    if let ahead { return ahead }
    var bytes: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      // One more than there should be, which shows the end.
      let more = try next(max(size - bytes.count, 0) + 1)
      isAtEnd = more.count <= max(size - bytes.count, 0)
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    ahead = bytes[...]
    return bytes[...]
  }

  /// The SHA-256 digest of the whole file, in hexadecimal digits; `nil` if it was not asked for.
  ///
  /// What has not been given yet is passed over.
  package mutating func digest() throws(Unreadable) -> String? {
    guard hash != nil else { return nil }
    while ahead == nil, try !next(1 << 18).isEmpty {}
    return hash?.digest().hexadecimal
  }

  /// All bytes of a file, and their digest if it is asked for.
  package static func all(
    of source: ByteSource, takesDigest: Bool
  ) throws(Unreadable) -> (bytes: [UInt8], digest: String?) {
    var file = try FileChunks(source, takesDigest: takesDigest)
    let bytes = try file.readAhead()
    return (Array(bytes), try file.digest())
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file read part by part, so that its size does not matter.
package struct FileChunks: ~Copyable {
  /// A file that cannot be opened or read.
  package struct Unreadable: Error {}

  private let descriptor: Int32
  /// How many bytes the file has.
  package let size: Int

  /// Opens a file.
  package init(_ path: String) throws(Unreadable) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0 else { throw Unreadable() }
    // A folder can be opened, and not read.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Unreadable()
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next bytes; none at the end of the file.
  /// - Parameter rest: bytes that are to stand before them, so that nobody needs to put both together.
  package mutating func next(_ count: Int, behind rest: ArraySlice<UInt8> = []) throws(Unreadable) -> [UInt8] {
    var isRead = true
    let size = rest.count + count
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, length in
      length = buffer.initialize(fromContentsOf: rest)
      while length < size, let base = buffer.baseAddress {
        let got = read(descriptor, base + length, size - length)
        if got < 0, errno == EINTR { continue }
        if got < 0 { isRead = false }
        if got <= 0 { break }
        length += got
      }
    }
    guard isRead else { throw Unreadable() }
    return bytes
  }
}

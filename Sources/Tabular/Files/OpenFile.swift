#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open for reading, until nobody holds it.
final class OpenFile: Sendable {
  /// A file that cannot be opened or read.
  struct Unreadable: Error {}

  private let descriptor: Int32
  let size: Int

  /// Opens a file.
  ///
  /// Nothing but a file is opened: a pipe could keep its reader waiting, and a device need not end.
  init(_ path: String) throws(Unreadable) {
    guard ByteSource.disk(path: path).standing == .file else { throw Unreadable() }
    // Something else may have come to stand there since: a pipe does then not wait for its other end.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard descriptor >= 0 else { throw Unreadable() }
    guard fstat(descriptor, &status) == 0, ByteSource.Standing(mode: status.st_mode) == .file else {
      close(descriptor)
      throw Unreadable()
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads bytes until a buffer is full or the file ends.
  /// - Parameter place: from where; `nil` to go on where the last such reading ended.
  /// - Returns: how many bytes were read.
  func read(_ buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int? = nil) throws(Unreadable) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var length = 0
    while length < buffer.count {
      let (target, rest) = (base + length, buffer.count - length)
      let got =
        if let place { pread(descriptor, target, rest, off_t(place + length)) } else {
          systemRead(descriptor, target, rest)
        }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw Unreadable() }
      if got == 0 { break }
      length += got
    }
    return length
  }
}

/// `read` of the system, whose name the method has.
private func systemRead(_ descriptor: Int32, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, target, count)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output for results, standard error for problems and progress.
enum Console {
  /// Writes a result.
  static func print(_ text: String) { write(Array(text.utf8), to: 1) }

  /// Writes a result that need not be text.
  static func print(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes a problem, with a line break at its end.
  static func report(_ text: String) {
    write(Array((text.hasSuffix("\n") || text.isEmpty ? text : text + "\n").utf8), to: 2)
  }

  /// Shows what is going on, on a terminal only; the next progress replaces it, an empty one clears it.
  static func progress(_ text: String) {
    if isatty(2) == 1 { write(Array("\u{1B}[2K\r\(text)".utf8), to: 2) }
  }

  /// Writes all bytes; if nobody can take them, such as on a full disk, the tool ends with a message.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    let isWritten = unsafe bytes.withUnsafeBytes { bytes in
      var rest = unsafe bytes
      while unsafe !rest.isEmpty, let start = rest.baseAddress {
        #if canImport(Glibc)
          let count = unsafe Glibc.write(descriptor, start, rest.count)
        #else
          let count = unsafe Darwin.write(descriptor, start, rest.count)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
    guard !isWritten else { return }
    if descriptor == 1 { report("netmap: the output cannot be written; is the disk full?") }
    exit(1)
  }
}

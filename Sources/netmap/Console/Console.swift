import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output for results, standard error for problems and progress.
///
/// All that is printed goes through here. Words are made inert (``Documents/TerminalText/inert(_:)``), so that nothing
/// that a map, a file's name or an argument holds steers the terminal; data for other programs stay as they are, unless
/// they are shown on a terminal.
enum Console {
  /// Writes words for people.
  static func print(_ text: String) { write(TerminalText.inert(text), to: 1) }

  /// Whether results are shown on a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }

  /// Writes data, such as CSV or JSON.
  static func print(data: String) { print(data: Array(data.utf8)) }

  /// Writes data, which need not be text.
  static func print(data: [UInt8]) {
    if isTerminal { print(String(decoding: data, as: UTF8.self)) } else { write(data, to: 1) }
  }

  /// Writes a problem, with a line break at its end.
  static func report(_ text: String) {
    write(TerminalText.inert(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"), to: 2)
  }

  /// Writes what stands beside a table of data, as far as there is anything: what of the evidence counts, what is withheld.
  static func report(notes: String...) { for note in notes where !note.isEmpty { report(note) } }

  /// Shows what is going on, on a terminal only; the next progress replaces it, an empty one clears it.
  static func progress(_ text: String) {
    if isatty(2) == 1 { write("\u{1B}[2K\r\(TerminalText.escaped(text))", to: 2) }
  }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

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

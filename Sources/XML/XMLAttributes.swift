#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The attributes of an element while it is told of; afterwards there are none.
@safe package final class XMLAttributes {
  /// Names and values by turns, up to a null, as expat keeps them during a call.
  var list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  private let keepsPrefixes: Bool

  init(keepsPrefixes: Bool) { self.keepsPrefixes = keepsPrefixes }

  /// Tells of each name and its value, in UTF-8, in their order.
  package func forEach(_ body: (_ name: Span<UInt8>, _ value: Span<UInt8>) -> Void) {
    var place = 0
    while let list = unsafe list, let name = unsafe list[place], let value = unsafe list[place + 1] {
      body(
        unsafe Self.bytes(name, keepsPrefix: keepsPrefixes).span, unsafe Self.bytes(value, keepsPrefix: true).span)
      place += 2
    }
  }

  /// The value of an attribute, if the element has it.
  package subscript(name: String) -> String? {
    var found: String?
    forEach { if found == nil, $0.isEqual(to: name) { found = $1.string } }
    return found
  }

  /// The bytes of a text of C, without its prefix if it has one that is not to be kept.
  static func bytes(_ text: UnsafePointer<CChar>, keepsPrefix: Bool) -> UnsafeBufferPointer<UInt8> {
    let length = unsafe strlen(text)
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: length).bindMemory(to: UInt8.self)
    guard !keepsPrefix, let colon = unsafe bytes.firstIndex(of: UInt8(ascii: ":")) else { return unsafe bytes }
    return unsafe UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a text.
  @inlinable package func isEqual(to text: String) -> Bool {
    guard text.utf8.count == count else { return false }
    var place = 0
    for byte in text.utf8 {
      if byte != self[place] { return false }
      place += 1
    }
    return true
  }

  /// The text that the bytes say, with marks of damage in the place of what is not UTF-8.
  package var string: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
}

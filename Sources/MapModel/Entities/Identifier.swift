/// A short, stable name of an entity, typed so that an actor's cannot be taken for an area's.
///
/// Identifiers are written into file names, DOT, SVG and addresses; they consist of the letters a to z,
/// digits, `-` and `_`, and start with a letter or a digit.
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The identifier as text.
  public let rawValue: String

  /// Makes an identifier if the text is well formed: 1 to 64 characters of a-z, A-Z, 0-9, `-` and `_`.
  public init?(_ text: String) {
    guard Self.isWellFormed(text) else { return nil }
    rawValue = text
  }

  /// Makes an identifier of a text, such as one that a program was given.
  ///
  /// With a literal, `ID("...")` means the initializer of literals, which takes only well-formed ones.
  /// - Throws: ``MapError`` if the text is not well formed.
  public init(validating text: String) throws(MapError) {
    guard Self.isWellFormed(text) else {
      throw MapError(kind: .malformed(kind: "\(Entity.self)", text: text))
    }
    rawValue = text
  }

  /// Makes an identifier from a literal, which must be well formed.
  public init(stringLiteral text: String) {
    precondition(Self.isWellFormed(text), "\"\(text)\" is not a well-formed identifier")
    rawValue = text
  }

  /// The identifier as text.
  public var description: String { rawValue }

  /// Orders identifiers by their text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  private static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return isAlphanumeric(first)
      && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }
}

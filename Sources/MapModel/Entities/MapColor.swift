/// A colour of red, green and blue.
public struct MapColor: Sendable, Hashable, CustomStringConvertible {
  /// The red part, 0 to 255.
  public let red: UInt8
  /// The green part, 0 to 255.
  public let green: UInt8
  /// The blue part, 0 to 255.
  public let blue: UInt8

  /// Reads a colour written as `#rrggbb`; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }), let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(rgb: value)
  }

  /// Makes a colour from `0xrrggbb`.
  public init(rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// The colour as `#rrggbb`.
  public var description: String {
    let hex = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - hex.count) + hex
  }
}

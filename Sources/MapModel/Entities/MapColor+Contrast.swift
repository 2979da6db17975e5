#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(CRT)
  import CRT
#endif

extension MapColor {
  /// White.
  public static let white = MapColor(rgb: 0xFFFFFF)
  /// The colour of text in figures: the almost black of UK government pages.
  public static let text = MapColor(rgb: 0x0B0C0C)

  /// The relative luminance, 0 for black to 1 for white, as WCAG 2.2 defines it.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast with another colour, from 1 to 21, as WCAG 2.2 defines it.
  public func contrast(with other: MapColor) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }
}

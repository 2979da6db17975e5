package import MapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Palette {
  /// Colours of what is on one of two sides only, the best first: all have a contrast of 4.5:1 on paper, so that signs in
  /// them can be read, and differ from what is missing and from lines without a side.
  package static let sides = [
    MapColor(rgb: 0x0033CC), MapColor(rgb: 0xD1006C), MapColor(rgb: 0x0B7D00), MapColor(rgb: 0x5A1FD1),
    MapColor(rgb: 0x8A5A00), MapColor(rgb: 0x1256A0), MapColor(rgb: 0x4A7A00), MapColor(rgb: 0x00703C),
  ]

  /// How far apart two colours are that are told apart in thin lines, in Oklab; 0.02 is just noticed in large patches.
  package static let visibleDifference = 0.1

  /// The first two colours of sides that differ from all given outlines, and still more from each other; where there are
  /// no such two, those that come nearest to it.
  /// - Parameter ground: the colour behind, with which they have a contrast of 3:1 (WCAG 2.2, 1.4.11).
  /// - Complexity: O(n), where n is the number of outlines.
  package static func sides(besides outlines: [MapColor], on ground: MapColor = paper) -> (MapColor, MapColor) {
    func distance(_ color: MapColor) -> Double { outlines.map(color.difference).min() ?? .infinity }
    let seen = sides.filter { $0.contrast(with: ground) >= 3 }
    let known = (seen.count > 1 ? seen : sides).map { (color: $0, distance: distance($0)) }
    // Sorting keeps the order of what differs enough.
    let best = known.enumerated().sorted { one, other in
      let (near, far) = (
        min(one.element.distance, visibleDifference), min(other.element.distance, visibleDifference)
      )
      return near == far ? one.offset < other.offset : near > far
    }.map(\.element.color)
    let second = best.dropFirst().first { color in
      color.difference(from: best[0]) >= 2 * visibleDifference
        && ColorVision.allCases.allSatisfy {
          color.difference(from: best[0], seenWith: $0) >= MapColor.leastDifference
        }
    }
    return (best[0], second ?? best[1])
  }
}

extension MapColor {
  /// The distance from another colour in Oklab, where equal distances look about equal: 0 for the same colour, 1 between
  /// black and white (Ottosson 2020, A perceptual color space for image processing).
  package func difference(from other: MapColor) -> Double {
    zip(oklab, other.oklab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var oklab: [Double] {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (linear(red), linear(green), linear(blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return [
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
  }
}

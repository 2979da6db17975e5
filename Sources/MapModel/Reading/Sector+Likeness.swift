/// Two sectors of nearly one colour.
package struct SectorLikeness: Sendable, Hashable {
  /// The sector that comes first in the legend.
  package var first: Sector
  /// The other.
  package var second: Sector
  /// To which eyes they look nearly alike.
  package var visions: [ColorVision]
}

extension Sector {
  /// More sectors than this are not told apart by pale fills and dark outlines.
  package static let mostToldApart = 16

  /// The pairs of sectors of which neither the fills nor the outlines can be told apart.
  /// - Complexity: O(n²), where n is the number of sectors, of which the first hundred are looked at.
  package static func likenesses(among sectors: [Sector]) -> [SectorLikeness] {
    let seen = sectors.prefix(100).map { sector in
      ColorVision.allCases.map { (LabColor(sector.fill, seenWith: $0), LabColor(sector.outline, seenWith: $0)) }
    }
    var found: [SectorLikeness] = []
    for (second, colors) in seen.enumerated() {
      for first in 0..<second {
        let visions = zip(ColorVision.allCases, zip(seen[first], colors)).compactMap { vision, pair -> ColorVision? in
          let difference = max(pair.0.0.difference(from: pair.1.0), pair.0.1.difference(from: pair.1.1))
          return difference < MapColor.leastDifference ? vision : nil
        }
        if visions.isEmpty { continue }
        found.append(SectorLikeness(first: sectors[first], second: sectors[second], visions: visions))
      }
    }
    return found
  }
}

/// A pale fill with a dark outline, in which a sector is drawn.
///
/// They start from the palette of the Government Analysis Function. Of any two, fills or outlines are at least a CIEDE2000 of
/// 10 apart, also as they are seen with protanopia, deuteranopia and tritanopia.
package struct SectorColors: Sendable, Hashable {
  package let fill: MapColor
  package let outline: MapColor

  private init(_ fill: UInt32, _ outline: UInt32) {
    (self.fill, self.outline) = (MapColor(rgb: fill), MapColor(rgb: outline))
  }

  package static let navy = Self(0xD5E9FA, 0x204264)
  package static let teal = Self(0xD8ECE8, 0x407863)
  package static let orange = Self(0xE0CBC4, 0xC43E0C)
  package static let purple = Self(0xEFDEE9, 0x714CA4)
  package static let plum = Self(0xE9C6CB, 0x821B59)
  package static let grey = Self(0xD7DEE0, 0x413936)
  package static let blue = Self(0xB1D9FD, 0x0C6BB3)
  package static let yellow = Self(0xF4E2AF, 0x7E6218)
  package static let olive = Self(0xF0F7D9, 0x3E4806)
  package static let red = Self(0xE7CAD4, 0x88020C)
  package static let brown = Self(0xD1C2AE, 0x5E3F17)
  package static let green = Self(0xDEFEE5, 0x516D35)
  /// For what has no sector of its own.
  package static let white = Self(0xFFFFFF, 0x505A5F)

  /// All but white, in the order in which sectors get them.
  package static let all = [
    navy, teal, orange, purple, plum, grey, blue, yellow, olive, red, brown, green,
  ]
}

extension Sector {
  /// A sector in colours of this package.
  package init(_ id: ID, name: String, colors: SectorColors) {
    self.init(id, name: name, fill: colors.fill, outline: colors.outline)
  }
}

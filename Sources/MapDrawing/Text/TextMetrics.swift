/// How wide text is, from our own table rather than the fonts of a machine.
///
/// A figure's places hang on the size of its labels. Fonts differ between machines, so widths are taken from one
/// table: the advances of DejaVu Sans, which is wider than the other faces that may stand in for it. A label
/// therefore fits its shape everywhere, and the same map has the same layout everywhere.
enum TextMetrics {
  /// The height of a line, as a multiple of the font size.
  static let lineHeight = 1.18

  /// The advances of U+0020 to U+007E, in thousandths of the font size.
  private static let advances: [Double] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
  ]

  /// The width of a text on one line, in points.
  ///
  /// What is drawn as one sign is the sum of its parts: a mark adds nothing to its letter, and pictures that are joined
  /// are as wide as all of them, since a face that does not know the whole draws them side by side.
  /// - Complexity: O(n), where n is the length of the text.
  static func width(of text: some StringProtocol, fontSize: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * fontSize / 1000
  }

  private static func advance(of scalar: Unicode.Scalar) -> Double {
    if (0x20...0x7E).contains(scalar.value) { return advances[Int(scalar.value) - 0x20] }
    if let known = LetterWidths.advance(of: scalar.value) { return known }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    // Letters of other faces, and the boxes that stand for what no face has, are hardly ever wider than their height.
    switch scalar.value {
    case 0x1160...0x11FF: return 0  // the vowels and last consonants of Korean syllables
    case 0x0180..<0x0590, 0x1E00...0x1FFF: return scalar.properties.isLowercase ? 750 : 900
    case 0x2000..<0x2E80, 0x1F000...0x1FFFF: return 1300
    default: return 1150
    }
  }
}

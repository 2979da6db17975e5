extension String {
  /// The text as it can be shown on one line of a terminal: line breaks become spaces, and what would steer the
  /// terminal or turn the direction of writing is left out.
  package var visibleOnOneLine: String {
    // Most texts are plain, and looking at their bytes tells.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

import Graphviz
public import MapModel
import MapReports

/// How names are drawn in figures, as far as it is not as they are written.
public enum FigureNames {
  /// What is wrong with the name of an actor where it is drawn: that it has to be shortened, or that no typeface of this
  /// computer has its signs.
  /// - Complexity: O(n), where n is the length of the name.
  public static func faults(of name: String) -> [NameFault] {
    // Most names stand on one line, and a map can have a hundred thousand.
    let isPlain = name.utf8.count < 100 && name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, TextMetrics.width(of: name, fontSize: fontSize) <= width { return [] }
    var faults: [NameFault] = []
    let label = WrappedLabel(name, ending: "", fontSize: fontSize, width: width)
    if label.isShortened {
      faults.append(
        NameFault(
          code: .longName,
          message: "\(name.quotedInMessage) is too long for figures, which show as much of it as fits and an ellipsis;"
            + " give the actor a shorter name for figures: `short:`"))
    }
    if let missing = missingGlyph(in: name) {
      let face = typeface(for: missing)
      let advice =
        face.map { "install one that has it, such as \($0), or give the actor a name in other letters: `short:`" }
        ?? "give the actor a name without it: `short:`"
      let code = "U+" + String(missing.value, radix: 16, uppercase: true)
      faults.append(
        NameFault(
          code: .missingGlyph,
          message:
            "No typeface of this computer has the sign \(code) of \(name.quotedInMessage), so that figures show a"
            + " box in its place; \(advice)",
          cause:
            "No typeface of this computer has signs of these names, so that figures show boxes in their place; \(advice)"
        ))
    }
    return faults
  }

  /// The same of all names that a figure shows, each in a sentence without a full stop.
  static func faults(in content: FigureContent) -> [String] {
    content.actors.flatMap { actor in
      faults(of: content.labels[actor.id] ?? actor.shortName).map { "actor \(actor.id): \($0.message)" }
    }
  }

  private static let fontSize = FigureStyle().metrics.fontSize
  private static let width = FigureStyle().labelWidth

  /// The first sign of a text that no installed typeface has.
  private static func missingGlyph(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.prefix(WrappedLabel.longest).first { scalar in
      // What stands in our table is in DejaVu Sans, and in every typeface that may stand in for it.
      if scalar.isASCII || LetterWidths.advance(of: scalar.value) != nil { return false }
      if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace { return false }
      return InstalledFonts.have(scalar) == false
    }
  }

  /// A typeface that has a sign; `nil` for signs that none can be named for.
  private static func typeface(for scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .control, .surrogate: return nil
    default: break
    }
    return scripts.last { $0.start <= scalar.value }?.typeface
  }

  /// Typefaces by the first character of the scripts that they are for, in the order of Unicode.
  private static let scripts: [(start: UInt32, typeface: String)] = [
    (0x00A0, "Noto Sans"), (0x0530, "Noto Sans Armenian"), (0x0590, "Noto Sans Hebrew"), (0x0600, "Noto Sans Arabic"),
    (0x0700, "Noto Sans Syriac"), (0x0750, "Noto Sans Arabic"), (0x0780, "Noto Sans Thaana"),
    (0x07C0, "Noto Sans NKo"), (0x0800, "Noto Sans Arabic"), (0x0900, "Noto Sans Devanagari"),
    (0x0980, "Noto Sans Bengali"), (0x0A00, "Noto Sans Gurmukhi"), (0x0A80, "Noto Sans Gujarati"),
    (0x0B00, "Noto Sans Oriya"), (0x0B80, "Noto Sans Tamil"), (0x0C00, "Noto Sans Telugu"),
    (0x0C80, "Noto Sans Kannada"), (0x0D00, "Noto Sans Malayalam"), (0x0D80, "Noto Sans Sinhala"),
    (0x0E00, "Noto Sans Thai"), (0x0E80, "Noto Sans Lao"), (0x0F00, "Noto Serif Tibetan"),
    (0x1000, "Noto Sans Myanmar"), (0x10A0, "Noto Sans Georgian"), (0x1100, "Noto Sans CJK"),
    (0x1200, "Noto Sans Ethiopic"), (0x13A0, "Noto Sans Cherokee"), (0x1400, "Noto Sans Canadian Aboriginal"),
    (0x1680, "Noto Sans"), (0x1780, "Noto Sans Khmer"), (0x1800, "Noto Sans Mongolian"), (0x18B0, "Noto Sans"),
    (0x2190, "Noto Sans Symbols 2"), (0x2E80, "Noto Sans CJK"), (0xA500, "Noto Sans"), (0xAC00, "Noto Sans CJK"),
    (0xD7B0, "Noto Sans CJK"), (0xF900, "Noto Sans CJK"), (0xFB00, "Noto Sans"), (0xFB1D, "Noto Sans Hebrew"),
    (0xFB50, "Noto Sans Arabic"), (0xFE30, "Noto Sans CJK"), (0xFE70, "Noto Sans Arabic"), (0xFF00, "Noto Sans CJK"),
    (0x10000, "Noto Sans"), (0x1F000, "Noto Color Emoji"), (0x20000, "Noto Sans CJK"), (0x40000, "Noto Sans"),
  ]
}

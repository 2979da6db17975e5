import Tabular

/// Texts as cells of a workbook can hold them.
enum WorkbookText {
  /// The text without what no workbook can hold; what is longer than a cell ends with an ellipsis.
  static func cell(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...:
        length += scalar.value > 0xFFFF ? 2 : 1
        if length > mostLetters {
          scalars.append("\u{2026}")
          return String(scalars)
        }
        scalars.append(scalar)
      default: break
      }
    }
    return String(scalars)
  }

  /// The most letters of a cell, as UTF-16 counts them, but for one.
  private static let mostLetters = 32_766

  static func text(_ text: String) -> WorkbookSheet.Cell { text.isEmpty ? .empty : .text(cell(text)) }

  static func cell(_ value: ExportedValue) -> WorkbookSheet.Cell {
    switch value {
    case .text(let text): self.text(text)
    case .whole(let number): .whole(number)
    case .decimal(let number): number.isFinite ? .decimal(number) : .text("\(number)")
    case .flag(let flag): .text(flag ? "yes" : "no")
    }
  }
}

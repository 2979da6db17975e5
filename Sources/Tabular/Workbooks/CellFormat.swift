import XML

/// How a cell shows its number, as far as it changes what the number means.
enum CellFormat: Sendable, Hashable {
  /// The number itself.
  case number
  /// A date, perhaps with a time.
  case date
  /// A time of day; numbers from 1 on have a date that does not show.
  case time
  /// A length of time, which can have more than 24 hours.
  case duration
  /// A whole number with zeros before it, such as an id of five digits.
  case digits(Int)

  /// The formats of a workbook's styles, in their order.
  static func list(of styles: XMLTree) -> [CellFormat] {
    var codes: [Int: CellFormat] = [:]
    for format in styles.first("numFmts")?.elements("numFmt") ?? [] {
      if let id = format["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = CellFormat(code: format["formatCode"] ?? "")
      }
    }
    return styles.first("cellXfs")?.elements("xf").map { style in
      let id = style["numFmtId"].flatMap { Int($0) } ?? 0
      return codes[id] ?? CellFormat(builtIn: id)
    } ?? []
  }

  /// A format that every workbook has (ECMA-376, part 1, 18.8.30); those from 27 to 36 and 50 to 58 are dates of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32...33, 45, 47: self = .time
    case 46: self = .duration
    default: self = .number
    }
  }

  /// A format that is written out: what stands for parts of a date or a time is letters outside quotation marks.
  init(code: String) {
    var (letters, zeros, isOnlyZeros): (Set<Character>, Int, Bool) = ([], 0, true)
    var isElapsed = false
    var rest = code.lowercased()[...]
    // The first part is that of numbers above zero.
    scan: while let character = rest.popFirst() {
      switch character {
      case ";": break scan
      case "\"":
        isOnlyZeros = false
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*":
        isOnlyZeros = false
        _ = rest.popFirst()
      case "[":
        // A colour, a language, a condition, or hours, minutes or seconds that do not start again.
        let content = rest.prefix { $0 != "]" }
        if !content.isEmpty, content.allSatisfy({ $0 == content.first }), "hms".contains(content.first ?? " ") {
          isElapsed = true
        }
        rest = rest.dropFirst(content.count + 1)
      case "0": zeros += 1
      default:
        isOnlyZeros = false
        letters.insert(character)
      }
    }
    let hasDate = letters.contains("y") || letters.contains("d")
    let hasTime = letters.contains("h") || letters.contains("s")
    if isElapsed {
      self = .duration
    } else if code.lowercased() == "general" || zeros > 0 && !hasDate && !hasTime {
      self = isOnlyZeros && zeros > 1 ? .digits(zeros) : .number
    } else if hasDate || letters.contains("m") && !hasTime {
      self = .date
    } else {
      self = hasTime ? .time : .number
    }
  }
}

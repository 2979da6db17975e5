/// Writes what cells hold as text.
enum CellText {
  // MARK: Numbers

  /// Appends a number as Excel shows it where there is room: at most 15 digits, and no exponent if it can be without.
  ///
  /// Ids that spreadsheets take for numbers so stay what they are.
  /// - Parameter digits: how many digits a whole number has at least.
  /// - Returns: whether it is a number.
  static func append(number text: Span<UInt8>, digits: Int = 0, to bytes: inout [UInt8]) -> Bool {
    if appendPlain(text, digits, &bytes) { return true }
    guard let number = Double(text.text), number.isFinite else { return false }
    let decimal = Decimal(number)
    if digits > 0, decimal.isWhole, !decimal.isNegative {
      for _ in decimal.digits.count + decimal.zeros..<max(digits, decimal.digits.count + decimal.zeros) {
        bytes.append(UInt8(ascii: "0"))
      }
    }
    decimal.write(to: &bytes)
    return true
  }

  /// Most numbers are written with few digits and no exponent, and then stay as they are, but for zeros that say nothing.
  private static func appendPlain(_ text: Span<UInt8>, _ least: Int, _ bytes: inout [UInt8]) -> Bool {
    var (start, point, digits, end) = (0, -1, 0, text.count)
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { start = 1 }
    for place in start..<max(start, end) {
      let byte = text[place]
      if byte &- 48 < 10 {
        digits += 1
      } else if byte == UInt8(ascii: "."), point < 0, place > start {
        point = place
      } else {
        return false
      }
    }
    guard digits > 0, digits <= 15 else { return false }
    if point >= 0 {
      while text[end - 1] == UInt8(ascii: "0") { end -= 1 }
      if end - 1 == point { (end, point) = (point, -1) }
    }
    let wholeEnd = point < 0 ? end : point
    while start + 1 < wholeEnd, text[start] == UInt8(ascii: "0") { start += 1 }
    let isZero = end - start == 1 && text[start] == UInt8(ascii: "0")
    if isNegative, !isZero { bytes.append(UInt8(ascii: "-")) }
    if point < 0, !isNegative, least > end - start {
      for _ in 0..<(least - (end - start)) { bytes.append(UInt8(ascii: "0")) }
    }
    for place in start..<end { bytes.append(text[place]) }
    return true
  }

  /// A number by its decimal digits, of which it has at most 15.
  private struct Decimal {
    let isNegative: Bool
    /// From the first that is not 0 to the last.
    var digits: [UInt8] = []
    /// Where the point stands behind the first digit.
    var point = 0

    /// How many zeros follow the digits before the point.
    var zeros: Int { max(0, point - digits.count) }
    var isWhole: Bool { point >= digits.count }

    init(_ number: Double) {
      isNegative = number < 0
      // The shortest digits that give the number back: `1.25`, `1e-07`, `3.0`.
      var exponent = 0
      var (isBehindPoint, isStarted) = (false, false)
      let parts = number.magnitude.description.split(separator: "e")
      if parts.count > 1 { exponent = Int(parts[1]) ?? 0 }
      for byte in parts[0].utf8 {
        guard byte != UInt8(ascii: ".") else {
          isBehindPoint = true
          continue
        }
        if byte != 48 { isStarted = true }
        if isStarted { digits.append(byte) }
        if isBehindPoint, !isStarted { point -= 1 }
        if !isBehindPoint, isStarted { point += 1 }
      }
      point += exponent
      roundTo15Digits()
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { (digits, point) = ([48], 1) }
    }

    private mutating func roundTo15Digits() {
      guard digits.count > 15 else { return }
      let isUp = digits[15] >= 53
      digits.removeSubrange(15...)
      guard isUp else { return }
      var place = digits.count - 1
      while place >= 0, digits[place] == 57 {
        digits[place] = 48
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(49, at: 0)
        point += 1
      }
    }

    func write(to bytes: inout [UInt8]) {
      if isNegative, digits != [48] { bytes.append(UInt8(ascii: "-")) }
      if point > 21 || point < -9 {
        bytes.append(digits[0])
        if digits.count > 1 { bytes += [UInt8(ascii: ".")] + digits.dropFirst() }
        bytes += Array("E\(point > 0 ? "+" : "")\(point - 1)".utf8)
      } else if point <= 0 {
        bytes += Array("0.".utf8) + [UInt8](repeating: 48, count: -point) + digits
      } else if isWhole {
        bytes += digits + [UInt8](repeating: 48, count: zeros)
      } else {
        bytes += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
      }
    }
  }

  // MARK: Dates and times

  /// Appends a number of days as a date, `2026-11-28`, with the time if it is not midnight.
  ///
  /// Excel's calendar of 1900 has a 29 February that never was, as the program had that it followed; it stands there as
  /// Excel shows it.
  /// - Returns: whether there is such a date; Excel shows `####` otherwise.
  static func append(days: Double, startsIn1904: Bool, to bytes: inout [UInt8]) -> Bool {
    // Half a second is far more than what is lost by writing a time as part of a day.
    let seconds = (days * 86_400).rounded()
    guard days >= 0, seconds < 2_958_466 * 86_400 else { return false }
    let (day, second) = (Int(seconds) / 86_400, Int(seconds) % 86_400)
    if startsIn1904 {
      append(civil: day - 24_107, to: &bytes)
    } else if day == 60 || day == 0 {
      bytes += Array((day == 60 ? "1900-02-29" : "1900-01-00").utf8)
    } else {
      append(civil: day - (day > 60 ? 25_569 : 25_568), to: &bytes)
    }
    if second > 0 {
      bytes.append(UInt8(ascii: "T"))
      append(time: second, to: &bytes)
    }
    return true
  }

  /// Appends hours, minutes and seconds: `14:30:00`.
  static func append(time seconds: Int, to bytes: inout [UInt8]) {
    let hours = seconds / 3600
    if hours > 99 { bytes += Array(String(hours).utf8) } else { append(hours, width: 2, to: &bytes) }
    for part in [seconds / 60 % 60, seconds % 60] {
      bytes.append(UInt8(ascii: ":"))
      append(part, width: 2, to: &bytes)
    }
  }

  /// Appends the date of a number of days from 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
  private static func append(civil days: Int, to bytes: inout [UInt8]) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    append(yearOfEra + era * 400 + (month >= 10 ? 1 : 0), width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month < 10 ? month + 3 : month - 9, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(dayOfYear - (153 * month + 2) / 5 + 1, width: 2, to: &bytes)
  }

  private static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var unit = width == 4 ? 1000 : 10
    while unit > 0 {
      bytes.append(UInt8(48 + number / unit % 10))
      unit /= 10
    }
  }

  // MARK: Texts

  /// Whether `_x000D_` or the like stands at a place, as which characters are written that XML cannot hold.
  static func isEscape(_ bytes: [UInt8], at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "_") && place + 7 <= bytes.count && bytes[place + 1] == UInt8(ascii: "x")
      && bytes[place + 6] == UInt8(ascii: "_")
      && bytes[(place + 2)..<(place + 6)].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  /// Turns such characters into what they stand for.
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    guard var place = bytes[start...].indices.first(where: { isEscape(bytes, at: $0) }) else { return }
    let first = place
    var text: [UInt8] = []
    while place < bytes.count {
      if isEscape(bytes, at: place), let scalar = scalar(of: bytes[(place + 2)..<(place + 6)]) {
        text += Array(String(Character(scalar)).utf8)
        place += 7
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    bytes.replaceSubrange(first..., with: text)
  }

  private static func scalar(of digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}

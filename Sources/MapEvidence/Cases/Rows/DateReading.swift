import MapModel
import Tabular

/// How a cell writes a date.
package struct DateReading: Sendable, Hashable {
  /// What is worth knowing of the way a date is written.
  package enum Form: Sendable, Hashable {
    case empty
    case plain
    /// Two numbers that could be day and month either way.
    case ambiguous
    /// Two numbers of which the first can only be the day.
    case dayFirst
    /// Two numbers of which the second can only be the day.
    case monthFirst
    /// A number of days since 1900, as spreadsheets keep dates.
    case serial
    case unreadable
  }

  package var form: Form
  package var date: CalendarDay?
  /// Whether the year has two digits only.
  package var hasShortYear = false

  private static let empty = DateReading(form: .empty)
  private static let unreadable = DateReading(form: .unreadable)

  private init(form: Form, date: CalendarDay? = nil, hasShortYear: Bool = false) {
    (self.form, self.date, self.hasShortYear) = (form, date, hasShortYear)
  }

  /// Reads a cell: ISO 8601, day and month in numbers or in words of English or Welsh, or a serial number; a time behind
  /// the day is left out.
  /// - Parameter isMonthFirst: what a date means that could be either.
  init(_ bytes: Span<UInt8>, isMonthFirst: Bool) {
    if bytes.isEmpty {
      self = .empty
    } else if let iso = Self.iso(bytes) {
      self = iso
    } else {
      self = Self.other(bytes, isMonthFirst: isMonthFirst)
    }
  }

  /// Reads a text.
  package init(_ text: String, isMonthFirst: Bool) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, isMonthFirst: isMonthFirst)
  }

  /// `2024-01-31`, which nearly all dates of most files are.
  @inline(__always) static func iso(_ bytes: Span<UInt8>) -> DateReading? {
    guard bytes.count == 10 else { return nil }
    let date = CalendarDay.iso(bytes, at: 0)
    return date.fault == 0 ? DateReading(form: .plain, date: CalendarDay(number: date.number)) : nil
  }

  private static func other(_ bytes: Span<UInt8>, isMonthFirst: Bool) -> DateReading {
    let text = bytes.text.withoutInvisibleLetters.trimmingWhitespace.lowercased()
    if text.isEmpty { return .empty }
    if let serial = serial(text) { return serial }
    guard var parts = parts(of: text) else { return .unreadable }
    if parts.count > 3, isWeekday(parts[0]) { parts.removeFirst() }
    guard parts.count >= 3 else { return .unreadable }
    // What follows the day is the time; two days are a span.
    if parts.count > 4, parts.dropFirst(3).contains(where: { $0.count > 3 && $0.allSatisfy(\.isNumber) }) {
      return .unreadable
    }
    if parts[0].count == 4, parts[0].allSatisfy(\.isNumber) {
      return date(year: parts[0], month: monthNumber(parts[1]) ?? parts[1], day: parts[2]).map {
        .init(form: .plain, date: $0)
      } ?? .unreadable
    }
    let third = parts[2]
    let hasShortYear = third.count == 2
    if hasShortYear, parts.dropFirst(3).contains(where: { $0.allSatisfy(\.isNumber) }) { return .unreadable }
    let year = hasShortYear ? "20" + third : third
    guard third.count == 4 || hasShortYear else { return .unreadable }
    // 31 January, or January 31, which is as plain.
    for (month, day) in [(parts[1], parts[0]), (parts[0], parts[1])] {
      guard let month = monthNumber(month) else { continue }
      return date(year: year, month: month, day: day)
        .map { .init(form: .plain, date: $0, hasShortYear: hasShortYear) } ?? .unreadable
    }
    let asDayFirst = date(year: year, month: parts[1], day: parts[0])
    let asMonthFirst = date(year: year, month: parts[0], day: parts[1])
    switch (asDayFirst, asMonthFirst) {
    case (nil, nil): return .unreadable
    case (let date?, nil): return .init(form: .dayFirst, date: date, hasShortYear: hasShortYear)
    case (nil, let date?): return .init(form: .monthFirst, date: date, hasShortYear: hasShortYear)
    case (let first?, let second?):
      // 5 May is the same either way.
      return .init(
        form: first == second ? .plain : .ambiguous, date: isMonthFirst ? second : first, hasShortYear: hasShortYear)
    }
  }

  /// Excel's days since 1900, from 1927 to 2119: smaller numbers are more likely something else.
  private static func serial(_ text: String) -> DateReading? {
    let whole = text.prefix { $0 != "." }
    guard whole.allSatisfy({ $0.isASCII && $0.isNumber }), text.dropFirst(whole.count + 1).allSatisfy(\.isNumber),
      let number = Int(whole)
    else { return nil }
    if whole.count == 8, text.count == 8 {
      return CalendarDay(year: number / 10000, month: number / 100 % 100, day: number % 100)
        .map { .init(form: .plain, date: $0) } ?? .unreadable
    }
    return 10_000..<80_000 ~= number
      ? .init(form: .serial, date: CalendarDay(daysSince1970: number - 25569)) : .unreadable
  }

  private static func date(year: String, month: String, day: String) -> CalendarDay? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func isWeekday(_ text: String) -> Bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains { text.hasPrefix($0) }
  }

  /// The numbers and words of a date, without a time behind it, the letters behind a number (3rd) and "of"; `nil` if there
  /// are signs that no date has.
  private static func parts(of text: String) -> [String]? {
    var day = text[...]
    // In 31/01/2024 10:30 the time is all from the number before the colon.
    if let colon = day.firstIndex(of: ":") {
      day = day[..<colon]
      let hour = day.reversed().prefix(while: \.isNumber).count
      if hour < 3 { day.removeLast(hour) }
    }
    var parts: [String] = []
    var isOpen = false
    for letter in day {
      guard letter.isLetter || letter.isASCII && letter.isNumber else {
        guard letter.isWhitespace || "/-.,_'*+\u{2019}\u{2010}\u{2011}\u{2013}\u{2044}".contains(letter) else {
          return nil
        }
        isOpen = false
        continue
      }
      if isOpen, let last = parts.last?.last, last.isNumber == letter.isNumber {
        parts[parts.count - 1].append(letter)
      } else {
        parts.append(String(letter))
      }
      isOpen = true
    }
    return parts.filter { !["st", "nd", "rd", "th", "of"].contains($0) }
  }

  private static func monthNumber(_ text: String) -> String? {
    guard text.count >= 3 else { return nil }
    // English, and Welsh.
    let names = [
      ["jan", "ion"], ["feb", "chwe"], ["mar", "maw"], ["apr", "ebr"], ["may", "mai"], ["jun", "meh"], ["jul", "gor"],
      ["aug", "aws"], ["sep", "med"], ["oct", "hyd"], ["nov", "tach"], ["dec", "rhag"],
    ]
    return names.firstIndex { $0.contains(where: text.hasPrefix) }.map { String($0 + 1) }
  }
}

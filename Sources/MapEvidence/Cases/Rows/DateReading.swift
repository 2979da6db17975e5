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

  /// Reads a cell: ISO 8601, day and month in numbers or words, or a serial number; a time behind the day is left out.
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
    let text = bytes.text.trimmingWhitespace.lowercased()
    if text.isEmpty { return .empty }
    if let serial = serial(text) { return serial }
    // What follows a space or a T after a number is the time.
    var parts = text.split { "/-., ".contains($0) }.map(String.init)
    if parts.count > 3, isWeekday(parts[0]) { parts.removeFirst() }
    guard parts.count >= 3 else { return .unreadable }
    let third = String(parts[2].prefix { $0.isASCII && $0.isNumber })
    if parts[0].count == 4, parts[0].allSatisfy(\.isNumber) {
      return date(year: parts[0], month: parts[1], day: third).map { .init(form: .plain, date: $0) } ?? .unreadable
    }
    let hasShortYear = third.count == 2
    let year = hasShortYear ? "20" + third : third
    guard third.count == 4 || hasShortYear else { return .unreadable }
    // 31 January, or January 31, which is as plain.
    for (month, day) in [(parts[1], parts[0]), (parts[0], parts[1])] {
      guard let month = monthNumber(month) else { continue }
      return date(year: year, month: month, day: withoutOrdinal(day))
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

  /// A day without what is behind its number: 3rd, 11th.
  private static func withoutOrdinal(_ day: String) -> String {
    ["st", "nd", "rd", "th"].contains { day.hasSuffix($0) } ? String(day.dropLast(2)) : day
  }

  private static func monthNumber(_ text: String) -> String? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard text.count >= 3, let index = names.firstIndex(where: { text.hasPrefix($0) }) else { return nil }
    return String(index + 1)
  }
}

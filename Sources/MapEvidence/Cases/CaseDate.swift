import Tabular

/// A day of the calendar, kept as one number whose digits are year, month and day: 20240131.
///
/// Days are compared and never counted, so this is all that is needed, and quickly read.
struct CaseDate: Sendable, Hashable, Comparable {
  var number: Int32

  static func < (left: CaseDate, right: CaseDate) -> Bool { left.number < right.number }

  /// The day that is a number of days after 1 January 1970, or before it.
  init(daysSince1970 days: Int) {
    // The years are counted from March, in eras of 400 (H. Hinnant, "chrono-compatible low-level date algorithms", 2013).
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    number = Int32((year * 100 + (month < 10 ? month + 3 : month - 9)) * 100 + dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// Makes a day of the Gregorian calendar; `nil` if there is none such.
  @inline(__always) init?(year: Int, month: Int, day: Int) {
    guard 1...12 ~= month, 1...9999 ~= year, day >= 1, day <= 28 || day <= Self.length(ofMonth: month, year) else {
      return nil
    }
    number = Int32(truncatingIfNeeded: (year * 100 + month) * 100 + day)
  }

  /// A day, if ten bytes are written like `2024-01-31`.
  ///
  /// Nothing is asked on the way, and no branch taken: whether a cell holds a date cannot be foreseen.
  /// - Returns: the day's number, and 0, or something else if the bytes are no such date.
  @inline(__always)
  static func iso(_ bytes: UnsafeRawBufferPointer, at start: Int) -> (number: Int32, fault: UInt64) {
    // The digits are what is left of "0000-00-" and "00"; anything else leaves a high half in some byte.
    let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let last = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt16.self))
    let (head, tail) = (first ^ 0x2D30_302D_3030_3030, UInt64(last ^ 0x3030))
    let headFault = (((head &+ 0x7F06_067F_0606_0606) | head) & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x7000_0070_0000_0000
    let tailFault = ((tail &+ 0x0606) | tail) & 0xF0F0
    // Each digit ten times, and the one behind it: numbers of two digits, each in a byte.
    let pairs = (head & 0x0F_0F00_0F0F_0F0F) &* 10 &+ (head & 0x0F_0F00_0F0F_0F0F) &>> 8
    let year = Int(truncatingIfNeeded: (pairs & 0xFF) &* 100 &+ (pairs &>> 16 & 0xFF))
    let month = Int(truncatingIfNeeded: pairs &>> 40 & 0xFF)
    let day = Int(truncatingIfNeeded: ((tail & 0x0F0F) &* 10 &+ (tail & 0x0F0F) &>> 8) & 0xFF)
    // Months of 31 days are odd up to July, and even then. What is less than 0 has its highest bit set.
    let length = month == 2 ? 28 : 30 &+ ((month &+ month &>> 3) & 1)
    let range = (year &- 1) | (month &- 1) | (12 &- month) | (day &- 1) | (length &- day)
    let fault = headFault | tailFault | UInt64(bitPattern: Int64(range)) &>> 63
    return (Int32(truncatingIfNeeded: (year &* 100 &+ month) &* 100 &+ day), fault)
  }

  /// Makes a day of a number that is known to be one.
  init(number: Int32) { self.number = number }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// How a cell writes a date.
struct CaseDateReading: Sendable, Hashable {
  /// What is worth knowing of the way a date is written.
  enum Form: Sendable, Hashable {
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

  var form: Form
  var date: CaseDate?
  /// Whether the year has two digits only.
  var hasShortYear = false

  private static let empty = CaseDateReading(form: .empty)
  private static let unreadable = CaseDateReading(form: .unreadable)

  private init(form: Form, date: CaseDate? = nil, hasShortYear: Bool = false) {
    (self.form, self.date, self.hasShortYear) = (form, date, hasShortYear)
  }

  /// Reads a cell: ISO 8601, day and month in numbers or words, or a serial number; a time behind the day is left out.
  /// - Parameter isMonthFirst: what a date means that could be either.
  init(_ bytes: UnsafeRawBufferPointer, isMonthFirst: Bool) {
    if bytes.isEmpty {
      self = .empty
    } else if let iso = Self.iso(bytes) {
      self = iso
    } else {
      self = Self.other(bytes, isMonthFirst: isMonthFirst)
    }
  }

  /// `2024-01-31`, which nearly all dates of most files are.
  @inline(__always) static func iso(_ raw: UnsafeRawBufferPointer) -> CaseDateReading? {
    guard raw.count == 10 else { return nil }
    let date = CaseDate.iso(raw, at: 0)
    return date.fault == 0 ? CaseDateReading(form: .plain, date: CaseDate(number: date.number)) : nil
  }

  private static func other(_ bytes: UnsafeRawBufferPointer, isMonthFirst: Bool) -> CaseDateReading {
    let text = String(decoding: bytes, as: UTF8.self).trimmingWhitespace.lowercased()
    if text.isEmpty { return .empty }
    if let serial = serial(text) { return serial }
    // What follows a space or a T after a number is the time.
    let parts = text.split { "/-. ".contains($0) }.map(String.init)
    guard parts.count >= 3 else { return .unreadable }
    let third = String(parts[2].prefix { $0.isASCII && $0.isNumber })
    if parts[0].count == 4 {
      return date(year: parts[0], month: parts[1], day: third).map { .init(form: .plain, date: $0) } ?? .unreadable
    }
    let hasShortYear = third.count == 2
    let year = hasShortYear ? "20" + third : third
    guard third.count == 4 || hasShortYear else { return .unreadable }
    if let month = monthNumber(parts[1]) {
      return date(year: year, month: month, day: parts[0])
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
  private static func serial(_ text: String) -> CaseDateReading? {
    let whole = text.prefix { $0 != "." }
    guard whole.allSatisfy({ $0.isASCII && $0.isNumber }), text.dropFirst(whole.count + 1).allSatisfy(\.isNumber),
      let number = Int(whole)
    else { return nil }
    if whole.count == 8, text.count == 8 {
      return CaseDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
        .map { .init(form: .plain, date: $0) } ?? .unreadable
    }
    return 10_000..<80_000 ~= number
      ? .init(form: .serial, date: CaseDate(daysSince1970: number - 25569)) : .unreadable
  }

  private static func date(year: String, month: String, day: String) -> CaseDate? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CaseDate(year: year, month: month, day: day)
  }

  private static func monthNumber(_ text: String) -> String? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard text.count >= 3, let index = names.firstIndex(where: { text.hasPrefix($0) }) else { return nil }
    return String(index + 1)
  }
}

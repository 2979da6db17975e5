import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable, Hashable, Comparable {
  /// The day as a number whose digits are year, month and day: 20240131. Days are compared and never counted, so this is
  /// all that is needed, and quickly read.
  package let number: Int32

  /// The day that the clock shows, in Coordinated Universal Time.
  public static var today: CalendarDay { CalendarDay(daysSince1970: time(nil) / 86_400) }

  /// Whether one day is before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

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

  /// Makes a day of the years 1 to 9999; `nil` if there is none such.
  @inline(__always) public init?(year: Int, month: Int, day: Int) {
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
  static func iso(_ bytes: Span<UInt8>, at start: Int) -> (number: Int32, fault: UInt64) {
    // The digits are what is left of "0000-00-" and "00"; anything else leaves a high half in some byte.
    let first = UInt64(littleEndian: bytes.number(at: start))
    let last = UInt16(littleEndian: bytes.number(at: start &+ 8))
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

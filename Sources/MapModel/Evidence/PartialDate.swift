/// A year, a month or a day of the Gregorian calendar: as much of a date as is known (ISO 8601, reduced precision).
public struct PartialDate: Sendable, Hashable, CustomStringConvertible {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1; `nil` if only the year is known.
  public let month: Int?
  /// The day of the month, from 1; `nil` if it is not known.
  public let day: Int?

  /// Makes a date; `nil` if the calendar has none such, or a day has no month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard 1...9999 ~= year else { return nil }
    if let month {
      guard 1...12 ~= month else { return nil }
      if let day, !(1...Self.length(ofMonth: month, year) ~= day) { return nil }
    } else if day != nil {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads a date that is written like `2024`, `2024-03` or `2024-03-31`; `nil` of anything else, and of a date that the
  /// calendar does not have.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard let year = numbers.first else { return nil }
    self.init(year: year, month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
  }

  /// The date as it is read.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }).joined(separator: "-")
  }

  /// Its first day, as a number whose digits are year, month and day: days are compared and never counted.
  package var firstDay: Int { (year * 100 + (month ?? 1)) * 100 + (day ?? 1) }

  /// Its last day, as such a number.
  package var lastDay: Int {
    (year * 100 + (month ?? 12)) * 100 + (day ?? Self.length(ofMonth: month ?? 12, year))
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

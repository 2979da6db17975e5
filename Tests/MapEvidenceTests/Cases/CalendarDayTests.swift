import Testing

@testable import MapEvidence

struct CalendarDayTests {
  private func read(_ text: String, isMonthFirst: Bool = false) -> DateReading {
    DateReading(text, isMonthFirst: isMonthFirst)
  }

  /// Days since 1970 by Python's `datetime.date.toordinal`.
  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 2, 29, 11016), (2024, 12, 31, 20088), (1900, 3, 1, -25508), (2100, 2, 28, 47540),
    (1969, 12, 31, -1),
  ])
  func `counts days`(year: Int, month: Int, day: Int, days: Int) {
    #expect(CalendarDay(daysSince1970: days) == CalendarDay(year: year, month: month, day: day))
  }

  @Test func `knows which days there are`() {
    #expect(CalendarDay(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2024, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: 2024, month: 4, day: 31) == nil)
  }

  @Test(arguments: [
    "2024-01-11", "11/01/2024", "11.1.2024", "11-Jan-2024", "11 January 2024", "2024/01/11", "20240111",
    "2024-01-11 09:30:00", "2024-01-11T09:30", " 11/01/2024 ", "11/01/2024 00:00",
    "Jan 11, 2024", "January 11th, 2024 09:30", "11th January 2024", "Thu 11 Jan 2024", "Thursday, 11 January 2024",
    // SAS writes DATE9; Windows puts marks of the direction of writing into dates that are copied.
    "11JAN2024", "11JAN2024:09:30:00", "2024-Jan-11", "11th of January 2024", "11 Jan '24",
    "\u{200E}11/\u{200E}01/\u{200E}2024",
    "11\u{2013}01\u{2013}2024", "11/01/2024*", "2024-01-11T09:30:00+00:00", "2024-01-11Z", "11/01/2024 0930",
    "11/01/2024 09.30", "11 Ionawr 2024", "11 Ion 2024",
    // Excel's serial number of the day, by formats of spreadsheets.
    "45302", "45302.5",
  ])
  func `reads one day however it is written`(text: String) {
    #expect(read(text).date == CalendarDay(year: 2024, month: 1, day: 11))
  }

  @Test(arguments: [
    ("", DateReading.Form.empty), ("  ", .empty), ("2024-01-31", .plain), ("05/05/2024", .plain),
    ("03/04/2024", .ambiguous), ("31/01/2024", .dayFirst), ("01/31/2024", .monthFirst), ("45302", .serial),
    ("31/31/2024", .unreadable), ("soon", .unreadable), ("2024", .unreadable), ("2024-02-30", .unreadable),
    ("99999999", .unreadable), ("1/2", .unreadable),
    // A time is no year, and a span no day.
    ("11/01 10:30", .unreadable), ("11 Jan 10:30:00", .unreadable), ("01/02/2024-03/02/2024", .unreadable),
    ("01/02-03/02/2024", .unreadable), ("01/02/24 - 03/02/24", .unreadable), ("<11/01/2024", .unreadable),
    ("11-13/01/2024", .unreadable), ("\u{FFFD}/\u{FFFD}/2024", .unreadable),
  ])
  func `says how a date is written`(text: String, form: DateReading.Form) {
    #expect(read(text).form == form)
  }

  @Test func `reads what could be either as it is told to`() {
    #expect(read("03/04/2024").date == CalendarDay(year: 2024, month: 4, day: 3))
    #expect(read("03/04/2024", isMonthFirst: true).date == CalendarDay(year: 2024, month: 3, day: 4))
    #expect(read("31/01/2024", isMonthFirst: true).date == CalendarDay(year: 2024, month: 1, day: 31))
  }

  /// The months by the Welsh Government's list of them.
  @Test(
    arguments: [
      "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
      "Rhagfyr",
    ].enumerated().map { ($0 + 1, $1) })
  func `knows the months of Welsh`(month: Int, name: String) {
    #expect(read("3 \(name) 2024").date == CalendarDay(year: 2024, month: month, day: 3))
  }

  @Test func `notices years of two digits`() {
    #expect(read("11/01/24").hasShortYear)
    #expect(read("11/01/24").date == CalendarDay(year: 2024, month: 1, day: 11))
    #expect(!read("11/01/2024").hasShortYear)
  }

  @Test(arguments: [0, 1, 1899, 1900, 2000, 2023, 2024, 9999])
  func `reads dates at once, or not at all`(year: Int) {
    func digits(_ number: Int, _ count: Int) -> String {
      String(String(repeating: "0", count: count) + String(number)).suffix(count).description
    }
    for month in 0...99 {
      for day in 0...99 {
        let text = Array("\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))".utf8)
        let date = CalendarDay.iso(text.span, at: 0)
        let expected = CalendarDay(year: year, month: month, day: day)
        // The last day of February in leap years is left to those who know leap years.
        if month == 2, day == 29 { #expect(date.fault != 0) } else { #expect((date.fault == 0) == (expected != nil)) }
        if date.fault == 0 { #expect(date.number == expected?.number) }
      }
    }
  }

  @Test func `knows that a byte does not belong to a date`() {
    let text = Array("2024-01-31".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max where byte != text[place] {
        var other = text
        other[place] = byte
        let isFine = CalendarDay.iso(other.span, at: 0).fault == 0
        let isDate = CalendarDay(iso: String(decoding: other, as: UTF8.self)) != nil
        #expect(isFine == isDate, "\(byte) at \(place)")
      }
    }
  }
}

extension CalendarDay {
  /// Reads a date as simply as can be.
  fileprivate init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }) else {
      return nil
    }
    self.init(year: Int(parts[0]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[2]) ?? 0)
  }
}

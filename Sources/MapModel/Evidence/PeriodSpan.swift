/// The stretch of time that the name of a period means, as far as the name tells.
///
/// Names come from other people's files: `2024`, `2024/25`, `Q1 2024`, `Jan to Mar 2024`, `to June 2025`, `Years 2-3`. A day
/// alone, such as `30 June 2024`, is that until which was counted.
/// Of two names that can be read, it can be said whether the one contains the other and whether they are apart.
package struct PeriodSpan: Sendable, Hashable {
  /// What is counted: days of the calendar, or numbers of a unit of the programme's own, such as `year` or `wave`.
  package var scale: String
  /// The first day, or number; the least there is if the period begins with the programme.
  package var first: Int
  /// The last day, or number.
  package var last: Int

  /// Reads a period's name; `nil` if it does not tell its time.
  package init?(_ name: String) {
    var reading = Reading(name)
    guard let span = reading.span() else { return nil }
    self = span
  }

  fileprivate init(_ scale: String, _ first: Int, _ last: Int) {
    (self.scale, self.first, self.last) = (scale, first, last)
  }

  /// A number for a day, as if each month had 31.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int { (12 * year + month) * 31 + day - 1 }

  fileprivate static func year(ofDay day: Int) -> Int { (day / 31 - 1) / 12 }

  /// Months, which are counted on from year to year.
  fileprivate static func months(_ first: Int, _ last: Int) -> PeriodSpan {
    PeriodSpan(Self.calendar, day(0, first, 1), day(0, last, 31))
  }

  fileprivate static let calendar = "calendar"

  /// The number of a month, from 1, that a word names.
  static func month(_ word: String) -> Int? {
    guard word.count <= 9, word != "mark" else { return nil }
    return Self.monthNames.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Whether all of another period lies in it.
  package func contains(_ other: PeriodSpan) -> Bool {
    scale == other.scale && first <= other.first && other.last <= last
  }

  /// Whether it has no time in common with another period, as far as that is known.
  package func isApart(from other: PeriodSpan) -> Bool {
    scale == other.scale && (last < other.first || other.last < first)
  }
}

/// Reads a name from left to right.
private struct Reading {
  private let words: [PeriodWords.Word]
  private var place = 0

  init(_ name: String) { words = PeriodWords(name).words }

  private static let untilWords: Set<String> = [
    "by", "up", "cumulative", "cumulatively", "since", "ytd", "start", "launch", "baseline", "beginning", "inception",
  ]
  /// The first and last month of a season's term.
  private static let seasons: [String: (Int, Int)] = [
    "autumn": (9, 12), "fall": (9, 12), "spring": (1, 3), "summer": (4, 8), "winter": (12, 14),
  ]
  private static let units: Set<String> = ["month", "week", "quarter", "half", "year", "term"]

  /// The whole name as a span.
  mutating func span() -> PeriodSpan? {
    var isCumulative = false
    while place < words.count {
      if case .word(let word) = words[place], Self.untilWords.contains(word) {
        isCumulative = true
      } else if words[place] == .dash, place + 1 < words.count {
        isCumulative = true
      } else {
        break
      }
      place += 1
    }
    guard let left = end() else { return nil }
    var span = left.span
    isCumulative = isCumulative || left.isCumulative
    if place < words.count, words[place] == .dash || words[place] == .slash {
      place += 1
      guard let right = end(), !right.isCumulative || right.isDay else { return nil }
      guard !left.isCumulative || left.isDay, let joined = join(left, right) else { return nil }
      span = joined
      isCumulative = isCumulative && !left.isDay
    }
    if span == nil, let months = left.part?.months {
      span = PeriodSpan("month-of-year", months.lowerBound, months.upperBound)
    }
    if place + 1 == words.count, case .word(let word) = words[place], Self.untilWords.contains(word) {
      isCumulative = true
      place += 1
    }
    guard place == words.count, var span else { return nil }
    if isCumulative { span.first = .min }
    return span
  }

  /// A part of a year that is not said.
  private struct Part {
    /// Its months, from 1.
    var months: ClosedRange<Int>
    /// How many months each part has if they are numbered, as quarters are.
    var size: Int?

    /// A numbered part.
    init(_ number: Int, size: Int) { (months, self.size) = (size * (number - 1) + 1...size * number, size) }

    init(_ months: ClosedRange<Int>) { self.months = months }
  }

  /// One end of a range: a span, or what becomes one with the year, or the unit, of the other end.
  private struct End {
    var span: PeriodSpan?
    var part: Part?
    /// A number without a unit.
    var number: Int?
    /// The year that was said, and whether it is named by two.
    var year: Int?
    var isSplit = false
    /// Whether it is all that was before, as a day alone or so many months are.
    var isCumulative = false
    var isDay = false
  }

  private mutating func end() -> End? {
    guard place < words.count else { return nil }
    if case .day(let day) = words[place] {
      place += 1
      let span = PeriodSpan(PeriodSpan.calendar, day, day)
      return End(span: span, year: PeriodSpan.year(ofDay: day), isCumulative: true, isDay: true)
    }
    var part = partOfYear()
    if place < words.count, case .number(let number, let digits) = words[place] {
      if let year = year(number, digits, isBehindMonths: part != nil) {
        place += 1
        let isSplit = splitYear(after: year)
        if part == nil { part = partOfYear() ?? (isSplit ? nil : isoMonth().map { Part($0) }) }
        return End(span: dated(year, part, isSplit: isSplit), year: year, isSplit: isSplit)
      }
      guard part == nil else { return nil }
      place += 1
      // The first six months.
      if place < words.count, case .word(let unit) = words[place], Self.units.contains(unit) {
        place += 1
        return End(span: PeriodSpan(unit, .min, number), isCumulative: true)
      }
      return End(number: number)
    }
    if let part { return End(part: part) }
    guard place < words.count, case .word(let word) = words[place] else { return nil }
    let unit = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    place += 1
    guard place < words.count, case .number(let number, let digits) = words[place], digits < 4 else { return nil }
    place += 1
    return End(span: PeriodSpan(unit, number, number))
  }

  /// A number as a year: 2024, and 24 behind months or before 25.
  private func year(_ number: Int, _ digits: Int, isBehindMonths: Bool) -> Int? {
    if digits == 4 { return (1900...2199).contains(number) ? number : nil }
    guard digits == 2 else { return nil }
    if isBehindMonths { return 2000 + number }
    guard place + 2 < words.count, words[place + 1] == .slash, case .number(let next, 2) = words[place + 2] else {
      return nil
    }
    return next == number + 1 ? 2000 + number : nil
  }

  private func dated(_ year: Int, _ part: Part?, isSplit: Bool) -> PeriodSpan {
    guard let part else {
      // A year that is named by two begins in spring or autumn; taken from April, one follows the other.
      let first = 12 * year + (isSplit ? 4 : 1)
      return .months(first, first + 11)
    }
    let months = part.months
    // The first quarter of 2024/25 begins in April; autumn is in 2024, spring in 2025.
    let shift = !isSplit ? 0 : part.size != nil ? 3 : months.lowerBound < 4 ? 12 : 0
    let start = 12 * year + shift
    return .months(start + months.lowerBound, start + months.upperBound)
  }

  /// Whether what follows a year makes it one that is named by two, such as 2024/25; it is then passed.
  private mutating func splitYear(after year: Int) -> Bool {
    guard place + 1 < words.count, words[place] == .slash || words[place] == .dash,
      case .number(let next, let digits) = words[place + 1]
    else { return false }
    let isNext = digits == 2 ? next == (year + 1) % 100 : digits == 4 && next == year + 1 && words[place] == .slash
    // 2011-12 can be a month as well; a year is named so far more often.
    if isNext { place += 2 }
    return isNext
  }

  /// A month as in 2024-03.
  private mutating func isoMonth() -> ClosedRange<Int>? {
    guard place + 1 < words.count, words[place] == .dash, case .number(let month, 2) = words[place + 1],
      (1...12).contains(month)
    else { return nil }
    place += 2
    return month...month
  }

  /// A month, quarter, half or season.
  private mutating func partOfYear() -> Part? {
    guard place < words.count, case .word(let word) = words[place] else { return nil }
    if let month = PeriodSpan.month(word) {
      place += 1
      return Part(month...month)
    }
    if let season = Self.seasons[word] {
      place += 1
      if place < words.count, words[place] == .word("term") { place += 1 }
      return Part(season.0...season.1)
    }
    let parts = ["q": 4, "quarter": 4, "h": 2, "half": 2][word]
    guard let parts, place + 1 < words.count, case .number(let number, 1) = words[place + 1],
      (1...parts).contains(number)
    else { return nil }
    place += 2
    return Part(number, size: 12 / parts)
  }

  /// The span from one end to the other.
  private func join(_ left: End, _ right: End) -> PeriodSpan? {
    if let first = left.span, let last = right.span {
      return first.scale == last.scale && first.first <= last.last
        ? PeriodSpan(first.scale, first.first, last.last) : nil
    }
    if let year = left.year, let first = left.span {
      if let part = right.part { return joined(first, dated(year, part, isSplit: left.isSplit)) }
      // 2023-25.
      if let number = right.number, !left.isSplit, (year % 100 + 1..<100).contains(number) {
        return joined(first, dated(year - year % 100 + number, nil, isSplit: false))
      }
    }
    // Jan to Mar 2024, and Nov to Feb 2025.
    if let part = left.part, let last = right.span, let year = right.year {
      let first = dated(year, part, isSplit: right.isSplit)
      return joined(first, last) ?? joined(dated(year - 1, part, isSplit: right.isSplit), last)
    }
    // Years 2 to 3.
    if let first = left.span, let number = right.number, first.scale != PeriodSpan.calendar, number >= first.first {
      return PeriodSpan(first.scale, first.first, number)
    }
    guard let first = left.part else { return nil }
    // Q1 to Q3, or quarters 1 to 3, of a year that is not said; spring follows autumn.
    let last = right.part ?? first.size.flatMap { size in right.number.map { Part($0, size: size) } }
    guard let last, last.months.upperBound <= 14 else { return nil }
    let shift = first.months.lowerBound > last.months.upperBound ? 12 : 0
    return PeriodSpan("month-of-year", first.months.lowerBound, last.months.upperBound + shift)
  }

  private func joined(_ first: PeriodSpan, _ last: PeriodSpan) -> PeriodSpan? {
    first.first <= last.last ? PeriodSpan(first.scale, first.first, last.last) : nil
  }
}

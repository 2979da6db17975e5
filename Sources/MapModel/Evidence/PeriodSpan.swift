/// The stretch of time that the name of a period means, as far as the name tells.
///
/// Names come from other people's files: `2024`, `2024/25`, `Q1 2024`, `Jan to Mar 2024`, `to June 2025`, `Years 2-3`.
/// Of two names that can be read, it can be said whether the one contains the other and whether they are apart.
package struct PeriodSpan: Sendable, Hashable {
  /// What is counted: months of the calendar, or numbers of a unit of the programme's own, such as `year` or `wave`.
  package var scale: String
  /// The first month, or number; the least there is if the period begins with the programme.
  package var first: Int
  /// The last month, or number.
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

  fileprivate static func months(_ first: Int, _ last: Int) -> PeriodSpan { PeriodSpan(Self.calendar, first, last) }

  fileprivate static let calendar = "month"

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
  private enum Word: Equatable {
    case number(Int, digits: Int)
    case word(String)
    /// What can stand between the ends of a range.
    case dash, slash
  }

  private var words: [Word]
  private var place = 0

  init(_ name: String) {
    var words: [Word] = []
    var letters = ""
    var digits = ""
    func flush() {
      if !letters.isEmpty { words.append(Self.rangeWords.contains(letters) ? .dash : .word(letters)) }
      // A number that no year or wave has is a word.
      if let number = Int(digits), digits.count <= 6 {
        words.append(.number(number, digits: digits.count))
      } else if !digits.isEmpty {
        words.append(.word(digits))
      }
      (letters, digits) = ("", "")
    }
    for character in name.lowercased() {
      if character.isASCII, character.isNumber {
        if !letters.isEmpty { flush() }
        digits.append(character)
      } else if character.isLetter {
        if !digits.isEmpty { flush() }
        letters.append(character)
      } else {
        flush()
        if character == "/" { words.append(.slash) }
        if "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}".contains(character) { words.append(.dash) }
      }
    }
    flush()
    self.words = words.filter { !Self.silent.contains($0) }
  }

  private static let rangeWords: Set<String> = ["to", "until", "till", "through", "and", "bis"]
  private static let silent: [Word] = [
    "the", "of", "end", "month", "fy", "ay", "cy", "in", "from", "academic",
    "financial", "fiscal", "calendar", "school",
  ].map { .word($0) }
  private static let untilWords: Set<String> = ["by", "up", "cumulative", "cumulatively", "since", "ytd", "start"]
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  /// The first and last month of a season's term.
  private static let seasons: [String: (Int, Int)] = [
    "autumn": (9, 12), "fall": (9, 12), "spring": (1, 3), "summer": (4, 8), "winter": (12, 14),
  ]

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
    if place < words.count, words[place] == .dash || words[place] == .slash {
      place += 1
      guard let right = end() else { return nil }
      guard let joined = join(left, right) else { return nil }
      span = joined
    }
    if span == nil, let months = left.months {
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

  /// One end of a range: a span, or what becomes one with the year, or the unit, of the other end.
  private struct End {
    var span: PeriodSpan?
    /// Months of a year that is not said, from 1.
    var months: ClosedRange<Int>?
    /// A number without a unit.
    var number: Int?
    /// The year that was said.
    var year: Int?
  }

  private mutating func end() -> End? {
    guard place < words.count else { return nil }
    var months = monthsOfYear()
    if case .number(let number, let digits) = place < words.count ? words[place] : .dash {
      if digits == 4, (1900...2199).contains(number) {
        place += 1
        let isSplit = splitYear(after: number)
        if months == nil { months = monthsOfYear() ?? (isSplit ? nil : isoMonth()) }
        return dated(number, months, isSplit: isSplit)
      }
      guard months == nil else { return nil }
      place += 1
      return End(number: number)
    }
    if let months { return End(months: months) }
    guard case .word(let word) = words[place] else { return nil }
    let unit = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    place += 1
    guard place < words.count, case .number(let number, let digits) = words[place], digits < 4 else { return nil }
    place += 1
    return End(span: PeriodSpan(unit, number, number))
  }

  private func dated(_ year: Int, _ months: ClosedRange<Int>?, isSplit: Bool) -> End {
    guard let months else {
      // A year that is named by two begins in spring or autumn; taken from April, one follows the other.
      let first = 12 * year + (isSplit ? 4 : 1)
      return End(span: .months(first, first + 11), year: year)
    }
    // Autumn of 2024/25 is in 2024, spring in 2025.
    let shift = isSplit && months.lowerBound < 4 ? 1 : 0
    let start = 12 * (year + shift)
    return End(span: .months(start + months.lowerBound, start + months.upperBound), year: year)
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

  /// A month, quarter, half or season, as months from 1.
  private mutating func monthsOfYear() -> ClosedRange<Int>? {
    guard place < words.count, case .word(let word) = words[place] else { return nil }
    if let month = Self.months.firstIndex(where: { word.hasPrefix($0) }), word.count <= 9, word != "mark" {
      place += 1
      return month + 1...month + 1
    }
    if let season = Self.seasons[word] {
      place += 1
      if place < words.count, words[place] == .word("term") { place += 1 }
      return season.0...season.1
    }
    let parts = ["q": 4, "quarter": 4, "h": 2, "half": 2][word]
    guard let parts, place + 1 < words.count, case .number(let number, 1) = words[place + 1],
      (1...parts).contains(number)
    else { return nil }
    place += 2
    let size = 12 / parts
    return size * (number - 1) + 1...size * number
  }

  /// The span from one end to the other.
  private func join(_ left: End, _ right: End) -> PeriodSpan? {
    if let first = left.span, let last = right.span {
      return first.scale == last.scale && first.first <= last.last
        ? PeriodSpan(first.scale, first.first, last.last) : nil
    }
    // Jan to Mar 2024.
    if let months = left.months, let last = right.span, let year = right.year {
      let first = 12 * year + months.lowerBound
      return first <= last.last ? .months(first, last.last) : nil
    }
    // Years 2 to 3.
    if let first = left.span, let number = right.number, first.scale != PeriodSpan.calendar, number >= first.first {
      return PeriodSpan(first.scale, first.first, number)
    }
    // Q1 to Q3, of a year that is not said.
    if let first = left.months, let last = right.months, first.lowerBound <= last.upperBound {
      return PeriodSpan("month-of-year", first.lowerBound, last.upperBound)
    }
    return nil
  }
}

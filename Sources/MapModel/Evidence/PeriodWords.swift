/// The words of a period's name, in the few forms that tell its time: `1st quarter` is `quarter`, `1`, and `30/06/2024` a day.
struct PeriodWords {
  enum Word: Equatable {
    case number(Int, digits: Int)
    case word(String)
    /// A day, as ``PeriodSpan/day(_:_:_:)`` numbers it.
    case day(Int)
    /// What can stand between the ends of a range.
    case dash, slash

    /// Whether it can number months and years of a programme.
    fileprivate var isSmallNumber: Bool { if case .number(_, 1...3) = self { true } else { false } }

    /// The month of the year that it names.
    fileprivate var month: Int? { if case .word(let text) = self { PeriodSpan.month(text) } else { nil } }
  }

  /// The words, without those that say nothing.
  private(set) var words: [Word] = []

  init(_ name: String) {
    var raw = Self.split(name)
    Self.mend(&raw)
    var place = 0
    while place < raw.count {
      if let (day, length) = Self.day(in: raw[place...]) {
        words.append(.day(day))
        place += length
        continue
      }
      let word = raw[place]
      place += 1
      let next = place < raw.count ? raw[place] : .slash
      switch word {
      case .word(let text) where Self.shortYears.contains(text):
        // FY24 is 2024, and FY24/25 begins then.
        if case .number(let year, 2) = next {
          words.append(.number(2000 + year, digits: 4))
          place += 1
        }
      case .word("month"):
        // Of a programme, not of the calendar.
        if [next, words.last].contains(where: { $0?.isSmallNumber ?? false }) { words.append(word) }
      case .word(let text) where Self.silent.contains(text): break
      case .number(let day, 1...2) where (1...31).contains(day) && next.month != nil:
        // 1 April to 30 June 2024: what is said of the month is enough.
        break
      default: words.append(word)
      }
    }
  }

  private static func split(_ name: String) -> [Word] {
    var words: [Word] = []
    var letters = ""
    var digits = ""
    func flush() {
      if !letters.isEmpty { words.append(rangeWords.contains(letters) ? .dash : .word(letters)) }
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
        if "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}+&".contains(character) { words.append(.dash) }
      }
    }
    flush()
    return words
  }

  /// Writes numbers as numbers, units in the singular, and an ordinal behind what it counts.
  private static func mend(_ words: inout [Word]) {
    for (place, word) in words.enumerated() {
      if case .word(let text) = word, let number = numerals.firstIndex(of: text) {
        words[place] = .number(number + 1, digits: 1)
      }
    }
    var place = 0
    while place < words.count {
      defer { place += 1 }
      let next = place + 1 < words.count ? words[place + 1] : .slash
      if case .number(let number, let digits) = words[place], digits < 3, case .word(let suffix) = next,
        ["st", "nd", "rd", "th"].contains(suffix)
      {
        words.remove(at: place + 1)
        order(number, at: place, in: &words)
      }
      guard case .word(let text) = words[place] else { continue }
      if let unit = units[text] { words[place] = .word(unit) }
      if let number = ordinals.firstIndex(of: text) { order(number + 1, at: place, in: &words) }
      // Year to date, as at.
      if text == "date", place > 0, words[place - 1] == .dash {
        words[place] = .word("cumulative")
        words.remove(at: place - 1)
        place -= 1
        if place > 0, words[place - 1] == .word("year") {
          words.remove(at: place - 1)
          place -= 1
        }
      }
      if text == "as", [.word("at"), .word("of")].contains(next) {
        words[place] = .word("cumulative")
        words.remove(at: place + 1)
      }
    }
  }

  /// Puts an ordinal behind what it counts; that of a month is a day, and `first` of several is no number.
  private static func order(_ number: Int, at place: Int, in words: inout [Word]) {
    words[place] = .number(number, digits: 1)
    guard place + 1 < words.count else { return }
    switch words[place + 1] {
    case .word(let text) where PeriodSpan.month(text) == nil && !silent.contains(text):
      (words[place], words[place + 1]) = (.word(units[text] ?? text), words[place])
    case .number where number == 1: words.remove(at: place)
    default: break
    }
  }

  /// A day at the start of some words, and how many of them it is: `30 June 2024`, `June 30 2024`, `30/06/2024`,
  /// `2024-06-30`.
  private static func day(in words: ArraySlice<Word>) -> (day: Int, length: Int)? {
    func word(_ offset: Int) -> Word? {
      words.startIndex + offset < words.endIndex ? words[words.startIndex + offset] : nil
    }
    func number(_ offset: Int) -> (Int, digits: Int)? {
      if case .number(let number, let digits)? = word(offset) { (number, digits) } else { nil }
    }
    func year(_ offset: Int) -> Int? {
      guard let (year, digits) = number(offset) else { return nil }
      return digits == 2 ? 2000 + year : digits == 4 && (1900...2199).contains(year) ? year : nil
    }
    func made(_ year: Int, _ month: Int, _ day: Int, _ length: Int) -> (day: Int, length: Int)? {
      (1...12).contains(month) && (1...31).contains(day) ? (PeriodSpan.day(year, month, day), length) : nil
    }
    if let (day, digits) = number(0), digits < 3, let month = word(1)?.month, let year = year(2) {
      return made(year, month, day, 3)
    }
    if let month = word(0)?.month, let (day, digits) = number(1), digits < 3, let year = year(2) {
      return made(year, month, day, 3)
    }
    guard words.count >= 5, let first = number(0), let second = number(2), let third = number(4) else { return nil }
    let signs = [word(1), word(3)]
    if signs == [.slash, .slash], first.digits < 3, second.digits < 3, let year = year(4) {
      // The day stands first, unless that cannot be.
      return second.0 > 12 ? made(year, first.0, second.0, 5) : made(year, second.0, first.0, 5)
    }
    return signs == [.dash, .dash] && first.digits == 4 && second.digits == 2 && third.digits == 2
      ? made(first.0, second.0, third.0, 5) : nil
  }

  private static let rangeWords: Set<String> = ["to", "until", "till", "through", "and", "bis"]
  private static let silent: Set<String> = [
    "the", "of", "end", "in", "from", "academic", "financial", "fiscal", "calendar", "school",
  ]
  private static let shortYears: Set<String> = ["fy", "ay", "cy"]
  private static let units = [
    "months": "month", "weeks": "week", "quarters": "quarter", "halves": "half", "years": "year", "terms": "term",
  ]
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
}

import Testing

@testable import MapModel

struct PeriodSpanTests {
  @Test(arguments: [
    ("2024", "Q1 2024"), ("2024", "2024 Q4"), ("2024", "March 2024"), ("2024", "2024-03"), ("2024/25", "Q2 2024"),
    ("2024 to 2025", "2024"), ("2024-2025", "2025"), ("2024", "H1 2024"), ("H1 2024", "Q2 2024"),
    ("Jan to Mar 2024", "Feb 2024"), ("to June 2025", "2024"), ("to June 2025", "to March 2025"),
    ("up to 2025", "2024/25 "), ("Years 1-2", "Year 2"), ("Q1-Q3", "Q2"), ("Terms 1 to 3", "term 2"),
    ("2023/24 to 2024/25", "2024-25"), ("2024/25", "Autumn term 2024"), ("Q1 2024 to Q3 2024", "2024 Q2"),
    ("cumulative to Q3 2024", "Q1 2024"), ("Q3 2024 (cumulative)", "Q3 2024"),
  ])
  func `one period contains another`(_ whole: String, _ part: String) throws {
    let whole = try #require(PeriodSpan(whole))
    let part = try #require(PeriodSpan(part))
    #expect(whole.contains(part))
  }

  @Test(arguments: [
    ("2024", "2025"), ("2023/24", "2024/25"), ("Q1 2024", "Q2 2024"), ("March 2024", "2024-04"), ("Year 1", "year 2"),
    ("Autumn 2024", "Spring 2025"), ("Term 1", "Terms 2-3"),
  ])
  func `two periods are apart`(_ one: String, _ other: String) throws {
    let one = try #require(PeriodSpan(one))
    let other = try #require(PeriodSpan(other))
    #expect(one.isApart(from: other) && other.isApart(from: one))
    #expect(!one.contains(other) && !other.contains(one))
  }

  @Test(arguments: [("2024/25", "2024-25"), ("2024/25", "2024/2025"), ("Q1 2024", "2024 Q1"), ("Mar 2024", "2024-03")])
  func `two spellings mean the same`(_ one: String, _ other: String) throws {
    let span = try #require(PeriodSpan(one))
    #expect(span == PeriodSpan(other))
  }

  @Test(arguments: [
    "", "baseline", "before", "last year", "20245", "Q7 2024", "2024 to", "pupils 2024", "99999999999999999999",
  ])
  func `a name that tells no time is left`(_ name: String) { #expect(PeriodSpan(name) == nil) }
}

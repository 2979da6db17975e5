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
    ("to date September 2024", "to date June 2024"), ("Year to date: Q3", "Year to date: Q2"),
    ("30 September 2024", "30 June 2024"), ("as at 30/09/2024", "as at 30/06/2024"),
    ("by 30 September 2024", "to June 30 2024"), ("1 April 2024 to 30 September 2024", "1st April to 30th June 2024"),
    ("2024-04-01 to 2024-09-30", "2024-04-01 to 2024-06-30"), ("01/04/24 - 30/09/24", "May 2024"),
    ("Apr-Sep 24", "Apr-Jun 24"), ("Apr 24 to Sep 24", "June 2024"), ("2024/25", "Q1 2024/25"),
    ("Q1-Q2 2024/25", "Q1 2024/25"), ("2024/25 Q1 to Q2", "2024/25 Q2"), ("Q1-Q2 24/25", "Q1 24/25"),
    ("Q1 + Q2", "Q1"), ("Quarters 1 and 2", "Quarter 1"), ("First half 2024", "First quarter 2024"),
    ("first half", "second quarter"), ("Year 1 & Year 2", "Year 1"), ("Years one and two", "Year two"),
    ("Autumn and spring terms", "Autumn term"), ("Autumn and spring 2025", "Autumn 2024"),
    ("first 9 months", "first six months"), ("9 months", "6 months"), ("Months 1-9", "Month 6"),
    ("Baseline to month 12", "Baseline to month 6"), ("since launch, September 2024", "Launch to June 2024"),
    ("AY23/24 and AY24/25", "AY24/25"), ("FY24", "Q3 2024"), ("2023-25", "2024"), ("Nov to Feb 2025", "Dec 2024"),
  ])
  func `one period contains another`(_ whole: String, _ part: String) throws {
    let whole = try #require(PeriodSpan(whole))
    let part = try #require(PeriodSpan(part))
    #expect(whole.contains(part))
  }

  @Test(arguments: [
    ("2024", "2025"), ("2023/24", "2024/25"), ("Q1 2024", "Q2 2024"), ("March 2024", "2024-04"), ("Year 1", "year 2"),
    ("Autumn 2024", "Spring 2025"), ("Term 1", "Terms 2-3"),
    ("Q4 2024/25", "Q1 2025/26"), ("1 April to 30 June 2024", "1 July to 30 September 2024"), ("Month 6", "Month 9"),
  ])
  func `two periods are apart`(_ one: String, _ other: String) throws {
    let one = try #require(PeriodSpan(one))
    let other = try #require(PeriodSpan(other))
    #expect(one.isApart(from: other) && other.isApart(from: one))
    #expect(!one.contains(other) && !other.contains(one))
  }

  @Test(arguments: [
    ("2024/25", "2024-25"), ("2024/25", "2024/2025"), ("Q1 2024", "2024 Q1"), ("Mar 2024", "2024-03"),
    ("Q1 2024/25", "April to June 2024"), ("1 April 2024 to 30 June 2024", "2024-04-01 to 2024-06-30"),
    ("30/06/2024", "June 30th 2024"), ("06/30/2024", "30 Jun 24"), ("1st quarter 2024", "Q1 2024"),
  ])
  func `two spellings mean the same`(_ one: String, _ other: String) throws {
    let span = try #require(PeriodSpan(one))
    #expect(span == PeriodSpan(other))
  }

  @Test(arguments: [
    "", "baseline", "before", "last year", "20245", "Q7 2024", "2024 to", "pupils 2024", "99999999999999999999",
    "31/31/2024", "the end", "1/2/3", "year to June 2024", "first and last",
  ])
  func `a name that tells no time is left`(_ name: String) { #expect(PeriodSpan(name) == nil) }
}

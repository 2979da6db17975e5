import MapModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2024", 20_240_101, 20_241_231), ("2024-02", 20_240_201, 20_240_229), ("2023-02", 20_230_201, 20_230_228),
    ("2000-02-29", 20_000_229, 20_000_229), ("2024-11", 20_241_101, 20_241_130), ("0009-07", 90_701, 90_731),
  ])
  func `a date runs from its first day to its last, and is written as it was read`(
    text: String, first: Int, last: Int
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDay == first && date.lastDay == last)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "24", "2024-2", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-00", "0000", "2024-",
    "2024/03", "2024-03-05-01", "-2024", "+024", "2024-03-5", "spring", "２０２４",
  ])
  func `what the calendar does not have is no date`(text: String) { #expect(PartialDate(text) == nil) }

  @Test func `a day needs a month`() { #expect(PartialDate(year: 2024, day: 3) == nil) }
}

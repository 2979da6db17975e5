import Testing

@testable import Documents

struct WordsTests {
  @Test func `lists items, and offers them for choice`() {
    #expect(["a", "b", "c"].asList == "a, b and c" && ["a", "b"].asList == "a and b")
    #expect(["a", "b", "c"].asChoice == "a, b or c")
    #expect(["a"].asList == "a" && [].asList == "")
  }

  @Test func `says a number with its noun`() {
    #expect([0, 1, 2].map { counted($0, "case") } == ["0 cases", "1 case", "2 cases"])
    #expect(counted(1, "half", plural: "halves") == "1 half" && counted(2, "half", plural: "halves") == "2 halves")
  }
}

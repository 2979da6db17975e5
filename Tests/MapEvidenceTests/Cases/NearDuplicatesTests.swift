import Testing

@testable import MapEvidence

struct NearDuplicatesTests {
  @Test(arguments: [
    ("St Mary's Academy", "Saint Marys Academy"), ("Caf\u{E9} School", "Cafe School"), ("Oak & Ash", "Oak and Ash"),
    ("School A ", "School-A"), ("Riverside Primary", "Riverside Primry"), ("Riverside Primary", "Riversdie Primary"),
    ("Riverside Primary", "Riversides Primary"), ("Hillcrest", "Hilcrest"),
  ])
  func `finds names that are probably the same`(first: String, second: String) {
    #expect(NearDuplicates.pairs([first, second], counts: [9, 2]).map { [$0.right, $0.wrong] } == [[0, 1]])
    #expect(NearDuplicates.pairs([first, second], counts: [2, 9]).map { [$0.right, $0.wrong] } == [[1, 0]])
  }

  @Test(arguments: [
    ("School 1", "School 2"), ("Primary 12", "Primary 21"), ("Oak Park", "Elm Park"), ("Abbey", "Abbots"),
    ("GP", "GPs"),
  ])
  func `leaves names alone that differ by more, or by a number`(first: String, second: String) {
    #expect(NearDuplicates.pairs([first, second], counts: [1, 1]).isEmpty)
  }

  @Test func `takes the earlier of two equally common spellings for right`() {
    #expect(
      NearDuplicates.pairs(["Hilcrest", "Hillcrest"], counts: [3, 3]).map { [$0.right, $0.wrong] } == [[0, 1]])
  }
}

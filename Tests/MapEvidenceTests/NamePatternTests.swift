import MapModel
import Testing

@testable import MapEvidence

struct NamePatternTests {
  @Test(arguments: [
    ("GP", "gp", true), ("GP", "GPs", false), ("School*", "school - SENCO", true), ("School *", "Schools", false),
    ("*nurse", "School nurse", true), ("*nurse", "Nurses", false), ("Closed*completed", "closed - all completed", true),
    ("*", "anything", true), ("a*b*c", "abc", true), ("a*b*c", "acb", false), ("a*a", "a", false),
    ("Multi-agency", "multi  agency", true),
  ])
  func `fits names as people mean them`(pattern: String, name: String, fits: Bool) {
    #expect(NamePattern(pattern).matches(folded: NameFolding.folded(name)) == fits)
  }
}

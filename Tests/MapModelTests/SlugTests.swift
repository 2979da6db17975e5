import Testing

@testable import MapModel

struct SlugTests {
  @Test(arguments: [
    ("Holy Trinity, Upper Site", "holy-trinity-upper-site"), ("  a -- b!", "a-b-"), ("\u{C9}cole 2", "cole-2"),
    ("e\u{301}t", "e-t"), ("\u{5E9}", ""), ("", ""),
  ])
  func `keeps plain letters and digits, and separates them`(text: String, slug: String) {
    #expect(text.slug() == slug)
  }

  @Test func `can keep runs, leave characters out and stop`() {
    #expect("a, b".slug(joinsRuns: false) == "a--b")
    #expect("cafe\u{301}s".slug(joinsRuns: false) == "caf-s")
    #expect("st mary's".slug(ignoring: ["'"]) == "st-marys")
    #expect("two words".slug(separator: "_", longest: 5) == "two_w")
  }

  @Test func `counts up until a text is free`() {
    let taken: Set = ["a", "a-2", "a-3"]
    #expect("a".numbered { taken.contains($0) ? nil : $0 } == "a-4")
    #expect("b".numbered("_") { taken.contains($0) ? nil : $0 } == "b")
  }
}

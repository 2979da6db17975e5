import MapModel
import Testing

struct NameIndexTests {
  private static let index: NameIndex<String> = {
    var index = NameIndex<String>()
    for (spelling, id) in [
      ("camhs", "c"), ("Children\u{2019}s Centre", "k"), ("General  practitioners", "g"), ("AP", "a"),
    ] {
      index.add(spelling, for: id)
    }
    return index
  }()

  @Test(arguments: [
    ("CAMHS", "c"), (" camhs ", "c"), ("children's centre", "k"), ("Children\u{2019}s  Centre", "k"),
    ("general practitioners", "g"), ("general-practitioners", "g"), ("General\u{A0}Practitioners", "g"),
  ])
  func `finds a spelling whatever the case and spacing`(spelling: String, id: String) {
    #expect(Self.index[spelling] == id)
  }

  /// Found by libFuzzer: only names without such letters were folded so.
  @Test func `what steers a terminal parts words, beside any letters`() {
    #expect(NameFolding.folded("Cafe\u{8}One\u{7F}two\u{1}") == "cafe one two")
    #expect(NameFolding.folded("Caf\u{E9}\u{8}One\u{7F}two\u{1}") == "caf\u{E9} one two")
    #expect(NameFolding.folded("\u{200B}\u{8}") == "")
  }

  @Test(arguments: [
    ("CAHMS", "camhs"), ("General practitoners", "General  practitioners"), ("Gener", "General  practitioners"),
  ])
  func `suggests the nearest spelling`(spelling: String, suggestion: String) {
    #expect(Self.index.suggestion(for: spelling) == suggestion)
  }

  @Test(arguments: ["", "x", "entirely other", "b"])
  func `suggests nothing far off`(spelling: String) { #expect(Self.index.suggestion(for: spelling) == nil) }

  @Test func `keeps a spelling with its first holder`() {
    var index = Self.index
    #expect(index.add("Camhs", for: "other") == "c")
    #expect(index["camhs"] == "c")
  }
}

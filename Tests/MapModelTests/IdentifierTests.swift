import MapModel
import Testing

struct IdentifierTests {
  @Test(arguments: ["a", "early-help", "A_1", "5-1", String(repeating: "a", count: 64)])
  func `takes words`(text: String) { #expect(Identifier<MapActor>(text)?.rawValue == text) }

  @Test(arguments: ["", "a b", "-a", "é", "a.b", "<script>", "a\"", String(repeating: "a", count: 65)])
  func `refuses everything else`(text: String) { #expect(Identifier<MapActor>(text) == nil) }
}

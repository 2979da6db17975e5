import MapModel
import TestSupport
import Testing

@testable import MapReports

struct FrequencyWordsTests {
  private typealias Said = PlainMaps.Said

  private static func sentences(_ said: [Said], in scope: Scope = .wholeMap) throws -> [String] {
    let map = try PlainMaps.map(
      ["a", "b", "c"], said,
      informants: [InformantGroup("s", name: "Schools"), InformantGroup("m", name: "Mentors")])
    return map.sentences(map.connections(matching: ConnectionQuery(in: scope)), in: scope)
  }

  @Test func `sentences say how often`() throws {
    #expect(
      try Self.sentences([Said("a", "b", frequency: .some), Said("a", "c", frequency: .some)])
        == ["A sometimes works with B and C."])
    #expect(
      try Self.sentences([Said("a", "b", frequency: .rare), Said("a", "c")])
        == ["A rarely works with B.", "A works with C."])
    // In the north it is rare; of the whole map nobody says so.
    let placed = [Said("a", "b", in: ["north"], frequency: .rare), Said("a", "b", in: ["south"])]
    #expect(try Self.sentences(placed) == ["A works with B."])
    #expect(try Self.sentences(placed, in: .area("north")) == ["A rarely works with B."])
  }

  @Test(arguments: [
    (Frequency.common, "refers to", "often refers to"), (.some, "is a key player in", "is sometimes a key player in"),
    (.rare, "are joined up with", "are rarely joined up with"), (.rare, "issues to", "rarely issues to"),
  ])
  func `an adverb stands where English wants it`(frequency: Frequency, verb: String, expected: String) {
    #expect(frequency.modifying(verb) == expected)
  }

  @Test func `groups that differ are named`() throws {
    #expect(
      try Self.sentences([Said("a", "b", in: ["north"], by: ["s"]), Said("a", "b", in: ["north"], .absent, by: ["m"])])
        == ["A works with B: it varies by who is asked: Schools said so, Mentors that there is none."])
    #expect(
      try Self.sentences([Said("a", "b", by: ["s"]), Said("a", "b", .absent, by: ["s"])])
        == ["A works with B: the evidence contradicts itself."])
  }
}

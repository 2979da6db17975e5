import MapModel
import OrderedCollections
import TestSupport
import Testing

struct DisagreementTests {
  private typealias Said = PlainMaps.Said

  private static func map(_ said: [Said], counts: [Count] = []) throws -> (NetworkMap, Connection) {
    var map = try PlainMaps.map(
      ["a", "b"], said,
      informants: ["mentors", "schools", "families"].map { InformantGroup($0, name: $0.rawValue, speaksFor: ["a"]) })
    let id = Connection.ID(from: "a", to: "b", "works")
    try map.merge(Connection(id, counts: counts))
    return (map, try #require(map.connections[id]))
  }

  @Test(
    arguments: [
      // Schools say so, mentors deny it.
      (["schools"], ["mentors"], .variation), (["schools", "families"], ["mentors"], .variation),
      // The same group on both sides, or nobody says who.
      (["mentors"], ["mentors"], .contradiction), (["schools", "mentors"], ["mentors"], .contradiction),
      ([], ["mentors"], .contradiction), (["schools"], [], .contradiction), ([], [], .contradiction),
    ] as [([InformantGroup.ID], [InformantGroup.ID], Disagreement)])
  func `tells groups that differ from a group that contradicts itself`(
    pro: [InformantGroup.ID], contra: [InformantGroup.ID], expected: Disagreement
  ) throws {
    let (map, connection) = try Self.map([
      Said("a", "b", in: ["north"], by: pro), Said("a", "b", in: ["north"], .absent, by: contra),
    ])
    #expect(map.presence(of: connection, in: .area("north")) == .contradicted)
    #expect(map.disagreement(about: connection, in: .area("north")) == expected)
    #expect(map.disagreement(about: connection) == expected)
    #expect(map.disagreement(about: connection, in: .area("south")) == nil)
  }

  @Test func `present in one area and absent in another is neither`() throws {
    let (map, connection) = try Self.map([
      Said("a", "b", in: ["north"], by: ["mentors"]), Said("a", "b", in: ["south"], .absent, by: ["mentors"]),
    ])
    #expect(map.disagreement(about: connection) == nil)
  }

  @Test func `one place at which it is a contradiction makes it one`() throws {
    let varied = [
      Said("a", "b", in: ["north"], by: ["schools"]), Said("a", "b", in: ["north"], .absent, by: ["mentors"]),
    ]
    let contradicted = [
      Said("a", "b", in: ["south"], by: ["mentors"]), Said("a", "b", in: ["south"], .absent, by: ["mentors"]),
    ]
    let (map, connection) = try Self.map(varied + contradicted)
    #expect(map.disagreement(about: connection) == .contradiction)
    #expect(map.disagreement(about: connection, in: .area("north")) == .variation)
  }

  @Test func `a number is nobody's word`() throws {
    let (map, connection) = try Self.map(
      [Said("a", "b", in: ["north"], .absent, by: ["schools"])], counts: [Count(area: "north", value: 12)])
    #expect(map.disagreement(about: connection, in: .area("north")) == .contradiction)
    let (other, denied) = try Self.map(
      [Said("a", "b", in: ["north"], by: ["schools"])], counts: [Count(area: "north", value: 0)])
    #expect(other.disagreement(about: denied, in: .area("north")) == .contradiction)
  }

  @Test func `an unclear statement is on no side`() throws {
    let (map, connection) = try Self.map([
      Said("a", "b", in: ["north"], by: ["schools"]), Said("a", "b", in: ["north"], .absent, by: ["mentors"]),
      Said("a", "b", in: ["north"], .unclear, by: ["mentors"]),
    ])
    #expect(map.disagreement(about: connection, in: .area("north")) == .variation)
    let sides = map.sides(of: connection, in: .area("north"))
    #expect(sides.for == ["schools"] && sides.against == ["mentors"])
  }
}

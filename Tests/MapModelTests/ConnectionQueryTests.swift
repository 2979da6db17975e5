import MapModel
import Testing
import TestSupport

struct ConnectionQueryTests {
  private func answers(_ narrow: (inout ConnectionQuery) -> Void) throws -> [String] {
    var query = ConnectionQuery()
    narrow(&query)
    return try SmallMaps.town().connections(matching: query).map {
      "\($0.connection.source) \($0.connection.relation) \($0.connection.target)"
    }
  }

  @Test func `lists what is on the map in the order of the definition`() throws {
    #expect(
      try answers { _ in } == [
        "council refers-to mentors", "mentors attends meeting", "mentors refers-to clinic",
        "mentors supports children", "clinic attends meeting", "clinic supports children",
      ])
  }

  @Test func `asks by ends`() throws {
    #expect(try answers { $0.targets = ["children"] } == ["mentors supports children", "clinic supports children"])
    #expect(try answers { $0.sources = ["council"] } == ["council refers-to mentors"])
    #expect(try answers { $0.either = ["council"] } == ["council refers-to mentors"])
    #expect(try answers { $0.either = ["children", "clinic"] } == ["clinic supports children"])
  }

  @Test func `asks by relation, family, role, sector and stage`() throws {
    #expect(try answers { $0.relations = ["attends"] }.count == 2)
    #expect(try answers { $0.families = [.support] }.count == 2)
    #expect(try answers { $0.roles = ["programme-support"] }.count == 3)
    #expect(try answers { $0.sectors = ["local-authority"] } == ["council refers-to mentors"])
    #expect(try answers { $0.stages = [.setUp] } == ["council refers-to mentors"])
  }

  @Test func `asks by area`() throws {
    #expect(try answers { $0.scope = .area("south") } == ["mentors attends meeting", "mentors supports children"])
    #expect(
      try answers {
        $0.scope = .area("south")
        $0.presences.insert(.unplaced)
      }.contains("council refers-to mentors"))
    #expect(
      try answers {
        $0.scope = .area("south")
        $0.presences = [.reportedAbsent]
      } == ["clinic supports children"])
  }

  @Test func `finds absences on the whole map and in single areas`() throws {
    let map = try SmallMaps.town()
    let absences = map.absences(matching: ConnectionQuery())
    #expect(
      absences.map(\.connection.id) == [
        .init(from: "council", to: "clinic", "refers-to"), .init(from: "clinic", to: "children", "supports"),
      ])
    #expect(absences.map { map.areasDenying($0.connection) } == [[], ["south"]])
    var north = ConnectionQuery()
    north.scope = .area("north")
    #expect(map.absences(matching: north).isEmpty)
  }
}

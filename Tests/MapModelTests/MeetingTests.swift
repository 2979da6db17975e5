import MapModel
import Testing
import TestSupport

struct MeetingTests {
  @Test func `connects actors that meet in an activity, once for a pair`() throws {
    let meetings = try SmallMaps.town().meetings(matching: ConnectionQuery())
    #expect(meetings.map { [$0.source, $0.target, $0.activity] } == [["mentors", "clinic", "meeting"]])
    #expect(meetings.first?.presence == .said)
  }

  @Test func `starts from the end that is asked for`() throws {
    var query = ConnectionQuery()
    query.sources = ["clinic"]
    #expect(try SmallMaps.town().meetings(matching: query).map(\.source) == ["clinic"])
    query.targets = ["children"]
    #expect(try SmallMaps.town().meetings(matching: query).isEmpty)
  }

  @Test func `needs both actors in the area`() throws {
    var query = ConnectionQuery()
    query.scope = .area("south")
    #expect(try SmallMaps.town().meetings(matching: query).isEmpty)
  }

  @Test func `does not let actors meet that were never in the same place`() throws {
    var map = try SmallMaps.town()
    try map.insert(
      MapActor("nurse", name: "Nurse", role: "delivery", sector: "nhs", stage: .delivery))
    let south = CodedStatement(id: "s", placement: .areas(["south"]))
    try map.merge(Connection(.init(from: "nurse", to: "meeting", "attends"), statements: [south]))
    let pairs = map.meetings(matching: ConnectionQuery()).map { [$0.source, $0.target] }
    #expect(pairs == [["mentors", "clinic"], ["mentors", "nurse"]])
  }
}

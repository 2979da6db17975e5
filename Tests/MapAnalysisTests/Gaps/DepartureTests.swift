import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct DepartureTests {
  @Test func `says what is lost without the mentors`() throws {
    let lost = Departure(of: ["mentors"], from: MapGraph(try SmallMaps.town()))
    #expect(lost.removed == ["mentors"])
    let support = try #require(lost.supports.first)
    #expect(support.beneficiary == "children")
    #expect(support.leaving == ["mentors"])
    // The clinic and the meeting are the largest part that is left; the council is cut off from them.
    #expect(support.remaining == ["clinic"] && support.stranded.isEmpty)
    #expect(lost.cutOff == ["council"])
    // The clinic no longer connects to the local authority.
    #expect(lost.lostSectors.map(\.actor) == ["clinic"])
    #expect(lost.lostSectors.first?.sectors == ["local-authority"])
    #expect(lost.routes == .init(before: 2, after: 0))
  }

  @Test func `loses nothing that nobody needs`() throws {
    let lost = Departure(of: ["meeting"], from: MapGraph(try SmallMaps.town()))
    #expect(lost.cutOff.isEmpty && lost.lostSectors.isEmpty)
    #expect(lost.routes == .init(before: 2, after: 2))
    #expect(lost.supports.first?.remaining == ["mentors", "clinic"])
  }
}

import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

struct ClaimVerdictWordsTests {
  private static func because(
    _ source: MapActor.ID, _ target: MapActor.ID, in extent: Claim.Extent, of map: NetworkMap? = nil
  ) throws -> String? {
    var map = try map ?? SmallMaps.town()
    let condition = Condition.connection(.init(from: [.actor(source)], to: [.actor(target)]))
    map.claims = [Claim("c", words: "Words.", condition: condition, extent: extent)]
    let report = ClaimReport(of: map.published(for: .team))
    return report.verdicts.first.map(report.because)
  }

  @Test func `says where, and places that say the same together`() throws {
    #expect(
      try Self.because("mentors", "meeting", in: .programme) == "Mentors take part in Weekly meeting (said; all areas)")
    #expect(
      try Self.because("mentors", "meeting", in: .everyArea)
        == "in all areas, Mentors take part in Weekly meeting (said)")
    #expect(
      try Self.because("mentors", "meeting", in: .areas(["south"]))
        == "in South, Mentors take part in Weekly meeting (said)")
    #expect(
      try Self.because("mentors", "children", in: .everyArea)
        == "in North, Mentors support Children (said and recorded); in South, Mentors support Children (recorded)")
  }

  @Test func `says that nobody says where, and that there is nowhere to look`() throws {
    #expect(
      try Self.because("council", "mentors", in: .someArea)
        == "Town council refers people to Mentors (said), without an area")
    let empty = try NetworkMap(title: "Empty", relations: SmallMaps.relations, actors: SmallMaps.actors)
    #expect(try Self.because("mentors", "children", in: .everyArea, of: empty) == "the map has no areas")
  }
}

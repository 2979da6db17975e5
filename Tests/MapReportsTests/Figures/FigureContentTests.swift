import MapModel
import TestSupport
import Testing

@testable import MapReports

struct FigureContentTests {
  @Test func `gathers connections between two actors into a line for each family`() throws {
    let content = FigureContent(FigureDefinition.Selection(), of: try SmallMaps.town())
    #expect(content.actors.map(\.id) == ["council", "mentors", "meeting", "clinic", "children"])
    #expect(content.lines.count == 6)
    // A line runs from the actor that comes first on the map, whichever way its connections point.
    #expect(content.lines.filter(\.pointsBackward).map(\.id) == ["line-meeting.clinic.coordination"])
    #expect(content.lines.filter(\.pointsForward).count == 5)
  }

  @Test func `tells what the evidence denies, by the same selection`() throws {
    let map = try SmallMaps.town()
    func denied(_ selection: FigureDefinition.Selection, in scope: Scope = .wholeMap) -> [String] {
      FigureContent(selection, of: map, in: scope).denied.map { map.clause($0.connection.id) }
    }
    #expect(denied(.init()).contains("Town council refers people to Clinic"))
    #expect(denied(.init(families: [.support])) == ["Clinic supports Children"])
    #expect(denied(.init(families: [.support]), in: .area("south")) == ["Clinic supports Children"])
    #expect(denied(.init(actors: ["mentors", "children"])).isEmpty)
  }

  @Test func `selects by family, actor and reference`() throws {
    let map = try SmallMaps.town()
    #expect(FigureContent(.init(families: [.support]), of: map).actors.map(\.id) == ["mentors", "clinic", "children"])
    let chosen = FigureContent(.init(actors: ["council", "clinic"]), of: map)
    #expect(chosen.actors.map(\.id) == ["council", "clinic"])
    #expect(chosen.lines.isEmpty)
    #expect(FigureContent(.init(references: ["chapter 2"]), of: map).lines.count == 2)
  }
}

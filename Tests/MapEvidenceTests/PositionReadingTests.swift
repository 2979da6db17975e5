import MapEvidence
import MapModel
import Testing

struct PositionReadingTests {
  private func read(_ rows: String) -> (positions: [ActorPosition]?, problems: [Problem]) {
    let text = """
      title: M
      actors:
        - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
        - {id: pupils, name: Pupils, role: delivery, sector: school, stage: delivery}
      relations: [{id: meets, family: coordination}]
      figures: [{id: whole, number: "5.1", title: Whole}]
      positions:
      \(rows)
      """
    let reading = MapFolder.read(MapFiles(["map.yaml": text.utf8, "interviews.csv": "from,to,relation\n".utf8]))
    return (reading.map?.positions, reading.problems)
  }

  @Test func `positions are of a figure, by its id or number, or of all`() {
    let found = read(
      """
        - {figure: "5.1", actor: Mentors, x: 12.5, y: 40}
        - {actor: mentors, x: -3, y: 0}
        - {figure: gaps-leeds, actor: pupils, x: 1, y: 2}
      """)
    #expect(
      found.positions == [
        ActorPosition("mentors", x: 12.5, y: 40, in: "whole"), ActorPosition("mentors", x: -3, y: 0),
        ActorPosition("pupils", x: 1, y: 2, in: "gaps-leeds"),
      ])
    #expect(found.positions?.places(in: "whole")["mentors"]?.x == 12.5)
    #expect(found.positions?.places(in: "other")["mentors"]?.x == -3)
  }

  @Test(arguments: [
    ("{actor: mentor, x: 1, y: 2}", "did you mean"), ("{actor: mentors, x: 1}", "y"),
    ("{actor: mentors, x: 1, y: nan}", "number of mm"), ("{actor: mentors, x: 1e9, y: 1}", "number of mm"),
    ("{actor: mentors, x: 1, y: 2mm}", "without the unit"), ("{figure: 9, actor: mentors, x: 1, y: 2}", "no figure"),
  ])
  func `what cannot be used is told with its line`(row: String, words: String) {
    let found = read("  - \(row)")
    #expect(found.problems.contains { $0.message.contains(words) && $0.line == 8 }, "\(found.problems)")
    #expect(found.positions?.isEmpty ?? true)
  }

  @Test func `an actor has one position in a figure`() {
    let found = read("  - {actor: mentors, x: 1, y: 2}\n  - {actor: Mentors, x: 5, y: 2}")
    #expect(found.problems.map(\.line) == [9])
  }
}

import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct CrispSetTests {
  @Test func `is 1 where it is certain, 0 where it is known to be missing, and empty otherwise`() throws {
    let table = CrispSet(try ComparedMaps.areas(), of: .connections)
    #expect(table.cases.map(\.id) == ["north", "south"])
    #expect(
      table.conditions.map(\.name) == [
        "mentors_attends_meeting", "mentors_refers_to_clinic", "mentors_supports_children", "clinic_attends_meeting",
        "clinic_supports_children",
      ])
    #expect(table.conditions.map(\.values) == [[1, 1], [1, nil], [1, 1], [1, nil], [1, 0]])
    #expect(table.conditions.first?.subject == .connection(.init(from: "mentors", to: "meeting", "attends")))
    #expect(table.outcomes.isEmpty)
  }

  @Test func `makes of nine states 1, 0 or nothing`() throws {
    // Each connection is certain on the side of its own evidence, or left out.
    let map = try ComparedMaps.states()
    let sides = [ComparisonSide("east", name: "East", in: .area("east")), ComparisonSide("whole", name: "Whole")]
    let table = CrispSet(MapComparison(MapAlignment([map]), sides: sides), of: .connections)
    #expect(table.conditions.map(\.name) == ["a", "b", "c", "g", "h", "i"].map { "hub_tells_\($0)" })
    // Certain; said of the programme and unplaced; not found; not known.
    #expect(table.conditions.map { $0.values[0] } == [1, 1, 1, nil, 0, nil])
  }

  @Test func `tells whether expectations are met`() throws {
    var map = try SmallMaps.town()
    func link(_ source: MapActor.ID, _ target: MapActor.ID) -> Condition {
      .connection(.init(from: [.actor(source)], to: [.actor(target)]))
    }
    map.expectations = [
      MapModel.Expectation("clinic-helps", reason: "It should.", condition: link("clinic", "children")),
      MapModel.Expectation("council-helps", reason: "It too.", condition: link("council", "mentors"), extent: .areas),
      MapModel.Expectation("of-all", reason: "So do we.", condition: link("council", "mentors"), extent: .programme),
    ]
    let areas = CrispSet(MapComparison(areasOf: map), of: .expectations)
    // Said of the programme, it is not known where; and what is expected of the whole is not looked for in areas.
    #expect(areas.conditions.map(\.name) == ["clinic_helps", "council_helps"])
    #expect(areas.conditions.map(\.values) == [[1, 0], [nil, nil]])
    #expect(areas.conditions.first?.subject == .expectation("clinic-helps"))
    let withWhole = CrispSet(ComparedMaps.areasAndWhole(of: map), of: .expectations)
    #expect(withWhole.conditions.map(\.values) == [[1, 0, 1], [nil, nil, nil], [nil, nil, 1]])
  }

  @Test func `has the outcomes of the sides, under names that R takes`() throws {
    var map = try SmallMaps.town()
    map.outcomes = [
      Outcome("Attendance at start", area: "north", value: 0.8),
      Outcome("Attendance at start", area: "south", value: nil),
      Outcome("2nd rating", area: "south", value: 3), Outcome("Élan", area: "north", value: 1),
      Outcome("élan!", area: "north", value: 2), Outcome("elan", area: nil, value: 5),
      Outcome("!", area: "north", value: 4),
    ]
    let table = CrispSet(MapComparison(areasOf: map), of: .connections)
    #expect(
      table.outcomes.map(\.name) == ["attendance_at_start", "lan", "lan_", "x_", "x_2nd_rating"])
    #expect(
      table.outcomes.map(\.subject)
        == ["Attendance at start", "Élan", "élan!", "!", "2nd rating"].map(CrispSet.Subject.outcome))
    #expect(table.outcomes.map(\.values) == [[0.8, nil], [1, nil], [2, nil], [4, nil], [nil, 3]])
  }

  @Test func `never gives two columns one name`() throws {
    var map = try SmallMaps.town()
    map.outcomes = ["Rate", "rate", "RATE", "mentors attends meeting"].map { Outcome($0, area: "north", value: 1) }
    let table = CrispSet(MapComparison(areasOf: map), of: .connections)
    #expect(table.outcomes.map(\.name) == ["rate", "rate_2", "rate_3", "mentors_attends_meeting_2"])
  }
}

import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapReports

struct ActorMatrixTests {
  private static func matrix(_ map: NetworkMap) -> ActorMatrix {
    let published = map.published(for: .public)
    return ActorMatrix(of: FigureContent(.init(), of: published.map), on: published, in: .wholeMap)
  }

  @Test func `has a cell for each pair, with letters of families and signs of states`() throws {
    let matrix = Self.matrix(try SmallMaps.town())
    #expect(
      matrix.entries.map(\.name) == ["Town council", "Mentors", "Clinic", "Weekly meeting", "Children"])
    let cells = Dictionary(
      uniqueKeysWithValues: matrix.cells.map {
        ("\(matrix.entries[$0.row].name) to \(matrix.entries[$0.column].name)", $0.text)
      })
    // Said of the north and denied of the south is variation, which is plain on the whole map.
    #expect(
      cells == [
        "Town council to Mentors": "C", "Mentors to Children": "S+", "Mentors to Clinic": "C",
        "Mentors to Weekly meeting": "C", "Clinic to Weekly meeting": "C", "Clinic to Children": "S",
      ])
    #expect(matrix.cells.first { $0.text == "S+" }?.ground == .state(.both))
    #expect(matrix.cells.first { $0.text == "S+" }?.words == "support: said and recorded")
  }

  @Test func `shows what is mutual both ways, and two families in one cell`() throws {
    let map = try NetworkMap(
      title: "T",
      relations: [
        Relation("works", family: .coordination, label: "works with", isDirected: false),
        Relation("supports", family: .support, label: "supports"),
      ], actors: ["a", "b"].map { PlainMaps.actor($0) },
      connections: [
        Connection(.init(from: "a", to: "b", "works"), statements: [CodedStatement(id: "s", stance: .unclear)]),
        Connection(.init(from: "a", to: "b", "supports"), statements: [CodedStatement(id: "s")]),
      ])
    let matrix = Self.matrix(map)
    #expect(matrix.cells.map { [$0.row, $0.column] } == [[0, 1], [1, 0]])
    #expect(matrix.cells.map(\.text) == ["SC?", "C?"])
    let words = matrix.words(
      of: FigureDefinition("f", title: "F", content: .map(.init())), showing: FigureContent(.init(), of: map),
      in: .wholeMap)
    #expect(words.csv == "from,A,B\nA,,support: said; coordination: unclear\nB,coordination: unclear,\n")
    #expect(words.markdown.contains("- A to B (support: said; coordination: unclear)."))
  }

  @Test func `counts between sectors where there are too many actors`() throws {
    let ids = (0...ActorMatrix.mostActors).map { MapActor.ID(stringLiteral: "a\($0)") }
    // All are of one sector but the last, which is supported by the first five, and works with the sixth.
    var actors = ids.map { PlainMaps.actor($0) }
    actors[actors.count - 1].sector = "school"
    let last = ids[ids.count - 1]
    let map = try NetworkMap(
      title: "T", relations: PlainMaps.relations, actors: actors,
      connections: ids.prefix(5).map { id in
        Connection(.init(from: id, to: last, "supports"), statements: [CodedStatement(id: "s")])
      } + [Connection(.init(from: ids[5], to: last, "works"), statements: [CodedStatement(id: "s")])])
    let matrix = Self.matrix(map)
    #expect(matrix.isOfBlocks && Set(matrix.entries.map(\.name)) == ["NHS (60)", "School (1)"])
    #expect(matrix.cells.map(\.text) == ["6"] && matrix.cells[0].words == "5 of support; 1 of coordination")
  }
}

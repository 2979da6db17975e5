import MapModel
import MapReports
import OrderedCollections
import Testing

@testable import MapDrawing

struct RelationLookTests {
  @Test func `colours of relations are seen on paper, and differ`() {
    let colors = RelationLook.Hue.allCases.map(Palette.relation)
    for (index, color) in colors.enumerated() {
      // WCAG 2.2, 1.4.11.
      #expect(color.contrast(with: Palette.paper) >= 3)
      #expect(color.contrast(with: Palette.panel) >= 3)
      for other in colors[..<index] { #expect(color.difference(from: other) >= Palette.visibleDifference) }
    }
  }

  /// A map with a relation of each kind between two actors.
  private static func map(_ directed: Int, _ mutual: Int) throws -> NetworkMap {
    let relations =
      (0..<directed).map { number in
        Relation(
          .init("d\(number)") ?? "d", family: number.isMultiple(of: 2) ? .support : .coordination,
          label: "does \(number)")
      }
      + (0..<mutual).map {
        Relation(.init("m\($0)") ?? "m", family: .coordination, label: "meets \($0)", isDirected: false)
      }
    var map = try NetworkMap(
      title: "Relations", relations: relations,
      actors: ["a", "b"].map { MapActor($0, name: "\($0)", role: "delivery", sector: "nhs", stage: .delivery) })
    for relation in map.relations.keys {
      try map.merge(
        Connection(
          Connection.ID(from: "a", to: "b", relation),
          statements: [CodedStatement(id: "s", placement: .programme, stance: .present)]))
    }
    return map
  }

  @Test(arguments: [(8, 0), (0, 8), (5, 3), (1, 1)])
  func `up to eight relations are told apart, without their colours too`(directed: Int, mutual: Int) throws {
    let map = try Self.map(directed, mutual)
    let content = FigureContent(.init(), of: map, tellsRelations: true)
    #expect(content.lines.count == directed + mutual && content.relationsUntold == nil)
    let style = FigureStyle()
    let looks = content.lines.map { line -> [String] in
      let family = map.legend.families[line.family] ?? .support
      let paint = style.line(
        family, isUnclear: false, relation: line.relation.flatMap { content.relations[$0] })
      let head = line.isMutual ? "none" : "\(String(describing: paint.heads?.end))"
      return ["\(paint.color)", "\(head) \(line.isMutual ? "\(paint.pattern) \(paint.isDouble) \(paint.width)" : "")"]
    }
    #expect(Set(looks.map { $0[0] }).count == looks.count)
    #expect(Set(looks.map { $0[1] }).count == looks.count, "\(looks)")
    let legend = FigureLegend(of: content, on: map)
    let part = try #require(legend.parts.first { $0.id == "lines" })
    #expect(part.entries.count == looks.count)
    #expect(Set(part.entries.map(\.sign.words)).count == looks.count)
  }

  @Test func `more relations than can be told apart are drawn by family, and said`() throws {
    let map = try Self.map(9, 0)
    let content = FigureContent(.init(), of: map, tellsRelations: true)
    #expect(content.relationsUntold == 9 && content.relations.isEmpty)
    #expect(content.lines.count == 2)
  }
}

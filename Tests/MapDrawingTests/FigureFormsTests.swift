import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapDrawing

struct FigureFormsTests {
  private static let whole = FigureDefinition("whole", number: "1", title: "The town", content: .map(.init()))

  /// A map of actors of which each works with the next, all in one stage.
  private static func row(of count: Int) throws -> PublishedMap {
    let ids = (0..<count).map { MapActor.ID(stringLiteral: "a\($0)") }
    return try PlainMaps.map(ids, zip(ids, ids.dropFirst()).map { PlainMaps.Said($0, $1) }).published(for: .public)
  }

  @Test func `draws an overview and a matrix in the place of a network that cannot be read`() throws {
    let plans = FigurePlan.plans(Self.whole, of: try Self.row(of: FigurePlan.mostActors + 1))
    #expect(plans.map(\.definition.id) == ["whole-overview", "whole-matrix"])
    #expect(plans.map(\.form) == [.overview, .matrix])
    #expect(plans.map(\.figure.heading) == ["Figure 1 The town: overview", "Figure 1 The town: matrix"])
    // Sectors are written, not actors.
    for plan in plans {
      let texts = plan.scene.dot
      #expect(texts.contains("NHS") && !texts.contains("A17"))
      #expect(try plan.figure.files([.dot]).map(\.name) == ["dot", "md", "csv"].map { "\(plan.definition.id).\($0)" })
    }
    #expect(plans.allSatisfy { $0.figure.table != nil })
  }

  @Test func `draws the form that a definition names, whatever the size`() throws {
    let small = try SmallMaps.town().published(for: .public)
    #expect(FigurePlan.plans(Self.whole, of: small).map(\.form) == [.network])
    for form in FigureDefinition.Form.allCases {
      var definition = Self.whole
      definition.form = form
      let plans = FigurePlan.plans(definition, of: small)
      #expect(plans.map(\.form) == [form] && plans[0].definition.id == "whole")
      #expect(plans[0].faults.overlaps == 0 && plans[0].faults.linesThroughNodes == 0)
      #expect(WellFormedXML(try plans[0].bytes(as: .svg)) != nil)
    }
  }

  @Test(arguments: FigureDefinition.Form.allCases)
  func `a figure of nothing says so`(form: FigureDefinition.Form) throws {
    var definition = Self.whole
    definition.form = form
    let empty = try NetworkMap(title: "T", relations: []).published(for: .public)
    let plan = FigurePlan.plans(definition, of: empty)[0]
    #expect(plan.scene.dot.contains("Nothing on the map belongs in this figure."))
    #expect(plan.figure.alternative.contains("0 actors and 0 connections"))
  }

  @Test func `numbers stand on the boxes and lines of an overview, and nothing hides another`() throws {
    var definition = Self.whole
    definition.form = .overview
    let plan = FigurePlan(definition, of: try SmallMaps.town().published(for: .public))
    let shapes = plan.scene.parts.compactMap { part in if case .shape(let shape) = part { shape } else { nil } }
    let boxes = shapes.filter { $0.classes.contains("block") }
    // Council; mentors, clinic and meeting; children.
    #expect(boxes.count == 5 && boxes.allSatisfy { $0.label.contains("1 actor") })
    let numbers = shapes.filter { $0.classes.contains("badge") && $0.id.hasSuffix(".number") }
    // What is counted in the south is less than 10: with it the 34 cases of the whole are withheld.
    #expect(numbers.map(\.label) == [String](repeating: "1", count: 6))
    for (place, box) in boxes.enumerated() {
      #expect(!boxes[(place + 1)...].contains { $0.place.overlaps(box.place) })
      #expect(!numbers.contains { $0.place.overlaps(box.place) })
    }
  }

  @Test func `the surroundings of an actor are in the title`() throws {
    let map = try Self.row(of: 200)
    let around = FigureDefinition(
      "around", title: "Plain", content: .map(.init(around: Neighbourhood(of: "a100", within: 2))))
    let plan = try #require(FigurePlan.plans(around, of: map).first)
    #expect(plan.form == .network && plan.actorCount == 5 && plan.lineCount == 4)
    #expect(plan.definition.title == "Plain: within 2 steps of A100")
  }

  @Test func `a matrix of actors shows a sign for each pair at its row and column`() throws {
    var definition = Self.whole
    definition.form = .matrix
    let plan = FigurePlan(definition, of: try SmallMaps.town().published(for: .public))
    let cells = plan.scene.parts.compactMap { part -> Scene.Shape? in
      if case .shape(let shape) = part, shape.classes.contains("cell") { shape } else { nil }
    }
    // Rows and columns: council, mentors, clinic, meeting, children.
    #expect(cells.map(\.id) == ["cell-1-2", "cell-2-3", "cell-2-4", "cell-2-5", "cell-3-4", "cell-3-5"])
    #expect(plan.scene.titles["cell-2-5"] == "Mentors to Children: support: said and recorded")
    // Lower rows lie lower, further columns further right.
    #expect(cells[0].place.center.y > cells[1].place.center.y && cells[1].place.center.x < cells[2].place.center.x)
  }
}

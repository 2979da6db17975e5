import Graphviz
import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapDrawing

struct FigurePlanTests {
  private static let whole = FigureDefinition(
    "whole", number: "1", title: "The town", message: "It works.", content: .map(.init()))

  private static func drawing(_ definition: FigureDefinition = whole) throws -> FigurePlan {
    FigurePlan(definition, of: try SmallMaps.town().published(for: .team))
  }

  @Test(arguments: [
    ("town.dot", whole), ("town-legend.dot", FigureDefinition("legend", title: "Legend", content: .legend)),
  ])
  func `draws the same document as recorded`(name: String, definition: FigureDefinition) throws {
    let text = try Self.drawing(definition).scene.dot
    let recorded = Snapshot.recorded(
      name, recording: text, in: Package.path(to: "Tests/MapDrawingTests/Snapshots"))
    #expect(recorded == text)
  }

  @Test func `is redrawn at its places by a program that would lay it out anew`() throws {
    let document = try Self.drawing().scene.document
    let redrawn = try GraphvizSession.render(document, engine: .layered, as: .svg)
    #expect(try redrawn == GraphvizSession.render(document, engine: .placed, as: .svg))
  }

  @Test func `draws each family with its own line and head, and what is mutual without`() throws {
    let legend = try Legend(
      roles: Array(Legend.report.roles.values), sectors: Array(Legend.report.sectors.values),
      families: [
        .support, Family("money", name: "Money", direction: "from the one who pays", line: .solid, head: .diamond),
        Family("data", name: "Data", head: .hollowDot, color: MapColor(rgb: 0x1D6BAF)),
      ], stages: [Stage("one", name: "Before"), Stage("two", name: "During"), Stage("three", name: "After")])
    let stages = Array(legend.stages.keys)
    let map = try NetworkMap(
      title: "Families", legend: legend,
      relations: [
        Relation("funds", family: "money", label: "funds"), Relation("sends", family: "data", label: "sends data to"),
        Relation("links", family: "data", label: "links data with", isDirected: false),
      ],
      actors: ["a", "b", "c"].enumerated().map { place, id in
        MapActor(id, name: id.rawValue, role: "delivery", sector: "nhs", stage: stages[place])
      },
      connections: [("a", "b", "funds"), ("b", "c", "sends"), ("c", "a", "links")].map { source, target, relation in
        Connection(.init(from: source, to: target, relation), statements: [CodedStatement(id: "s")])
      })
    let plan = FigurePlan(Self.whole, of: map.published(for: .team))
    let text = plan.scene.dot
    func line(_ id: String) -> String {
      text.split(separator: "\n").map(String.init).first { $0.contains("id=\"\(id)\"") } ?? ""
    }
    #expect(line("line-a.b.money").contains("arrowhead=\"diamond\"") && line("line-a.b.money").contains("\"solid\""))
    #expect(line("line-b.c.data").contains("arrowhead=\"odot\"") && line("line-b.c.data").contains("#1d6baf"))
    #expect(line("line-a.c.data.mutual").contains("dir=\"none\""))
    for stage in stages { #expect(!line("half-\(stage)").isEmpty) }
    let alternative = plan.figure.alternative
    #expect(alternative.contains("Before (left): a. During (between): b. After (right): c."))
    for words in ["1 of money and 2 of data", "## Money", "## Data"] { #expect(alternative.contains(words)) }
    #expect(text.contains("Money, from the one who pays") && text.contains("Data, mutual"))
  }

  @Test func `lets sizes tell an attribute, and says of whom none is given`() throws {
    var map = try SmallMaps.town()
    try map.updateActor("council") { $0.attributes["influence"] = .number(4) }
    try map.updateActor("clinic") { $0.attributes["influence"] = .number(0) }
    var sized = Self.whole
    sized.sizedBy = "influence"
    func places(_ definition: FigureDefinition) -> [String: Rectangle] {
      let parts = FigurePlan(definition, of: map.published(for: .public)).scene.parts
      return parts.reduce(into: [:]) { if case .shape(let shape) = $1 { $0[shape.id] = shape.place } }
    }
    let places = places(sized)
    // Three times the area by one scale for all shapes and names, but for even numbers of points; lines can make an actor
    // taller still.
    let (least, most) = (try #require(places["actor-clinic"]), try #require(places["actor-council"]))
    #expect(abs(most.width / least.width - 3.0.squareRoot()) < 0.05)
    let samples = [places["legend-sizes-1"], places["legend-sizes-0"]].compactMap { $0?.width }
    try #require(samples.count == 2)
    #expect(abs(samples[1] / samples[0] - most.width / least.width) < 0.05)
    let text = FigurePlan(sized, of: map.published(for: .public)).scene.dot
    #expect(text.contains("the largest is 4") && text.contains("Not given: Mentors, Weekly meeting, Children"))
  }

  @Test func `gives shapes to roles and colours to sectors`() throws {
    let text = try Self.drawing().scene.dot
    func line(_ id: String) -> String {
      text.split(separator: "\n").map(String.init).first { $0.hasPrefix("  \"\(id)\" [") } ?? ""
    }
    #expect(line("actor-meeting").contains("shape=\"ellipse\""))
    #expect(line("actor-clinic").contains("shape=\"hexagon\""))
    #expect(line("actor-council").contains("shape=\"polygon\""))
    #expect(line("actor-mentors").contains("fillcolor=\"\(SectorColors.navy.fill)\""))
    #expect(line("actor-clinic").contains("label=\"Clinic \u{2020}\""))
  }

  /// The case bands on lines of each family, and without them.
  @Test(arguments: [false, true])
  func `the legend's samples are as wide as the lines of the figure`(weighsCases: Bool) throws {
    for seed in 0..<12 as Range<UInt64> {
      var towns = RandomTowns(seed: seed)
      let definition = FigureDefinition("f", title: "F", content: .map(.init()), weighsCases: weighsCases)
      let parts = FigurePlan(definition, of: try towns.map().published(for: .team)).scene.parts
      let lines = parts.compactMap { if case .line(let line) = $0 { line } else { nil } }
      let drawn = Set(lines.filter { $0.classes.contains("line") }.map(\.paint))
      let samples = lines.filter { $0.id.hasPrefix("legend-") }.map(\.paint)
      #expect(!samples.isEmpty && drawn.isSuperset(of: samples), "\(seed)")
      // No line that is certain is as wide as none of them.
      #expect(drawn.filter { $0.pattern != .dotted }.isSubset(of: samples), "\(seed)")
      #expect(lines.contains { $0.id.hasPrefix("legend-bands") } == weighsCases)
    }
  }

  @Test func `samples of how often are painted as the lines of their family`() throws {
    let map = try PlainMaps.map(
      ["a", "b", "c", "d", "e"],
      [
        .init("a", "b", frequency: .common), .init("a", "c", frequency: .rare), .init("a", "d"),
        .init("a", "e", frequency: .some), .init("a", "e", frequency: .common), .init("b", "c", frequency: .some),
      ])
    let definition = FigureDefinition("f", title: "F", content: .map(.init()), weighsFrequency: true)
    let parts = FigurePlan(definition, of: map.published(for: .team)).scene.parts
    let lines = parts.compactMap { if case .line(let line) = $0 { line } else { nil } }
    let drawn = Set(lines.filter { $0.classes.contains("line") }.map(\.paint))
    let samples = lines.filter { $0.id.hasPrefix("legend-frequencies") }.map(\.paint)
    #expect(samples.count == 5 && Set(samples) == drawn)
  }

  @Test func `is accessible SVG`() throws {
    let xml = try #require(WellFormedXML(try Self.drawing().bytes(as: .svg)))
    let root = try #require(xml.elements.last)
    #expect(root.name == "svg")
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["lang"] == "en-GB")
    let title = try #require(xml.elements.first { $0.attributes["id"] == root.attributes["aria-labelledby"] })
    #expect(title.name == "title")
    #expect(title.text == "Figure 1 The town")
    #expect(title.path == ["svg"])
    let description = try #require(xml.elements.first { $0.attributes["id"] == root.attributes["aria-describedby"] })
    #expect(description.text.contains("Mentors support Children."))
    let groups = Set(xml.elements.filter { $0.name == "g" }.compactMap { $0.attributes["id"] })
    #expect(
      groups.isSuperset(
        of: ["actor-council", "actor-mentors", "line-mentors.children.support", "half-set-up"].map {
          "\(Self.whole.id)-\($0)"
        }))
    let titles = xml.elements.filter { $0.name == "title" }.map(\.text)
    #expect(titles.contains("Town council: Key player in programme set-up; Local authority"))
    #expect(titles.contains("Mentors support Children"))
    let texts = xml.elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("Town council"))
    #expect(texts.contains("Support, towards the people supported"))
  }

  @Test func `gives the same bytes again`() throws {
    for format in FigureFormat.allCases {
      #expect(try Self.drawing().bytes(as: format) == Self.drawing().bytes(as: format), "\(format)")
    }
  }

  @Test(arguments: HostileText.samples + [HostileText.long])
  func `takes hostile names for data`(name: String) throws {
    var map = try NetworkMap(
      title: name, relations: [Relation("r", family: .coordination, label: name)],
      actors: [
        MapActor("a", name: name, role: "other", sector: "nhs", stage: .setUp),
        MapActor("b", name: name, role: "programme-support", sector: "school", stage: .delivery),
      ])
    try map.merge(Connection(.init(from: "a", to: "b", "r"), statements: [CodedStatement(id: name, excerpt: name)]))
    let drawing = FigurePlan(
      FigureDefinition("f", title: name, message: name, content: .map(.init())), of: map.published(for: .team))
    let xml = try #require(WellFormedXML(try drawing.bytes(as: .svg)))
    #expect(!xml.elements.contains { $0.name == "script" || $0.name == "a" || $0.name == "image" })
    #expect(!xml.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    let shown = name.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) && $0.value & 0xFFFE != 0xFFFE
    }
    if name.count < 50, !name.contains("\n") {
      let title = xml.elements.first { $0.attributes["id"] == "f-title" }
      #expect(title?.text == String(String.UnicodeScalarView(shown)))
    }
    let markdown = drawing.figure.alternative
    #expect(!markdown.contains("<script"))
    #expect(try !drawing.bytes(as: .png).isEmpty)
  }

  @Test func `draws an empty map and an actor alone`() throws {
    let empty = try NetworkMap(title: "Empty", relations: [])
    for content in [FigureDefinition.Content.map(.init()), .legend] {
      let drawing = FigurePlan(FigureDefinition("f", title: "F", content: content), of: empty.published(for: .team))
      #expect(WellFormedXML(try drawing.bytes(as: .svg)) != nil)
    }
    let alone = try NetworkMap(
      title: "Alone", relations: [], actors: [MapActor("a", name: "A", role: "other", sector: "nhs", stage: .delivery)])
    let drawing = FigurePlan(FigureDefinition("f", title: "F", content: .map(.init())), of: alone.published(for: .team))
    #expect(drawing.content.actors.count == 1)
    #expect(WellFormedXML(try drawing.bytes(as: .svg)) != nil)
  }

  @Test func `draws what is placed in an area, and says so`() throws {
    let drawing = FigurePlan(Self.whole, of: try SmallMaps.town().published(for: .team), in: .area("south"))
    #expect(drawing.definition.heading == "Figure 1 The town: South")
    #expect(drawing.content.actors.map(\.id) == ["mentors", "meeting", "children"])
    let markdown = drawing.figure.alternative
    #expect(markdown.contains("| Mentors | support | Children | support | recorded | all areas | 4 | 0 |"))
    #expect(markdown.contains("- In South, it is not so that Clinic supports Children."))
  }

  @Test func `tells widths in lines and legend only where a figure asks for it`() throws {
    let map = try SmallMaps.town()
    func text(weighsCases: Bool) -> String {
      let definition = FigureDefinition("f", title: "F", content: .map(.init()), weighsCases: weighsCases)
      return FigurePlan(definition, of: map.published(for: .team)).scene.dot
    }
    #expect(!text(weighsCases: false).contains("cases-"))
    #expect(!text(weighsCases: false).contains("Width: cases counted"))
    #expect(text(weighsCases: true).contains("Width: cases counted"))
    #expect(text(weighsCases: true).contains("cases-few"))
  }
}

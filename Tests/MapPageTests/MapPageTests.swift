import Foundation
import MapAnalysis
import MapDisclosure
import MapDrawing
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapPage

struct MapPageTests {
  private struct Data: Decodable {
    struct Actor: Decodable {
      var id: String
      var presence: String
    }
    struct Connection: Decodable {
      var from: Int
      var to: Int
      var line: Int?
      var status: Int
      var presence: String
      var cases: String?
      var statements: Int
    }
    struct State: Decodable {
      var id: String
      var isOnMap: Bool
    }
    struct Passage: Decodable { var text: String }
    var title: String
    var states: [State]
    var actors: [Actor]
    var connections: [Connection]
    var passages: [Passage]
    struct Line: Decodable {
      var from: Int
      var to: Int
      var family: Int
      var direction = ""

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        (from, to, family) = (try row.decode(Int.self), try row.decode(Int.self), try row.decode(Int.self))
        if !row.isAtEnd { direction = "." + (try row.decode(String.self)) }
      }
    }
    struct Family: Decodable { var id: String }
    var families: [Family]
    var lines: [Line]
    /// The ids of the lines, as the page's script makes them.
    var lineIDs: [String] {
      lines.map { "line-\(actors[$0.from].id).\(actors[$0.to].id).\(families[$0.family].id)\($0.direction)" }
    }
  }

  static func html(_ map: NetworkMap) throws -> String { try MapPage(of: map.published(for: .team)).html() }

  static func json(_ html: String) throws -> String {
    String(try #require(html.firstMatch(of: /id="data">(.*?)<\/script>/)).1)
  }

  private static func data(_ html: String) throws -> Data {
    // A table's rows become objects by the names above them, as every reader of the page can do.
    let page = try JSONSerialization.jsonObject(with: Foundation.Data(json(html).utf8)) as? [String: Any]
    let named = try #require(page).mapValues { value in
      guard let table = value as? [String: Any], let fields = table["fields"] as? [String],
        let rows = table["rows"] as? [[Any]]
      else { return value }
      return rows.map { Dictionary(uniqueKeysWithValues: zip(fields, $0)) }
    }
    return try JSONDecoder().decode(Data.self, from: JSONSerialization.data(withJSONObject: named))
  }

  @Test func `holds all actors and connections, with their states`() throws {
    let map = try SmallMaps.town()
    let data = try Self.data(Self.html(map))
    #expect(data.actors.map(\.id) == map.actors.keys.map(\.rawValue))
    #expect(data.states.map(\.id) == Presence.allCases.map(\.rawValue))
    #expect(data.states.map(\.isOnMap) == Presence.allCases.map(\.isOnMap))
    #expect(data.connections.count == map.connections.count)
    let clinic = try #require(
      data.connections.first { data.actors[$0.from].id == "clinic" && data.actors[$0.to].id == "children" })
    let states = clinic.presence.compactMap { $0.wholeNumberValue }.map { data.states[$0].id }
    #expect(states == ["said", "reportedAbsent"])
    #expect(clinic.line.map { data.lineIDs[$0] } == "line-clinic.children.support")
  }

  /// Every drawn line of the data stands in the picture.
  @Test func `refers to lines that are drawn`() throws {
    let html = try Self.html(try SmallMaps.town())
    let data = try Self.data(html)
    #expect(!data.lines.isEmpty && data.connections.allSatisfy { $0.line.map(data.lines.indices.contains) ?? true })
    for place in data.lines.indices { #expect(html.contains("<g id=\"line-\(place)\" class=\"line\"")) }
  }

  @Test func `writes names as figures do, decimals and all`() throws {
    var map = try NetworkMap(
      title: "Staff of 2.55", relations: SmallMaps.relations,
      actors: [
        MapActor("a", name: "2.5 workers", role: "delivery", sector: "nhs", stage: .delivery),
        MapActor("b", name: "£1.25m (0.375 FTE)", role: "delivery", sector: "nhs", stage: .delivery),
      ])
    try map.merge(Connection(.init(from: "a", to: "b", "supports"), statements: [CodedStatement(id: "1")]))
    let svg = try #require(try Self.html(map).firstMatch(of: /<svg(?s).*?<\/svg>/)).0
    func texts(_ svg: String) throws -> [String] {
      try #require(WellFormedXML(Array(svg.utf8))).elements.filter { $0.name == "text" }.map(\.text)
    }
    let figure = FigurePlan(FigureDefinition("f", title: "T", content: .map(.init())), of: map.published(for: .team))
    let drawn = try texts(String(decoding: try figure.bytes(as: .svg), as: UTF8.self))
    #expect(try texts(String(svg)) == drawn)
    #expect(drawn.contains("2.5 workers") && drawn.joined(separator: " ").contains("£1.25m (0.375 FTE)"))
  }

  @Test func `tells what is missing from what the evidence does not tell, and leads to the words`() throws {
    var map = try SmallMaps.town()
    func expectation(_ id: String, _ source: MapActor.ID, _ target: MapActor.ID) -> MapModel.Expectation {
      MapModel.Expectation(
        Identifier(stringLiteral: id), reason: "It should.",
        condition: .connection(.init(from: [.actor(source)], to: [.actor(target)])), extent: .areas)
    }
    map.expectations = [expectation("support", "clinic", "children"), expectation("visit", "children", "clinic")]
    let published = map.published(for: .team)
    let data = PageData(of: published, content: FigureContent(.init(), of: map, isFiltered: true), gaps: map.gaps())
    let south = map.areas.index(forKey: "south")
    func gap(_ id: String) throws -> PageData.Gap {
      try #require(data.gaps.rows.first { $0.id == id && $0.area == south })
    }
    let (clinic, children) = (3, 4)
    let absent = try gap("support")
    #expect(absent.missing == [[clinic, children]] && absent.untold.isEmpty)
    #expect(data.gapKinds.first { $0.id == absent.kind }?.name == "Expected and not there")
    let evidence = try #require(absent.connections.first.map { data.connections.rows[$0] })
    #expect(absent.connections.count == 1 && [evidence.from, evidence.to] == [clinic, children])
    #expect(evidence.evidence.contains { data.stances[$0.stance].id == "absent" && $0.areas == [south] })
    // Nobody who could know of either was asked in the south.
    let open = try gap("visit")
    #expect(open.missing.isEmpty && open.untold == [[children, clinic]] && open.connections.isEmpty)
    #expect(data.gapKinds.first { $0.id == open.kind }?.name == "Expected, and the evidence does not tell")
  }

  @Test func `counts by area`() throws {
    let map = try SmallMaps.town()
    let data = PageData(
      of: map.published(for: .team), content: FigureContent(.init(), of: map, isFiltered: true), gaps: [])
    let mentors = try #require(data.connections.rows.first { $0.from == 1 && $0.to == 4 })
    #expect(mentors.cases == "34" && mentors.casesIn == ["30", "4"])
    #expect(mentors.statements == 1 && mentors.statementsIn == [1, 0])
    let council = try #require(data.connections.rows.first { $0.from == 0 && $0.to == 1 })
    #expect(council.casesIn == nil && council.statementsIn == nil)
  }

  @Test func `draws each direction as a line of its own where a filter can part them`() throws {
    var map = try NetworkMap(
      title: "T", areas: [Area("n", name: "North"), Area("s", name: "South")], relations: SmallMaps.relations,
      actors: [
        MapActor("c", name: "Council", role: "delivery", sector: "nhs", stage: .delivery),
        MapActor("d", name: "Hub", role: "delivery", sector: "nhs", stage: .delivery),
      ])
    for (source, target, area) in [("c", "d", "n"), ("d", "c", "s")] as [(MapActor.ID, MapActor.ID, Area.ID)] {
      try map.merge(
        Connection(
          .init(from: source, to: target, "refers-to"),
          statements: [CodedStatement(id: "\(source)", placement: .areas([area]))]))
    }
    let html = try Self.html(map)
    #expect(try Self.data(html).lineIDs == ["line-c.d.coordination.forward", "line-c.d.coordination.backward"])
    #expect(try Self.data(html).connections.map(\.line) == [0, 1])
    // Each line has one head, as the legend's only sample has.
    let groups = html.matches(of: /<g id="line-[^"]*" class="[^"]*">(?s)(.*?)<\/g>/).map { String($0.1) }
    #expect(groups.count == 2 && groups.allSatisfy { $0.matches(of: /<polygon/).count == 1 })
  }

  @Test func `lets only its own script and style through`() throws {
    let html = try Self.html(try SmallMaps.town())
    let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    #expect(!html.contains("http://") || html.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(html.firstMatch(of: /<(?:link|img|iframe|object|embed)[ >]/) == nil)
    #expect(html.firstMatch(of: /\son[a-z]+="/) == nil)
    #expect(html.firstMatch(of: /\sstyle="/) == nil)
  }

  @Test(arguments: HostileText.samples)
  func `takes every text for data`(hostile: String) throws {
    var map = try NetworkMap(
      title: hostile, areas: [Area("north", name: hostile)],
      relations: [Relation("supports", family: .support, label: hostile)],
      actors: [
        MapActor("a", name: hostile, role: "delivery", sector: "nhs", stage: .setUp, aliases: [hostile]),
        MapActor("b", name: "B", role: "other", sector: "families", stage: .delivery),
      ])
    try map.merge(
      Connection(
        .init(from: "a", to: "b", "supports"),
        statements: [CodedStatement(id: "1", placement: .areas(["north"]), excerpt: hostile, reference: hostile)]))
    let html = try Self.html(map)
    #expect(try !Self.json(html).contains("<"))
    #expect(try Self.data(html).title == hostile)
    #expect(try Self.data(html).passages.first?.text == hostile)
    // The page's own, and no other.
    #expect(html.matches(of: /<script/).count == 2)
  }

  @Test func `says nothing that its audience may not see`() throws {
    var map = try SmallMaps.town()
    map = map.mappingConnections { connection in
      var hidden = connection
      for index in hidden.statements.indices {
        hidden.statements[index].isWithheld = true
        hidden.statements[index].interview = "I1-SECRET"
      }
      for index in hidden.counts.indices where hidden.counts[index].value == .number(4) {
        hidden.counts[index].value = .suppressed
      }
      return hidden
    }
    let html = try Self.html(map)
    #expect(!html.contains("Words of") && !html.contains("SECRET"))
    let data = try Self.data(html)
    #expect(data.passages.isEmpty)
    #expect(data.connections.contains { $0.cases == map.disclosure.symbol })
  }

  /// The palette gives each colour of figures that the style sheet uses, and the sheet holds none of them itself.
  @Test func `takes the colours of figures from the palette`() throws {
    let style = PageResources.style
    for (_, color) in Palette.ofPage() { #expect(!style.lowercased().contains("\(color)")) }
    let given = Set(Palette.ofPage().map(\.name) + style.matches(of: /--([a-z-]+):/).map { String($0.1) })
    let used = Set(style.matches(of: /var\(--([a-z-]+)\)/).map { String($0.1) })
    #expect(used.subtracting(given).isEmpty && Set(Palette.ofPage().map(\.name)).subtracting(used).isEmpty)
    let html = try Self.html(try SmallMaps.town())
    #expect(html.contains("--missing:\(Palette.missing);"))
  }

  @Test func `is the same each time`() throws {
    #expect(try Self.html(try SmallMaps.town()) == Self.html(try SmallMaps.town()))
  }
}

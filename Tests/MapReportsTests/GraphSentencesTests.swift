import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import TestSupport
import Testing

@testable import MapReports

/// Sentences that the graph, and the evidence, must bear out.
struct GraphSentencesTests {
  private typealias Said = PlainMaps.Said

  private static func star() throws -> NetworkMap {
    try PlainMaps.map(["m", "a", "b", "c"], ["a", "b", "c"].map { Said("m", $0) })
  }

  private static func island() throws -> NetworkMap {
    try PlainMaps.map(
      ["m", "p1", "p2", "q1", "q2", "r1", "r2", "people"],
      [
        Said("m", "p1"), Said("p1", "p2"), Said("m", "q1"), Said("q1", "q2"), Said("r1", "r2"), Said("p1", "people"),
        Said("r1", "people"),
      ])
  }

  // MARK: Parts

  @Test func `all equal rests are named`() throws {
    let text = GapReport(of: try Self.star().published(for: .team)).text
    #expect(text.contains("- A, B and C are connected with each other only through M."))
    let report = MeasureReport(of: try Self.star().published(for: .team), without: ["m"])
    #expect(report.text().contains("- No longer connected with anybody else of the programme: A, B and C."))
  }

  @Test func `an island is a gap of its own`() throws {
    let text = GapReport(of: try Self.island().published(for: .team)).text
    #expect(
      text.contains(
        "APART FROM THE PROGRAMME\n- The people supported left aside, nothing connects R1 and R2 with the rest of the programme."
      ))
    #expect(text.contains("- These groups are connected with each other only through M: P1 and P2; Q1 and Q2."))
    #expect(!text.contains("only through R"))
    let lost = MeasureReport(of: try Self.island().published(for: .team), without: ["m"]).text()
    #expect(
      lost.contains("- What is left of the programme is in 2 parts, apart from each other: P1 and P2; Q1 and Q2."))
    #expect(lost.contains("1 stays within reach of one of these parts of the programme: P1."))
    #expect(lost.contains("Never connected with the programme: R1."))
  }

  /// A map with further areas, and actors that are more than their names.
  private static func map(
    _ actors: [MapActor], _ said: [(Connection.ID, CodedStatement)], areas: [Area] = []
  ) throws -> NetworkMap {
    try NetworkMap(
      title: "T", areas: areas, relations: PlainMaps.relations, actors: actors,
      connections: said.map { Connection($0.0, statements: [$0.1]) })
  }

  @Test func `the people supported are told of as a way between parts only where they are one`() throws {
    var child = PlainMaps.actor("child")
    child.isBeneficiary = true
    let actors = ["a", "b", "c", "d", "people"].map { PlainMaps.actor($0) } + [child]
    func text(_ third: MapActor.ID) throws -> String {
      let links =
        [("a", "b", "works"), ("c", "d", "works"), ("a", "people", "supports"), ("c", third, "supports")]
        as [(MapActor.ID, MapActor.ID, Relation.ID)]
      let map = try Self.map(actors, links.map { (.init(from: $0, to: $1, $2), CodedStatement(id: "s")) })
      return GapReport(of: map.published(for: .team)).text
    }
    let parts = "he programme is in 2 parts of the same size, which nothing connects: A and B; C and D."
    // Both parts support somebody, and only in the second map the same people.
    #expect(try text("child").contains("- T\(parts)"))
    #expect(try text("people").contains("- The people supported left aside, t\(parts)"))
  }

  @Test func `a group is connected by its parts`() throws {
    var part = PlainMaps.actor("a")
    part.group = "g"
    let map = try Self.map(
      [PlainMaps.actor("g"), part, PlainMaps.actor("b")],
      [
        (.init(from: "a", to: "b", "works"), CodedStatement(id: "s")),
        (.init(from: "g", to: "b", "works"), CodedStatement(id: "t", stance: .absent)),
      ])
    #expect(!GapReport(of: map.published(for: .team)).text.contains("Nothing connects"))
  }

  @Test func `no support rests on anybody where it is not clear whether there is any`() throws {
    func text(_ stance: Stance) throws -> String {
      let map = try PlainMaps.map(["a", "b", "people"], [Said("a", "b"), Said("a", "people", stance)])
      return GapReport(of: map.published(for: .team)).text
    }
    #expect(try text(.present).contains("All support of PEOPLE rests on A."))
    #expect(try !text(.unclear).contains("rests on A"))
  }

  @Test func `what is denied of a district is not denied of its region`() throws {
    let id = Connection.ID(from: "a", to: "b", "works")
    let map = try Self.map(
      [PlainMaps.actor("a"), PlainMaps.actor("b")],
      [(id, CodedStatement(id: "s", placement: .areas(["south"]), stance: .absent))],
      areas: [
        Area("region", name: "Region", contains: ["north", "south"]), Area("north", name: "North"),
        Area("south", name: "South"),
      ])
    #expect(map.presence(of: id, in: .area("region")) == .reportedAbsent)
    let listing = ConnectionListing(of: map.published(for: .team), .absences)
    #expect(listing.connections.map(\.areas) == [["south"]])
    let definition = FigureDefinition("f", title: "F", content: .map(.init()))
    let alternative = TextAlternative(
      of: definition, showing: FigureContent(.init(), of: map), on: map.published(for: .team), in: .wholeMap)
    #expect(alternative.markdown.contains("- In South, it is not so that A works with B."))
  }

  @Test func `the periods of an absence are those of which it is denied`() throws {
    let id = Connection.ID(from: "a", to: "b", "works")
    var map = try Self.map(
      [PlainMaps.actor("a"), PlainMaps.actor("b")],
      [
        (id, CodedStatement(id: "s", placement: .areas(["north"]), time: .periods(["2024"]), frequency: .common)),
        (id, CodedStatement(id: "t", placement: .areas(["south"]), time: .periods(["2025"]), stance: .absent)),
      ], areas: [Area("north", name: "North"), Area("south", name: "South")])
    map.periods = [Period("2024"), Period("2025")]
    let listing = ConnectionListing(of: map.published(for: .team), .absences)
    #expect(listing.connections.map(\.periods) == [["2025"]] && listing.connections.map(\.frequency) == [.notSaid])
    #expect(listing.text.contains("reported absent  South  2025"))
    #expect(listing.csv.contains(",2025") && !listing.csv.contains("2024"))
  }

  @Test func `equal parts are named`() throws {
    let map = try PlainMaps.map(["a", "b", "c", "d"], [Said("a", "b"), Said("c", "d")])
    #expect(
      GapReport(of: map.published(for: .team)).text.contains(
        "- The programme is in 2 parts of the same size, which nothing connects: A and B; C and D."))
  }

  @Test func `what is lost in an area is said of what is placed there`() throws {
    let map = try PlainMaps.map(["m", "a", "b"], [Said("m", "a", in: ["north"]), Said("m", "b", in: ["north"])])
    var part = MapGraph.Part()
    part.query.scope = .area("north")
    let text = MeasureReport(of: map.published(for: .team), part: part, without: ["m"]).text()
    #expect(text.hasPrefix("Without M, of what is placed there:\n"))
  }

  // MARK: Summaries

  private static func summary(
    _ expectations: [(Condition, MapModel.Expectation.Extent)], in scope: Scope = .wholeMap
  ) throws -> String {
    var map = try PlainMaps.map(
      ["a", "b", "c"], [Said("a", "b", in: ["north"]), Said("b", "c", in: ["north", "south"]), Said("c", "a")],
      informants: [InformantGroup("all", name: "All", speaksFor: ["a", "b", "c"])],
      fieldwork: [.init(area: "north", informant: "all", interviews: 1)])
    map.expectations = expectations.enumerated().map { index, expectation in
      Expectation(
        MapModel.Expectation.ID("e\(index)") ?? "e", reason: "R.", condition: expectation.0, extent: expectation.1)
    }
    let text = GapReport(of: map.published(for: .public), in: scope).text
    let last = text.split(separator: "\n").last ?? ""
    return String(last.prefix { $0 != "." } + ".")
      + (last.contains("of each area") ? " " + last.split(separator: ". ")[1] : "")
  }

  private static func link(_ source: MapActor.ID, _ target: MapActor.ID) -> Condition {
    .connection(.init(from: [.actor(source)], to: [.actor(target)]))
  }

  @Test func `expectations of areas and of the map are counted apart`() throws {
    let nowhere = Self.link("b", "a")
    #expect(
      try Self.summary([(nowhere, .areas)]).hasPrefix(
        "1 expectation of each area: 0 met in all areas, 0 in some, 1 in none."))
    #expect(
      try Self.summary([(Self.link("a", "b"), .areas), (Self.link("b", "c"), .areas), (nowhere, .areas)]).hasPrefix(
        "3 expectations of each area: 1 met in all areas, 1 in some, 1 in none."))
    #expect(
      try Self.summary([(Self.link("b", "c"), .everywhere), (Self.link("c", "a"), .everywhere), (nowhere, .programme)])
        == "3 expectations: 1 met everywhere, 1 met on the whole map but not shown for every area, 1 not met.")
    let both = try Self.summary([(Self.link("b", "c"), .everywhere), (nowhere, .areas)])
    #expect(
      both.hasPrefix("1 expectation: 1 met everywhere, 0 not met. 1 expectation of each area: 0 met in all areas"))
  }

  @Test func `what the evidence does not tell is not counted as not met`() throws {
    let nowhere = Self.link("b", "a")
    // In the north somebody could know; in the south nobody was asked.
    #expect(try Self.summary([(nowhere, .everywhere)], in: .area("north")) == "1 expectation: 0 met, 1 not met.")
    #expect(
      try Self.summary([(nowhere, .everywhere)], in: .area("south"))
        == "1 expectation: 0 met, 0 not met, 1 of which the evidence does not tell.")
  }

  // MARK: Statements

  @Test func `statements for and against are counted apart`() throws {
    let map = try PlainMaps.map(
      ["a", "meeting", "b"],
      [Said("a", "meeting", in: ["north"])] + (0..<3).map { _ in Said("a", "meeting", in: ["south"], .absent) }
        + [Said("b", "meeting", in: ["north"])])
    let published = map.published(for: .team)
    let listing = ConnectionListing(of: published)
    #expect(listing.connections.map(\.statements) == [4, 1] && listing.connections.map(\.statementsAgainst) == [3, 0])
    #expect(listing.text.contains("4 (3 against)\n"))
    #expect(
      listing.csv.hasPrefix(
        "from,to,relation,family,through,areas,status,cases,statements,cases-of,cases-period,statements-against,"
          + "attributions,frequency,disagreement"))
    #expect(try JSONText.text(of: listing).contains("\"statementsAgainst\" : 3"))
    let absences = ConnectionListing(of: published, .absences)
    #expect(absences.connections.map(\.statementsAgainst) == [3])
    let meetings = ConnectionListing(of: published, .connectionsAndMeetings)
    #expect(meetings.connections.last?.statements == 5 && meetings.connections.last?.statementsAgainst == 3)
    let definition = FigureDefinition("f", title: "F", content: .map(.init()))
    let content = FigureContent(.init(), of: map)
    let alternative = TextAlternative(of: definition, showing: content, on: published, in: .wholeMap)
    #expect(alternative.markdown.contains("| 4 (3 against) |"))
  }

  @Test func `a denial is said with its frequency, and by whom`() throws {
    func absences(_ said: [Said]) throws -> [Substring] {
      let map = try PlainMaps.map(
        ["a", "b"], said, informants: [InformantGroup("staff", name: "Staff"), InformantGroup("gps", name: "GPs")])
      let definition = FigureDefinition("f", title: "F", content: .map(.init()))
      let text = TextAlternative(
        of: definition, showing: FigureContent(.init(), of: map), on: map.published(for: .team), in: .wholeMap
      ).markdown
      return text.split(separator: "\n").filter { $0.contains("not so that") }
    }
    let rare = Said("a", "b", in: ["north"], .absent, frequency: .rare, by: ["staff"])
    let some = Said("a", "b", in: ["north"], .absent, frequency: .some, by: ["gps"])
    #expect(try absences([rare]) == ["- In North, it is seldom not so that A works with B (said by Staff)."])
    #expect(
      try absences([rare, some]) == ["- In North, it is sometimes not so that A works with B (said by Staff and GPs)."])
    // What somebody says without such a word is so without it.
    let plain = Said("a", "b", in: ["north"], .absent)
    #expect(try absences([rare, plain]) == ["- In North, it is not so that A works with B."])
    let common = Said("a", "b", in: ["north"], .absent, frequency: .common)
    #expect(try absences([rare, common]) == ["- In North, it is not so that A works with B."])
    // Each area has its own.
    let south = Said("a", "b", in: ["south"], .absent)
    #expect(
      try absences([rare, south]) == [
        "- In North, it is seldom not so that A works with B (said by Staff); In South, it is not so that A works with B."
      ])
    #expect(
      try absences([Said("a", "b", .absent, frequency: .some)]) == ["- It is sometimes not so that A works with B."])
  }

  // MARK: Actors that are only looked for

  @Test func `an actor that is only looked for is not drawn as part of the programme`() throws {
    var map = try PlainMaps.map(
      ["a", "b", "denied", "expected", "silent"], [Said("a", "b"), Said("b", "denied", .absent)])
    map.expectations = [
      Expectation("e", reason: "It should be.", condition: .actor(.actor("expected")), extent: .programme)
    ]
    #expect(FigureContent(.init(), of: map).actors.map(\.id) == ["a", "b", "silent"])
    let named = FigureDefinition.Selection(actors: ["a", "denied", "silent"])
    #expect(FigureContent(named, of: map).actors.map(\.id) == ["a", "silent"])
    let report = MeasureReport(of: map.published(for: .team))
    #expect(report.actors.map(\.id) == ["a", "b", "silent"])
  }

  // MARK: Comparison

  @Test func `maps of one title are told apart`() throws {
    let one = try PlainMaps.map(["a", "b"], [Said("a", "b")])
    let two = try PlainMaps.map(["a", "c"], [Said("a", "c")])
    let maps = PublishedMaps([one, two], for: .team)
    let sides = [ComparisonSide("x", name: "x"), ComparisonSide("y", name: "y", map: 1)]
    let comparison = PublishedComparison(of: maps, sides: sides)
    let text = ComparisonReport(of: comparison, mapNames: ["x", "y"], permutations: 10).text
    #expect(text.hasPrefix("Plain (x) and Plain (y)\n"))
    #expect(text.contains("Only on the map Plain (x): B.") && text.contains("Only on the map Plain (y): C."))
    #expect(ComparisonReport(of: comparison, permutations: 10).text.hasPrefix("Plain (1) and Plain (2)\n"))
  }

  @Test func `matched areas and shared ranks are told`() throws {
    func map(_ areas: [Area]) throws -> NetworkMap {
      try NetworkMap(
        title: areas[0].name, areas: areas, relations: PlainMaps.relations,
        actors: ["a", "b", "c", "d"].map { PlainMaps.actor($0) },
        connections: ([("a", "b"), ("b", "c"), ("c", "d")] as [(MapActor.ID, MapActor.ID)]).map {
          Connection(.init(from: $0, to: $1, "works"), statements: [CodedStatement(id: "s", placement: .everywhere)])
        })
    }
    let maps = PublishedMaps(
      [try map([Area("n", name: "North")]), try map([Area("x", name: "Northern", aliases: ["North"])])], for: .team)
    let sides = [
      ComparisonSide("one", name: "One", in: .area("n")), ComparisonSide("two", name: "Two", map: 1, in: .area("x")),
    ]
    let report = ComparisonReport(of: PublishedComparison(of: maps, sides: sides), permutations: 10)
    #expect(report.text.contains("The area Northern (Northern) is taken for North."))
    #expect(report.text.contains("1= (2.0)") && report.text.contains("An equals sign stands behind a rank"))
    #expect(try JSONText.text(of: report).contains("\"sharedWith\" : 1"))
  }
}

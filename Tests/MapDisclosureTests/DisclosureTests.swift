import MapDisclosure
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct DisclosureTests {
  @Test func `withholds small counts, interviews and unpublished excerpts from the public`() throws {
    let map = try SmallMaps.town()
    let published = map.published(for: .public).map
    let support = try #require(published.connections[.init(from: "mentors", to: "children", "supports")])
    #expect(support.counts.map(\.value) == [.number(30), .suppressed, .number(12)])
    #expect(support.statements.map(\.interview) == [""])
    #expect(support.statements.map(\.excerpt) == [""])
    #expect(map.published(for: .team).map == map)
  }

  @Test func `that a total is not what its parts make is for the team, where numbers are withheld`() throws {
    func problems(_ minimum: Int, for audience: Audience) throws -> [Problem] {
      let folder = try TemporaryFolder([
        "map.yaml": """
        title: T
        areas: [{id: north}, {id: south}]
        relations: [{id: tells, family: coordination}]
        actors:
          - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
          - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}
        mi: [{file: counts.csv, cases: people}]
        disclosure: {minimum: \(minimum)}
        """, "interviews.csv": "from,to,relation\n",
        "counts.csv": "area,from,to,relation,measure,count\nnorth,a,b,tells,people,3\n"
          + "south,a,b,tells,people,40\n,a,b,tells,people,60\n",
      ])
      return MapFolder.read(at: folder.path).published(for: audience).problems
    }
    #expect(try problems(5, for: .team).map(\.code) == [.totalDiffers])
    #expect(try problems(5, for: .team).first?.message.contains("is 60, and those of all areas make 43") == true)
    #expect(try problems(5, for: .public).isEmpty)
    #expect(try problems(0, for: .public).map(\.code) == [.totalDiffers])
  }

  @Test func `sums that withheld numbers bear out, or do not, are for the team`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      areas: [{id: north}, {id: south}, {id: east}]
      relations: [{id: tells, family: coordination}]
      actors:
        - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}
      mi: [{file: counts.csv, cases: people}]
      disclosure: {minimum: 10}
      """, "interviews.csv": "from,to,relation\n",
      "counts.csv": "area,from,to,relation,measure,count\nnorth,a,b,tells,people,5\n"
        + "south,a,b,tells,people,3\neast,a,b,tells,people,2\n,a,b,tells,people,4\n",
    ])
    let reading = MapFolder.read(at: folder.path)
    let team = reading.published(for: .team)
    #expect(!team.sums.isEmpty && !team.overlapping.isEmpty)
    let published = reading.published(for: .public)
    #expect(published.sums.isEmpty && published.overlapping.isEmpty)
  }

  @Test func `where a row of a case file stands is for the team, since the last one's line tells how many there are`()
    throws
  {
    let rows = (1...53).map { "C\($0),\($0 <= 50 ? "School" : "Doctor")" }
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      areas: [{id: north}]
      relations: [{id: tells, family: coordination}]
      actors:
        - {id: school, name: School, role: delivery, sector: nhs, stage: delivery}
        - {id: doctor, name: Doctor, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}
      mi:
        - file: cases.csv
          area: north
          columns: {case: Case, source: Source}
          rules: [{from: {column: source}, to: b, relation: tells, count: cases}]
      """, "interviews.csv": "from,to,relation\n",
      "cases.csv": (["Case,Source"] + rows + ["Total,53"]).joined(separator: "\n") + "\n",
    ])
    let reading = MapFolder.read(at: folder.path)
    func total(_ audience: Audience) throws -> Problem {
      try #require(reading.published(for: audience).problems.first { $0.code == .totalRow })
    }
    #expect(try total(.team).line == 55)
    let published = try total(.public)
    #expect(published.line == nil && published.column == nil && !published.description.contains("5"))
  }

  @Test(arguments: [
    ("42 + 3 + 12", true), ("42+3", true), ("57 less 42, and 3 others", true), ("510 of 510 (Table 3.1)", false),
    ("3,206 less 3 %", false), ("220 in year 2, 30 in year 3", false), ("42 + 15", false), ("0 and 57", false),
  ]) func `a computation that names a small number is not told, though the map has no such number`(
    _ computation: String, _ isSmall: Bool
  ) throws {
    var map = try PlainMaps.map(["a", "b"], [])
    map.disclosure = DisclosureSettings(minimum: 10)
    let id = Connection.ID(from: "a", to: "b", "works")
    try map.merge(Connection(id, counts: [Count(area: nil, value: 57, computation: computation)]))
    let published = try #require(map.published(for: .public).map.connections[id]?.counts.first)
    #expect(published.value == .number(57) && published.computation == (isSmall ? "" : computation))
  }

  @Test func `an outcome of few cases takes those of wider areas with it`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      areas: [{id: region, contains: [north, south]}, {id: north}, {id: south}, {id: east}, {id: total, name: Total}]
      relations: [{id: tells, family: coordination}]
      outcomes: {file: outcomes.csv}
      disclosure: {minimum: 10}
      """, "interviews.csv": "from,to,relation\n",
      "outcomes.csv": "area,outcome,value,cases\nnorth,present,88,40\nsouth,present,55,4\nregion,present,85,44\n"
        + "east,present,90,50\ntotal,present,87,94\n,present,87,94\nregion,late,3,44\n",
    ])
    let map = try #require(MapFolder.read(at: folder.path).map)
    let shown = map.published(for: .public).map.outcomes.filter { $0.value != nil }
    #expect(shown.map { "\($0.area?.rawValue ?? "") \($0.name)" } == ["north present", "east present", "region late"])
  }

  @Test func `withholds what would give a withheld number away`() throws {
    var map = try SmallMaps.town()
    let computed = Count(area: "south", measure: "calls", isOfCases: false, value: 7, computation: "45 less 38")
    let north = Count(area: "north", measure: "calls", isOfCases: false, value: 38)
    try map.merge(
      Connection(
        .init(from: "mentors", to: "children", "supports"),
        counts: [computed, north, Count(area: nil, measure: "calls", isOfCases: false, value: 45)]))
    let published = map.published(for: .public).map
    let counts = try #require(published.connections[.init(from: "mentors", to: "children", "supports")]).counts
    let calls = counts.filter { $0.measure == "calls" }
    // One unknown in 45 = [c] + 38 would be no secret; the smaller of the two others goes with it.
    #expect(calls.map(\.value) == [.suppressed, .suppressed, .number(45)])
    #expect(calls.map(\.computation) == ["", "", ""])
  }

  @Test func `withholds ids and references of unpublished statements, and lets figures select by them`() throws {
    var map = try SmallMaps.town()
    map.figures = [FigureDefinition("f", title: "F", content: .map(.init(references: ["chapter"])))]
    let published = map.published(for: .public).map
    let statements = published.connections.values.flatMap(\.statements)
    #expect(statements.allSatisfy { $0.id.isEmpty && $0.isWithheld && $0.reference == "chapter" })
  }

  @Test(arguments: DisclosureSettings.Excerpts.allCases)
  func `names no coder to the public, also where excerpts are published`(excerpts: DisclosureSettings.Excerpts) throws {
    var map = try SmallMaps.town()
    map.disclosure.excerpts = excerpts
    map.coders = [Coder("Ada")]
    map.codings = [Coding(document: "I1", code: "theme", coder: "Ada")]
    map = map.mappingConnections { connection in
      var coded = connection
      for index in coded.statements.indices {
        coded.statements[index].coder = "Ada"
        coded.statements[index].id = index == 0 ? "ada-1" : "2"
      }
      return coded
    }
    let published = map.published(for: .public).map
    #expect(published.coders.isEmpty && published.codings.isEmpty)
    let statements = published.connections.values.flatMap(\.statements)
    #expect(!statements.isEmpty && statements.allSatisfy { $0.coder.isEmpty && !$0.id.contains("ada") })
    #expect(map.published(for: .team).map == map)
  }

  @Test func `a digest of codings is the team's, since names could be guessed by it`() throws {
    func digest(_ change: (inout NetworkMap) -> Void) throws -> String? {
      var map = try SmallMaps.town()
      map.disclosure.excerpts = .published
      map = map.mappingConnections { connection in
        var plain = connection
        for index in plain.statements.indices { plain.statements[index].interview = "" }
        return plain
      }
      change(&map)
      let input = InputFile(name: "interviews.csv", kind: .interviews, sha256: "abc")
      return MapReading(map: map, inputs: [input]).published(for: .public).inputs.first?.sha256
    }
    #expect(try digest { _ in } == "abc")
    #expect(try digest { $0.codings = [Coding(document: "1", code: "theme")] } == nil)
    #expect(
      try digest { map in
        map = map.mappingConnections { connection in
          var coded = connection
          for index in coded.statements.indices { coded.statements[index].coder = "Ada" }
          return coded
        }
      } == nil)
  }

  @Test func `shows true zeros and published excerpts`() throws {
    var map = try SmallMaps.town()
    map.disclosure = DisclosureSettings(minimum: 10, excerpts: .published)
    try map.merge(
      Connection(.init(from: "clinic", to: "children", "supports"), counts: [Count(area: "south", value: 0)]))
    let published = map.published(for: .public).map
    let clinic = try #require(published.connections[.init(from: "clinic", to: "children", "supports")])
    #expect(clinic.counts.map(\.value) == [.number(0)])
    #expect(clinic.statements[0].excerpt == "Words of clinic.")
  }

  @Test func `leaves what the evidence says as it was`() throws {
    let map = try SmallMaps.town()
    let published = map.published(for: .public).map
    for (id, connection) in map.connections {
      let other = try #require(published.connections[id])
      for area in map.areas.keys {
        #expect(map.presence(of: connection, in: .area(area)) == published.presence(of: other, in: .area(area)))
      }
    }
  }
}

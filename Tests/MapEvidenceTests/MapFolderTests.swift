import Foundation
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapFolderTests {
  @Test(arguments: ["0", "12", "<10", "~5", "3+", "\u{FF11}", "none", "No"])
  func `a symbol that reads as a number is refused, and then nothing is published`(_ symbol: String) throws {
    let folder = try TemporaryFolder([
      "map.yaml": "title: T\nareas: [{id: n}]\ndisclosure: {symbol: \"\(symbol)\"}\n",
      "interviews.csv": "from,to,relation\n",
    ])
    let reading = MapFolder.read(at: folder.path)
    #expect(reading.problems.contains { $0.code == .wrongType && $0.message.contains("reads as a number") })
    #expect(reading.map?.disclosure.minimum == .max)
  }

  @Test(arguments: ["*", "[c]", "[c1]", "..", "withheld"]) func `a symbol that is a sign is taken`(_ symbol: String)
    throws
  {
    let folder = try TemporaryFolder([
      "map.yaml": "title: T\nareas: [{id: n}]\ndisclosure: {symbol: \"\(symbol)\"}\n",
      "interviews.csv": "from,to,relation\n",
    ])
    #expect(MapFolder.read(at: folder.path).map?.disclosure.symbol == symbol)
  }

  private static let definition = """
    title: Test
    areas:
      - {id: north, name: North}
      - {id: south, name: South}
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: school, stage: delivery, aliases: [mentor]}
      - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
    relations:
      - {id: supports, family: support}
    informants:
      - {id: staff, name: Staff, speaks-for: [mentors]}
    interviews: {file: interviews.csv}

    """

  private static func read(_ files: [String: String]) throws -> MapReading {
    MapFolder.read(at: try TemporaryFolder(files).path)
  }

  /// The problems of a definition that is fine but for the lines added to it.
  private static func problems(adding lines: String) throws -> [Problem] {
    try read(["map.yaml": definition + lines, "interviews.csv": "from,to,relation\n"]).problems
  }

  @Test func `reads statements, counts and fieldwork`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition + "fieldwork: {file: f.csv}\nmi: [{file: m.csv, cases: [cases]}]\n",
      "interviews.csv": """
      id,area,interview,informant,from,to,relation,stance,frequency,excerpt,reference
      s1,North; South,I1,staff,mentor,Children,supports,present,common,"She said ""yes"", twice.",p. 3
      s2,all,,,mentors,children,supports,unclear,,,
      s3,,,,mentors,children,supports,absent,,,

      """,
      "f.csv": "area,informant,interviews\nNorth,staff,2\nSouth,staff,0\n",
      "m.csv":
        "area,from,to,relation,count,measure\nNorth,mentors,children,supports,\"1,437\",cases\nSouth,mentors,children,supports,[c],cases\n",
    ])
    #expect(reading.problems == [])
    let map = try #require(reading.map)
    let connection = try #require(map.connections[.init(from: "mentors", to: "children", "supports")])
    #expect(connection.statements.map(\.placement) == [.areas(["north", "south"]), .everywhere, .programme])
    #expect(connection.statements[0].excerpt == "She said \"yes\", twice.")
    #expect(connection.statements[0].frequency == .common)
    #expect(connection.statements.map { $0.location?.line } == [2, 3, 4])
    #expect(connection.counts.map(\.value) == [.number(1437), .suppressed])
    #expect(map.informants(in: .area("north")) == ["staff"])
    #expect(map.informants(in: .area("south")).isEmpty)
    #expect(reading.inputs.map(\.name) == ["map.yaml", "f.csv", "interviews.csv", "m.csv"])
  }

  @Test func `reads columns under the names of a coding tool`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition.replacing(
        "{file: interviews.csv}", with: "{file: export.csv, columns: {from: Source actor, excerpt: Segment}}"),
      "export.csv": "Segment;Source actor;to;relation\nwords;mentors;children;supports\n",
    ])
    #expect(reading.problems == [])
    #expect(reading.map?.connections.values.first?.statements.first?.excerpt == "words")
  }

  @Test(arguments: [
    ("actros: []", "unknown-key", "did you mean `actors`"),
    ("format: 2", "format", "reads format 1"),
    ("legend: {sectors: [{id: x, fill: ';', outline: '#000000'}]}", "bad-color", "six hexadecimal digits"),
    ("legend: {roles: [{id: x, shape: star}]}", "unknown-value", "ellipse"),
    ("figures: [{id: f, title: F, show: {actors: [mentor s]}}]", "unknown-actor", "did you mean \"Mentors\""),
    ("figures: [{id: f, title: F, legend: perhaps}]", "unknown-value", "true"),
    ("fieldwork: {file: ../secret.csv}", "outside-folder", "copy the file"),
    ("fieldwork: {file: gone.csv}", "missing-file", "put it there"),
    ("disclosure: {minimum: -1}", "wrong-type", "whole number"),
    ("mi: {file: m.csv}", "wrong-type", "list"),
  ])
  func `reports what a definition gets wrong, and what to do`(lines: String, code: String, remedy: String) throws {
    let problems = try Self.problems(adding: lines + "\n").filter { $0.severity == .error }
    #expect(problems.contains { $0.code.rawValue == code && $0.message.contains(remedy) }, "\(problems)")
  }

  @Test func `reports every problem of every file in one run, with its place`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition + "colour: red\n",
      "interviews.csv": """
      id,from,to,relation,area,stance,informant
      s1,mentorz,children,supports,North,present,staff
      s2,mentors,children,suports,Nort,maybe,stuff
      s2,mentors,children,supports,,,
      s3,mentors,children,supports
      s4,,children,supports,,,

      """,
    ])
    let places = reading.problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0) \($0.code)" }
    #expect(
      places == [
        "map.yaml:13:1 unknown-key", "interviews.csv:2:4 unknown-actor", "interviews.csv:3:21 unknown-relation",
        "interviews.csv:3:29 unknown-area", "interviews.csv:3:34 unknown-value",
        "interviews.csv:3:40 unknown-informant-group", "interviews.csv:4:1 duplicate-id",
        "interviews.csv:6:4 missing-value",
      ])
    #expect(reading.hasErrors)
    // What has no fault is kept, also of a row whose last cells were not written.
    #expect(reading.map?.actors.count == 2)
    #expect(reading.map?.connections.values.flatMap(\.statements).map(\.id) == ["s3"])
  }

  @Test func `leaves out with an actor the evidence that names it, once said`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition.replacing("role: delivery, sector: school", with: "role: delivry, sector: school"),
      "interviews.csv": "from,to,relation\nmentors,children,supports\nmentor,children,supports\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["left-out", "unknown-role"])
    #expect(reading.problems.first?.message.contains("2 rows of evidence") == true)
    #expect(reading.map?.connections.isEmpty == true)
  }

  @Test func `says once what is wrong with every row`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition,
      "interviews.csv": "from,to,relation\nmentors,children,supports,x\nmentors,children,supports,y\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["ragged-header"])
    #expect(reading.problems.first?.message.contains("Every row has 4 cells and the header 3") == true)
  }

  @Test func `says where a quotation mark opened that swallowed lines, and which`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition,
      "interviews.csv": "excerpt,from,to,relation\n\"a,mentors,children,supports\n\"b\",mentors,children,supports\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["stray-quote"])
    #expect(reading.problems.map(\.line) == [2])
    #expect(reading.problems.first?.message.contains("Lines 2 to 3 were left out") == true)
  }

  @Test func `asks which of several measures counts cases, and which file counts twice`() throws {
    let rows =
      "from,to,relation,count,measure\nmentors,children,supports,12,children\nmentors,children,supports,9,visits\n"
    let files = ["interviews.csv": "from,to,relation\n", "m.csv": rows, "n.csv": rows]
    let open = try Self.read(files.merging(["map.yaml": Self.definition + "mi: [{file: m.csv}]\n"]) { $1 })
    #expect(open.problems.map(\.code.rawValue) == ["missing-cases"])
    let twice = try Self.read(
      files.merging([
        "map.yaml": Self.definition + "mi: [{file: m.csv, cases: [children]}, {file: n.csv, cases: [children]}]\n"
      ]) { $1 })
    #expect(twice.problems.map(\.code.rawValue) == ["duplicate-count", "duplicate-count"])
  }

  @Test func `misses a column that the map names`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition.replacing(
        "{file: interviews.csv}", with: "{file: interviews.csv, columns: {stance: Haltung}}"),
      "interviews.csv": "from,to,relation\nmentors,children,supports\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["missing-column"])
  }

  @Test func `publishes nothing withheld if the settings have errors`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition + "disclosure: {minimun: 50, excerpts: published}\n",
      "interviews.csv": "from,to,relation\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["unknown-key"])
    #expect(reading.map?.disclosure == DisclosureSettings(minimum: .max, excerpts: .withheld))
  }

  @Test func `warns of a measure that no row has`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition + "mi: [{file: m.csv, cases: [kids]}]\n", "interviews.csv": "from,to,relation\n",
      "m.csv": "from,to,relation,count,measure\nmentors,children,supports,12,children\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["unknown-measure"])
  }

  @Test(arguments: [
    ("-5", "bad-number"), ("4.5", "bad-number"), ("", "bad-number"), ("12 345", "bad-number"), ("1,23", "bad-number"),
    ("99999999999999999999", "bad-number"), ("9223372036854775807", "bad-number"), ("NaN", "bad-number"),
  ])
  func `refuses what is not a count`(text: String, code: String) throws {
    let reading = try Self.read([
      "map.yaml": Self.definition + "mi: [{file: m.csv}]\n", "interviews.csv": "from,to,relation\n",
      "m.csv": "from,to,relation,count\nmentors,children,supports,\"\(text)\"\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == [code])
  }

  @Test func `warns of what is probably not meant`() throws {
    let reading = try Self.read([
      "map.yaml": Self.definition,
      "interviews.csv": "from,to,relation,freqency\nchildren,mentors,supports,\nmentors,mentors,supports,\n",
    ])
    #expect(reading.problems.map(\.code.rawValue) == ["unknown-column", "support-direction", "self-connection"])
    #expect(!reading.hasErrors)
  }

  @Test(arguments: [
    "", "# nothing\n", "- a\n- b\n", "just text", "a: [b\nc: {", "a: b: c", "\t- x", "title: [1, 2]\n", "a: \"\u{1}\"",
  ])
  func `survives what is no definition`(text: String) throws {
    let reading = try Self.read(["map.yaml": text])
    #expect(reading.hasErrors)
  }

  @Test func `survives nesting without end`() throws {
    let reading = try Self.read(["map.yaml": "a: " + String(repeating: "[", count: 100_000)])
    #expect(reading.hasErrors)
  }

  @Test func `says so if there is no map`() throws {
    #expect(MapFolder.read(at: "/nowhere/at/all").problems.map(\.code.rawValue) == ["missing-file"])
    let empty = MapFolder.read(at: try TemporaryFolder().path)
    #expect(empty.problems.first?.message.contains("holds no map.yaml") == true)
  }

  @Test func `gives the same map from every encoding and separator`() throws {
    let rows = "from,to,relation,excerpt\nmentors,children,supports,caf\u{E9}\n"
    let semicolons = rows.replacing(",", with: ";").replacing("\n", with: "\r\n")
    let utf16 = Data([0xFF, 0xFE] + semicolons.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let latin = Data(rows.unicodeScalars.map { UInt8($0.value) })
    let expected = try Self.read(["map.yaml": Self.definition, "interviews.csv": rows]).map
    for data in [Data(semicolons.utf8), utf16, latin] {
      let folder = try TemporaryFolder(["map.yaml": Self.definition])
      try folder.write(data, to: "interviews.csv")
      #expect(MapFolder.read(at: folder.path).map == expected)
    }
  }
}

import Foundation
import MapEvidence
import MapModel
import OrderedCollections
import Tabular
import TestSupport
import Testing

/// Projects of coding tools, written as tools write them.
struct QDAProjectTests {
  private static let definition = """
    title: Test
    areas: [{id: north, name: North}, {id: south, name: South}]
    periods: [{name: "2024"}, {name: "2025"}]
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery}
      - {id: club, name: Club, role: programme-activity, sector: school, stage: delivery}
    relations:
      - {id: refers-to, family: coordination, label: refers to}
      - {id: works-with, family: coordination, label: works with, directed: false}
    informants: [{id: staff, name: Staff, speaks-for: []}]

    """

  private static let names = [
    "actor: Mentors", "actor: GPs", "actor: Club", "from: GPs", "to: Mentors", "relation: refers to",
    "relation: works with",
    "stance: absent", "area: South", "trust",
  ]

  /// A code's identifier, in upper case as some tools have it.
  private static func id(_ code: String) -> String {
    "0000000\(names.firstIndex(of: code) ?? 9)-ABCD-4000-8000-000000000000"
  }

  /// A selection with codes, by one of two users.
  private static func selection(_ range: Range<Int>, _ codes: [String], user: Int = 1, name: String = "") -> String {
    "<PlainTextSelection guid=\"s\" name=\"\(name)\" startPosition=\"\(range.lowerBound)\" endPosition=\"\(range.upperBound)\">"
      + codings(codes, user: user) + "</PlainTextSelection>"
  }

  private static func codings(_ codes: [String], user: Int = 1) -> String {
    codes.map { "<Coding guid=\"c\" creatingUser=\"u\(user)\"><CodeRef targetGUID=\"\(id($0))\"/></Coding>" }.joined()
  }

  /// A project with one document, N 1.
  private static func project(
    _ selections: String, text: String? = nil, before: String = "", after: String = "", prefix: String = ""
  ) -> String {
    let codes = names.map { "<Code guid=\"{\(id($0).lowercased())}\" name=\"\($0)\" isCodable=\"false\"/>" }.joined()
    let content = text.map { "<PlainTextContent>\($0)</PlainTextContent>" } ?? ""
    let plain =
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\"><Users><User guid=\"u1\" name=\"Ann\"/><User guid=\"u2\" name=\"Bo\"/></Users>"
      + "<CodeBook><Codes><Code guid=\"x\" name=\"All\" isCodable=\"false\">\(codes)</Code></Codes></CodeBook>\(before)"
      + "<Sources><TextSource guid=\"D1\" name=\"N 1\" plainTextPath=\"internal://d1.txt\">\(content)\(selections)</TextSource></Sources>"
      + "\(after)</Project>"
    return prefix + plain
  }

  private static func reading(
    _ project: String, texts: [String: [UInt8]]? = nil, interviews: String = "{file: p.qdpx}",
    entry: String = "project.qde"
  ) throws -> MapReading {
    let folder = try TemporaryFolder(["map.yaml": definition + "interviews: \(interviews)\n"])
    var archive = ZipWriter()
    try archive.add(entry, Array(project.utf8))
    for (name, bytes) in texts ?? [:] { try archive.add(name, bytes) }
    try folder.write(Data(archive.archive()), to: "p.qdpx")
    try folder.write(Data(project.utf8), to: "p.qde")
    return MapFolder.read(at: folder.path)
  }

  private static func statements(_ reading: MapReading) -> [String] {
    (reading.map?.connections.values.flatMap { connection in
      connection.statements.map { "\(connection.source) \(connection.relation) \(connection.target): \($0.excerpt)" }
    } ?? []).sorted()
  }

  // MARK: Words and their places

  @Test(arguments: [
    // Code points, of which the face is one and the accent is one; with a mark, line breaks of either kind, and units.
    ("😀 e\u{301} the GP refers", 5, 18, "P", "", "the GP refers"),
    ("a\r\nb the GP refers", 5, 18, "NVivo", "", "the GP refers"),
    ("a\r\nb the GP refers", 4, 17, "ATLAS.ti 23", "", "the GP refers"),
    ("a\r\nb the GP refers", 4, 17, "P", "the GP", "the GP refers"),
    ("😀 the GP refers", 3, 16, "P", "the GP...", "the GP refers"),
    ("\u{FEFF}the GP refers", 0, 13, "P", "", "the GP refers"),
    ("\u{FEFF}the GP refers", 1, 14, "P", "the GP", "the GP refers"),
  ])
  func `cuts the words of a selection`(
    text: String, start: Int, end: Int, origin: String, name: String, words: String
  ) throws {
    let codes = ["actor: GPs", "actor: Mentors", "relation: works with"]
    let project = Self.project(Self.selection(start..<end, codes, name: name))
      .replacing("name=\"P\"", with: "name=\"P\" origin=\"\(origin)\"")
    let reading = try Self.reading(project, texts: ["sources/d1.txt": Array(text.utf8)])
    #expect(Self.statements(reading) == ["mentors works-with gp: \(words)"])
    #expect(reading.problems == [])
  }

  @Test func `says that places do not fit`() throws {
    let codes = ["from: GPs", "to: Mentors", "relation: refers to"]
    let reading = try Self.reading(
      Self.project(Self.selection(0..<99, codes, name: "beyond")), texts: ["Sources/D1.TXT": Array("short".utf8)])
    #expect(Self.statements(reading) == ["gp refers-to mentors: beyond"])
    #expect(reading.problems.map(\.code) == [.badStretch])
    #expect(reading.problems.allSatisfy { $0.severity == .warning && $0.line == nil })
    // Without the text, names stand for words.
    let bare = try Self.reading(Self.project(Self.selection(0..<9, codes, name: "its name")))
    #expect(Self.statements(bare) == ["gp refers-to mentors: its name"])
    #expect(bare.problems.map(\.code) == [.badStretch])
  }

  // MARK: What comes together

  @Test func `codes of overlapping stretches make connections, those of two coders and those apart do not`() throws {
    let text = "The GP sends them to the mentors. No more, they say."
    let reading = try Self.reading(
      Self.project(
        Self.selection(0..<33, ["relation: refers to"]) + Self.selection(0..<6, ["from: GPs"])
          + Self.selection(21..<32, ["to: Mentors"]) + Self.selection(30..<40, ["stance: absent"])
          + Self.selection(33..<40, ["actor: Club"]) + Self.selection(7..<12, ["relation: refers to"], user: 2)
          + Self.selection(0..<6, ["from: GPs"], user: 2), text: text))
    let statements = try #require(reading.map?.connections.values.first?.statements)
    #expect(Self.statements(reading) == ["gp refers-to mentors: The GP sends them to the mentors."])
    #expect(statements.map(\.stance) == [.absent] && statements.map(\.coder) == ["Ann"])
    let usage = try #require(reading.usage.first)
    #expect((usage.total, usage.used) == (7, 4))
    #expect(usage.leftOut == ["incomplete": 3])
    #expect(reading.map?.codings.count == 7)
  }

  @Test func `only one direction is possible towards an activity, and mutual relations need none`() throws {
    let reading = try Self.reading(
      Self.project(
        Self.selection(0..<3, ["actor: Club", "relation: refers to", "actor: GPs"])
          + Self.selection(3..<6, ["actor: Mentors", "relation: works with", "actor: GPs"])
          + Self.selection(6..<9, ["actor: Mentors", "relation: refers to", "actor: GPs"]), text: "abcdefghi"))
    #expect(Self.statements(reading) == ["gp refers-to club: abc", "mentors works-with gp: def"])
    #expect(reading.problems.map(\.code) == [.unclearDirection])
  }

  // MARK: Where, when and with whom

  @Test func `variables, cases, sets and codes of whole documents say where, when and with whom`() throws {
    let codes = ["from: GPs", "to: Mentors", "relation: refers to"]
    let values = "<VariableValue><VariableRef targetGUID=\"V1\"/><TextValue>2025</TextValue></VariableValue>"
    let before = """
      <Variables><Variable guid="v1" name="Wave"/><Variable guid="v2" name="informant"/></Variables>
      <Cases><Case name="c"><VariableValue><VariableRef targetGUID="v2"/><TextValue>staff</TextValue></VariableValue>
      <SourceRef targetGUID="{D1}"/></Case></Cases>
      """
    let set = "<Sets><Set guid=\"t\" name=\"area: North\"><MemberSource targetGUID=\"d1\"/></Set></Sets>"
    let interviews = "{file: p.qdpx, columns: {period: wave}}"
    func first(_ project: String) throws -> CodedStatement? {
      try Self.reading(project, interviews: interviews).map?.connections.values.first?.statements.first
    }
    let whole = Self.selection(0..<2, codes) + values
    let said = try #require(try first(Self.project(whole, text: "ab", before: before, after: set)))
    #expect(said.placement == .areas(["north"]) && said.time == .periods(["2025"]) && said.informants == ["staff"])
    #expect(said.interview == "N 1")
    let coded = Self.codings(["area: South"]) + Self.selection(0..<2, codes)
    #expect(try first(Self.project(coded, text: "ab", before: before))?.placement == .areas(["south"]))
    // Groups of anything are no fault; a variable that map.yaml names must be there.
    let others = set.replacing("area: North", with: "Those to call")
    #expect(try first(Self.project(whole, text: "ab", before: before, after: others))?.placement == .programme)
    let missing = try Self.reading(Self.project(whole, text: "ab"), interviews: interviews)
    #expect(missing.problems.map(\.code) == [.missingColumn])
  }

  // MARK: What is not read

  @Test func `counts what is not read, and takes projects as tools write them`() throws {
    let others =
      "<Notes><Note guid=\"n\"><PlainTextSelection>\(Self.codings(["to: Mentors"]))</PlainTextSelection></Note></Notes>"
      + "<Links><Link guid=\"l\"/><Link guid=\"m\"/></Links><Graphs><Graph guid=\"g\"><Vertex guid=\"y\"/></Graph></Graphs>"
    let selections =
      Self.selection(0..<2, ["from: GPs", "to: Mentors", "relation: refers to", "trust"])
      + "<PlainTextSelection startPosition=\"0\" endPosition=\"1\"><Coding><CodeRef targetGUID=\"gone\"/></Coding></PlainTextSelection>"
    let project = Self.project(selections, after: others)
    let prefixed = project.replacing("<", with: "<q:").replacing("<q:/", with: "</q:").replacing(
      "xmlns=", with: "xmlns:q="
    )
    .replacing("project:1.0", with: "project:0:10")
    for (text, entry) in [(project, "Project.qde"), (prefixed, "project.qde"), ("\u{FEFF}" + project, "other.QDE")] {
      let reading = try Self.reading(text, texts: ["Sources/d1.txt": [0x61, 0x62]], entry: entry)
      #expect(Self.statements(reading) == ["gp refers-to mentors: ab"])
      #expect(reading.usage.first?.notRead == ["unknown-code": 1, "memo": 1, "link": 2, "graph": 1])
      #expect(reading.problems.map(\.code) == [.unknownCode])
    }
  }

  @Test(arguments: ["p.qde", "{file: p.qde}", "[p.qde]", "{files: [p.qde]}"])
  func `is named like any file`(interviews: String) throws {
    let codes = ["from: GPs", "to: Mentors", "relation: refers to"]
    let reading = try Self.reading(
      Self.project(Self.selection(0..<2, codes), text: "ab"), interviews: interviews)
    #expect(Self.statements(reading) == ["gp refers-to mentors: ab"])
    #expect(reading.problems == [])
  }

  @Test(arguments: [
    "", "<Project", "<Project></Projekt>", "<html/>", "<CodeBook/>", "no XML",
    "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><Project name=\"&b;\"/>",
    String(repeating: "<Code>", count: 100_000),
  ])
  func `what is no project ends in one sentence`(text: String) throws {
    for file in ["p.qdpx", "p.qde"] {
      let reading = try Self.reading(text, interviews: file)
      #expect(reading.problems.map(\.code) == [.notText], "\(reading.problems)")
      #expect(reading.problems.allSatisfy { $0.message.utf8.count < 300 })
    }
  }

  @Test func `an archive of something else, and overlaps without end, are bounded`() throws {
    #expect(try Self.reading("x", entry: "xl/workbook.xml").problems.map(\.code) == [.notText])
    // Each of 2,000 stretches overlaps each other.
    let many = (0..<2000).map { Self.selection($0..<5000, ["relation: refers to", "actor: GPs"]) }.joined()
    let reading = try Self.reading(Self.project(many, text: String(repeating: "a", count: 5000)))
    #expect(reading.usage.first?.total == 2000)
  }
}

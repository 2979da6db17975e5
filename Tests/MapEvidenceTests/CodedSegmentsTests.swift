import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// How codes of a coding tool become connections.
struct CodedSegmentsTests {
  private static let definition = """
    title: Test
    areas: [{id: north, name: North}, {id: south, name: South}]
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery}
      - {id: school, name: School, role: delivery, sector: school, stage: delivery}
      - {id: children, name: Children, role: delivery, sector: families, stage: delivery, beneficiary: true}
    relations:
      - {id: refers-to, family: coordination}
      - {id: supports, family: support}
    informants: [{id: staff, name: Staff, speaks-for: []}]
    interviews:
      file: export.csv
      documents:
        - {document: "North*", area: north, informant: staff}
    codes:
      - {code: GP refers to mentors, from: gp, to: mentors, relation: refers-to}
      - {code: "a: GP", actor: gp}
      - {code: "a: mentors", actor: mentors}
      - {code: "a: school", actor: school}
      - {code: "a: children", actor: children}
      - {code: "from: school", actor: school, as: source}
      - {code: "to: mentors", actor: mentors, as: target}
      - {code: refers, relation: refers-to}
      - {code: refers to mentors, relation: refers-to, to: mentors}
      - {code: helps, relation: supports}
      - {code: not so, stance: absent}
      - {code: perhaps, stance: unclear}
      - {code: in the south, area: south}
      - {code: often, frequency: common}
      - {code: "theme*", ignore: true}

    """

  private static func reading(_ export: String) throws -> MapReading {
    MapFolder.read(at: try TemporaryFolder(["map.yaml": definition, "export.csv": export]).path)
  }

  /// The connections of one highlight with the given codes, in Taguette's form.
  private static func connections(_ codes: [String]) throws -> [String] {
    let rows = codes.map { "7,North 1,\"\($0)\",words\n" }.joined()
    let map = try #require(try reading("id,document,tag,content\n" + rows).map)
    return map.connections.keys.map { "\($0.source) \($0.relation) \($0.target)" }.sorted()
  }

  @Test(
    arguments: [
      (["GP refers to mentors", "theme: trust"], ["gp refers-to mentors"]),
      (["from: school", "refers", "a: mentors"], ["school refers-to mentors"]),
      (["a: GP", "refers", "to: mentors"], ["gp refers-to mentors"]),
      (["a: GP", "a: school", "refers to mentors"], ["gp refers-to mentors", "school refers-to mentors"]),
      (["a: GP", "a: mentors", "refers to mentors"], ["gp refers-to mentors"]),
      (
        ["a: children", "helps", "a: mentors", "a: school"], ["mentors supports children", "school supports children"]
      ),
      (["from: school", "to: mentors", "a: GP", "refers"], ["school refers-to mentors"]),
      // Nothing says who refers to whom, or there is nobody else.
      (["a: GP", "a: school", "refers"], []), (["a: GP", "refers"], []), (["a: GP", "a: school"], []),
      (["theme: trust"], []), (["a: mentors", "helps", "a: GP"], []),
    ] as [([String], [String])])
  func `codes of one segment come together`(codes: [String], expected: [String]) throws {
    #expect(try Self.connections(codes) == expected)
  }

  @Test func `documents and codes say where, with whom and how`() throws {
    let reading = try Self.reading(
      """
      id,document,tag,content
      1,North 1,GP refers to mentors,"One, two"
      2,North 2,GP refers to mentors,Three
      2,North 2,in the south,Three
      2,North 2,not so,Three
      2,North 2,often,Three
      3,Elsewhere,GP refers to mentors,Four
      3,Elsewhere,not so,Four
      3,Elsewhere,perhaps,Four
      4,North 1,theme: trust,Five
      5,North 1,nobody knows this code,Six
      6,North 1,a: GP,Seven

      """)
    let statements = try #require(reading.map?.connections.values.first?.statements)
    #expect(statements.map(\.id) == ["1", "2", "3"])
    #expect(statements.map(\.placement) == [.areas(["north"]), .areas(["south"]), .programme])
    #expect(statements.map(\.stance) == [.present, .absent, .unclear])
    #expect(statements.map(\.frequency) == [nil, .common, nil])
    #expect(statements.map(\.informants) == [["staff"], ["staff"], []])
    #expect(statements.map(\.interview) == ["North 1", "North 2", "Elsewhere"])
    #expect(statements[0].excerpt == "One, two")
    let usage = try #require(reading.usage.first)
    #expect((usage.total, usage.used, usage.unit) == (6, 3, .segments))
    #expect(usage.leftOut == ["no-meaning": 2, "incomplete": 1])
    // The document "Elsewhere" fits no pattern.
    #expect(reading.problems.map(\.code) == [.unknownDocument])
  }

  @Test func `reads QualCoder's export, where each coding has an id of its own`() throws {
    // The columns as formats of coded segments give them, with a byte order mark and all cells in quotation marks.
    let reading = try Self.reading(
      """
      \u{FEFF}"File","Coder","Coded","Id","Codename","Coded_Memo","Category","Category","FileVar_x"
      "North 1","me","The doctor sends them.","ctid:7","a: GP","","Actors","",""
      "North 1","me","The doctor sends them.","ctid:8","refers to mentors","","Relations","",""
      "North 1","me","Something else.","ctid:9","theme: hope","","","",""

      """)
    #expect(reading.problems == [])
    #expect(reading.map?.connections.keys.map(\.source.rawValue) == ["gp"])
    #expect(reading.usage.map { [$0.total, $0.used] } == [[2, 1]])
  }

  @Test func `says which segments and codes it does not understand`() throws {
    let reading = try Self.reading(
      "id,document,tag,content\n1,N,a: GP,x\n1,N,a: school,x\n1,N,refers,x\n2,N,GP refer to mentors,y\n3,N,GP refer to mentors,z\n"
    )
    #expect(reading.problems.map(\.code.rawValue) == ["unknown-document", "unclear-direction", "unknown-code"])
    #expect(reading.problems.map(\.count) == [1, 1, 2])
    #expect(reading.problems[2].lines == [5, 6])
    #expect(reading.problems.allSatisfy { $0.severity == .warning })
  }

  /// `Referral` and `Referral to` are one relation for a map that is imported, so they are for codes; where two relations are
  /// said alike, a code means neither.
  @Test(arguments: [
    ("Referral", "sends"), ("referral to", "sends"), ("Is linked by referral to", "sends"), ("Report_to", nil),
    ("report to", "reporting"),
    ("reports to", "reports-to"), ("Referrals", nil),
  ])
  func `codes that are said like a relation mean it`(code: String, relation: String?) throws {
    let definition = Self.definition.split(separator: "\ncodes:", maxSplits: 1)[0]
      .replacing(
        "relations:\n",
        with: """
          relations:
            - {id: sends, family: coordination, label: Referral to}
            - {id: reports-to, family: coordination, label: reports to}
            - {id: reporting, family: coordination, label: report to}

          """)
    let folder = try TemporaryFolder([
      "map.yaml": String(definition),
      "export.csv":
        "id,document,tag,content\n1,North 1,from: GPs,x\n1,North 1,to: School,x\n1,North 1,relation: \(code),x\n",
    ])
    let map = try #require(MapFolder.read(at: folder.path).map)
    #expect(map.connections.keys.map(\.relation.rawValue) == (relation.map { [$0] } ?? []))
  }

  /// A code alone, under others as tools and people write it, and beside another, which is never a path.
  @Test(arguments: [
    ("Routes/GP refers to mentors", 1), ("Routes / In / GP refers to mentors", 1), ("Routes>GP refers to mentors", 1),
    ("Routes -> GP refers to mentors", 1), ("Routes \u{2192} GP refers to mentors", 1),
    ("Routes | GP refers to mentors", 0),
    ("Routes \u{BB} GP refers to mentors", 1), ("Routes: GP refers to mentors", 1), ("a: GP / GP refers to mentors", 0),
    ("GP refers to mentors/not so", 0), ("GP refers to mentors | perhaps", 0), ("GP refers to mentors, not so", 0),
  ])
  func `a code is known under others whatever sets them apart`(code: String, count: Int) throws {
    let reading = try Self.reading("id,document,tag,content\n1,North 1,\"\(code)\",x\n")
    #expect(reading.map?.connections.count == count)
    // Where no code is known by itself, the separator is asked for all the same.
    #expect(reading.problems.contains { $0.message.contains("`columns: {separator: ") } == (count == 0))
  }

  /// Below what denies or doubts, a code is not what it is alone.
  @Test(arguments: [
    "Not so: GP refers to mentors", "Gaps > GP refers to mentors", "Unclear/GP refers to mentors",
    "No contact \u{BB} GP refers to mentors",
    "Routes > Missing links > GP refers to mentors",
  ])
  func `a code below one that turns its meaning is asked for`(code: String) throws {
    let reading = try Self.reading("id,document,tag,content\n1,North 1,\"\(code)\",x\n")
    #expect(reading.map?.connections.isEmpty == true)
    #expect(reading.problems.contains { $0.code == .unknownCode && $0.message.contains("GP refers to mentors") })
  }

  @Test(arguments: [
    ("- {code: x, from: gp, to: mentors}", "missing-key"), ("- {code: x}", "missing-key"),
    ("- {code: x, actor: nobody}", "unknown-actor"), ("- {code: x, as: source}", "missing-key"),
    ("- {code: x, actor: gp, as: middle}", "unknown-value"), ("- {code: refers, actor: gp}", "duplicate-id"),
    ("- {code: x, stance: never}", "unknown-value"),
  ])
  func `reports codes that cannot be right`(code: String, problem: String) throws {
    let folder = try TemporaryFolder([
      "map.yaml": Self.definition + "  " + code + "\n", "export.csv": "id,document,tag,content\n",
    ])
    #expect(MapFolder.read(at: folder.path).problems.map(\.code.rawValue).contains(problem))
  }
}

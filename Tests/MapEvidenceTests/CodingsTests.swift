import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What is kept of codings, and of who made them.
struct CodingsTests {
  private static let head = """
    title: Test
    actors:
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery}
      - {id: gp, name: GPs, role: co-existing-support, sector: nhs, stage: delivery}
    relations: [{id: refers-to, family: coordination}]

    """

  private static let codes = """
    interviews: {file: export.csv}
    codes:
      - {code: GP refers, from: gp, to: mentors, relation: refers-to}
      - {code: not so, stance: absent}
      - {code: "theme*", ignore: true}

    """

  private static func reading(_ definition: String, _ files: [String: String]) -> MapReading {
    let all = files.merging(["map.yaml": head + definition]) { $1 }
    return MapFolder.read(MapFiles(all.mapValues { Array($0.utf8) }))
  }

  @Test func `keeps every coding of an export, also of codes that say nothing of the map`() throws {
    let reading = Self.reading(
      Self.codes,
      [
        "export.csv": """
        interview,start,end,code,coder,area,excerpt
        1,0,9,GP refers,Ada,here,Words one
        1,0,9,theme: trust,Ben,,Words one
        2,x,9,GP refers,,,Two

        """
      ])
    #expect(reading.problems.map(\.code) == [.unknownArea])
    let codings = try #require(reading.map?.codings)
    #expect(codings.map(\.document) == ["1", "1", "2"])
    #expect(codings.map(\.stretch) == [0..<9, 0..<9, nil])
    #expect(codings.map(\.code) == ["GP refers", "theme: trust", "GP refers"])
    #expect(codings.map(\.coder) == ["Ada", "Ben", ""])
    #expect(codings.map(\.area) == ["here", "", ""])
    #expect(codings.map(\.excerpt) == ["Words one", "Words one", "Two"])
    #expect(codings.map(\.location?.line) == [2, 3, 4])
    #expect(reading.map?.coderNames == ["Ada", "Ben"])
  }

  @Test func `what two coders see in the same words are two statements`() throws {
    let map = try #require(
      Self.reading(
        Self.codes,
        [
          "export.csv": """
          segment,interview,code,coder,excerpt
          7,1,GP refers,Ada,Words
          7,1,GP refers,Ben,Words
          7,1,not so,Ben,Words

          """
        ]
      ).map)
    let statements = try #require(map.connections.values.first?.statements)
    #expect(statements.map(\.coder) == ["Ada", "Ben"])
    #expect(statements.map(\.stance) == [.present, .absent])
    #expect(statements.map(\.id) == ["7", "7-coder-2"])
    let asAda = map.narrowed(to: EvidenceFilter(coder: "Ada"))
    #expect(asAda.connections.values.map { $0.statements.map(\.coder) } == [["Ada"]])
    #expect(asAda.codings.map(\.coder) == ["Ada"])
    #expect(map.narrowed(to: EvidenceFilter(coder: "nobody")).connections.isEmpty)
  }

  @Test func `stretches tell segments apart that have the same words`() throws {
    let map = try #require(
      Self.reading(
        Self.codes,
        [
          "export.csv":
            "interview,start,end,code,excerpt\n1,0,3,GP refers,yes\n1,9,12,GP refers,yes\n1,9,12,not so,yes\n"
        ]
      ).map)
    #expect(map.connections.values.first?.statements.map(\.stance) == [.present, .absent])
  }

  @Test func `rows of statements can name their coders, spelt as they are listed`() throws {
    let reading = Self.reading(
      "coders: [{name: Ada Lin}, {name: Ben, documents: [Two]}, {name: Cem}]\n",
      [
        "interviews.csv": """
        id,from,to,relation,coder
        1,gp,mentors,refers-to,ada lin
        2,gp,mentors,refers-to,Ben
        3,gp,mentors,refers-to,
        4,gp,mentors,refers-to,Bem

        """
      ])
    #expect(
      reading.map?.connections.values.first?.statements.map(\.coder) == ["Ada Lin", "Ben", "", "Bem"])
    #expect(reading.map?.coders == [Coder("Ada Lin"), Coder("Ben", documents: ["Two"]), Coder("Cem")])
    #expect(reading.problems.map(\.code) == [.coderWithoutCodings, .unknownCoder])
    #expect(reading.problems.allSatisfy { $0.severity == .warning && $0.line == 6 })
    // Names are for the team.
    #expect(reading.problems.map(\.example) == ["Cem", "Bem"])
    #expect(reading.problems.allSatisfy { !$0.message.contains("em\"") })
  }

  @Test func `codings can stand beside statements`() throws {
    let reading = Self.reading(
      "codings: {file: codings.csv, columns: {code: label}}\n",
      [
        "interviews.csv": "from,to,relation\ngp,mentors,refers-to\n",
        "codings.csv": """
        document,segment,start,end,label,coder
        1,7,0,9,trust,Ada
        1,,9,,trust,Ada
        1,,9,8,trust,Ada
        1,,,,,Ada

        """,
      ])
    #expect(reading.map?.codings.map(\.segment) == ["7"])
    #expect(reading.map?.codings.map(\.stretch) == [0..<9])
    #expect(reading.problems.map(\.code) == [.badStretch, .badStretch, .missingValue])
    #expect(reading.problems.map(\.line) == [3, 4, 5])
    #expect(reading.problems.allSatisfy { $0.file == "codings.csv" })
  }

  @Test(arguments: [
    ("coders: [{name: Ada}, {name: ada}]", "duplicate-id"), ("coders: [{name: Ada}, {name: Ada}]", "duplicate-id"),
    ("coders: [{initials: A}]", "missing-key"), ("codings: {file: ../x.csv}", "outside-folder"),
    ("codings: {file: nowhere.csv}", "missing-file"),
  ])
  func `reports coders and codings that cannot be right`(line: String, problem: String) {
    let reading = Self.reading(line + "\n", ["interviews.csv": "from,to,relation\n"])
    #expect(reading.problems.map(\.code.rawValue).contains(problem))
  }
}

import Foundation
import TestSupport
import Testing

/// Groups on the command line.
struct GroupCommandTests {
  private static let netmap = BuiltProgram("netmap")

  /// Two schools in one group, and a third in a larger one; two pupils are at two of them.
  private static let files = [
    "map.yaml": """
    title: Groups
    areas: [{id: north, name: North}, {id: south, name: South}]
    actors:
      - {id: schools, name: Partner schools, role: set-up, sector: school, stage: set-up, plural: true}
      - {id: primary, name: Primary schools, role: set-up, sector: school, stage: set-up, plural: true, group: schools}
      - {id: ash, name: Ash School, role: set-up, sector: school, stage: set-up, group: primary}
      - {id: birch, name: Birch School, role: set-up, sector: school, stage: set-up, group: primary}
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery, plural: true}
      - {id: pupils, name: Pupils, role: delivery, sector: families, stage: delivery, beneficiary: true, plural: true}
    relations:
      - {id: refers-to, family: coordination, label: refers pupils to, plural: refer pupils to}
      - {id: meets, family: coordination, label: meets with, plural: meet with, directed: false}
      - {id: supports, family: support, label: supports, plural: support}
    informants: [{id: heads, name: Heads, speaks-for: [schools, ash, birch]}]
    interviews: {file: interviews.csv}
    fieldwork: {file: fieldwork.csv}
    mi:
      - files: [cases.csv]
        columns: {case: Pupil, area: Area, school: School}
        rules:
          - {measure: referrals, to: mentors, relation: refers-to,
             from: {column: school, each: {role: set-up, sector: school, stage: set-up, group: primary}}}
    expectations:
      - {id: refer, because: Schools know who is absent, connection: {from: schools, to: mentors, relation: refers-to}}
      - {id: ash-meets, because: Ash School is the largest, connection: {from: ash, to: mentors, relation: meets}}
    claims:
      - {id: schools-refer, words: Schools referred pupils to mentors, connection: {from: schools, to: mentors, relation: refers-to}}
    figures:
      - {id: schools, title: Each school}
      - {id: groups, title: Schools together, show: {collapse: true, actors: [ash, mentors]}}
    disclosure: {minimum: 3}

    """,
    "interviews.csv": """
    id,from,relation,to,area,informant,stance
    s1,ash,refers-to,mentors,North,heads,present
    s2,birch,refers-to,mentors,North,heads,absent
    s3,ash,meets,birch,North,heads,present
    s4,mentors,supports,pupils,,heads,present

    """,
    "fieldwork.csv": "area,informant,interviews\nNorth,heads,3\n",
    "cases.csv": "Pupil,Area,School\n"
      + (1...9).map { "p\($0),North,Ash School\n" }.joined() + (8...14).map { "p\($0),North,Cedar School\n" }.joined()
      + (20...25).map { "p\($0),South,Cedar School\n" }.joined(),
  ]

  private static func run(_ verb: String, _ arguments: String...) throws -> BuiltProgram.Run {
    try netmap.run([verb, try TemporaryFolder(files).path] + arguments)
  }

  private static func rows(_ arguments: String...) throws -> [String: [String: Any]] {
    let run = try netmap.run(["query", try TemporaryFolder(files).path] + arguments + ["--format", "json"])
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let found = try #require(json["connections"] as? [[String: Any]])
    return Dictionary(found.map { ("\($0["from"] ?? "") \($0["relation"] ?? "") \($0["to"] ?? "")", $0) }) { $1 }
  }

  @Test func `the map has no problems, and its claims and expectations of groups hold by their parts`() throws {
    let run = try Self.run("check")
    #expect(run.code == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains("holds: “Schools referred pupils to mentors”"), "\(run.output)")
    // Partner schools are there as their parts, and Cedar School comes from the case file.
    #expect(run.output.contains("5 actors (2 more are groups of them)"), "\(run.output)")
  }

  @Test func `each part answers for itself`() throws {
    let rows = try Self.rows()
    #expect(rows["ash refers-to mentors"]?["cases"] as? Int == 9)
    #expect(rows["cedar-school refers-to mentors"]?["cases"] as? Int == 13)
    #expect(rows["birch refers-to mentors"] == nil)
    #expect(rows.keys.allSatisfy { !$0.hasPrefix("primary") && !$0.hasPrefix("schools") })
  }

  @Test func `groups answer for their parts, each pupil once`() throws {
    // 2 of the 9 and 7 pupils of the north are at both schools; 6 more are in the south.
    for arguments in [["--collapse"], ["--collapse", "Partner schools"]] {
      let run = try Self.netmap.run(
        ["query", try TemporaryFolder(Self.files).path] + ["--from", "schools"] + arguments + ["--evidence"])
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("Partner schools → Mentors: refer pupils to (said and recorded; all areas)"))
      #expect(run.output.contains("Partner schools ↔ Partner schools: meet with (said; North)"))
      #expect(run.output.contains("(absent, of Birch School, North, Heads)"), "\(run.output)")
      #expect(run.output.contains("9 referrals of Ash School in North"), "\(run.output)")
      #expect(run.output.contains("Groups stand for the actors that are part of them: Partner schools (3)."))
    }
    let rows = try Self.rows("--collapse")
    #expect(rows["schools refers-to mentors"]?["cases"] as? Int == 20)
    #expect(rows["schools refers-to mentors"]?["statementsAgainst"] as? Int == 1)
    #expect(try Self.rows("--collapse", "--area", "North")["schools refers-to mentors"]?["cases"] as? Int == 14)
    #expect(
      try Self.rows("--collapse", "primary", "--area", "South")["primary refers-to mentors"]?["cases"] as? Int == 6)
  }

  @Test func `who asks for a group is told of its parts`() throws {
    let run = try Self.run("query", "--from", "schools")
    #expect(run.output.contains("known of actors that are part of Partner schools alone; --collapse"), "\(run.output)")
    let part = try Self.run("query", "--from", "ash", "--collapse")
    #expect(part.code == 2)
    #expect(part.errors.contains("Ash School is part of Partner schools, which stands for it"), "\(part.errors)")
    let none = try Self.run("query", "--collapse", "mentors")
    #expect(none.code == 2 && none.errors.contains("no actor is part of \"mentors\""), "\(none.errors)")
  }

  @Test func `gaps are looked for among parts, or among groups`() throws {
    let parts = try Self.run("gaps").output
    #expect(parts.contains("ash-meets: Ash School is the largest\n  Whole map: No connection"), "\(parts)")
    let groups = try Self.run("gaps", "--collapse").output
    #expect(groups.contains("1 expectation of single parts of groups is not looked at: ash-meets."), "\(groups)")
    #expect(groups.contains("1 expectation: 1 met everywhere, 0 not met."), "\(groups)")
    #expect(!groups.contains("Ash School"))
  }

  @Test func `measures are of parts, or of groups`() throws {
    func nodes(_ arguments: String...) throws -> Set<String> {
      let run = try Self.netmap.run(
        ["measure", try TemporaryFolder(Self.files).path] + arguments + ["--format", "csv"])
      return Set(
        run.output.split(whereSeparator: \.isNewline).dropFirst().compactMap {
          $0.split(separator: ",").first.map(String.init)
        })
    }
    #expect(try nodes() == ["ash", "birch", "cedar-school", "mentors", "pupils"])
    #expect(try nodes("--collapse") == ["schools", "mentors", "pupils"])
    #expect(try nodes("--collapse", "primary") == ["primary", "mentors", "pupils"])
  }

  @Test(arguments: [["compare"], ["export", "--as", "json"]])
  func `comparisons and exports take groups`(verb: [String]) throws {
    let run = try Self.netmap.run([verb[0], try TemporaryFolder(Self.files).path] + verb.dropFirst() + ["--collapse"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.output.contains("Ash School") && run.output.contains("Partner schools"), "\(run.output)")
  }

  @Test func `a page says what groups stand for, and what is left out for it`() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try Self.netmap.run(["page", folder.path, "--collapse", "--output", "-"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("Groups stand for the actors that are part of them: Partner schools (3)."))
    #expect(run.output.contains("1 expectation of single parts of groups is not looked at: ash-meets."))
  }

  @Test func `a figure shows groups, and says for how many they stand`() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = try Self.netmap.run(["figures", folder.path, "--output", folder.path + "/F", "--image-format", "dot"])
    #expect(run.code == 0, "\(run.errors)")
    let words = try String(contentsOfFile: folder.path + "/F/groups.md", encoding: .utf8)
    #expect(words.contains("Network map of 2 actors and 2 connections"), "\(words)")
    #expect(words.contains("Partner schools (3)") && words.contains("Partner schools meet with each other"), "\(words)")
    #expect(words.contains("| 20 (referrals) |"), "\(words)")
    let each = try String(contentsOfFile: folder.path + "/F/schools.md", encoding: .utf8)
    #expect(each.contains("Ash School") && !each.contains("Partner schools"), "\(each)")
  }

  @Test(arguments: [
    ("group: primary}", "group: ash}", "is, by way of others, part of itself"),
    ("collapse: true", "collapse: [mentors]", "No actor is part of \"mentors\""),
    ("collapse: true", "collapse: [nobody]", "no actor \"nobody\""),
    ("stage: set-up, group: primary}}}", "stage: set-up, group: primry}}}", "primry"),
  ])
  func `what makes no group is a problem with its place`(text: String, wrong: String, message: String) throws {
    var files = Self.files
    files["map.yaml"] = files["map.yaml"]?.replacing(text, with: wrong, maxReplacements: 1)
    let run = try Self.netmap.run(["check", try TemporaryFolder(files).path])
    let line = try #require(run.output.split(separator: "\n").first { $0.contains(message) }, "\(run.output)")
    #expect(line.contains("map.yaml:"))
  }
}

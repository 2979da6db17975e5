import Foundation
import TestSupport
import Testing

/// Periods on the command line.
struct PeriodCommandTests {
  private static let netmap = BuiltProgram("netmap")

  /// A school that refers in year 1 and not in year 2, a clinic that does in year 2, and a panel in both; in the north
  /// alone somebody was asked in each year.
  private static let files = [
    "map.yaml": """
    title: Waves
    areas: [{id: north, name: North}, {id: south, name: South}]
    periods:
      - {name: Year 1, from: 2023-09, to: 2024-08, aliases: [first]}
      - {name: Year 2, from: 2024-09, to: 2025-08}
    actors:
      - {id: school, name: School, role: delivery, sector: school, stage: delivery}
      - {id: clinic, name: Clinic, role: delivery, sector: nhs, stage: delivery}
      - {id: panel, name: Panel, role: delivery, sector: local-authority, stage: delivery}
      - {id: mentors, name: Mentors, role: delivery, sector: delivery-charity, stage: delivery, plural: true}
    relations: [{id: refers-to, family: coordination, label: refers people to}]
    informants: [{id: staff, name: Staff, speaks-for: [mentors]}]
    interviews: {file: interviews.csv}
    fieldwork: {file: fieldwork.csv}
    mi: [{file: m.csv, cases: [cases]}]
    expectations:
      - {id: clinic, because: Clinics see them first, connection: {from: clinic, to: mentors}, in: programme, period: Year 1}
    figures:
      - {id: first, title: Who refers, period: first}

    """,
    "interviews.csv": """
    id,area,period,informant,from,to,relation,stance
    s1,North,Year 1,staff,school,mentors,refers-to,present
    s2,North,Year 2,staff,school,mentors,refers-to,absent
    s3,North,Year 2,staff,clinic,mentors,refers-to,present
    s4,North,all,staff,panel,mentors,refers-to,present
    s5,North,,staff,mentors,clinic,refers-to,present

    """,
    "fieldwork.csv": "area,period,informant,interviews\nNorth,Year 1,staff,2\nNorth,Year 2,staff,3\n",
    "m.csv":
      "area,period,from,to,relation,count\nNorth,Year 1,panel,mentors,refers-to,40\nNorth,Year 2,panel,mentors,refers-to,3\n",
  ]

  private static func run(_ verb: String, _ arguments: String...) throws -> BuiltProgram.Run {
    try netmap.run([verb, try TemporaryFolder(files).path] + arguments)
  }

  private static func json(_ verb: String, _ arguments: String...) throws -> [String: Any] {
    let run = try netmap.run([verb, try TemporaryFolder(files).path] + arguments + ["--format", "json"])
    #expect(run.code == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `the map has no problems`() throws {
    let run = try Self.run("check")
    #expect(run.code == 0, "\(run.output) \(run.errors)")
  }

  @Test(arguments: [
    (["--period", "Year 1"], ["panel": "both", "school": "said"]),
    (["--period", "FIRST", "--area", "North"], ["panel": "both", "school": "said"]),
    (["--period", "Year 2"], ["panel": "both", "clinic": "said"]),
    ([], ["panel": "both", "school": "said", "clinic": "said", "mentors": "said"]),
  ])
  func `a query is of a period`(arguments: [String], expected: [String: String]) throws {
    let run = try Self.netmap.run(["query", try TemporaryFolder(Self.files).path] + arguments + ["--format", "json"])
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let found = try #require(json["connections"] as? [[String: Any]])
    var states: [String: String] = [:]
    for row in found { states[try #require(row["from"] as? String)] = row["status"] as? String }
    #expect(states == expected)
  }

  @Test func `a query of the whole time says in which periods`() throws {
    let json = try Self.json("query", "--from", "school")
    let row = try #require((json["connections"] as? [[String: Any]])?.first)
    #expect(row["statusByPeriod"] as? [String: String] == ["Year 1": "said", "Year 2": "reportedAbsent"])
    let text = try Self.run("query").output
    #expect(text.contains("PERIODS") && text.contains("Year 1, Year 2"))
    let listed = try Self.run("query", "--period", "Year 2").output
    #expect(listed.contains("Known otherwise, but in Year 2: 1 unplaced; --status lists them."))
    #expect(listed.contains("1 such connection is reported absent; --absent lists it."))
    #expect(!listed.contains("PERIODS"))
  }

  /// A term in year 2, of which nobody speaks by itself.
  @Test func `periods that evidence names are named, and those that lie in them are not named again`() throws {
    var files = Self.files
    files["map.yaml"] = files["map.yaml"]?.replacing(
      "to: 2025-08}", with: "to: 2025-08}\n  - {name: Autumn, from: 2024-09, to: 2024-12, within: Year 2}")
    files["interviews.csv"]? += "s6,North,Autumn,staff,school,clinic,refers-to,present\n"
    let run = try Self.netmap.run(["query", try TemporaryFolder(files).path])
    func row(_ source: String, _ target: String) throws -> String {
      let line = run.output.split(separator: "\n").first { $0.hasPrefix(source) && $0.contains(target) }
      return try #require(line.map(String.init), "\(run.output) \(run.errors)")
    }
    // Both years are said of the panel, and the clinic is of year 2.
    #expect(try row("Panel", "Mentors").contains("Year 1, Year 2  "), "\(run.output)")
    #expect(try row("Clinic", "Mentors").contains("Year 2"))
    #expect(try !row("Clinic", "Mentors").contains("Autumn"))
    let term = try row("School", "Clinic")
    #expect(term.contains("Autumn") && !term.contains("Year 2"))
  }

  @Test func `what contradicts itself for want of periods is told so`() throws {
    var files = Self.files
    let lines = try #require(files["map.yaml"]).split(separator: "\n", omittingEmptySubsequences: false)
    files["map.yaml"] = lines.filter { line in
      !["periods:", "- {name: Year", "figures:", "{id: first", "expectations:", "{id: clinic, because"].contains {
        line.contains($0)
      }
    }.joined(separator: "\n")
    files["fieldwork.csv"] = "area,informant,interviews\nNorth,staff,5\n"
    let run = try Self.netmap.run(["check", try TemporaryFolder(files).path])
    #expect(
      run.output.contains(
        "Its statements are of several periods (Year 1 and Year 2), which are told apart once they are listed under"
          + " `periods:` in map.yaml."), "\(run.output)")
    #expect(try !Self.run("check").output.contains("told apart once"))
  }

  @Test(arguments: ["query", "measure", "gaps"])
  func `an unknown period is told with one that may be meant`(verb: String) throws {
    let run = try Self.run(verb, "--period", "Yaer 1")
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no period \"Yaer 1\" on this map. Did you mean \"Year 1\"?"))
    let far = try Self.run(verb, "--period", "Whitsun")
    #expect(far.errors.contains("It has: Year 1, Year 2."))
  }

  @Test func `gaps name the period`() throws {
    let text = try Self.run("gaps").output
    #expect(text.contains("Whole map: In Year 1, no connection from Clinic to Mentors"), "\(text)")
    let inYear = try Self.run("gaps", "--period", "Year 1", "--area", "North").output
    #expect(inYear.contains(" IN NORTH IN YEAR 1\n"), "\(inYear)")
  }

  @Test(arguments: [["--periods"], ["--periods", "first,Year 2"], ["--permutations", "10", "--periods", "all"]])
  func `periods are compared, with what came, went and stayed`(arguments: [String]) throws {
    let folder = try TemporaryFolder(Self.files).path
    let run = try Self.netmap.run(["compare", folder] + arguments)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Waves, 2 periods compared\n"), "\(run.output)")
    for line in [
      "FROM YEAR 1 TO YEAR 2", "Came: 1 connection and 0 actors.", "Clinic refers people to Mentors.",
      "Went: 1 connection and 1 actor.", "School refers people to Mentors.", "Stayed: 1 connection and 2 actors.",
      // Mentors refer to it at no time in particular, so nobody can say that it was not there.
      "In Year 2, and of Year 1 the evidence does not tell: 0 connections and 1 actor.",
    ] {
      #expect(run.output.contains(line), "\(line) in \(run.output)")
    }
    #expect(!run.output.contains("area"), "\(run.output)")
  }

  @Test func `changes are a table, and a key in JSON`() throws {
    let run = try Self.run("compare", "--format", "csv", "--table", "changes", "--periods", "--areas", "North")
    let rows = run.output.split(whereSeparator: \.isNewline)
    #expect(rows.first == "earlier,later,change,of,from,relation,to")
    #expect(rows.contains("year-1,year-2,came,connection,clinic,refers-to,mentors"))
    #expect(rows.contains("year-1,year-2,went,actor,school,,"))
    let json = try Self.json("compare", "--periods=all")
    let change = try #require((json["changes"] as? [[String: Any]])?.first)
    #expect(change["earlier"] as? String == "year-1" && change["later"] as? String == "year-2")
    let connections = try #require(change["connections"] as? [String: [[String]]])
    #expect(connections["stayed"] == [["panel", "mentors", "refers-to"]])
    #expect(try Self.json("compare")["changes"] == nil)
  }

  @Test func `a comparison of periods withholds what the map does`() throws {
    let csv = try Self.run("compare", "--format", "csv", "--table", "rates", "--periods").output
    // 3 cases of year 2 are too few, and nothing tells them.
    #expect(csv.contains("panel,refers-to,mentors,cases,,,40,,[c],"), "\(csv)")
  }

  @Test func `figures are of their period, or of the one that is asked for`() throws {
    let folder = try TemporaryFolder(Self.files).path
    let run = try Self.netmap.run(["figures", folder, "--output", folder + "/out", "--image-format", "dot"])
    #expect(run.code == 0, "\(run.errors)")
    let words = try String(contentsOfFile: folder + "/out/first.md", encoding: .utf8)
    #expect(words.hasPrefix("# Who refers: Year 1\n"), "\(words)")
    #expect(words.contains("Network map in Year 1 of 3 actors and 2 connections"))
    #expect(words.contains("School refers people to Mentors.") && !words.contains("Clinic refers"))
    let later = try Self.netmap.run(
      ["figures", folder, "--output", folder + "/later", "--image-format", "dot", "--period", "Year 2"])
    #expect(later.code == 0)
    let asked = try String(contentsOfFile: folder + "/later/first.md", encoding: .utf8)
    #expect(asked.contains("In North in Year 2, it is not so that School refers people to Mentors"), "\(asked)")
  }

  @Test func `what periods of a comparison cannot be is wrong usage`() throws {
    #expect(try Self.run("compare", "--periods", "Year 1").code == 2)
    #expect(try Self.run("compare", "--periods", "Year 1,first").errors.contains("names \"Year 1\" twice"))
    #expect(try Self.run("compare", "--periods", "Year 9,Year 1").errors.contains("there is no period"))
    #expect(try Self.run("compare", "--periods", "--areas", "North,South").code == 2)
  }
}

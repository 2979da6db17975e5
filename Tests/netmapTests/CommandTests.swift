import Foundation
import TestSupport
import Testing

struct CommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let map = Package.path(to: "Maps/ami")

  @Test(arguments: [[], ["check"], ["query", "--routes"], ["frobnicate"], ["export", "x", "--as", "xml"]])
  func `ends with 2 on wrong usage`(arguments: [String]) throws {
    let run = try Self.netmap.run(arguments)
    // Without arguments the help is asked for.
    #expect(run.code == (arguments.isEmpty ? 0 : 2))
  }

  @Test func `ends with 1 on a map with errors, and lists them on standard error`() throws {
    let folder = try TemporaryFolder(["map.yaml": "title: T\ncolour: red\n", "interviews.csv": "from,to,relation\n"])
    let check = try Self.netmap.run("check", folder.path)
    #expect(check.code == 1)
    #expect(check.output.contains("map.yaml:2:1: error: the map has no key \"colour\""))
    let query = try Self.netmap.run("query", folder.path)
    #expect(query.code == 1)
    #expect(query.output.isEmpty)
    #expect(query.errors.contains("[unknown-key]"))
  }

  @Test func `reports problems as JSON with stable keys`() throws {
    let folder = try TemporaryFolder(["map.yaml": "title: T\ncolour: red\n", "interviews.csv": "from,to,relation\n"])
    let run = try Self.netmap.run("check", folder.path, "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let problem = try #require((json["problems"] as? [[String: Any]])?.first)
    #expect(problem["severity"] as? String == "error")
    #expect(problem["code"] as? String == "unknown-key")
    #expect(problem["file"] as? String == "map.yaml")
    #expect(problem["line"] as? Int == 2)
    #expect(problem["column"] as? Int == 1)
    #expect(json["claims"] as? [String] == [])
  }

  @Test func `asks by what is owed to the programme and by how often`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      relations: [{id: tells, family: coordination}]
      actors:
        - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}
        - {id: c, name: C, role: delivery, sector: nhs, stage: delivery}
      """,
      "interviews.csv":
        "from,to,relation,frequency,attribution\na,b,tells,rare,because\na,c,tells,common,before\nb,c,tells,,\n",
    ])
    func answers(_ options: String...) throws -> String? {
      try Self.netmap.run(["query", folder.path] + options).output.split(separator: "\n").last.map(String.init)
    }
    #expect(try answers() == "3 connections")
    #expect(try answers("--attribution", "because") == "1 connection")
    #expect(try answers("--attribution", "because", "--attribution", "before") == "2 connections")
    #expect(try answers("--frequency", "rare") == "1 connection")
    #expect(try answers("--frequency", "rare", "--attribution", "before") == "0 connections")
    #expect(try Self.netmap.run("query", folder.path, "--attribution", "after").code == 2)
  }

  /// The contract of design section 5.
  @Test func `measures as JSON with the contract's keys, null where undefined`() throws {
    let run = try Self.netmap.run("measure", Self.map, "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let actors = try #require(json["actors"] as? [[String: Any]])
    for actor in actors {
      #expect(
        Set(actor.keys).isSuperset(of: [
          "id", "name", "inDegree", "outDegree", "betweenness", "harmonicCloseness", "pageRank", "eigenvector",
          "constraint", "effectiveSize", "core", "cutPoint", "brokerage",
        ]))
    }
    // The MI counts no case of the department's.
    let alone = try #require(actors.first { $0["id"] as? String == "dfe" })
    #expect(alone["casesIn"] is NSNull)
    let brokerage = try #require(alone["brokerage"] as? [String: Int])
    #expect(Set(brokerage.keys) == ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"])
    let map = try #require(json["map"] as? [String: Any])
    #expect(
      Set(map.keys).isSuperset(of: ["actors", "connections", "density", "reciprocity", "centralization"]))
    let csv = try Self.netmap.run("measure", Self.map, "--format", "csv")
    #expect(csv.output.split(separator: "\n").count == actors.count + 1)
  }

  @Test func `prints gaps as JSON with the contract's keys`() throws {
    let run = try Self.netmap.run("gaps", Self.map, "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let gaps = try #require(json["gaps"] as? [[String: Any]])
    for gap in gaps {
      #expect(Set(gap.keys).isSuperset(of: ["id", "area", "absence", "actors", "because"]))
    }
    let send = try #require(gaps.first { $0["id"] as? String == "send-services" && $0["area"] is NSNull })
    #expect(send["absence"] as? String == "reportedAbsent")
  }

  @Test func `draws gaps with missing actors and connections in drawing, legend and text`() throws {
    let folder = try TemporaryFolder([:])
    let run = try Self.netmap.run(
      "gaps", Self.map, "--area", "Doncaster", "--output", folder.path + "/figures")
    #expect(run.code == 0)
    let svg = try folder.text(of: "figures/gaps-doncaster.svg")
    #expect(svg.contains("missing-local-authority.attendance-mentors"))
    #expect(svg.contains("Connection or route that is expected and missing"))
    let text = try folder.text(of: "figures/gaps-doncaster.md")
    #expect(text.contains("## What is missing, and what hangs on one actor"))
  }

  @Test func `refuses actors that are not on the map`() throws {
    let run = try Self.netmap.run("measure", Self.map, "--without", "mentor team")
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no actor \"mentor team\""))
  }

  @Test func `answers a query as an aligned table with a count`() throws {
    let run = try Self.netmap.run("query", Self.map, "--from", "DfE")
    let lines = run.output.split(separator: "\n").map(String.init)
    let header = try #require(lines.first)
    let column = try #require(header.firstRange(of: "RELATION")).lowerBound.utf16Offset(in: header)
    #expect(header.hasPrefix("FROM"))
    for line in lines.dropFirst().dropLast() {
      #expect(line.hasPrefix("DfE "))
      #expect(Array(line)[column - 1] == " " && Array(line)[column] != " ")
    }
    #expect(lines.last == "\(lines.count - 2) connections")
  }

  @Test func `answers a query as JSON with the contract's keys`() throws {
    let run = try Self.netmap.run(
      "query", Self.map, "--from", "mentors", "--to", "young people", "--evidence", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let support = try #require(
      (json["connections"] as? [[String: Any]])?.first { $0["relation"] as? String == "supports" })
    #expect(
      Set(support.keys).isSuperset(of: [
        "from", "to", "relation", "family", "areas", "status", "cases", "statements", "evidence",
      ]))
    #expect(support["status"] as? String == "both")
    // Table 3.1: young people who received the intervention in years 2 and 3.
    #expect(support["cases"] as? Int == 1437)
    #expect((support["areas"] as? [String])?.count == 5)
    #expect((support["evidence"] as? [Any])?.isEmpty == false)
  }

  @Test func `suggests an actor for a misspelt one`() throws {
    let run = try Self.netmap.run("query", Self.map, "--from", "mentorz")
    #expect(run.code == 2)
    #expect(run.errors == "netmap: there is no actor \"mentorz\" on this map. Did you mean \"mentors\"?\n")
  }

  @Test func `finds routes through activities`() throws {
    let run = try Self.netmap.run(
      "query", Self.map, "--either", "mentors", "camhs", "--routes", "--within", "1", "--through-activities",
      "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let routes = try #require(json["routes"] as? [[String]])
    #expect(routes.contains(["attendance-mentors", "camhs"]))
    #expect(routes.contains(["attendance-mentors", "multi-agency-meetings", "camhs"]))
  }

  @Test func `marks what is known of the programme only`() throws {
    let placed = try Self.netmap.run(
      "query", Self.map, "--area", "Salford", "--from", "mentors", "--to", "Counselling services")
    #expect(placed.output == "0 connections\nKnown elsewhere, but in Salford: 1 unplaced; --status lists them.\n")
    let unplaced = try Self.netmap.run(
      "query", Self.map, "--area", "Salford", "--from", "mentors", "--to", "Counselling services", "--unplaced")
    #expect(unplaced.output.contains("unplaced"))
  }

  @Test func `lists absences with the areas in which they are reported`() throws {
    let run = try Self.netmap.run("query", Self.map, "--absent", "--to", "holiday activities", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let absence = try #require((json["connections"] as? [[String: Any]])?.first)
    // Chapter 4: "These holiday activities did not take place in other areas."
    #expect(absence["areas"] as? [String] == ["salford", "stoke-on-trent"])
    #expect(absence["status"] as? String == "reportedAbsent")
    let states = try #require(absence["statusByArea"] as? [String: String])
    #expect(states["knowsley"] == "said")
  }

  @Test func `tells not found from not known`() throws {
    let found = try Self.netmap.run(
      "query", Self.map, "--area", "Doncaster", "--status", "not-found", "--format", "csv")
    // Chapter 6: referral to extracurricular activities "was not mentioned by anyone in Doncaster".
    #expect(found.output.contains("attendance-mentors,extracurricular-activities,refers-to"))
    let unplaced = try Self.netmap.run(
      "query", Self.map, "--area", "Doncaster", "--status", "unplaced", "--format", "csv")
    #expect(unplaced.output.contains("attendance-mentors,counselling,refers-to"))
    // In Calder Vale nobody was interviewed who could speak for Early Help.
    let known = try Self.netmap.run(
      "query", Package.path(to: "Maps/case-level"), "--area", "Calder Vale", "--status", "not-known", "--format",
      "csv")
    #expect(known.output.contains("early-help,family-hubs,refers-to"))
    #expect(found.output.contains("family-health-practitioners"))
  }

  @Test func `shows routes with their arrows as they are on the map`() throws {
    let run = try Self.netmap.run("query", Self.map, "--either", "GP", "mentors", "--routes", "--within", "2")
    #expect(run.output.hasPrefix("2 steps: GPs → (unclear) Young people ← Attendance Mentors\n"))
    let refused = try Self.netmap.run("query", Self.map, "--either", "GP", "mentors", "--routes", "--absent")
    #expect(refused.code == 2)
  }

  @Test func `exports what NetworkX reads, to a file or to standard output`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/map.json"
    #expect(try Self.netmap.run("export", Self.map, "--as", "json", "--output", file).code == 0)
    let run = try Self.netmap.run("export", Self.map, "--as", "json")
    #expect(try folder.text(of: "map.json") == run.output)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((json["nodes"] as? [Any])?.count == 45)
  }

  @Test func `makes a new map once`() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    #expect(try Self.netmap.run("check", map).output.hasSuffix("No problems.\n"))
    let again = try Self.netmap.run("new", map)
    #expect(again.code == 2)
    #expect(again.errors.contains("already exists"))
  }

  @Test func `keeps interviews and unpublished words from the public`() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    let open = try Self.netmap.run("query", map, "--evidence", "--format", "json")
    #expect(!open.output.contains("V01"))
    #expect(!open.output.contains("every Tuesday"))
    let team = try Self.netmap.run("query", map, "--evidence", "--format", "json", "--audience", "team")
    #expect(team.output.contains("V02"))
    #expect(team.output.contains("every Tuesday"))
  }
}

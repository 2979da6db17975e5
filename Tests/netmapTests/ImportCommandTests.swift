import Foundation
import TestSupport
import Testing

struct ImportCommandTests {
  private static let netmap = BuiltProgram("netmap")

  private static let edges = "from,to,type,weight\nSchool A,Hub,refers to,12\nHub,Clinic,meets,3\n"
  private static let nodes = "id,role,sector\nSchool A,School,Education\nHub,Hub,Charity\nClinic,Clinic,NHS\n"

  @Test func `makes a folder that passes check and is drawn, and says what it assumed and left`() throws {
    let folder = try TemporaryFolder(["edges.csv": Self.edges, "nodes.csv": Self.nodes])
    let run = try Self.netmap.run(["import", "edges.csv", "--nodes", "nodes.csv", "--output", "town"], in: folder.path)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    for words in [
      "3 nodes, 2 edges", "3 actors, 2 connections", "Roles: School, Hub, Clinic", "Assumed:", "under \"type\"",
      "Left, so that it is not on the map:", "--cases \"weight\" keeps them (2)", "Next: netmap check town",
    ] { #expect(run.output.contains(words), "\(words): \(run.output)") }
    let check = try Self.netmap.run(["check", "town"], in: folder.path)
    #expect(check.code == 0 && check.output.contains("No problems."), "\(check.output)")
    let query = try Self.netmap.run(
      ["query", "town", "--from", "school a", "--evidence", "--audience", "team"], in: folder.path)
    #expect(
      query.output.contains("School A → Hub: refers to (said)") && query.output.contains("row 2 of edges.csv"),
      "\(query.output)")
    #expect(try Self.netmap.run(["figures", "town", "--output", "Figures"], in: folder.path).code == 0)
  }

  @Test func `a folder that holds something, a file that is none, and a column that is not there change nothing`()
    throws
  {
    let folder = try TemporaryFolder(["edges.csv": Self.edges])
    func failure(_ arguments: String...) throws -> String {
      let before = folder.names
      let run = try Self.netmap.run(["import"] + arguments, in: folder.path)
      #expect(run.code != 0 && run.output.isEmpty && folder.names == before, "\(arguments)")
      return run.errors
    }
    #expect(try failure("edges.csv", "--output", ".").contains("not empty"))
    #expect(try failure("none.csv", "--output", "town").contains("cannot be read"))
    #expect(try failure(".", "--output", "town").contains("cannot be read"))
    #expect(try failure("edges.csv", "--family", "kind", "--output", "town").contains("they have \"type\", \"weight\""))
    #expect(try failure("edges.csv", "--direction", "left", "--output", "town").contains("direction"))
  }

  @Test func `what netmap exports comes back with the same actors and connections`() throws {
    let folder = try TemporaryFolder()
    let map = Package.path(to: "Maps/ami")
    func run(_ arguments: String...) throws -> String {
      let run = try Self.netmap.run(arguments, in: folder.path)
      #expect(run.code == 0, "\(arguments) \(run.errors)")
      return run.output
    }
    _ = try run("export", map, "--as", "json", "--output", "ami.json")
    let text = try run("import", "ami.json", "--output", "back")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.text(of: "ami.json").utf8)) as? [String: Any])
    let edges = try #require(json["edges"] as? [[String: Any]])
    let mutual = edges.count { $0["mutual"] as? Bool == true && $0["source"] as? String != $0["target"] as? String }
    #expect(
      text.contains("\((json["nodes"] as? [Any])?.count ?? 0) actors, \(edges.count - mutual / 2) connections."),
      "\(text)")
    let again = try run("export", "back", "--as", "json")
    let back = try #require(try JSONSerialization.jsonObject(with: Data(again.utf8)) as? [String: Any])
    func ends(_ json: [String: Any]) -> [String] {
      (json["edges"] as? [[String: Any]] ?? []).map {
        "\($0["source"] ?? "") \($0["target"] ?? "") \($0["mutual"] ?? false)"
      }.sorted()
    }
    #expect(ends(back) == ends(json))
  }

  // MARK: Tables as people keep them

  private static let untidyEdges = """
    From,To,Kind of tie,Who said it,Their words
    Job Centre,Housing team,Refers to,"Interview 3, work coach",We send people
    housing  TEAM,Tenants,Supports,"Interview 1, key worker",
    Citizen's Advice,Tenants,Supports,"Interview 8, tenant",They sorted my benefits
    ,Tenants,Supports,"Interview 8, tenant",
    Housing team,Landlords,Works with,"Interview 2, key worker",
    Total ties,5,,,
    """
  private static let untidyNodes = """
    Organisation,Kind of role,Email,Stage
    Housing team,Delivery,team@example.org,Delivery
    Job Centre,Referrer,jc@example.org,Set-up
    Citizens Advice,Support,ca@example.org,Delivery
    Tenants,Resident,,Outcome
    Landlords,Landlord,,Delivery
    Total,5,,
    Note: police still to be added?,,,
    """

  private static func untidy() throws -> TemporaryFolder {
    try TemporaryFolder(["ties.csv": untidyEdges, "orgs.csv": untidyNodes])
  }

  private static func imported(_ folder: TemporaryFolder, _ arguments: String...) throws -> (text: String, map: String)
  {
    let run = try netmap.run(
      ["import", "ties.csv", "--nodes", "orgs.csv", "--output", "map"] + arguments, in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    return (run.output, try folder.text(of: "map/map.yaml"))
  }

  @Test func `who said it is kept: the interview for the team, the groups for all`() throws {
    let folder = try Self.untidy()
    let (text, map) = try Self.imported(folder, "--excerpt", "their words")
    #expect(text.contains("informant groups behind them, as in \"Interview 3, work coach\""), "\(text)")
    #expect(!text.contains("\"Who said it\" of edges") && !text.contains("\"Their words\" of edges"))
    for group in ["work coach", "key worker", "tenant"] { #expect(map.contains("name: \(group)"), "\(map)") }
    let check = try Self.netmap.run(["check", "map"], in: folder.path)
    #expect(check.code == 0 && check.output.contains("0 errors"), "\(check.output)")
    let query = ["query", "map", "--from", "job centre", "--evidence"]
    let team = try Self.netmap.run(query + ["--audience", "team", "--format", "json"], in: folder.path).output
    #expect(team.contains("\"Interview 3\"") && team.contains("We send people"), "\(team)")
    let everybody = try Self.netmap.run(query, in: folder.path).output
    #expect(everybody.contains("work coach") && !everybody.contains("Interview 3"), "\(everybody)")
  }

  @Test func `totals, notes and empty ends are told by row and words, and are no actors`() throws {
    let folder = try Self.untidy()
    let (text, map) = try Self.imported(folder)
    for words in [
      "rows that are totals (2): row 7 (\"Total | 5\"), row 7 (\"Total ties | 5\")",
      "rows that are notes: row 8 (\"Note: police still to be added?\")",
      "an end is empty: row 5 (\"Tenants | Supports | Interview 8, tenant\")",
    ] { #expect(text.contains(words), "\(words): \(text)") }
    #expect(!map.contains("Total") && !map.contains("olice") && !map.contains("name: \"5\""), "\(map)")
  }

  @Test func `spellings are one where they differ by case and spaces, and told where they differ by signs`() throws {
    let folder = try Self.untidy()
    let (text, map) = try Self.imported(folder)
    #expect(text.contains("\"housing  TEAM\" is \"Housing team\""), "\(text)")
    #expect(text.contains("\"Citizen's Advice\" (did you mean \"Citizens Advice\"?)"), "\(text)")
    #expect(!map.contains("(2)"))
    let check = try Self.netmap.run(["check", "map"], in: folder.path).output
    #expect(check.contains("[near-duplicate-name]") && check.contains("differ by signs or spaces alone"), "\(check)")
    #expect(check.contains("0 errors, 1 warning."), "\(check)")
  }

  @Test func `addresses of people are no attributes unless they are asked for`() throws {
    let folder = try Self.untidy()
    let (text, map) = try Self.imported(folder)
    #expect(text.contains("which --attribute keeps if you name them (3): \"Email\"") && !map.contains("example.org"))
    let asked = try Self.untidy()
    #expect(try Self.imported(asked, "--attribute", "email").map.contains("team@example.org"))
  }

  @Test func `relations are said by their verbs, stages stand as asked, and who receives support is marked`() throws {
    let folder = try Self.untidy()
    let (text, map) = try Self.imported(
      folder, "--beneficiary", "tenants", "--stages", "set-up, Delivery", "--title", "Homes")
    #expect(text.contains("each of the 3 kinds of edge is a family with a line of its own"), "\(text)")
    #expect(map.contains("label: works with, plural: work with") && map.contains("label: refers to, plural: refer to"))
    #expect(
      map.contains("    - {id: set-up, name: Set-up}\n    - {id: delivery, name: Delivery}\n    - {id: outcome,"),
      "\(map)")
    #expect(
      map.contains(
        "{id: Tenants, name: Tenants, role: resident, sector: not-said, stage: outcome, beneficiary: true, plural: true}"
      ))
    for (option, words) in [
      (["--beneficiary", "Tenant"], "did you mean \"Tenants\"?"), (["--stages", "Start"], "there are \"Delivery\""),
      (["--name", "Org"], "they have \"Organisation\""), (["--interview", "Said"], "\"Who said it\""),
    ] {
      let run = try Self.netmap.run(
        ["import", "ties.csv", "--nodes", "orgs.csv", "--output", "other"] + option, in: folder.path)
      #expect(run.code == 1 && run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func `a workbook is made where its name says so, with sheets to fill in, and is the same map`() throws {
    let folder = try Self.untidy()
    let run = try Self.netmap.run(
      ["import", "ties.csv", "--nodes", "orgs.csv", "--output", "map.xlsx"], in: folder.path)
    #expect(
      run.code == 0 && run.output.contains("of the workbook") && !run.output.contains("map.yaml"), "\(run.output)")
    _ = try Self.imported(folder)
    #expect(try Self.netmap.run(["convert", "map.xlsx", "back"], in: folder.path).code == 0)
    let queries = try ["map", "map.xlsx", "back"].map {
      try Self.netmap.run(["query", $0, "--evidence", "--audience", "team", "--format", "json"], in: folder.path).output
    }
    #expect(queries[0].contains("Interview 3") && queries[1] == queries[0] && queries[2] == queries[0])
    let check = try Self.netmap.run(["check", "map.xlsx"], in: folder.path).output
    #expect(check.contains("map.xlsx, sheet Actors, cell") && !check.contains("map.yaml"), "\(check)")
    let again = try Self.netmap.run(
      ["import", "ties.csv", "--output", "map.xlsx"], in: folder.path)
    #expect(again.code == 2 && again.errors.contains("a new workbook"))
    let back = try Self.netmap.run(["import", "map.xlsx", "--output", "x"], in: folder.path)
    #expect(back.code == 1 && back.errors.contains("a map already"), "\(back.errors)")
  }
}

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
      "Left, since a map has no place for it:", "--cases \"weight\" keeps them (2)", "Next: netmap check town",
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
}

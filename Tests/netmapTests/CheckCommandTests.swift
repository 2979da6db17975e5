import Foundation
import TestSupport
import Testing

struct CheckCommandTests {
  private static let netmap = BuiltProgram("netmap")

  /// The problems of a map as JSON gives them, by what and where they are.
  private static func problems(_ map: String, _ audience: String) throws -> [String: [String: Any]] {
    let run = try netmap.run("check", Package.path(to: map), "--audience", audience, "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rows = try #require(json["problems"] as? [[String: Any]])
    return Dictionary(rows.map { ("\($0["code"] ?? "") \($0["file"] ?? "") \($0["line"] ?? "")", $0) }) { first, _ in
      first
    }
  }

  @Test func `how many cells are wrong is right, or not said`() throws {
    let (shown, team) = (try Self.problems("Maps/case-level", "public"), try Self.problems("Maps/case-level", "team"))
    var withheld = 0
    for (key, problem) in shown {
      guard let told = problem["count"] as? Int else {
        withheld += 1
        #expect((problem["lines"] as? [Int])?.isEmpty == true, "\(key)")
        continue
      }
      #expect(told == team[key]?["count"] as? Int, "\(key)")
    }
    #expect(withheld > 0)
    let csv = try Self.netmap.run("check", Package.path(to: "Maps/case-level"), "--format", "csv").output
    #expect(csv.contains(",,,,"), "a count that is withheld is an empty cell")
  }

  @Test func `an audit says what the source itself withholds`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: T
      relations: [{id: tells, family: coordination}]
      areas: [{id: north, name: North}]
      actors:
        - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}
      mi: [{file: counts.csv, cases: [people]}]
      """,
      "counts.csv": "from,to,relation,area,measure,count\na,b,tells,north,people,<5\n",
    ])
    let run = try Self.netmap.run("audit", folder.path)
    #expect(run.code == 0)
    #expect(run.output.contains("Public outputs withhold no number that the map has."))
    #expect(run.output.contains("1 number withheld by the source"))
  }
}

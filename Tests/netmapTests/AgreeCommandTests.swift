import Foundation
import NetworkMaps
import TestSupport
import Testing

/// Agreement of coders, maps of one coder, and what hangs on whom, as the tool prints them.
struct AgreeCommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let example = Package.path(to: "Maps/two-coders")

  private static func json(_ arguments: String...) throws -> [String: Any] {
    let run = try netmap.run(arguments)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
  }

  /// `expected-agreement.csv` is made by statsmodels and krippendorff, with a script that shares no code with the tool.
  @Test(arguments: [("Maps/two-coders", 11, ["Ada", "Ben"]), ("Maps/wellbeing", 11, ["Hana", "Owen"])])
  func `agreement on the examples is that of statsmodels and krippendorff`(
    folder: String, count: Int, coders: [String]
  ) throws {
    let map = Package.path(to: folder)
    let text = try String(contentsOfFile: map + "/expected-agreement.csv", encoding: .utf8)
    let expected = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let json = try Self.json("agree", map, "--format", "json")
    let rows = try #require(json["agreement"] as? [[String: Any]])
    #expect(rows.count == expected.count && rows.count == count)
    for (row, cells) in zip(rows, expected) {
      #expect(row["kind"] as? String == cells[0])
      #expect(row["code"] as? String ?? "" == cells[1])
      #expect(row["units"] as? Int == Int(cells[2]))
      for (key, cell) in zip(["percent", "kappa", "alpha"], cells.dropFirst(3)) {
        let (value, wanted) = (row[key] as? Double, Double(cell))
        #expect((value == nil) == (wanted == nil), "\(cells)")
        #expect(abs((value ?? 0) - (wanted ?? 0)) < 1e-9, "\(cells)")
      }
    }
    #expect(json["coders"] as? [String] == coders)
    let disclosure = try #require(json["disclosure"] as? [String: Any])
    #expect(disclosure["audience"] as? String == "team")
  }

  /// The stretches of the example stand in its transcripts.
  @Test func `says passage by passage what coders see differently`() throws {
    let json = try Self.json("agree", Self.example, "--format", "json")
    let passages = try #require(json["passages"] as? [[String: Any]])
    // The shares of the codes above miss seven agreements, two of them twice at the same words.
    #expect(passages.count == 5)
    #expect(passages.reduce(0) { $0 + (($1["codes"] as? [Any])?.count ?? 0) } == 7)
    for passage in passages {
      let name = try #require(passage["document"] as? String)
      let transcript = try String(contentsOfFile: Self.example + "/transcripts/\(name).txt", encoding: .utf8)
      let start = try #require(passage["start"] as? Int)
      let end = try #require(passage["end"] as? Int)
      let words = try #require(passage["words"] as? String)
      #expect(String(transcript.dropFirst(start).prefix(end - start)).contains(words))
      let codes = try #require(passage["codes"] as? [[String: Any]])
      #expect(codes.allSatisfy { Set($0.keys) == ["code", "coded", "notCoded"] })
    }
    let connections = try #require(json["connections"] as? [[String: Any]])
    let camhs = try #require(connections.first { $0["to"] as? String == "camhs" })
    #expect(camhs["values"] as? [String: String] == ["Ada": "unclear", "Ben": "present"])
    let text = try Self.netmap.run("agree", Self.example).output
    #expect(text.hasPrefix("For the evaluation team only: not for publication."))
    #expect(text.contains("theme: trust: coded by Ada, not by Ben"))
  }

  @Test func `prints a table of numbers, and one of differences`() throws {
    let numbers = try Self.netmap.run("agree", Self.example, "--format", "csv")
    #expect(numbers.output.hasPrefix("kind,code,coders,units,percent,kappa,alpha\n"))
    #expect(numbers.errors.contains("For the evaluation team only"))
    let differences = try Self.netmap.run("agree", Self.example, "--format", "csv", "--table", "differences")
    let lines = differences.output.split(separator: "\n")
    #expect(lines[0] == "kind,document,start,end,code,from,relation,to,area,coder,value,words")
    #expect(lines.contains { $0.hasPrefix("passage,Ashby school 1,") && $0.contains("theme: trust,,,,,Ben,notCoded,") })
    #expect(lines.contains { $0.hasPrefix("connection,") && $0.contains("gp,refers-to,mentors,ashby,Ben,") })
  }

  @Test(arguments: [
    (["agree", "Maps/two-coders", "--audience", "public"], "for the team only"),
    (["query", "Maps/two-coders", "--coder", "Ada"], "add --audience team"),
    (["figures", "Maps/two-coders", "--coder", "Ada", "--output", "nowhere"], "add --audience team"),
    (["measure", "Maps/two-coders", "--coder", "Ada"], "add --audience team"),
    (["gaps", "Maps/two-coders", "--coder", "Ada"], "add --audience team"),
    (["query", "Maps/two-coders", "--coder", "Cem", "--audience", "team"], "It has: Ada, Ben."),
    (["query", "Maps/ami", "--coder", "Ada", "--audience", "team"], "Its evidence names none."),
    (["measure", "Maps/two-coders", "--leave-out", "interview"], "add --audience team"),
    (["measure", "Maps/two-coders", "--leave-out", "informant", "--without", "GPs"], "drop --without"),
  ])
  func `refuses the public what is the team's`(arguments: [String], reason: String) throws {
    let run = try Self.netmap.run(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  /// What a coder is called, and which interviews there are, stands in no public output of the example.
  @Test(arguments: [
    ["query", "--evidence", "--format", "json"], ["query", "--evidence", "--format", "csv"], ["check"], ["gaps"],
    ["measure", "--leave-out", "informant", "--format", "json"], ["export", "--as", "json"], ["page", "--output", "-"],
  ])
  func `names no coder and no interview to the public`(arguments: [String]) throws {
    let run = try Self.netmap.run([arguments[0], Self.example] + arguments.dropFirst())
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.output.isEmpty)
    let words = run.output.firstMatch(of: /\b(Ada|Ben)\b|(mentor|school|family) 1|theme: (trust|waiting)/)
    #expect(words == nil, "\(words?.output.0 ?? "")")
  }

  @Test func `asks and draws a map as one coder sees it`() throws {
    func statuses(_ coder: String) throws -> [String: String] {
      let json = try Self.json("query", Self.example, "--coder", coder, "--audience", "team", "--format", "json")
      let rows = try #require(json["connections"] as? [[String: Any]])
      return try rows.reduce(into: [:]) { statuses, row in
        let ends = "\(try #require(row["from"] as? String)) \(try #require(row["to"] as? String))"
        statuses[ends] = try #require(row["status"] as? String)
      }
    }
    // In Ashby Ada coded what the mentor says for it and what the school says against it, and Ben the mentor's words alone.
    let (ada, ben) = (try statuses("ada"), try statuses("Ben"))
    #expect(ada["gp mentors"] == "contradicted")
    #expect(ben["gp mentors"] == "said")
    #expect(ada.keys.sorted() == ben.keys.sorted())
    let folder = try TemporaryFolder()
    let run = try Self.netmap.run(
      "figures", Self.example, "--coder", "Ben", "--audience", "team", "--output", folder.path + "/figures")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.text(of: "figures/network-map.md").contains("as Ben coded it"))
    let evidence = try Self.netmap.run(
      "query", Self.example, "--coder", "Ben", "--audience", "team", "--evidence", "--format", "csv")
    let coders = Set(evidence.output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").last })
    #expect(coders == ["Ben"])
  }

  @Test func `says how much hangs on each interview, most first, to the team`() throws {
    let json = try Self.json(
      "measure", Self.example, "--leave-out", "interview", "--audience", "team", "--format", "json")
    let effects = try #require(json["effects"] as? [[String: Any]])
    #expect(Set(effects.compactMap { $0["id"] as? String }).count == 4)
    let numbers = effects.compactMap { $0["changed"] as? Int }
    #expect(numbers == numbers.sorted(by: >) && numbers.count == 4)
    // All that the school does for young people is said by the school alone.
    let school = try #require(effects.first { $0["id"] as? String == "Ashby school 1" })
    let changes = try #require(school["changes"] as? [[String: Any]])
    #expect(
      changes.contains {
        $0["what"] as? String == "school supports young-people" && $0["before"] as? String == "said"
      })
    #expect(changes.allSatisfy { Set($0.keys) == ["kind", "what", "area", "before", "after"] })
    let text = try Self.netmap.run("measure", Self.example, "--leave-out", "interview", "--audience", "team").output
    #expect(text.contains("WITHOUT ASHBY SCHOOL 1"))
    #expect(text.contains("School supports Young people: said becomes"))
  }

  @Test func `says how much hangs on each group, to anybody`() throws {
    let run = try Self.netmap.run("measure", "Maps/ami", "--leave-out", "informant", "--format", "csv")
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "left-out,statements,kind,what,area,before,after")
    #expect(lines.contains { $0.hasPrefix("participating-families,") })
  }
}

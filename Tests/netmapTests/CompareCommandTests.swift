import Foundation
import TestSupport
import Testing

struct CompareCommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let map = Package.path(to: "Maps/ami")

  private static func json(_ arguments: String...) throws -> [String: Any] {
    let run = try netmap.run(["compare"] + arguments + ["--format", "json", "--permutations", "100"])
    #expect(run.code == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// The contract of design section 5.
  @Test func `compares as JSON with the contract's keys`() throws {
    let json = try Self.json(Self.map)
    let areas = ["doncaster", "knowsley", "middlesbrough", "salford", "stoke-on-trent"]
    #expect(json["areas"] as? [String] == areas)
    let connections = try #require(json["connections"] as? [[String: Any]])
    let states: Set = [
      "said", "recorded", "both", "unclear", "contradicted", "reportedAbsent", "unplaced", "notFound", "notKnown",
    ]
    for connection in connections {
      #expect(Set(connection.keys) == ["from", "to", "relation", "presence"])
      let presence = try #require(connection["presence"] as? [String: String])
      #expect(Set(presence.keys) == Set(areas) && states.isSuperset(of: presence.values))
    }
    let similarity = try #require(json["similarity"] as? [[String: Any]])
    #expect(similarity.count == 10)
    #expect(similarity.allSatisfy { Set($0.keys).isSuperset(of: ["a", "b", "jaccard"]) })
  }

  /// What chapters 2 to 6 say of single areas, read off the comparison.
  @Test(arguments: [
    // 3, "The referral process": who triages, and who refers.
    ("local-authority", "triages", "schools", "× S – S S"),
    ("local-authority", "refers-to", "attendance-mentors", "~ U ~ S S"),
    ("schools", "refers-to", "attendance-mentors", "SR SR SR SR SR"),
    // 3, "Referral criteria": who decides in Middlesbrough and Salford.
    ("schools", "decides-eligibility", "referral-decisions", "~ ~ S ~ ~"),
    ("barnardos-team", "decides-eligibility", "referral-decisions", "~ ~ ~ S ~"),
    // 4: holiday activities, and the Poverty Fund.
    ("attendance-mentors", "runs", "holiday-activities", "S S S × ×"),
    ("attendance-mentors", "draws-on", "poverty-fund", "~ S ~ S ~"),
    // 4 and 6: extracurricular activities, to which nobody in Doncaster said that mentors refer.
    ("attendance-mentors", "refers-to", "extracurricular-activities", "– S S U U"),
    // 3: a Lead Mentor in each area; 4: families in Doncaster with support of several agencies that were not joined up.
    ("lead-mentors", "oversees", "attendance-mentors", "S S S S S"),
    ("camhs", "supports", "young-people", "S ~ ~ ~ ~"),
    ("family-support-workers", "joined-up-with", "camhs", "× ? ? ? ?"),
    // 6: trusted adults.
    ("attendance-mentors", "refers-to", "trusted-adults", "~ S S ~ ~"),
  ])
  func `finds in each area what the report says`(
    source: String, relation: String, target: String, expected: String
  ) throws {
    let run = try Self.netmap.run("compare", Self.map, "--format", "csv", "--permutations", "1")
    let row = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("\(source),\(relation),\(target),") })
    let signs = [
      "said": "S", "recorded": "R", "both": "SR", "unclear": "U", "contradicted": "C", "reportedAbsent": "×",
      "unplaced": "~", "notFound": "–", "notKnown": "?",
    ]
    #expect(row.split(separator: ",").dropFirst(4).map { signs[String($0)] ?? "" }.joined(separator: " ") == expected)
  }

  @Test func `writes figures and tables, the same bytes each time`() throws {
    let folders = [try TemporaryFolder([:]), try TemporaryFolder([:])]
    for folder in folders {
      let run = try Self.netmap.run(
        "compare", Self.map, "--areas", "Salford, Stoke", "--family", "support", "--output", folder.path + "/out")
      #expect(run.code == 0, "\(run.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folders[0].path + "/out").sorted()
    #expect(names.count == 6 * 3 + 10 + 1)
    #expect(names.contains("difference-salford-stoke-on-trent.svg") && names.contains("crisp-set.csv"))
    for name in names {
      #expect(try folders[0].text(of: "out/" + name) == folders[1].text(of: "out/" + name), "\(name)")
    }
  }

  /// R's package QCA takes columns of 0, 1 and NA; `read.csv` makes NA of what is empty.
  @Test(arguments: ["crisp-set", "crisp-set-expectations"])
  func `gives a crisp set that R reads`(table: String) throws {
    let run = try Self.netmap.run("compare", Self.map, "--format", "csv", "--table", table)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count == 6 && rows.allSatisfy { $0.count == rows[0].count })
    #expect(Set(rows[0]).count == rows[0].count)
    #expect(rows[0].allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil })
    // Table 6.1: Doncaster starts at 3.60 and ends at 2.82.
    let start = try #require(rows[0].firstIndex(of: "physical_attendance_start"))
    #expect(rows[1][start] == "3.6" && rows[1][start + 1] == "2.82")
    #expect(rows.dropFirst().allSatisfy { row in row[1..<start].allSatisfy { ["0", "1", ""].contains($0) } })
  }

  /// Of 446 referrals in Stoke-on-Trent 275 received the intervention, of 422 in Salford 216: table 3.1.
  @Test func `compares numbers for each hundred`() throws {
    let run = try Self.netmap.run("compare", Self.map, "--format", "csv", "--table", "rates")
    let row = try #require(
      run.output.split(separator: "\n").first {
        $0.hasPrefix("attendance-mentors,supports,young-people,supported,years 2 and 3,referred,")
      })
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells[12] == "216" && abs((Double(cells[13]) ?? 0) - 21600.0 / 422) < 1e-9)
    #expect(cells[14] == "275" && abs((Double(cells[15]) ?? 0) - 27500.0 / 446) < 1e-9)
  }

  @Test func `compares maps with each other, and lists who fits nothing`() throws {
    let json = try Self.json(Self.map, Package.path(to: "Maps/expansion"), "--stage", "set-up")
    #expect(json["areas"] as? [String] == ["ami", "expansion"])
    let matched = try #require(json["matched"] as? [[String: String]])
    #expect(matched.contains { $0["own"] == "one-to-one-mentoring" && $0["id"] == "mentoring-sessions" })
    let unmatched = try #require(json["unmatched"] as? [String: [String]])
    #expect(unmatched["2"]?.contains("etio") == true && unmatched["1"]?.contains("barnardos-team") == true)
    let connections = try #require(json["connections"] as? [[String: Any]])
    func presence(_ source: String, _ target: String) -> [String: String]? {
      connections.first { $0["from"] as? String == source && $0["to"] as? String == target }?["presence"]
        as? [String: String]
    }
    // Nobody was asked about the expansion; of the pilot, nobody could speak for the department.
    #expect(presence("dfe", "barnardos-team") == ["ami": "said", "expansion": "notKnown"])
    #expect(presence("dfe", "etio") == ["ami": "notKnown", "expansion": "said"])
  }

  @Test func `compares a map with itself at another time`() throws {
    let folder = try TemporaryFolder([:])
    for year in ["2024", "2025"] {
      try FileManager.default.copyItem(atPath: Self.map, toPath: folder.path + "/year-\(year)")
    }
    let path = folder.path + "/year-2025/interviews.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.contains(",holiday-activities,") }
    try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Self.netmap.run("compare", folder.path + "/year-2024", folder.path + "/year-2025")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("\nyear-2024\n- Attendance Mentors run Holiday activities. year-2025: not found.\n"))
  }

  @Test func `compares areas of two maps`() throws {
    let json = try Self.json(Self.map, Package.path(to: "Maps/expansion"), "--areas", "Salford,Walsall")
    #expect(json["areas"] as? [String] == ["salford-ami", "salford-expansion", "walsall-expansion"])
  }

  @Test(arguments: [
    (["--areas", "Salford"], "at least two areas"), (["--areas", "Salford,Salford"], "names Salford twice"),
    (["--areas", "Nowhere,Salford"], "there is no area \"Nowhere\""), (["--permutations", "0"], "--permutations"),
    (["--image-format", "gif"], "--image-format"), (["--relation", "refer"], "there is no relation"),
  ])
  func `ends with 2 on wrong usage`(arguments: [String], words: String) throws {
    let run = try Self.netmap.run(["compare", Self.map] + arguments)
    #expect(run.code == 2 && run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}

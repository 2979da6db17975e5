import Foundation
import NetworkMaps
import TestSupport
import Testing

/// The example of case-level MI and a Taguette export, whose faults are known because they were planted.
struct CaseLevelExampleTests {
  private static let netmap = BuiltProgram("netmap")
  private static let folder = Package.path(to: "Maps/case-level")

  /// The rows of a plain CSV file beside the example, by the names of its columns.
  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map { line -> [String] in
      var (cells, isQuoted) = ([""], false)
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private static func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  private static func json(_ arguments: String...) throws -> [String: Any] {
    let run = try netmap.run(arguments)
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// `planted.csv` was written by the script that made the files, and checked by another.
  @Test func `finds every planted fault and no other`() throws {
    let json = try Self.json("check", Self.folder, "--format", "json", "--audience", "team")
    let problems = try #require(json["problems"] as? [[String: Any]])
    let found = problems.map { problem -> String in
      let lines = (problem["lines"] as? [Int] ?? []).map(String.init).joined(separator: ";")
      let line = problem["line"] as? Int ?? 0
      return
        "\(problem["code"] ?? "") \(problem["file"] ?? "") line \(line) count \(problem["count"] ?? 0)"
        + " lines \(lines.isEmpty ? String(line) : lines)"
    }
    let planted = Self.rows(try Self.file("planted.csv")).map { row in
      "\(row["code"] ?? "") \(row["file"] ?? "") line \(row["line"] ?? "") count \(row["count"] ?? "")"
        + " lines \(row["lines"] ?? "")"
    }
    #expect(planted.count == 62)
    #expect(found.sorted() == planted.sorted())
  }

  @Test func `tells the public which faults there are, and not how many rows have them`() throws {
    let json = try Self.json("check", Self.folder, "--format", "json")
    let problems = try #require(json["problems"] as? [[String: Any]])
    let codes = Set(Self.rows(try Self.file("planted.csv")).compactMap { $0["code"] })
    #expect(Set(problems.compactMap { $0["code"] as? String }) == codes)
    for problem in problems where (problem["file"] as? String)?.hasPrefix("cases") ?? false {
      #expect(problem["count"] is NSNull && (problem["lines"] as? [Int])?.isEmpty == true)
      let message = try #require(problem["message"] as? String)
      #expect(message.firstMatch(of: /\b[0-9]+ (?:row|cell|line)/) == nil, "\(message)")
    }
  }

  @Test func `names the column of each fault`() throws {
    let report = try Self.json("check", Self.folder, "--audience", "team", "--format", "json")
    let problems = try #require(report["problems"] as? [[String: Any]])
    for row in Self.rows(try Self.file("planted.csv")) where row["file"]?.hasPrefix("cases") ?? false {
      guard let column = row["column"], !column.isEmpty, let line = row["line"].flatMap({ Int($0) }) else { continue }
      if ["missing-case", "damaged-id", "conflicting-details"].contains(row["code"]) { continue }
      #expect(
        problems.contains { problem in
          problem["code"] as? String == row["code"] && problem["line"] as? Int == line
            && (problem["message"] as? String ?? "").contains("\"\(column)\"")
        }, "\(row)")
    }
  }

  /// `expected-counts.csv` was worked out from the rules by a script that shares no code with `netmap`.
  @Test func `counts what the rules say`() throws {
    let run = try Self.netmap.run("query", Self.folder, "--evidence", "--audience", "team", "--format", "csv")
    func key(_ row: [String: String], _ area: String) -> String {
      ["from", "relation", "to", area, "measure", "period", "count"].map { row[$0] ?? "" }.joined(separator: " ")
    }
    let counted = Self.rows(run.output).filter { $0["kind"] == "count" }.map { key($0, "areas") }
    let expected = Self.rows(try Self.file("expected-counts.csv")).filter { $0["area"] != "" }.map { key($0, "area") }
    #expect(expected.count == 52)
    #expect(counted.sorted() == expected.sorted())
  }

  @Test func `gives nobody away in anything that the public sees`() throws {
    let output = try TemporaryFolder()
    var texts = try [
      ["check", Self.folder], ["check", Self.folder, "--format", "csv"], ["check", Self.folder, "--format", "json"],
      ["query", Self.folder, "--evidence"], ["query", Self.folder, "--evidence", "--format", "json"],
      ["query", Self.folder, "--evidence", "--format", "csv"], ["query", Self.folder, "--area", "Ashby", "--evidence"],
      ["export", Self.folder, "--as", "json"],
      ["figures", Self.folder, "--output", output.path, "--image-format", "svg,dot"],
    ].map { arguments in
      let run = try Self.netmap.run(arguments)
      #expect(run.code == 0)
      return run.output + run.errors
    }
    for name in output.names { texts.append(try output.text(of: name)) }
    let everything = texts.joined(separator: "\n")
    #expect(everything.contains("[c]"))
    // A case's id, a date of birth as it stands in the files, an interview, a quote, a value of few rows.
    let highlights = try Self.file("highlights.csv")
    let quotes = highlights.matches(of: #/"([^"]{30,60})/#).map { String($0.1) }
    #expect(quotes.count > 20)
    for secret in ["MS0", "Ashby mentor 1", "Brinmouth parent", "None given"] + quotes {
      #expect(!everything.contains(secret), "\(secret)")
    }
    #expect(everything.firstMatch(of: #/\b\d\d/\d\d/20[01]\d\b/#) == nil)
    // Counts of less than ten, as tables and JSON write them.
    #expect(everything.firstMatch(of: #/"(?:cases|count)" : "[1-9]"/#) == nil)
    #expect(everything.firstMatch(of: #/\b[1-9] (?:cases|referrals|completed) in /#) == nil)
  }

  @Test func `shows the team everything and says so`() throws {
    let output = try TemporaryFolder()
    for arguments in [
      ["check", Self.folder], ["query", Self.folder], ["query", Self.folder, "--evidence", "--format", "json"],
      ["query", Self.folder, "--format", "csv"], ["export", Self.folder, "--as", "json"],
      ["check", Self.folder, "--format", "json"], ["check", Self.folder, "--format", "csv"],
    ] {
      let run = try Self.netmap.run(arguments + ["--audience", "team"])
      #expect((run.output + run.errors).lowercased().contains("team"), "\(arguments)")
      // JSON names the symbol among the settings.
      #expect(
        !run.output.contains(#/"suppressed" ?: true/#)
          && (run.output.contains("\"symbol\"") || !run.output.contains("[c]"))
      )
    }
    let run = try Self.netmap.run(["figures", Self.folder, "--output", output.path, "--audience", "team"])
    #expect(run.code == 0)
    for name in ["whole-map.svg", "whole-map.md", "legend.svg", "referral-routes.svg", "manifest.json"] {
      #expect(try output.text(of: name).contains("For the evaluation team only"), "\(name)")
    }
    #expect(try Self.netmap.run("check", Self.folder, "--audience", "team").output.contains("None given"))
  }

  @Test func `draws the same map from every form that a spreadsheet saves`() throws {
    let plain = try Self.netmap.run("export", Self.folder, "--as", "json").output
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .windowsCP1252] {
      let copy = try TemporaryFolder()
      for name in ["map.yaml", "fieldwork.csv"] { try copy.write(Data(try Self.file(name).utf8), to: name) }
      for name in ["cases-2024.csv", "cases-2025.csv", "highlights.csv"] {
        var text = try Self.file(name)
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        // What Windows-1252 does not have must not be there for a fair comparison.
        text = String(text.map { $0 == "\u{FFFD}" || $0 == "\u{9D}" ? "?" : $0 })
        if encoding != .windowsCP1252 { text = "\u{FEFF}" + text }
        let data = try #require(text.data(using: encoding, allowLossyConversion: true))
        try copy.write(data, to: name)
      }
      #expect(try Self.netmap.run("export", copy.path, "--as", "json").output == plain)
    }
  }
}

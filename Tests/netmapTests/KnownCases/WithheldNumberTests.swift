import Foundation
import TestSupport
import Testing

/// Maps of which public output once told a number that it withheld, and others of each kind.
struct WithheldNumberTests {
  /// What each withheld number can be, as a reader works it out from the numbers that are shown and the sums.
  static func bounds(
    shown: [String: Int], withheld: some Sequence<String>, sums: [[String]], floor: Int
  ) -> [String: ClosedRange<Int>] {
    let most = 1_000_000
    var ranges = shown.mapValues { $0...$0 }
    for name in withheld { ranges[name] = floor...most }
    var isChanged = true
    while isChanged {
      isChanged = false
      func narrow(_ name: String, _ least: Int, _ greatest: Int) {
        let old = ranges[name] ?? floor...most
        let (low, high) = (max(old.lowerBound, least), min(old.upperBound, greatest))
        if old != low...max(low, high) { (ranges[name], isChanged) = (low...max(low, high), true) }
      }
      for sum in sums {
        let parts = sum.dropFirst()
        let least = parts.reduce(0) { $0 + (ranges[$1]?.lowerBound ?? floor) }
        let greatest = parts.reduce(0) { $0 + (ranges[$1]?.upperBound ?? most) }
        narrow(sum[0], least, greatest)
        guard let total = ranges[sum[0]] else { continue }
        for part in parts {
          guard let range = ranges[part] else { continue }
          narrow(
            part, total.lowerBound - (greatest - range.upperBound), total.upperBound - (least - range.lowerBound))
        }
      }
    }
    return ranges.filter { shown[$0.key] == nil }
  }

  /// The numbers that an answer with evidence shows, by their names.
  private static func shown(_ text: String) -> [String: Int] {
    var shown: [String: Int] = [:]
    // "  42 cases in Ashby (2024; a)."
    for line in text.matches(of: /\n  (\d+) [^\n]*\((?:[^();\n]*; )?(\w+)\)\./) { shown[String(line.2)] = Int(line.1) }
    return shown
  }

  @Test(arguments: Publication.known)
  func `no withheld number can be worked out, nor nearly so`(publication: Publication) throws {
    let map = try publication.map()
    let numbers = publication.numbers
    let text = "\n" + (try map.run("query", "--evidence"))
    let shown = Self.shown(text)
    for (name, number) in shown { #expect(number == numbers[name], "\(name)") }
    let withheld = numbers.keys.filter { shown[$0] == nil }
    // What is small is withheld, and no more than what must be: something is shown.
    #expect(numbers.filter { $0.value < 10 }.allSatisfy { withheld.contains($0.key) } && !shown.isEmpty)
    let bounds = Self.bounds(shown: shown, withheld: withheld, sums: publication.sums, floor: publication.floor)
    #expect(Set(bounds.keys) == Set(withheld))
    for (name, range) in bounds {
      #expect(range.upperBound >= 10 && range.upperBound - range.lowerBound >= 10, "\(name) \(range)")
    }
    // Where what is small is left out, a sign in place of another number would say that it is not small.
    #expect(!publication.settings.contains("zeros: withheld") || !text.contains("[c]"))
    // A computation tells what it is made of.
    for row in publication.counts {
      guard let computed = row.split(separator: ",", omittingEmptySubsequences: false).last, !computed.isEmpty else {
        continue
      }
      #expect(!text.contains(computed))
      for verb in ["check", "gaps", "measure", "compare"] { #expect(try !map.run(verb).contains(computed), "\(verb)") }
      #expect(try !map.run("query", "--evidence", "--format", "json").contains(computed))
      #expect(try !map.run("export", "--as", "json").contains(computed))
      #expect(try map.files("figures").allSatisfy { !$0.value.contains(computed) })
      #expect(try !map.run("page", "--output", "-").contains(computed))
    }
    // The team's audit, which knows the sums by itself, agrees.
    #expect(try map.run("audit").contains("what outsiders can tell holds a number of 10 or more"))
  }

  @Test func `the reader of these tests finds what was once told`() {
    func told(_ shown: [String: Int], _ name: String, _ sums: [[String]], floor: Int = 1) -> ClosedRange<Int>? {
      Self.bounds(shown: shown, withheld: [name], sums: sums, floor: floor)[name]
    }
    #expect(told(["a": 42, "c": 12, "t": 57], "b", [["t", "a", "b", "c"]]) == 3...3)
    #expect(told(["y": 60, "a": 12, "c": 20, "d": 25], "b", [["y", "a", "b", "c", "d"]]) == 3...3)
    #expect(told(["a": 42, "t": 52, "b": 9], "c", [["t", "a", "b", "c"]], floor: 0) == 1...1)
    #expect(Self.shown("\n  42 cases in Ashby (2024; a).\n  [c] cases in Brin (b).\n") == ["a": 42])
  }

  // MARK: d01 and d02: what else tells

  @Test func `the number of rows that are used does not tell what a withheld area adds`() throws {
    let rows = ["Ashby": 42, "Brin": 3].flatMap { area, count in
      (0..<count).map { "\(area)\($0),\(area),2024-01-05" }
    }
    let map = try CaseMap.records(rows.sorted(), in: ["Ashby", "Brin"])
    for output in [try map.run("check"), try map.run("query", "--evidence"), try map.run("measure")] {
      #expect(!output.contains("45"), "\(output)")
    }
    #expect(try map.run("check").contains("how many rows are used tells how many cases there are"))
    #expect(try map.run("check", "--audience", "team").contains("45 of 45 rows"))
  }

  @Test(arguments: [[], ["zeros: withheld"], ["rounding: 5"]])
  func `no file has a digest of which anything is withheld, left out or rounded`(settings: [String]) throws {
    let map = try CaseMap.programme(
      ["Ashby,schools,mentors,refers-to,cases,,42,T1,", "Brin,gp,mentors,refers-to,cases,,3,T1,"],
      in: ["Ashby", "Brin"], settings: settings)
    try map.folder.write(Data("area,outcome,value\nAshby,rating,3.6\n".utf8), to: "outcomes.csv")
    func digested(_ options: String...) throws -> Set<String> {
      let text = try #require(try map.files("figures", options)["manifest.json"])
      let manifest = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let inputs = try #require(manifest["inputs"] as? [[String: String]])
      #expect(Set(inputs.compactMap { $0["name"] }).isSuperset(of: ["referrals.csv", "outcomes.csv"]))
      return Set(inputs.filter { $0["sha256"] != nil }.compactMap { $0["name"] })
    }
    #expect(try digested().isDisjoint(with: ["referrals.csv", "outcomes.csv"]))
    // The team's, which shows all, has them.
    #expect(try digested("--audience", "team").isSuperset(of: ["referrals.csv", "outcomes.csv"]))
  }

  // MARK: d03: two outputs of one map

  /// The numbers of the first map in its own answer and in a comparison's table of rates, by area.
  private static func publications(
    _ first: CaseMap, _ second: CaseMap
  ) throws -> (query: [String: Int], compare: [String: Int]) {
    let query = shown("\n" + (try first.run("query", "--evidence")))
    let run = try CaseMap.netmap.run(
      "compare", first.path, second.path, "--areas", "Ashby,Brin,Cald,Dean", "--format", "csv", "--table", "rates")
    #expect(run.code == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    try #require(rows.count == 2, "\(run.output)")
    let own = URL(filePath: first.path).lastPathComponent.lowercased().prefix(8)
    var compare: [String: Int] = [:]
    for (area, name) in [("ashby", "a"), ("brin", "b"), ("cald", "c"), ("dean", "d")] {
      let column = try #require(
        rows[0].firstIndex { $0.hasPrefix("\(area)-\(own)") && !$0.hasSuffix("-per100") }, "\(rows[0])")
      compare[name] = Int(rows[1][column])
    }
    return (query, compare)
  }

  private static let first = [
    "Ashby,schools,mentors,refers-to,cases,,50,a,", "Brin,schools,mentors,refers-to,cases,,3,b,",
    "Cald,schools,mentors,refers-to,cases,,39,c,", "Dean,schools,mentors,refers-to,cases,,12,d,",
    ",schools,mentors,refers-to,cases,,104,t,",
  ]
  private static let second = [
    "Ashby,schools,mentors,refers-to,cases,,180,a,", "Cald,schools,mentors,refers-to,cases,,30,c,",
    ",schools,mentors,refers-to,cases,,210,t,",
  ]
  private static let four = ["Ashby", "Brin", "Cald", "Dean"]

  @Test func `a query and a comparison together tell no number that one of them withholds`() throws {
    let maps = try [Self.first, Self.second].map { try CaseMap.programme($0, in: Self.four) }
    let (query, compare) = try Self.publications(maps[0], maps[1])
    // What a comparison withholds, but for what it withholds more, the query withholds, too.
    let shown = query.merging(compare) { $1 }
    #expect(query["b"] == nil && Set(compare.keys).isSubset(of: query.keys) && shown["a"] == 50 && shown["t"] == 104)
    let bounds = Self.bounds(
      shown: shown, withheld: ["b", "c", "d"].filter { shown[$0] == nil }, sums: [["t", "a", "b", "c", "d"]], floor: 1)
    for (name, range) in bounds {
      #expect(range.upperBound >= 10 && range.upperBound - range.lowerBound >= 10, "\(name) \(range)")
    }
  }

  @Test func `maps that name each other withhold the same alone and compared`() throws {
    let maps = try [Self.first, Self.second].map { try CaseMap.programme($0, in: Self.four) }
    for (one, other) in [(maps[0], maps[1]), (maps[1], maps[0])] {
      let text = try one.folder.text(of: "map.yaml")
      try one.folder.write(Data((text + "\n  with: ['\(other.path)']\n").utf8), to: "map.yaml")
    }
    let (query, compare) = try Self.publications(maps[0], maps[1])
    #expect(query.filter { $0.key != "t" } == compare && query["b"] == nil)
  }
}

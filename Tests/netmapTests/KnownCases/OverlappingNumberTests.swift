import Foundation
import TestSupport
import Testing

/// Numbers that overlap and were once added up, and others of each kind.
struct OverlappingNumberTests {
  /// The number of cases from schools to mentors in every output that has one.
  private static func numbers(of map: CaseMap) throws -> [String: Int?] {
    var numbers: [String: Int?] = [:]
    func find(_ list: Any?, _ key: String, where isMeant: ([String: Any]) -> Bool) -> Int? {
      (list as? [[String: Any]])?.first(where: isMeant)?[key] as? Int
    }
    numbers["query"] = find(try map.json("query")["connections"], "cases") { $0["from"] as? String == "schools" }
    let actors = try map.json("measure")["actors"]
    numbers["in"] = find(actors, "casesIn") { $0["id"] as? String == "mentors" }
    numbers["out"] = find(actors, "casesOut") { $0["id"] as? String == "schools" }
    let export = try map.run("export", "--as", "json")
    let json = try JSONSerialization.jsonObject(with: Data(export.utf8)) as? [String: Any]
    numbers["export"] = find(json?["edges"], "cases") { $0["source"] as? String == "schools" }
    return numbers
  }

  private static func ashby(_ counts: [(measure: String, period: String, count: Int)]) -> [String] {
    counts.map { "Ashby,schools,mentors,refers-to,\($0.measure),\($0.period),\($0.count),T," }
  }

  /// Numbers of schools' referrals in Ashby, what counts cases, and what they come to.
  private static let overlapping: [([(measure: String, period: String, count: Int)], String, Int)] = [
    // n01: two years, and both.
    ([("cases", "2023", 100), ("cases", "2024", 120), ("cases", "2023 to 2024", 220)], "cases", 220),
    ([("cases", "2023 to 2024", 220), ("cases", "2024", 120), ("cases", "2023", 100)], "cases", 220),
    ([("cases", "2023", 100), ("cases", "2024", 120), ("cases", "Total", 220)], "cases", 220),
    ([("cases", "Year 1", 100), ("cases", "Year 2", 120), ("cases", "Years 1-2", 220)], "cases", 220),
    ([("cases", "to March 2024", 100), ("cases", "to June 2024", 220)], "cases", 220),
    // Years of which nobody says that no case is in both: the latest.
    ([("cases", "2023", 100), ("cases", "2024", 120)], "cases", 120),
    // Measures never add.
    ([("cases", "", 100), ("girls", "", 60), ("boys", "", 40)], "cases, girls, boys", 100),
    ([("referred", "", 100), ("completed", "", 60)], "referred, completed", 100),
  ]

  @Test(arguments: overlapping)
  func `what can overlap is not added, alike in every output, and check warns`(
    counts: [(measure: String, period: String, count: Int)], cases: String, number: Int
  ) throws {
    let map = try CaseMap.programme(Self.ashby(counts), in: ["Ashby"], cases: cases)
    for (output, found) in try Self.numbers(of: map) { #expect(found == number, "\(output)") }
    let check = try map.run("check")
    #expect(check.contains("warning: ") && check.contains(" taken"), "\(check)")
    #expect(check.hasSuffix("0 errors, 1 warning.\n"), "\(check)")
  }

  @Test(arguments: [
    "periods: [{name: 2023 to 2024, contains: ['2023', '2024']}, {name: '2023'}, {name: '2024'}]", "",
  ])
  func `what the map declares needs no warning`(definition: String) throws {
    let years = [("cases", "2023", 100), ("cases", "2024", 120), ("cases", "2023 to 2024", 220)]
    let map = try CaseMap.programme(Self.ashby(years), in: ["Ashby"], definition: definition)
    for (output, found) in try Self.numbers(of: map) { #expect(found == 220, "\(output)") }
    #expect(try map.run("check").contains("warning") == definition.isEmpty)
  }

  // MARK: n02: cases in two areas

  @Test func `a case with rows in two areas is one case of the programme`() throws {
    let rows = (10..<70).map { "C\($0),Ashby,2024-01-05" } + (10..<30).map { "C\($0),Brin,2024-06-05" }
    let map = try CaseMap.records(rows, in: ["Ashby", "Brin"])
    for (output, found) in try Self.numbers(of: map) { #expect(found == 60, "\(output)") }
    let areas = ["Ashby": 60, "Brin": 20]
    for (area, number) in areas {
      let found = (try map.json("query", "--area", area)["connections"] as? [[String: Any]])?.first?["cases"]
      #expect(found as? Int == number, "\(area)")
    }
    #expect(try map.run("check").contains("the whole is less than Ashby + Brin, since cases are in several of them"))
  }

  @Test func `areas that come to more than the programme are warned of, and the programme's number is taken`() throws {
    let map = try CaseMap.programme(
      [
        "Ashby,schools,mentors,refers-to,cases,,60,T,", "Brin,schools,mentors,refers-to,cases,,20,T,",
        ",schools,mentors,refers-to,cases,,60,T,",
      ], in: ["Ashby", "Brin"])
    for (output, found) in try Self.numbers(of: map) { #expect(found == 60, "\(output)") }
    #expect(try map.run("check").contains("[areas-exceed-programme]"))
  }

  // MARK: n03: rounded claims

  /// A claim of Cald, where 12 cases are counted and shown as about 10, or of the whole, which is 112.
  private static func verdicts(_ claims: [(words: String, condition: String, area: String)]) throws
    -> (public: String, team: String)
  {
    let lines = claims.enumerated().map { index, claim in
      "  - {id: c\(index), words: \(claim.words), cases: {from: schools, to: mentors, relation: refers-to,"
        + " measure: cases, \(claim.condition)}\(claim.area.isEmpty ? "" : ", in: [\(claim.area)]")}"
    }
    let map = try CaseMap.programme(
      ["Ashby,schools,mentors,refers-to,cases,,100,T,", "Cald,schools,mentors,refers-to,cases,,12,T,"],
      in: ["Ashby", "Cald"], settings: ["rounding: 5"], definition: "claims:\n" + lines.joined(separator: "\n"))
    return (try map.run("check"), try map.run("check", "--audience", "team"))
  }

  @Test(arguments: [
    ("Twelve or more came", "at-least: 12", "Cald", "cannot be told", "holds"),
    ("At most twelve", "at-most: 12", "Cald", "holds", "holds"),
    ("At least 112 in all", "at-least: 112", "", "cannot be told", "holds"),
    ("Fewer than twelve", "at-most: 11", "Cald", "cannot be told", "fails"),
    ("At least 13", "at-least: 13", "Cald", "fails", "fails"),
    ("At least 98 in Ashby", "at-least: 98", "Ashby", "holds", "holds"),
  ])
  func `a rounded number makes no true claim fail, nor a false one hold`(
    words: String, condition: String, area: String, published: String, team: String
  ) throws {
    let verdicts = try Self.verdicts([(words, condition, area)])
    #expect(verdicts.public.contains("\(published): \u{201C}\(words)\u{201D}"), "\(verdicts.public)")
    #expect(verdicts.team.contains("\(team): \u{201C}\(words)\u{201D}"), "\(verdicts.team)")
    // No reason gives a rounded number for the number itself.
    #expect(verdicts.public.contains("counts about ") && verdicts.public.contains(", rounded"), "\(verdicts.public)")
    #expect(!verdicts.team.contains(" about "))
  }
}

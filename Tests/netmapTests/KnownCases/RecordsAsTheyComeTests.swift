import Foundation
import TestSupport
import Testing

/// Management information as it comes: case records and counts that were once read wrongly, and others of each kind.
struct RecordsAsTheyComeTests {
  /// Case records of the programme, with how they are read.
  private static func records(
    _ files: [String: String], columns: String = "{case: Case, area: Area, referred: Referred}", area: String = "",
    rules: String = "{from: schools, to: mentors, relation: refers-to, count: cases}", dates: String = ""
  ) throws -> CaseMap {
    let programme = try CaseMap.programme([])
    var definition = try programme.folder.text(of: "map.yaml").split(separator: "\n", omittingEmptySubsequences: false)
    definition.removeAll { $0.hasPrefix("format:") || $0.hasPrefix("title:") || $0.hasPrefix("mi:") }
    let text = definition.joined(separator: "\n").replacing(
      "disclosure:",
      with: "mi:\n"
        + "  - {files: [\(files.keys.sorted().joined(separator: ", "))], columns: \(columns), \(area)\(dates)rules: [\(rules)]}\n"
        + "disclosure:")
    return try CaseMap(text, files: files.merging(["interviews.csv": "from,to,relation\n"]) { own, _ in own })
  }

  /// The numbers of cases that the team sees, by area, and by period where there are some.
  private static func numbers(_ map: CaseMap) throws -> [String: Int] {
    var numbers: [String: Int] = [:]
    let evidence = try map.run("query", "--evidence", "--audience", "team")
    for match in evidence.matches(of: /(\d+) (\w+) in (the programme|\w+)(?:\.| \(((\w+); )?)/) {
      let period = match.output.5.map { " \($0)" } ?? ""
      numbers["\(match.output.3)\(period)", default: 0] += Int(match.output.1) ?? 0
    }
    return numbers
  }

  /// What `check` tells the team.
  private static func check(_ map: CaseMap) throws -> String { try map.run("check", "--audience", "team") }

  // MARK: m01: dates

  private static let months = ["Jan", "Feb", "Mar"].enumerated().map { index, name in
    "{from: schools, to: mentors, relation: refers-to, count: cases,"
      + " period: {name: \(name), from: 2024-0\(index + 1)-01, to: 2024-0\(index + 1)-28}}"
  }.joined(separator: ", ")

  private static func dated(_ dates: [String], and others: [String] = [], setting: String = "") throws -> CaseMap {
    func rows(_ dates: [String], _ letter: String) -> String {
      "Case,Area,Referred\n" + dates.enumerated().map { "\(letter)\($0),Ashby,\($1)\n" }.joined()
    }
    return try records(
      others.isEmpty ? ["a.csv": rows(dates, "A")] : ["a.csv": rows(dates, "A"), "b.csv": rows(others, "B")],
      rules: months,
      dates: setting)
  }

  @Test func `a column has one order of day and month, which its dates show`() throws {
    let american = [
      "01/13/2024", "01/20/2024", "01/03/2024", "01/02/2024", "02/03/2024", "02/14/2024", "02/02/2024", "03/01/2024",
      "03/02/2024", "03/15/2024",
    ]
    let map = try Self.dated(american)
    #expect(try Self.numbers(map) == ["Ashby Jan": 4, "Ashby Feb": 3, "Ashby Mar": 3])
    #expect(try Self.check(map).contains("[dates-contradict]"))
    let confirmed = try Self.dated(american, setting: "dates: month-first, ")
    #expect(try Self.numbers(confirmed) == ["Ashby Jan": 4, "Ashby Feb": 3, "Ashby Mar": 3])
    #expect(try Self.check(confirmed).contains("No problems."))
  }

  @Test(arguments: [
    // Another file whose dates could be either is read likewise, unless one shows that files differ.
    (["01/13/2024", "02/03/2024"], ["03/02/2024"], "", ["Ashby Jan": 1, "Ashby Feb": 1, "Ashby Mar": 1], 2),
    (
      ["01/13/2024", "02/03/2024"], ["13/03/2024", "03/02/2024"], "", ["Ashby Jan": 1, "Ashby Feb": 2, "Ashby Mar": 1],
      1
    ),
    // Both orders in one column; and against what map.yaml says.
    (["01/13/2024", "13/02/2024", "02/03/2024"], [], "", ["Ashby Jan": 1, "Ashby Feb": 1, "Ashby Mar": 1], 1),
    (["01/13/2024", "02/03/2024"], [], "dates: day-first, ", ["Ashby Jan": 1, "Ashby Mar": 1], 1),
    (["13/01/2024", "02/03/2024"], [], "dates: month-first, ", ["Ashby Jan": 1, "Ashby Feb": 1], 1),
    // Nothing contradicts.
    (["13/01/2024", "02/03/2024"], [], "", ["Ashby Jan": 1, "Ashby Mar": 1], 0),
    (["2024-01-13", "2024-02-03"], [], "dates: day-first, ", ["Ashby Jan": 1, "Ashby Feb": 1], 0),
  ])
  func `dates that contradict each other or the setting are warned of`(
    dates: [String], others: [String], setting: String, numbers: [String: Int], warnings: Int
  ) throws {
    let map = try Self.dated(dates, and: others, setting: setting)
    #expect(try Self.numbers(map) == numbers)
    let check = try Self.check(map)
    #expect(check.contains(warnings == 0 ? "No problems." : "0 errors, \(warnings) warning"), "\(check)")
  }

  // MARK: m02: ids

  @Test(arguments: [
    (["0001234", "0005678"], ["1234", "5678"], "leading zeros: 2"), (["C17"], ["c17"], "upper and lower case: 1"),
    (["1234"], ["1234.0"], "\".0\" at the end: 1"),
    (["AB 12"], ["AB12"], "blanks, quotation marks or invisible letters: 1"),
    (["MI0001", "MI0002"], ["MI1"], "leading zeros: 1"), (["c 007"], ["C7"], "leading zeros: 1"),
  ])
  func `ids that differ by how they are written are two, and warned of`(
    first: [String], second: [String], kind: String
  ) throws {
    let map = try Self.records([
      "a.csv": "Case,Area,Referred\n" + first.map { "\($0),Ashby,2024-01-03\n" }.joined(),
      "b.csv": "Case,Area,Referred\n" + second.map { "\($0),Ashby,2024-02-03\n" }.joined(),
    ])
    #expect(try Self.numbers(map) == ["Ashby": first.count + second.count])
    let check = try Self.check(map)
    #expect(check.contains("\(kind)") && check.contains("[near-duplicate-id]"), "\(check)")
    // How many there are is the team's.
    let published = try map.run("check")
    #expect(published.contains("[near-duplicate-id]") && !published.contains(kind.suffix(3)), "\(published)")
  }

  @Test(arguments: ["'0123", "=\"0123\"", "\"=\"\"0123\"\"\"", " 0123", "0123\u{A0}", "\u{FEFF}0123"])
  func `an id that is kept from being a number is the same id`(id: String) throws {
    let map = try Self.records(["a.csv": "Case,Area,Referred\n0123,Ashby,2024-01-03\n\(id),Ashby,2024-02-03\n"])
    #expect(try Self.numbers(map) == ["Ashby": 1])
    #expect(try Self.check(map).contains("No problems."))
  }

  @Test func `ids that differ are no problem`() throws {
    let ids = ["MI0001", "MI0010", "MI0100", "MI1000", "MI1001"]
    let map = try Self.records(["a.csv": "Case,Area,Referred\n" + ids.map { "\($0),Ashby,2024-01-03\n" }.joined()])
    #expect(try Self.check(map).contains("No problems."))
  }

  // MARK: m03: notes and totals

  @Test(arguments: [
    (",,\nNote: 3 cases withdrawn,,\nSource: MIS extract 31/08/2025,,\nEnd of report,,\n", "3 rows hold a note"),
    ("Total cases,,\n", "1 row holds a total"), ("Overall,2,\n", "1 row holds a total"),
    ("Ashby subtotal,2,\nAll,2,\n", "2 rows hold a total"), ("* less than 5\n", "1 row holds a note"),
    ("Note: withdrawn, moved, and others, see sheet 2\n", "1 row holds a note"), ("Cases,2,\n", "1 row holds a total"),
    ("\u{FEFF}Case,Referred,School\n", "1 row repeats the header"),
    ("CASE,REFERRED,SCHOOL\n", "1 row repeats the header"),
    ("Number of cases,2,\n", "1 row holds a total"),
  ])
  func `what stands below the table is no case, and told`(tail: String, told: String) throws {
    let rows = "Case,Referred,School\nC1,2024-01-03,Oak\nC2,2024-01-04,Oak\n"
    let map = try Self.records(
      ["a.csv": rows + tail], columns: "{case: Case, referred: Referred}", area: "area: ashby, ")
    #expect(try Self.numbers(map) == ["Ashby": 2])
    let check = try Self.check(map)
    #expect(check.contains(told), "\(check)")
  }

  @Test(arguments: ["\u{FEFF}", "\u{FEFF}\u{FEFF}", "\u{FEFF}Referrals 2024/25\n\n", "sep=,\n"])
  func `a header stands behind marks and titles`(head: String) throws {
    let map = try Self.records(["a.csv": head + "\"Case\",Area,Referred\nC1,Ashby,2024-01-03\nC2,Ashby,2024-01-03\n"])
    #expect(try Self.numbers(map) == ["Ashby": 2])
  }

  // MARK: m04: merged cells

  private static func counted(_ rows: [String]) throws -> CaseMap {
    try CaseMap.programme(
      rows.map { row in
        let parts = row.split(separator: " ", omittingEmptySubsequences: false)
        return "\(parts[0]),\(parts[1]),mentors,refers-to,cases,,\(parts[2]),,"
      }, in: ["Ashby", "Brin"])
  }

  @Test(arguments: [
    (["Ashby schools 120", " gp 40", "Brin schools 80", " young-people 30"], ["Ashby": 160, "Brin": 110]),
    // Below the merged cells may stand a number of the programme.
    (
      ["Ashby schools 120", " gp 40", "Brin schools 80", " young-people 30", " schools 200"],
      ["Ashby": 160, "Brin": 110, "the programme": 200]
    ),
    (["Ashby schools 120", " gp 40", "Brin schools 80"], ["Ashby": 160, "Brin": 80]),
  ])
  func `cells below a merged one have the name above`(rows: [String], numbers: [String: Int]) throws {
    let map = try Self.counted(rows)
    #expect(try Self.numbers(map) == numbers)
    let check = try Self.check(map)
    #expect(check.contains("[merged-cells]") && check.hasSuffix("0 errors, 1 warning.\n"), "\(check)")
  }

  @Test(arguments: [
    (["Ashby schools 120", "Brin schools 80", " schools 200"], ["Ashby": 120, "Brin": 80, "the programme": 200]),
    (
      ["Ashby schools 120", "Brin schools 80", " schools 200", "Ashby gp 20", "Brin gp 8", " gp 28"],
      ["Ashby": 140, "Brin": 88, "the programme": 228]
    ),
    (
      ["Ashby schools 120", "Ashby gp 40", " young-people 30", "Brin schools 80"],
      ["Ashby": 160, "Brin": 80, "the programme": 30]
    ),
    (["Ashby schools 120", "programme gp 40", "Brin schools 80"], ["Ashby": 120, "Brin": 80, "the programme": 40]),
  ])
  func `an empty cell elsewhere is the programme's`(rows: [String], numbers: [String: Int]) throws {
    let map = try Self.counted(rows)
    #expect(try Self.numbers(map) == numbers)
    #expect(try !Self.check(map).contains("[merged-cells]"))
  }

  // MARK: What nobody sees

  /// Soft hyphens come from Word, joiners from web pages, marks of direction from Windows.
  @Test(arguments: ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{200E}", "\u{FEFF}", "\u{202A}"])
  func `what nobody sees makes no other name, header, date or id`(sign: String) throws {
    let map = try Self.counted([
      "Ash\(sign)by schools 120", "\(sign)Ashby g\(sign)p 40", "Brin\(sign) schools 8\(sign)0",
    ])
    #expect(try Self.numbers(map) == ["Ashby": 160, "Brin": 80])
    #expect(try Self.check(map).hasSuffix("No problems.\n"))
    let cases = try Self.records([
      "a.csv":
        "Ca\(sign)se,Area\(sign),Referred\n\(sign)C1,As\(sign)hby,\(sign)13/\(sign)01/2024\nC\(sign)1,Ashby,13/01/2024\n"
    ])
    let check = try Self.check(cases)
    #expect(
      check.contains("1 case id is the same as another but for the way of writing") && !check.contains("date"),
      "\(check)")
  }

  // MARK: Marks of notes

  @Test(arguments: ["*", "**", " [note 2]", "[r]", "\u{B9}", " \u{2020}", "[1, 2]"])
  func `the mark of a note makes no other name and no other header`(mark: String) throws {
    let cell = mark.contains(",") ? "\"Ashby\(mark)\"" : "Ashby\(mark)"
    let map = try CaseMap.programme(
      [
        "\(cell),schools,mentors,refers-to,cases,,120,,",
        "Ashby,gp\(mark.contains(",") ? "" : mark),mentors,refers-to,cases,,40,,",
      ], in: ["Ashby"])
    #expect(try Self.numbers(map) == ["Ashby": 160])
    let check = try Self.check(map)
    #expect(check.contains("The mark of a note stands behind \"Ashby\""), "\(check)")
    let header = mark.contains(",") ? "\"Area\(mark)\"" : "Area\(mark)"
    let cases = try Self.records(["a.csv": "Case,\(header),Referred\nC1,Ashby,2024-01-03\n"])
    #expect(try Self.numbers(cases) == ["Ashby": 1])
  }

  // MARK: Ditto marks

  @Test(arguments: ["\"\"\"\"", "ditto", "Do.", "\u{2033}", "''", "-\u{201D}-", "\u{3003}", "-do-", "As\u{A0}above"])
  func `a ditto mark stands for the name above, in numbers and in cases`(mark: String) throws {
    let map = try Self.counted(["Ashby schools 120", "\(mark) gp 40", "Brin \(mark) 80", "\(mark) schools 30"])
    #expect(try Self.numbers(map) == ["Ashby": 160, "Brin": 110])
    let check = try Self.check(map)
    #expect(check.contains("2 cells of the column \"area\" hold ditto marks"), "\(check)")
    #expect(check.contains("1 cell of the column \"from\" holds a ditto mark"), "\(check)")
    let cases = try Self.records([
      "a.csv": "Case,Area,Referred\nC1,Ashby,2024-01-03\nC2,\(mark),\nC3,Brin,\nC4,\(mark),\n"
    ])
    #expect(try Self.numbers(cases) == ["Ashby": 2, "Brin": 2])
    #expect(try Self.check(cases).contains("2 cells of the column \"Area\" hold ditto marks"))
  }

  @Test func `a ditto mark below nothing, or below a row that was left out, is an error`() throws {
    for rows in [["ditto schools 120"], ["Ashby schools 120", "Brin,x,y,z schools 1", "ditto gp 40"]] {
      let check = try Self.counted(rows).run("check", "--audience", "team", code: 1)
      #expect(check.contains("There is no area \"ditto\""), "\(check)")
    }
  }

  // MARK: m05 and q01: short rows

  @Test func `rows whose last cells were not written are cases`() throws {
    let rows = "C1,Ashby,2024-01-03,2024-02-01,x\nC2,Ashby,2024-01-03\nC3,Ashby,2024-01-03\nC4,Brin,2024-01-03\n"
    let map = try Self.records(["a.csv": "Case,Area,Referred,Ended,Notes\n" + rows])
    #expect(try Self.numbers(map) == ["Ashby": 3, "Brin": 1])
    #expect(try Self.check(map).contains("4 of 4 rows are used"))
    // One that goes on in the next line is told.
    let broken = try Self.records(["a.csv": "Case,Area,Referred,Ended,Notes\n" + rows + "C5,Ashby\n"])
    #expect(try Self.numbers(broken) == ["Ashby": 4, "Brin": 1])
    #expect(try Self.check(broken).contains("[short-row]"))
    let other = try Self.records(["a.csv": "Case,Area,Referred,Ended,Notes\n" + rows + "C5;Ashby;2024-01-03;;\n"])
    #expect(try Self.numbers(other) == ["Ashby": 3, "Brin": 1])
    #expect(try Self.check(other).contains("[ragged-row]"))
  }

  @Test func `segments with codes of fewer categories are read`() throws {
    let map = try CaseMap(
      """
      actors:
        - {id: gp, name: GPs, role: delivery, sector: nhs, stage: delivery}
        - {id: mentors, name: Mentors, role: delivery, sector: nhs, stage: delivery}
      relations: [{id: refers-to, family: coordination, label: refers to}]
      interviews: {file: coded.csv}
      codes:
        - {code: GP refers, from: gp, to: mentors, relation: refers-to}
        - {code: Mentor refers, from: mentors, to: gp, relation: refers-to}
      """,
      files: [
        "coded.csv":
          "\u{FEFF}\"File\",\"Coder\",\"Coded\",\"Id\",\"Codename\",\"Coded_Memo\",\"Category\",\"Category\"\n"
          + "\"a.txt\",\"ann\",\"One.\",\"ctid:1\",\"GP refers\",\"\",\"Referral\",\"Routes\"\n"
          + "\"a.txt\",\"ann\",\"Two.\",\"ctid:2\",\"Mentor refers\",\"\",\"Referral\"\n"
          + "\"a.txt\",\"ann\",\"Three.\",\"ctid:3\",\"GP refers\",\"\"\n"
      ])
    #expect(try Self.check(map).contains("3 of 3 segments are used"))
  }

  // MARK: m06: forms of Unicode

  private static let (composed, decomposed) = ("\u{C9}cole nurse", "E\u{301}cole nurse")

  @Test(arguments: [(composed, decomposed), (decomposed, composed)])
  func `texts mean the same in whatever form they are`(inRecords: String, inMap: String) throws {
    let cases = (0..<40).map { "C\($0),Ashby,\(inRecords)\n" }.joined()
    let files = ["a.csv": "Case,Area,Qu\(inRecords.prefix(1))\n" + cases]
    let columns = "{case: Case, area: Area, source: \"Qu\(inMap.prefix(1))\"}"
    for rule in [
      "{from: {column: source, values: {schools: [\"\(inMap.prefix(5))*\"]}}, to: mentors, relation: refers-to}",
      "{from: {column: source, values: {schools: [\"\(inMap)\"]}}, to: mentors, relation: refers-to}",
      "{from: schools, to: mentors, relation: refers-to, where: {source: [\"*\(inMap.suffix(9))\"]}}",
    ] {
      let map = try Self.records(files, columns: columns, rules: rule)
      #expect(try Self.numbers(map) == ["Ashby": 40])
      #expect(try Self.check(map).contains("No problems."))
    }
    // Ids, too: the same case in both forms is one.
    let ids = try Self.records(["a.csv": "Case,Area,Referred\n\(inRecords)1,Ashby,\n\(inMap)1,Ashby,2024-01-03\n"])
    #expect(try Self.numbers(ids) == ["Ashby": 1])
  }

  @Test func `two spellings that differ by an accent are warned of`() throws {
    let each =
      "{from: {column: school, each: {role: set-up, sector: school, stage: set-up}}, to: mentors, relation: refers-to}"
    let rows = ["\u{C9}cole", "\u{C9}cole", "Ecole", "E\u{301}cole"].enumerated().map { "C\($0),Ashby,\($1)\n" }
      .joined()
    let map = try Self.records(
      ["a.csv": "Case,Area,School\n" + rows], columns: "{case: Case, area: Area, school: School}", rules: each)
    let check = try Self.check(map)
    #expect(check.contains("there: Ecole / \u{C9}cole") && check.contains("[near-duplicate-name]"), "\(check)")
    let names = try CaseMap(
      "areas: [{id: a, name: \u{160}koda}, {id: b, name: Skoda}, {id: c, name: Other}]",
      files: ["interviews.csv": "from,to,relation\n"])
    #expect(try Self.check(names).contains("[near-duplicate-name]"))
  }

  // MARK: One cause, one problem

  @Test func `an id that was renamed is one error with its places, in check and in other verbs`() throws {
    let said = (0..<30).map { "Ashby,\($0 % 2 == 0 ? "gp,mentors" : "mentors,gp"),r,present" }
    let map = try CaseMap.network(["doctors GPs", "mentors Mentors"], said, in: ["Ashby"])
    let renamed = try map.run("check", code: 1)
    #expect(renamed.contains("There is no actor \"gp\" in map.yaml"))
    #expect(
      renamed.contains("In 30 places (rows were left out): interviews.csv lines 2, 3, 4 and 27 more [unknown-actor]"),
      "\(renamed)")
    #expect(renamed.split(separator: "\n").count < 8 && renamed.hasSuffix("30 errors of 1 kind, 0 warnings.\n"))
    let query = try CaseMap.netmap.run(["query", map.path])
    #expect(query.code == 1 && query.errors.split(separator: "\n").count == 2, "\(query.errors)")
    let json = try JSONSerialization.jsonObject(
      with: Data(CaseMap.netmap.run(["check", map.path, "--format", "json"]).output.utf8))
    let groups = (json as? [String: Any])?["groups"] as? [[String: Any]]
    #expect(groups?.first?["count"] as? Int == 30 && groups?.count == 1)
    #expect(((json as? [String: Any])?["problems"] as? [Any])?.count == 30)
  }
}

import Foundation
import TestSupport
import Testing

/// Names that were cut until two were the same, and lines that ran on one path.
struct FigureWordCaseTests {
  /// The labels of actors in a figure's DOT text, without line breaks.
  private static func labels(_ dot: String?) throws -> [String] {
    try #require(dot).matches(of: /"actor-[^\n]*?label="((?:[^"\\]|\\.)*)"/).map {
      String($0.1).replacing("\\n", with: " ")
    }
  }

  private static let long =
    "Northshire and Westshire Combined Authority early help and family support partnership for children and young people"
    + " who are missing from education or at risk of it, with their parents and carers"

  // MARK: g06: names cut until two are the same

  @Test(arguments: [
    [
      "Northshire Council early help and family support partnership (north district)",
      "Northshire Council early help and family support partnership (south district)",
      "学校出席导师中心", "学校出席导学办公室",
    ],
    ["Multi-disciplinary team", "Jugendgerichtshilfe", "Commissioner/Provider forum", "Kindertageseinrichtung"],
    ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"],
  ])
  func `names are shown whole`(names: [String]) throws {
    let map = try CaseMap.network(
      names.enumerated().map { "a\($0) \"\($1)\"" } + ["m Mentors"], names.indices.map { ",m,a\($0),r,present" })
    let labels = try Self.labels(try map.files("figures")["network-map.dot"])
    func plain(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
    for name in names { #expect(labels.contains { plain($0) == plain(name) }, "\(name): \(labels)") }
  }

  @Test func `what must be shortened differs, and is warned of where it stands`() throws {
    let map = try CaseMap.network(
      ["n \(Self.long) (north district)".quotedName, "s \(Self.long) (south district)".quotedName, "m Mentors"],
      [",m,n,r,present", ",m,s,r,present"])
    let labels = try Self.labels(try map.files("figures")["network-map.dot"])
    #expect(labels.count == 3 && Set(labels).count == 3)
    #expect(
      labels.contains { $0.hasSuffix("(north district)") } && labels.contains { $0.hasSuffix("(south district)") })
    let problems = try #require(try map.json("check")["problems"] as? [[String: Any]])
    let long = problems.filter { $0["code"] as? String == "long-name" }
    #expect(long.count == 2 && long.allSatisfy { $0["severity"] as? String == "warning" })
    #expect(long.allSatisfy { ($0["message"] as? String)?.contains("`short:`") == true })
    let text = try String(contentsOfFile: map.path + "/map.yaml", encoding: .utf8).split(separator: "\n")
    for problem in long {
      let line = try #require(problem["line"] as? Int)
      #expect(text[line - 1].contains("Northshire and Westshire"))
    }
    let run = try CaseMap.netmap.run(["figures", map.path, "--output", try TemporaryFolder().path + "/out"])
    #expect(run.code == 0)
    #expect(run.errors.contains("netmap: actor n: ") && run.errors.contains("netmap: actor s: "))
    // A name of its own for figures, and nothing is said.
    let short = try CaseMap.network(["n \"\(Self.long)\", short: North", "m Mentors"], [",m,n,r,present"])
    #expect(try #require(try short.json("check")["problems"] as? [Any]).isEmpty)
  }

  /// U+10FFFD is for private use: no typeface has it.
  @Test func `a sign that no typeface has is warned of`() throws {
    let map = try CaseMap.network(["a \"Team \u{10FFFD}\"", "m Mentors"], [",m,a,r,present"])
    let problems = try #require(try map.json("check")["problems"] as? [[String: Any]])
    #expect(problems.compactMap { $0["code"] as? String } == ["missing-glyph"])
    #expect((problems.first?["message"] as? String)?.contains("U+10FFFD") == true)
  }

  // MARK: Names of stages

  @Test func `the name of a stage stays inside its frame`() throws {
    let map = try CaseMap.network(
      ["a A, stage: one", "b B, stage: two"], [",a,b,r,present"],
      definition: """
        stages:
          - {id: one, name: "Early identification, first contact and referral to the programme (in all areas)"}
          - {id: two, name: Untersuchungszeitraumverlängerung}
        """)
    let dot = try #require(try map.files("figures")["network-map.dot"])
    func box(_ id: String) throws -> (left: Double, right: Double, text: String, size: Double) {
      let node = try #require(dot.firstMatch(of: try Regex("\n *\"\(id)\" (.*)"))).output[1].substring ?? ""
      let position = try #require(node.firstMatch(of: /pos="([-\d.]+),/)).1
      let width = try #require(node.firstMatch(of: /\ width=([\d.]+)/)).1
      let (x, half) = (Double(position) ?? 0, (Double(width) ?? 0) * 36)
      let label = node.firstMatch(of: /label="((?:[^"\\]|\\.)*)"/)?.1 ?? ""
      return (
        x - half, x + half, String(label).replacing("\\l", with: ""),
        node.firstMatch(of: /fontsize=([\d.]+)/).flatMap { Double($0.1) } ?? 11
      )
    }
    for (stage, name) in [
      ("one", "Early identification, first contact and referral to the programme (in all areas)"),
      ("two", "Untersuchungszeitraumverlängerung"),
    ] {
      let panel = try box("half-\(stage)")
      var (texts, number) = ([try box("half-\(stage)-name")], 1)
      while dot.contains("\"half-\(stage)-name-\(number)\"") {
        texts.append(try box("half-\(stage)-name-\(number)"))
        number += 1
      }
      func plain(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
      #expect(plain(texts.map(\.text).joined()) == plain(name))
      for text in texts {
        // Letters are half as wide as high or more, taken together.
        #expect(text.left >= panel.left && text.left + 8 + 0.5 * text.size * Double(text.text.count) <= panel.right + 2)
        #expect(text.size >= 0.8 * 11)
      }
    }
  }

  // MARK: g07: lines between actors above each other, on one path

  @Test func `lines of two families between actors above each other, and from an actor to itself, stay apart`() throws {
    let map = try CaseMap.network(
      [
        "men Mentors, plural: true", "yp Young people, plural: true, beneficiary: true",
        "par Parents and carers, plural: true, beneficiary: true", "i Inspectorate",
      ],
      [
        ",men,yp,s,present", ",men,par,s,present", ",par,yp,s,present", ",par,yp,r,present", ",yp,par,r,present",
        ",i,i,r,present", ",i,i,s,present", ",men,i,r,present",
      ])
    let dot = try #require(try map.files("figures")["network-map.dot"])
    func places(_ line: String) throws -> [(x: Double, y: Double)] {
      let course = try #require(dot.firstMatch(of: try Regex("key=\"\(line)\"[^\n]*pos=\"([^\"]*)\""))).output[1]
        .substring
      return try #require(course).split(separator: " ").compactMap { point in
        let numbers = point.split(separator: ",").compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
    let (support, coordination) = (try places("line-yp.par.support"), try places("line-yp.par.coordination"))
    // Both begin and end at their own heights.
    #expect(abs(support[0].y - coordination[0].y) >= 7)
    #expect(abs(support[support.count - 1].y - coordination[coordination.count - 1].y) >= 7)
    let (outer, inner) = (try places("line-i.i.support").map(\.x), try places("line-i.i.coordination").map(\.x))
    #expect(try #require(outer.max()) - (try #require(inner.max())) >= 9.5)
    #expect(try #require(inner.min()) - (try #require(outer.min())) >= 9.5)
  }

  // MARK: Lines by relation

  private static let relations = """
    \((0..<10).map { "  - {id: x\($0), family: coordination, label: does \($0), plural: do \($0)}" }.joined(separator: "\n"))
    """

  @Test(arguments: [(2, true), (8, true), (9, false)])
  func `each relation has lines of its own, up to eight`(count: Int, areTold: Bool) throws {
    let map = try CaseMap(
      """
      actors:
        - {id: a, name: Council, role: set-up, sector: nhs, stage: set-up}
        - {id: b, name: Mentors, role: delivery, sector: nhs, stage: delivery}
      relations:
      \(Self.relations)
      figures:
        - {id: told, title: Told, lines: by-relation}
      """,
      files: ["interviews.csv": "from,to,relation\n" + (0..<count).map { "a,b,x\($0)\n" }.joined()])
    let output = try TemporaryFolder()
    let run = try CaseMap.netmap.run(["figures", map.path, "--output", output.path + "/out"])
    #expect(run.code == 0)
    let dot = try output.text(of: "out/told.dot")
    let lines = dot.matches(of: /key="line-[^\n]*? color="(#\w+)"[^\n]*?arrowhead="(\w+)"/)
    #expect(lines.count == (areTold ? count : 1))
    #expect(Set(lines.map(\.1)).count == lines.count && Set(lines.map(\.2)).count == lines.count)
    #expect(run.errors.contains("it shows \(count) relations, and lines can tell 8 apart") == !areTold)
    #expect(dot.contains("Line: relation") == areTold)
    let words = try output.text(of: "out/told.md")
    for number in 0..<count where areTold { #expect(words.contains("- does \(number) (coordination): ")) }
    let svg = try output.text(of: "out/told.svg")
    #expect(!areTold || (0..<count).allSatisfy { svg.contains("<title>Council does \($0) Mentors</title>") })
  }

  // MARK: Widths

  @Test func `what is not counted looks like what is withheld, and not like few`() throws {
    let map = try CaseMap.programme(
      [
        "Ashby,schools,mentors,refers-to,cases,,4,,", "Ashby,schools,gp,refers-to,cases,,40,,",
        "Ashby,gp,mentors,refers-to,cases,,400,,",
      ],
      definition: """
        interviews: {file: said.csv}
        figures: [{id: f, title: F, widths: cases}]
        """)
    try map.folder.write(Data("from,to,relation\nmentors,gp,contacts\n".utf8), to: "said.csv")
    func paints(_ options: [String]) throws -> [String: String] {
      let dot = try #require(try map.files("figures", options)["f.dot"])
      return Dictionary(
        dot.matches(of: /key="(line-[^"]*)"[^\n]*? color="(#\w+)", penwidth=([\d.]+)/).map {
          (String($0.1), "\($0.2) \($0.3)")
        }, uniquingKeysWith: { first, _ in first })
    }
    let shown = try paints([])
    let withheld = try #require(shown["line-schools.mentors.coordination"])
    let few = try #require(shown["line-schools.gp.coordination"])
    #expect(withheld != few)
    #expect(shown.values.contains(withheld) && shown.values.count { $0 == withheld } == 2, "\(shown)")
    // The team sees the number.
    #expect(try paints(["--audience", "team"])["line-schools.mentors.coordination"] == few)
    let legend = try #require(try map.files("figures")["f.dot"])
    #expect(legend.contains("Not counted, or withheld") && legend.contains("Fewer than 50 cases"))
  }
}

extension String {
  /// An actor's line of a case with its name in quotation marks, since that holds commas.
  fileprivate var quotedName: String {
    let parts = split(separator: " ", maxSplits: 1)
    return "\(parts[0]) \"\(parts[1])\""
  }
}

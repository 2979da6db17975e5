import MapDisclosure
import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapEvidence

/// Numbers as official statistics write them: the Government Statistical Service's "Using symbols and shorthand in tables",
/// and what stands in older tables.
struct NumberSymbolsTests {
  @Test(arguments: [
    ("12", "12"), ("12.0", "12.0"), ("1,234", "1234"), ("12,345,678", "12345678"), ("1\u{2009}234", "1234"),
    ("1\u{A0}234.50", "1234.50"), ("1\u{202F}234", "1234"), ("12*", "12"), ("12r", "12"), ("12 p", "12"),
    ("12 [r]", "12"),
    ("12 [r] [note 3]", "12"), ("12 [1]", "12"), ("12\u{B2}", "12"), ("12 (P)", "12"), ("0*", "0"), ("-3.5", "-3.5"),
    ("\u{2212}3", "-3"),
  ])
  func `marks beside a number, and what parts thousands, are no part of it`(text: String, digits: String) {
    #expect(NumberSymbols().reading(of: text) == .number(digits, isApproximate: false))
  }

  @Test(arguments: ["~12", "\u{2248} 12", "12e", "12 [e]", "~12 [r]"])
  func `an estimate is approximate`(text: String) {
    #expect(NumberSymbols().reading(of: text) == .number("12", isApproximate: true))
  }

  @Test(
    arguments: [
      .withheld: [
        "[c]", "C", "*", "<5", "< 5", "\u{2264}4", "<=4", "fewer than 5", "5 or fewer", "Suppressed", "[c] [r]",
      ],
      .low: ["[low]", "low", "~", "k"],
      .notAvailable: ["[x]", "x", "[z]", "Z", "..", ":", ".", "n/a", "NA"],
      .ambiguous: ["-", "\u{2013}", " \u{2014} "],
      .unknown: [
        "?", "(12)", "\u{A3}12", "12x", ">95", "1-4", "1 234", "1,23", "1,2345", "1.2.3", "", "<", "<five", "12 [", "u",
      ],
    ] as [NumberSymbols.Reading: [String]])
  func `symbols mean what they mean there, and others nothing`(reading: NumberSymbols.Reading, texts: [String]) {
    for text in texts { #expect(NumberSymbols().reading(of: text) == reading, "\(text)") }
  }

  // MARK: Tables

  private static func read(_ counts: [String], outcomes: [String] = [], _ symbols: String = "") throws -> MapReading {
    let folder = try TemporaryFolder([
      "map.yaml": """
      title: Test
      areas: [{id: n, name: North}, {id: s, name: South}]
      actors:
        - {id: a, name: A, role: delivery, sector: school, stage: delivery}
        - {id: b, name: B, role: delivery, sector: school, stage: delivery}
      relations: [{id: r, family: coordination}]
      mi: [{file: m.csv, cases: [cases]}]
      outcomes: {file: o.csv}
      \(symbols)
      """,
      "interviews.csv": "from,to,relation\n",
      "m.csv": "area,from,to,relation,measure,count,target\n" + counts.map { $0 + "\n" }.joined(),
      "o.csv": "area,outcome,value,cases\n" + outcomes.map { $0 + "\n" }.joined(),
    ])
    return MapFolder.read(at: folder.path)
  }

  @Test func `what the source withholds is recorded without its number, and what it does not have is not`() throws {
    let reading = try Self.read([
      "North,a,b,r,cases,<5,", "South,a,b,r,cases,..,", ",a,b,r,cases,\"1,234\",[x]", "North,b,a,r,cases,low,",
    ])
    #expect(!reading.hasErrors)
    let counts = try #require(reading.map).connections.values.flatMap(\.counts)
    #expect(counts.map(\.value) == [.suppressed, .number(1234), .suppressed])
    #expect(counts.map(\.target) == [nil, nil, nil])
    let problem = try #require(reading.problems.first { $0.code == .notAvailable })
    #expect(problem.severity == .warning && problem.file == "m.csv" && problem.line == 3 && problem.count == 1)
  }

  @Test func `a mark that can mean two things is asked for, and map.yaml says which`() throws {
    let rows = ["North,a,b,r,cases,-,", "South,a,b,r,cases,x,", ",b,a,r,cases,(12),"]
    let unsaid = try Self.read(rows)
    #expect(unsaid.problems.map(\.code.rawValue) == ["ambiguous-symbol", "not-available", "bad-number"])
    #expect(unsaid.problems.filter { $0.message.contains("`symbols:") }.count == 2)
    let said = try Self.read(rows, "symbols: {zero: [\"-\"], withheld: [x], marks: [\"(\", \")\"]}")
    #expect(said.problems.isEmpty)
    #expect(
      try #require(said.map).connections.values.flatMap(\.counts).map(\.value) == [
        .number(0), .suppressed, .number(12),
      ])
  }

  @Test(arguments: [
    ("symbols: {zero: [x], withheld: [X]}", "ambiguous-name"), ("symbols: {zero: [5]}", "bad-number"),
    ("symbols: {nothing: [x]}", "unknown-key"), ("symbols: [x]", "wrong-type"),
  ])
  func `a setting that says nothing is a problem`(symbols: String, code: String) throws {
    #expect(try Self.read([], symbols).problems.map(\.code.rawValue) == [code])
  }

  @Test func `outcomes are read likewise`() throws {
    let reading = try Self.read(
      [], outcomes: ["North,rating,3.5 [r],<5", "South,rating,[c],", ",rating,[x],", "North,spent,\"1,250.5\",40"])
    #expect(reading.problems.map(\.code) == [.notAvailable])
    let outcomes = try #require(reading.map).outcomes
    #expect(outcomes.map(\.value) == [3.5, nil, 1250.5])
    // What rests on fewer than five is few whatever the number.
    let published = try #require(reading.map).published(for: .public).map.outcomes
    #expect(published.map(\.value) == [nil, nil, 1250.5])
  }
}

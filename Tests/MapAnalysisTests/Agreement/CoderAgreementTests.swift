import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct CoderAgreementTests {
  private static func coding(
    _ document: String, _ stretch: Range<Int>?, _ code: String, _ coder: String, segment: String = "",
    words: String = ""
  ) -> Coding {
    Coding(document: document, stretch: stretch, segment: segment, code: code, coder: coder, excerpt: words)
  }

  private static func map(_ codings: [Coding], coders: [Coder] = []) throws -> NetworkMap {
    var map = try PlainMaps.map(["a", "b", "people"], [])
    (map.codings, map.coders) = (codings, coders)
    return map
  }

  private static func words(_ texts: String...) -> [Coding] { texts.map { coding("d", nil, "c", "Ada", words: $0) } }

  private static func words(_ code: CoderAgreement.PassageDifference.Code) -> String {
    "\(code.code): \(code.coded.joined(separator: ", ")), not \(code.notCoded.joined(separator: ", "))"
  }

  // MARK: Passages

  @Test(
    arguments: [
      // Stretches that overlap are one passage, also through a third; those that only touch are two.
      ([coding("d", 0..<10, "c", "Ada"), coding("d", 9..<20, "c", "Ben")], [[0, 1]]),
      ([coding("d", 0..<10, "c", "Ada"), coding("d", 10..<20, "c", "Ben")], [[0], [1]]),
      (
        [coding("d", 0..<5, "c", "Ada"), coding("d", 8..<12, "c", "Ben"), coding("d", 4..<9, "c", "Ada")], [[0, 1, 2]]
      ),
      // By place, not by row; and each document for itself.
      ([coding("d", 30..<40, "c", "Ada"), coding("d", 0..<5, "c", "Ben")], [[1], [0]]),
      ([coding("d", 0..<5, "c", "Ada"), coding("e", 0..<5, "c", "Ben")], [[0], [1]]),
      // A stretch of nothing is a place.
      (
        [coding("d", 3..<3, "c", "Ada"), coding("d", 3..<3, "c", "Ben"), coding("d", 4..<4, "c", "Ben")],
        [[0, 1], [2]]
      ),
      // Without places: segments, then words, of which one can hold the other.
      (
        [
          coding("d", nil, "c", "Ada", segment: "7", words: "x"),
          coding("d", nil, "c", "Ben", segment: "7", words: "y"),
          coding("d", nil, "c", "Ben", segment: "8", words: "x"),
        ], [[0, 1], [2]]
      ),
      (words("They came every Tuesday.", "they  came every tuesday."), [[0, 1]]),
      (
        words("We saw that they came every Tuesday, all year", "they came every Tuesday,", "every Tuesday"),
        [[0, 1], [2]]
      ),
      (words("they came on Monday", "they came on Tuesday"), [[0], [1]]),
    ] as [([Coding], [[Int]])])
  func `coders' stretches come together to passages`(codings: [Coding], expected: [[Int]]) throws {
    var map = try Self.map(codings)
    for index in map.codings.indices { map.codings[index].area = "\(index)" }
    #expect(map.passages().map { $0.codings.compactMap { Int($0.area) } } == expected)
  }

  // MARK: Codes

  /// Ada and Ben read d, in which three passages are coded; e is Ada's alone.
  private static let two = [
    coding("d", 0..<10, "trust", "Ada"), coding("d", 5..<12, "Trust", "Ben"), coding("d", 20..<30, "trust", "Ada"),
    coding("d", 40..<50, "hope", "Ada"), coding("d", 40..<50, "hope", "Ben"), coding("e", 0..<5, "hope", "Ada"),
  ]

  @Test func `a passage that somebody coded is a unit of every code, where both have read the document`() throws {
    let agreement = CoderAgreement(of: try Self.map(Self.two))
    #expect(agreement.coders == ["Ada", "Ben"])
    #expect(agreement.rows.map(\.subject) == [.code("trust"), .code("hope"), .allCodes])
    #expect(agreement.rows.map(\.units) == [3, 3, 6])
    // Of trust: yes and yes, yes and no, no and no. Chance gives (2 · 1 + 1 · 2) / 9, so kappa is (2/3 - 4/9) / (5/9).
    #expect(agreement.rows[0].percent == 2.0 / 3)
    #expect(abs(try #require(agreement.rows[0].kappa) - 0.4) < 1e-12)
    // Six values, three yes and three no, and o(yes, no) = 1: alpha is 1 - 5 · 2 / (2 · 3 · 3).
    #expect(abs(try #require(agreement.rows[0].alpha) - 4.0 / 9) < 1e-12)
    #expect(agreement.rows[1].kappa == 1)
    #expect(agreement.passages.map(\.passage.stretch) == [20..<30])
    #expect(agreement.passages.map { $0.codes.map(Self.words) } == [["trust: Ada, not Ben"]])
  }

  @Test func `who read a document and coded nothing disagrees with who did`() throws {
    let map = try Self.map(Self.two, coders: [Coder("Ben", documents: ["E"]), Coder("Ada")])
    let agreement = CoderAgreement(of: map)
    #expect(agreement.coders == ["Ben", "Ada"])
    #expect(agreement.rows.map(\.units) == [4, 4, 8])
    #expect(agreement.passages.map(\.passage.document) == ["d", "e"])
    #expect(agreement.passages.last?.codes.map(Self.words) == ["hope: Ada, not Ben"])
  }

  @Test func `a document can be the unit`() throws {
    let agreement = CoderAgreement(of: try Self.map(Self.two), unit: .document)
    #expect(agreement.rows.map(\.units) == [1, 1, 2])
    #expect(agreement.rows.map(\.percent) == [1, 1, 1])
    // Both use every code in the one document: nothing can differ.
    #expect(agreement.rows.map(\.kappa) == [nil, nil, nil])
    #expect(agreement.passages.isEmpty)
  }

  @Test func `three coders are compared together and two by two`() throws {
    let map = try Self.map(
      Self.two + [Self.coding("d", 0..<10, "trust", "Cem"), Self.coding("e", 1..<4, "trust", "Cem")])
    let rows = CoderAgreement(of: map).rows.filter { $0.subject == .code("trust") }
    #expect(rows.map(\.coders) == [["Ada", "Ben", "Cem"], ["Ada", "Ben"], ["Ada", "Cem"], ["Ben", "Cem"]])
    #expect(rows.map(\.units) == [4, 3, 4, 3])
    let kappas = rows.dropFirst().compactMap(\.kappa)
    #expect(abs(try #require(rows[0].kappa) - kappas.reduce(0, +) / 3) < 1e-12)
    // The order in which coders stand changes no number.
    var turned = map
    turned.coders = [Coder("Cem"), Coder("Ben"), Coder("Ada")]
    let again = try #require(CoderAgreement(of: turned).rows.first { $0.subject == .code("trust") })
    #expect(again.percent == rows[0].percent)
    #expect(abs(try #require(again.alpha) - (try #require(rows[0].alpha))) < 1e-12)
  }

  @Test func `coders who coded alike agree wholly`() throws {
    let ada = Self.two.filter { $0.coder == "Ada" }
    let ben = ada.map { coding in
      var same = coding
      same.coder = "Ben"
      return same
    }
    let agreement = CoderAgreement(of: try Self.map(ada + ben))
    #expect(agreement.rows.allSatisfy { $0.percent == 1 && $0.kappa == 1 && $0.alpha == 1 })
    #expect(agreement.passages.isEmpty)
  }

  @Test func `nobody agrees with nobody`() throws {
    #expect(CoderAgreement(of: try Self.map([])).rows == [])
    let alone = CoderAgreement(
      of: try Self.map([Self.coding("d", 0..<1, "c", "Ada"), Self.coding("d", 0..<1, "c", "")]))
    #expect(alone.coders == ["Ada"])
    #expect(alone.rows.map(\.units) == [0])
    #expect(alone.rows.map(\.alpha) == [nil])
  }

  // MARK: Connections

  @Test func `connections are compared in each area, by what was coded of them`() throws {
    let id = Connection.ID(from: "a", to: "b", "works")
    func said(_ coder: String, _ placement: Placement, _ stance: Stance = .present, interview: String = "1")
      -> CodedStatement
    {
      CodedStatement(id: "", placement: placement, interview: interview, stance: stance, coder: coder)
    }
    var map = try PlainMaps.map(["a", "b", "people"], [])
    try map.insert(
      Connection(
        id,
        statements: [
          said("Ada", .everywhere), said("Ben", .areas(["north"])), said("Ada", .programme, .unclear),
          said("Ben", .programme, .absent), said("Ben", .programme),
          // What only Ada has read is compared with nobody.
          said("Ada", .areas(["south"]), .absent, interview: "2"),
        ]))
    let agreement = CoderAgreement(of: map)
    #expect(agreement.rows.map(\.subject) == [.connections])
    #expect(agreement.rows.map(\.units) == [3])
    #expect(agreement.rows.map(\.percent) == [1.0 / 3])
    #expect(agreement.connections.map(\.area) == ["south", nil])
    #expect(
      agreement.connections.map(\.values) == [
        ["Ada": .present, "Ben": .notCoded], ["Ada": .unclear, "Ben": .mixed],
      ])
  }
}

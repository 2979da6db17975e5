import MapDisclosure
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Tries to work out withheld counts from a published map, as a reader with pencil and paper could.
///
/// The solver knows the public map alone, that counts are whole numbers and at least 1, and which sums hold. It goes
/// through all numbers that the withheld counts could be, up to a limit, and shares no code with what withholds them.
struct PublishedCountsTests {
  private static let areas: [Area.ID] = ["a", "b", "c"]

  /// Three sources refer to the programme, which supports all who are referred, in three areas and in all.
  private static func map(_ counts: [[Int]], minimum: Int) throws -> NetworkMap {
    func actor(_ id: String, isBeneficiary: Bool = false) throws -> MapActor {
      MapActor(
        try #require(Identifier(id)), name: id, role: "delivery", sector: "school", stage: .delivery,
        isBeneficiary: isBeneficiary)
    }
    let sources = ["gp", "school", "parents"]
    var map = try NetworkMap(
      title: "T", areas: areas.map { Area($0, name: $0.rawValue) },
      relations: [
        Relation("refers-to", family: .coordination, label: "refers to"),
        Relation("supports", family: .support, label: "supports"),
      ],
      actors: try (sources + ["programme"]).map { try actor($0) } + [try actor("children", isBeneficiary: true)],
      disclosure: DisclosureSettings(minimum: minimum))
    func add(_ id: Connection.ID, _ numbers: [Int]) throws {
      let all = zip(areas, numbers).map { Count(area: $0, value: $1) }
      try map.merge(Connection(id, counts: all + [Count(area: nil, value: numbers.reduce(0, +))]))
    }
    for (source, numbers) in zip(sources, counts) {
      try add(.init(from: try #require(Identifier(source)), to: "programme", "refers-to"), numbers)
    }
    let totals = areas.indices.map { area in counts.reduce(0) { $0 + $1[area] } }
    try add(.init(from: "programme", to: "children", "supports"), totals)
    return map
  }

  /// What a map shows, in its order: rows are the sources and, last, their sum; columns the areas and, last, theirs.
  private static func shown(_ map: NetworkMap) -> [[Int?]] {
    map.connections.values.map { connection in
      connection.counts.map { count in if case .number(let number) = count.value { number } else { nil } }
    }
  }

  /// Whether a withheld count can be a number, with none of the nine inner counts above a limit.
  private static func isPossible(
    _ number: Int, _ row: Int, _ column: Int, in shown: [[Int?]], limit: Int
  ) -> Bool {
    var known = shown
    known[row][column] = number
    // The nine inner counts decide the rest. One table that fits is enough.
    var inner = [[Int]](repeating: [0, 0, 0], count: 3)
    func fits(_ number: Int, _ known: Int?) -> Bool { known.map { $0 == number } ?? (number >= 1) }
    func canFill(from cell: Int) -> Bool {
      let (row, column) = (cell / 3, cell % 3)
      if cell == 9 {
        let bottom = (0..<3).map { column in inner.reduce(0) { $0 + $1[column] } }
        let full = (inner + [bottom]).map { $0 + [$0.reduce(0, +)] }
        return zip(full, known).allSatisfy { numbers, known in zip(numbers, known).allSatisfy { fits($0, $1) } }
      }
      for number in known[row][column].map({ $0...$0 }) ?? 1...limit {
        inner[row][column] = number
        // A row that is full must have its sum; so must a column.
        if column == 2, !fits(inner[row].reduce(0, +), known[row][3]) { continue }
        if row == 2, !fits(inner.reduce(0) { $0 + $1[column] }, known[3][column]) { continue }
        if canFill(from: cell + 1) { return true }
      }
      inner[row][column] = 0
      return false
    }
    return canFill(from: 0)
  }

  @Test(arguments: [
    [[2, 8, 9], [12, 14, 9], [7, 11, 10]], [[1, 1, 1], [9, 9, 9], [9, 9, 9]],
    [[4, 12, 12], [12, 12, 12], [12, 12, 12]],
    [[4, 0, 12], [0, 9, 0], [12, 0, 0]], [[5, 5, 6], [5, 6, 5], [6, 5, 5]],
    [[30, 2, 30], [2, 30, 30], [30, 30, 30]],
  ])
  func `a reader cannot work out a small count`(counts: [[Int]]) throws {
    let minimum = 5
    let full = try Self.map(counts, minimum: minimum)
    let published = full.published(for: .public).map
    let (shown, limit) = (Self.shown(published), (counts.joined().max() ?? 0) + minimum)
    for (row, connection) in published.connections.values.enumerated() {
      for (column, count) in connection.counts.enumerated() where count.value == .suppressed {
        let original = full.connections.values[row].counts[column].value
        guard case .number(let number) = original else { continue }
        // Whatever it is, it could be something else; and a small count could be one that is not small.
        let others = (1...number + minimum).filter { $0 != number }
        #expect(
          others.contains { Self.isPossible($0, row, column, in: shown, limit: limit) },
          "\(counts) row \(row) column \(column)")
        if number < minimum {
          #expect(
            (minimum...2 * minimum).contains { Self.isPossible($0, row, column, in: shown, limit: limit) },
            "\(counts) row \(row) column \(column)")
        }
      }
    }
    for connection in published.connections.values {
      for count in connection.counts {
        if case .number(let number) = count.value { #expect(number == 0 || number >= minimum) }
      }
    }
  }

  @Test func `the solver finds a count that is not protected`() throws {
    // Only the small count itself is taken away: the solver must see through that, or it shows nothing.
    var map = try Self.map([[2, 8, 9], [12, 14, 9], [7, 11, 10]], minimum: 5)
    map = map.mappingConnections { connection in
      var copy = connection
      for index in copy.counts.indices where copy.counts[index].value == .number(2) {
        copy.counts[index].value = .suppressed
      }
      return copy
    }
    #expect((1...20).filter { Self.isPossible($0, 0, 0, in: Self.shown(map), limit: 20) } == [2])
  }

  @Test func `rounds what is shown, and hides what rounds to nothing`() throws {
    var map = try Self.map([[30, 32, 33], [41, 42, 43], [58, 57, 2]], minimum: 2)
    map.disclosure.rounding = 5
    let counts = map.published(for: .public).map.connections.values.map { $0.counts.map(\.value) }
    #expect(counts[0] == [.number(30), .number(30), .number(35), .number(95)])
    #expect(counts[1] == [.number(40), .number(40), .number(45), .number(125)])
    #expect(counts[2][2] == .suppressed)
  }

  @Test func `leaves out small counts with whether there are any, if zeros are withheld`() throws {
    var map = try Self.map([[0, 3, 20], [20, 20, 20], [20, 20, 20]], minimum: 5)
    map.disclosure.zeros = .withheld
    let published = map.published(for: .public).map
    let gp = try #require(published.connections[.init(from: "gp", to: "programme", "refers-to")])
    #expect(!gp.counts.contains { $0.area == "a" || $0.area == "b" })
    // Neither the nothing in one area nor the little in the other can be seen.
    #expect(published.presence(of: gp, in: .area("a")) == published.presence(of: gp, in: .area("b")))
    #expect(!gp.counts.contains { $0.value == .number(0) })
  }
}

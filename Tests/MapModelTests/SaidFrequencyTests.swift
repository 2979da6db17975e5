import MapModel
import Testing

struct SaidFrequencyTests {
  private let map: NetworkMap

  init() throws {
    map = try NetworkMap(title: "", areas: [Area("north", name: "North"), Area("south", name: "South")], relations: [])
  }

  private static func connection(
    _ said: [(Set<Area.ID>, Frequency?)], counted areas: [Area.ID?] = []
  ) -> Connection {
    Connection(
      .init(from: "a", to: "b", "works"),
      statements: said.map {
        CodedStatement(id: "s", placement: $0.isEmpty ? .programme : .areas($0), frequency: $1)
      }, counts: areas.map { Count(area: $0, value: 7) })
  }

  @Test(
    arguments: [
      ([([], .rare), ([], nil)], .alike(.rare)), ([([], .rare), ([], .common)], .differing), ([([], nil)], .notSaid),
      ([], .notSaid),
      // What is said of one area is not said of another, nor of the programme.
      ([(["north"], .some), (["north"], nil)], .alike(.some)), ([(["north"], .some), (["south"], nil)], .notSaid),
      ([(["north"], .some), ([], nil)], .notSaid), ([([], .some), (["south"], nil)], .alike(.some)),
      ([(["north", "south"], .some), (["south"], nil)], .alike(.some)),
    ] as [([(Set<Area.ID>, Frequency?)], SaidFrequency)])
  func `is told of the whole map if it is said of all of it`(
    said: [(Set<Area.ID>, Frequency?)], expected: SaidFrequency
  ) {
    #expect(map.frequency(of: Self.connection(said)) == expected)
  }

  @Test func `is told of an area by what is said there`() {
    let connection = Self.connection([(["north"], .rare), (["south"], .common), (["south"], nil)])
    #expect(map.frequency(of: connection, in: .area("north")) == .alike(.rare))
    #expect(map.frequency(of: connection, in: .area("south")) == .alike(.common))
    #expect(map.frequency(of: connection) == .differing)
    // The MI counts it in the south, of which nobody says how often.
    #expect(map.frequency(of: Self.connection([(["north"], .rare)], counted: ["south"])) == .notSaid)
    #expect(map.frequency(of: Self.connection([(["north"], .rare)], counted: ["north"])) == .alike(.rare))
  }

  /// Statements and counts of years, on a map that lists them, and one that does not.
  @Test(
    arguments: [
      ([("1", .some), ("1", nil)], [], .alike(.some)), ([("1", .some), ("2", nil)], [], .notSaid),
      ([("1", .some), ("", nil)], [], .notSaid), ([("", .some), ("2", nil)], [], .alike(.some)),
      ([("1", .some), ("2", .some)], ["2"], .alike(.some)), ([("1", .some)], ["2"], .notSaid),
      ([("1", .some)], [""], .notSaid), ([("all", .some), ("1", nil)], ["2"], .alike(.some)),
      ([("1", .some), ("2", .rare)], [], .differing),
    ] as [([(String, Frequency?)], [String], SaidFrequency)])
  func `is told of the whole time if it is said of all of it`(
    said: [(String, Frequency?)], counted: [String], expected: SaidFrequency
  ) {
    var map = map
    let connection = Connection(
      .init(from: "a", to: "b", "works"),
      statements: said.map { period, frequency in
        let time: TimePlacement = period.isEmpty ? .unsaid : period == "all" ? .throughout : .periods([period])
        return CodedStatement(id: "s", placement: .areas(["north"]), time: time, frequency: frequency)
      }, counts: counted.map { Count(area: "north", period: $0, value: 7) })
    // Where no times are told apart, what is said is said of the area.
    let together: SaidFrequency = expected == .differing ? .differing : .alike(.some)
    #expect(map.frequency(of: connection) == together)
    map.periods = [Period("1"), Period("2")]
    #expect(map.frequency(of: connection) == expected)
    #expect(map.frequency(of: connection, in: .area("north")) == expected)
    let first: SaidFrequency = said.contains { $0.0 == "1" || $0.0 == "all" } ? .alike(.some) : .notSaid
    #expect(map.frequency(of: connection, in: .period("1")) == first)
  }

  @Test func `is not that of what is denied`() {
    var connection = Self.connection([([], .rare)])
    connection.statements[0].stance = .absent
    #expect(map.frequency(of: connection) == .notSaid)
  }

  @Test func `several connections have in common what all say`() {
    #expect(SaidFrequency(of: [.alike(.rare), .alike(.rare)]) == .alike(.rare))
    #expect(SaidFrequency(of: [.alike(.rare), .notSaid]) == .notSaid)
    #expect(SaidFrequency(of: [.alike(.rare), .alike(.some), .notSaid]) == .differing)
    #expect(SaidFrequency(of: []) == .notSaid)
  }
}

import MapModel
import OrderedCollections
import TestSupport
import Testing

struct CaseTargetTests {
  private static func total(_ counts: [Count]) throws -> CaseTotal? {
    let map = try PlainMaps.map(["a", "b"], [])
    return map.cases(of: Connection(.init(from: "a", to: "b", "works"), counts: counts))
  }

  private static func count(_ area: Area.ID?, _ value: Int, target: Int? = nil, isApproximate: Bool = false) -> Count {
    var count = Count(area: area, value: value)
    (count.target, count.isApproximate) = (target, isApproximate)
    return count
  }

  @Test func `targets are added where each part has one`() throws {
    #expect(try Self.total([Self.count("north", 30, target: 40), Self.count("south", 20, target: 10)])?.target == 50)
    #expect(try Self.total([Self.count("north", 30, target: 40), Self.count("south", 20)])?.target == nil)
    #expect(try Self.total([Self.count(nil, 60, target: 70), Self.count("south", 20, target: 9)])?.target == 70)
  }

  /// Half of the place of the last digit that is not 0, either way.
  @Test(arguments: [
    (200, 150...249), (1250, 1245...1254), (30, 25...34), (7, 7...7), (0, 0...0), (1000, 500...1499),
  ])
  func `an approximate number can be what rounds to it`(number: Int, range: ClosedRange<Int>) throws {
    let total = try #require(try Self.total([Self.count(nil, number, isApproximate: true)]))
    #expect(total.isApproximate && total.value == .number(number) && total.range == range)
  }

  @Test func `a sum with an approximate part is approximate`() throws {
    let total = try #require(
      try Self.total([Self.count("north", 30, isApproximate: true), Self.count("south", 20)]))
    #expect(total.isApproximate && total.range == 45...54)
    #expect(try Self.total([Self.count("north", 30), Self.count("south", 20)])?.isApproximate == false)
  }
}

import MapDisclosure
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What is withheld stays so when maps stand side by side.
struct ComparedCountsTests {
  private static func map(_ values: [(Area.ID?, Int)], minimum: Int = 10) throws -> NetworkMap {
    try NetworkMap(
      title: "T", areas: [Area("a", name: "A"), Area("b", name: "B")],
      relations: [Relation("supports", family: .support, label: "supports")],
      actors: [
        MapActor("mentors", name: "Mentors", role: "delivery", sector: "school", stage: .delivery),
        MapActor("children", name: "Children", role: "delivery", sector: "families", stage: .delivery),
      ],
      connections: [
        Connection(
          .init(from: "mentors", to: "children", "supports"),
          counts: values.map { Count(area: $0.0, period: "", value: $0.1) })
      ],
      disclosure: DisclosureSettings(minimum: minimum))
  }

  private static func values(_ maps: [NetworkMap]) -> [[Count.Value]] {
    maps.map { $0.connections.values.flatMap { $0.counts.map(\.value) } }
  }

  @Test func `a small difference between two times is withheld like a small count`() throws {
    let alignment = MapAlignment([try Self.map([("a", 40), ("b", 60)]), try Self.map([("a", 43), ("b", 90)])])
    let published = Self.values(PublishedMaps(alignment.maps, for: .public).alignment.maps)
    // Who came to A in between were three: one of the two numbers goes. To B came thirty.
    #expect(published[0][0] == .suppressed || published[1][0] == .suppressed)
    #expect(published[0][1] == .number(60) && published[1][1] == .number(90))
    #expect(PublishedMaps(alignment.maps, for: .team).alignment.maps == alignment.maps)
  }

  @Test func `numbers of different periods are not taken for the same`() throws {
    var maps = [try Self.map([("a", 40)]), try Self.map([("a", 43)])]
    for (index, period) in ["year 1", "year 2"].enumerated() {
      maps[index] = maps[index].mappingConnections { connection in
        var dated = connection
        dated.counts[0].period = period
        return dated
      }
    }
    #expect(Self.values(PublishedMaps(maps, for: .public).alignment.maps) == [[.number(40)], [.number(43)]])
  }

  @Test func `a map alone is published as it is beside itself`() throws {
    let map = try Self.map([("a", 4), ("b", 60), (nil, 64)])
    let alone = map.published(for: .public).map
    let beside = PublishedMaps([map, map], for: .public).alignment.maps
    #expect(Self.values(beside) == Self.values([alone, alone]))
  }

  @Test func `the strictest minimum holds for all`() throws {
    let alignment = MapAlignment([try Self.map([("a", 7)], minimum: 5), try Self.map([("b", 7)], minimum: 10)])
    #expect(Self.values(PublishedMaps(alignment.maps, for: .public).alignment.maps) == [[.suppressed], [.suppressed]])
  }

  /// Every pair of numbers of two times: whoever knows what is shown cannot tell who came in between, if they are few.
  @Test func `no difference gives a small number away`() throws {
    for first in stride(from: 1, through: 31, by: 3) {
      for second in 1...31 {
        let maps = [try Self.map([("a", first)]), try Self.map([("a", second)])]
        let published = Self.values(PublishedMaps(maps, for: .public).alignment.maps)
        if case .number(let one) = published[0][0], case .number(let other) = published[1][0] {
          #expect(abs(one - other) == 0 || abs(one - other) >= 10, "\(first) and \(second)")
        }
      }
    }
  }
}

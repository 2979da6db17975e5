import MapModel
import OrderedCollections
import Testing

@testable import MapDisclosure

/// Decisions are found by what they are about, wherever it stands.
struct CountDecisionsTests {
  /// What the public sees of each count of a map, by connection.
  private static func values(_ map: NetworkMap) -> [Connection.ID: [Count.Value]] {
    Dictionary(uniqueKeysWithValues: map.connections.map { ($0, $1.counts.map(\.value)) })
  }

  @Test(arguments: DisclosureSettings.Zeros.allCases)
  func `every decision is found under its connection`(zeros: DisclosureSettings.Zeros) throws {
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      let made = [try random.map(zeros: zeros), try random.map(zeros: zeros, isOther: true)]
      // Where several decisions are as good, which is made depends on the order, which is always the same.
      let maps = Disclosure.canonicalOrder(of: made).map { made[$0] }
      let decisions = CountTable(of: MapAlignment(maps)).decisions(maps.map(\.disclosure))
      let published = Disclosure.published(MapAlignment(maps), for: .public)
      for place in maps.indices {
        for connection in try random.reordered(maps[place]).connections.values {
          let areWithheld = decisions.areWithheld(connection, on: place)
          #expect(areWithheld.count == connection.counts.count)
          let seen = zip(connection.counts, areWithheld).compactMap { count, isWithheld -> Count.Value? in
            guard isWithheld, case .number = count.value else { return count.value }
            return zeros == .withheld ? nil : .suppressed
          }
          #expect(published[place].connections[connection.id]?.counts.map(\.value) ?? [] == seen, "seed \(seed)")
        }
      }
    }
  }

  @Test func `what was not decided is withheld`() throws {
    var random = RandomMaps(seed: 3)
    let map = try random.map()
    let decisions = CountTable(of: MapAlignment([map])).decisions([map.disclosure])
    let unknown = Connection.ID(from: "nobody", to: "gp", "supports")
    let counts = [Count(area: nil, value: 100)]
    #expect(decisions.areWithheld(Connection(unknown, counts: counts), on: 0) == [true])
    var longer = try #require(map.connections.values.first { !$0.counts.isEmpty })
    longer.counts += counts
    #expect(decisions.areWithheld(longer, on: 0).count == longer.counts.count)
    #expect(!decisions.areWithheld(longer, on: 0).contains(false))
  }

  @Test func `the same map is published in the same way every time`() throws {
    for seed in 0..<100 as Range<UInt64> {
      var (first, second) = (RandomMaps(seed: seed), RandomMaps(seed: seed))
      let maps = [try first.map(), try second.map()]
      #expect(maps[0].published(for: .public).map == maps[1].published(for: .public).map)
    }
  }

  @Test func `small counts are withheld and zeros shown in whatever order connections stand`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      let map = try random.map()
      let reordered = try random.reordered(map).published(for: .public).map
      let small: Set<Count.Value> = [1, 2, 3, 4].reduce(into: []) { $0.insert(.number($1)) }
      for (id, connection) in map.connections {
        let counts = try #require(reordered.connections[id]).counts
        for (count, published) in zip(connection.counts, counts) {
          if small.contains(count.value) { #expect(published.value == .suppressed, "seed \(seed)") }
          if count.value == .number(0), count.area != nil { #expect(published.value == .number(0), "seed \(seed)") }
          #expect(published.value == .suppressed || published.value == count.value, "seed \(seed)")
        }
      }
    }
  }

  /// In tables of which no two counts are the same and no count is in two sums, what is withheld is not a matter of order.
  @Test func `reordered connections lose the same counts`() throws {
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      var next = 0
      let map = try random.map().mappingConnections { connection in
        var areas: OrderedDictionary<Area.ID?, Count> = [:]
        for count in connection.counts where count.area != nil { areas[count.area] = count }
        var sum = 0
        var copy = connection
        copy.counts = areas.values.map { count in
          next += 1
          sum += next * next
          return Count(area: count.area, value: next * next)
        }
        copy.counts.append(Count(area: nil, value: sum))
        return copy
      }
      let again = try random.reordered(map)
      #expect(
        Self.values(map.published(for: .public).map) == Self.values(again.published(for: .public).map),
        "seed \(seed)")
    }
  }

  @Test func `a published map that is published again shows nothing more`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomMaps(seed: seed)
      let once = try random.map().published(for: .public).map
      let twice = once.published(for: .public).map
      for (id, connection) in once.connections {
        let counts = try #require(twice.connections[id]).counts
        for (first, second) in zip(connection.counts, counts) {
          #expect(second.value == first.value || second.value == .suppressed, "seed \(seed)")
        }
      }
      let isAllShown = once.connections.values.allSatisfy { $0.counts.allSatisfy { $0.value != .suppressed } }
      if isAllShown { #expect(once == twice, "seed \(seed)") }
    }
  }
}

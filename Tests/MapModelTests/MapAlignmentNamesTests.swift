import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Which entities of two maps are the same, whatever their order and whichever map comes first.
struct MapAlignmentNamesTests {
  private static func map(_ actors: [MapActor], areas: [Area] = []) throws -> NetworkMap {
    try NetworkMap(title: "Probe", areas: areas, relations: PlainMaps.relations, actors: actors)
  }

  /// The pairs of the names of actors that two maps have in common.
  private static func pairs(_ one: NetworkMap, _ other: NetworkMap) -> Set<[String]> {
    let alignment = MapAlignment([one, other])
    return Set(
      alignment.frame.actors.keys.compactMap { shared in
        guard let own = alignment.actor(shared, on: 0), let its = alignment.actor(shared, on: 1) else { return nil }
        return [one.actors[own]?.name ?? "", other.actors[its]?.name ?? ""]
      })
  }

  private static func expect(_ pairs: Set<[String]>, _ one: [MapActor], _ other: [MapActor]) throws {
    for one in [one, one.reversed()] {
      for other in [other, other.reversed()] {
        let maps = (try map(one), try map(other))
        #expect(Self.pairs(maps.0, maps.1) == pairs)
        #expect(Self.pairs(maps.1, maps.0) == Set(pairs.map { $0.reversed() }))
      }
    }
  }

  private static func actor(_ id: MapActor.ID, _ name: String, _ aliases: String...) -> MapActor {
    PlainMaps.actor(id, name: name, aliases: aliases)
  }

  @Test func `a name beats an alias`() throws {
    try Self.expect(
      [["GP", "GP"], ["Mentors", "Mentors"]],
      [Self.actor("gp", "GP"), Self.actor("men", "Mentors", "Link workers")],
      [Self.actor("x", "GP"), Self.actor("z", "Link workers"), Self.actor("w", "Mentors")])
  }

  @Test func `an identifier beats a name, and an alias is enough`() throws {
    try Self.expect(
      [["Clinic", "Surgery"], ["Police", "Officers"]],
      [Self.actor("clinic", "Clinic"), Self.actor("police", "Police", "Constables")],
      [Self.actor("clinic", "Surgery"), Self.actor("other", "Clinic"), Self.actor("off", "Officers", "Constables")])
  }

  @Test func `what could be several is none of them`() throws {
    try Self.expect(
      [], [Self.actor("a", "Support team", "Team")],
      [Self.actor("b", "Team"), Self.actor("c", "Others", "Support team")])
    try Self.expect([], [Self.actor("a", "A", "Team"), Self.actor("b", "B", "Team")], [Self.actor("c", "C", "Team")])
  }

  @Test func `identifiers that are bare numbers count last`() throws {
    let first = [Self.actor("1", "GP"), Self.actor("2", "School"), Self.actor("3", "Mentors")]
    let second = [Self.actor("1", "School"), Self.actor("2", "Mentors"), Self.actor("3", "GP")]
    try Self.expect([["GP", "GP"], ["School", "School"], ["Mentors", "Mentors"]], first, second)
    // What no name tells, the number does.
    try Self.expect(
      [["GP", "GP"], ["Police", "Officers"]], [Self.actor("1", "GP"), Self.actor("2", "Police")],
      [Self.actor("7", "GP"), Self.actor("2", "Officers")])
    // A number that another actor has in the frame is not taken from it.
    let alignment = MapAlignment([
      try Self.map([Self.actor("1", "GP")]), try Self.map([Self.actor("1", "School"), Self.actor("2", "GP")]),
    ])
    #expect(alignment.frame.actors.values.map(\.name) == ["GP", "School"])
    #expect(alignment.actor("1", on: 1) == "2")
    let school = alignment.shared("1" as MapActor.ID, of: 1)
    #expect(school == "1-2" && alignment.actor(school, on: 1) == "1" && alignment.actor(school, on: 0) == nil)
  }

  @Test func `areas are matched likewise, and told`() throws {
    let one = try Self.map([], areas: [Area("n", name: "North", aliases: ["Northern ward"])])
    let two = try Self.map([], areas: [Area("x", name: "Northern ward"), Area("y", name: "North")])
    let alignment = MapAlignment([one, two])
    #expect(alignment.area("n", on: 1) == "y" && alignment.areaMatches.map(\.own.id) == ["y"])
    #expect(MapAlignment([two, one]).area("y", on: 1) == "n" && MapAlignment([two, one]).area("x", on: 1) == nil)
  }

  @Test func `a third map is matched with what either of two calls an actor`() throws {
    let maps = [
      try Self.map([Self.actor("a", "Panel")]), try Self.map([Self.actor("b", "Board", "Panel")]),
      try Self.map([Self.actor("c", "Board")]),
    ]
    let alignment = MapAlignment(maps)
    #expect(alignment.actor("a", on: 2) == "c" && alignment.frame.actors.count == 1)
  }

  /// Random names and aliases from a few words: pairs must not hang on the order of actors or of maps.
  @Test func `pairs are the same whatever the order`() throws {
    var dice = SystemDice(seed: 7)
    let words = (0..<6).map { "word \($0)" }
    for _ in 0..<200 {
      func actors(_ prefix: String, _ dice: inout SystemDice) -> [MapActor] {
        (0..<(1 + dice.below(4))).map { index in
          let id = dice.below(3) == 0 ? "\(index)" : "\(prefix)\(index)"
          return MapActor(
            MapActor.ID(id) ?? "none", name: words[dice.below(6)], role: "delivery", sector: "nhs", stage: .delivery,
            aliases: dice.below(2) == 0 ? [words[dice.below(6)]] : [])
        }
      }
      let (one, other) = (actors("a", &dice), actors("b", &dice))
      func ids(_ one: [MapActor], _ other: [MapActor]) throws -> Set<[MapActor.ID]> {
        let alignment = MapAlignment([try Self.map(one), try Self.map(other)])
        return Set(
          alignment.frame.actors.keys.compactMap { shared in
            alignment.actor(shared, on: 0).flatMap { own in alignment.actor(shared, on: 1).map { [own, $0] } }
          })
      }
      let expected = try ids(one, other)
      #expect(try ids(one.reversed(), other.reversed()) == expected)
      #expect(try Set(ids(other, one).map { $0.reversed() }) == expected)
    }
  }
}

/// Random numbers that are the same on every run.
private struct SystemDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

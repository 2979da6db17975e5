import MapAnalysis
import MapModel
import TestSupport
import Testing

struct StructuralGapsTests {
  private typealias Said = PlainMaps.Said

  private func causes(_ map: NetworkMap, in scope: Scope = .wholeMap) -> [Gap.Cause] {
    map.gaps(in: scope).filter {
      [.isolated, .parts, .island, .cutPoint, .bridge, .singleSource, .oneWay].contains($0.kind)
    }
    .map(\.cause)
  }

  @Test(arguments: [["m", "a", "b", "c"], ["c", "b", "a", "m"], ["b", "m", "c", "a"]] as [[MapActor.ID]])
  func `of equal rests none is the programme`(order: [MapActor.ID]) throws {
    let map = try PlainMaps.map(order, ["a", "b", "c"].map { Said("m", $0) })
    #expect(causes(map) == [.divide("m", groups: order.filter { $0 != "m" }.map { [$0] })])
    let lost = Departure(of: ["m"], from: MapGraph(map))
    #expect(lost.parts.isEmpty && Set(lost.cutOff) == ["a", "b", "c"])
  }

  @Test func `of equal parts none is the programme, and nothing is said of hanging on it`() throws {
    // Two lines of three.
    let map = try PlainMaps.map(
      ["a", "b", "c", "d", "e", "f"], [Said("a", "b"), Said("b", "c"), Said("d", "e"), Said("e", "f")])
    #expect(causes(map) == [.parts([["a", "b", "c"], ["d", "e", "f"]], throughBeneficiaries: false)])
    let lost = Departure(of: ["b"], from: MapGraph(map))
    #expect(lost.parts == [["d", "e", "f"]] && lost.cutOff == ["a", "c"])
  }

  @Test func `an island is a gap of its own, and nothing is said of what hangs in it`() throws {
    let map = try PlainMaps.map(
      ["m", "p1", "p2", "q1", "q2", "r1", "r2", "r3", "people"],
      [
        Said("m", "p1"), Said("p1", "p2"), Said("m", "q1"), Said("q1", "q2"), Said("r1", "r2"), Said("r2", "r3"),
        Said("p1", "people"), Said("q1", "people"), Said("r1", "people"), Said("m", "people"),
      ])
    #expect(
      causes(map) == [
        .island(["r1", "r2", "r3"], throughBeneficiaries: true),
        .divide("m", groups: [["p1", "p2"], ["q1", "q2"]], throughBeneficiaries: true),
        .cutPoint("p1", stranded: ["p2"]), .cutPoint("q1", stranded: ["q2"]),
      ])
    // Without m the island is larger than what is left, and still not the programme.
    let lost = Departure(of: ["m"], from: MapGraph(map))
    #expect(lost.parts == [["p1", "p2"], ["q1", "q2"]] && lost.cutOff.isEmpty)
    let support = try #require(lost.supports.first)
    #expect(support.remaining == ["p1", "q1"] && support.apart == ["r1"] && support.stranded.isEmpty)
  }

  @Test func `of two parts the smaller is the finding`() throws {
    let map = try PlainMaps.map(
      ["ca", "co", "le", "pa", "wo", "po", "dv", "people"],
      [
        Said("ca", "co"), Said("co", "le"), Said("po", "pa"), Said("pa", "wo"), Said("wo", "dv"), Said("wo", "people"),
      ])
    #expect(
      causes(map) == [
        .island(["ca", "co", "le"], throughBeneficiaries: false), .cutPoint("pa", stranded: ["po"]),
        .cutPoint("wo", stranded: ["dv"]), .singleSource("wo", of: "people"),
      ])
  }

  @Test func `those whom only the people supported connect are apart`() throws {
    let two = try PlainMaps.map(["a", "b", "people"], [Said("a", "people"), Said("b", "people")])
    #expect(causes(two) == [.parts([["a"], ["b"]], throughBeneficiaries: true)])
    let three = try PlainMaps.map(
      ["a", "b", "c", "people"], [Said("a", "people"), Said("b", "c"), Said("c", "people")])
    #expect(causes(three) == [.island(["a"], throughBeneficiaries: true)])
  }

  @Test func `people who support others belong to what they have a connection with`() throws {
    var map = try PlainMaps.map(
      ["m", "a", "people"], [Said("m", "a"), Said("a", "people"), Said("m", "people")])
    try map.insert(
      MapActor("parents", name: "Parents", role: "delivery", sector: "nhs", stage: .delivery, isBeneficiary: true))
    try map.merge(Connection(.init(from: "parents", to: "people", "supports"), statements: [CodedStatement(id: "s")]))
    try map.merge(Connection(.init(from: "m", to: "parents", "works"), statements: [CodedStatement(id: "s")]))
    let lost = Departure(of: ["a"], from: MapGraph(map))
    // m is alone then, and so nobody is within reach of a programme.
    #expect(lost.supports.first?.apart.isEmpty == true && lost.supports.first?.stranded == ["m", "parents"])
  }

  // MARK: Areas

  @Test func `connections of which nobody says where they are may hold in an area`() throws {
    let said = [
      Said("m", "a", in: ["north"]), Said("m", "b", in: ["north"]), Said("m", "c", in: ["north"]),
      Said("a", "b", in: ["north"]), Said("m", "people", in: ["north"]),
    ]
    let actors: [MapActor.ID] = ["m", "a", "b", "c", "people"]
    #expect(
      causes(try PlainMaps.map(actors, said), in: .area("north")) == [
        .cutPoint("m", stranded: ["c"]), .singleSource("m", of: "people"),
      ])
    // Each may be in the north: c may be connected with b, and b support the people.
    let more = try PlainMaps.map(actors, said + [Said("c", "b"), Said("b", "people")])
    #expect(causes(more, in: .area("north")).isEmpty)
    // What is placed elsewhere tells nothing of the north.
    let elsewhere = try PlainMaps.map(
      actors, said + [Said("c", "b", in: ["south"]), Said("b", "people", in: ["south"])])
    #expect(
      causes(elsewhere, in: .area("north")) == [.cutPoint("m", stranded: ["c"]), .singleSource("m", of: "people")])
    // By way of somebody who is not placed there.
    let around = try PlainMaps.map(actors + ["x"], said + [Said("c", "x"), Said("x", "b")])
    #expect(causes(around, in: .area("north")) == [.singleSource("m", of: "people")])
    // A denial of the programme is no connection.
    let denied = try PlainMaps.map(actors, said + [Said("c", "b", .absent), Said("b", "people", .absent)])
    #expect(causes(denied, in: .area("north")) == [.cutPoint("m", stranded: ["c"]), .singleSource("m", of: "people")])
  }

  @Test func `parts and islands of an area are said only if nothing may join them`() throws {
    let actors: [MapActor.ID] = ["a", "b", "c", "d", "e"]
    let said = [Said("a", "b", in: ["north"]), Said("b", "c", in: ["north"]), Said("d", "e", in: ["north"])]
    #expect(
      causes(try PlainMaps.map(actors, said), in: .area("north")) == [
        .island(["d", "e"], throughBeneficiaries: false), .divide("b", groups: [["a"], ["c"]]),
      ])
    #expect(
      causes(try PlainMaps.map(actors, said + [Said("c", "d")]), in: .area("north")) == [
        .divide("b", groups: [["a"], ["c"]])
      ])
    #expect(causes(try PlainMaps.map(actors, said + [Said("a", "c")]), in: .area("north")).count == 1)
    // One way is not said where the other way is said of the programme.
    let back = [Said("a", "b", in: ["north"]), Said("b", "a", in: ["north"]), Said("b", "c", in: ["north"])]
    let ways = try PlainMaps.map(["a", "b", "c"], back).gaps(in: .area("north")).filter { $0.kind == .oneWay }
    #expect(ways.count == 1)
    let known = try PlainMaps.map(["a", "b", "c"], back + [Said("c", "b")])
    #expect(known.gaps(in: .area("north")).filter { $0.kind == .oneWay }.isEmpty)
  }

  // MARK: Actors without connections

  @Test func `an actor that is expected and of which nothing is known is told by the expectation`() throws {
    var map = try PlainMaps.map(
      ["a", "b", "expected", "silent", "denied"], [Said("a", "b"), Said("a", "denied", .absent)])
    map.expectations = [Expectation("e", reason: "It should be.", condition: .actor(.actor("expected")))]
    let isolated = map.gaps().filter { $0.kind == .isolated }
    #expect(isolated.map(\.cause) == [.isolated("silent", isDenied: false), .isolated("denied", isDenied: true)])
    // Nobody was asked.
    #expect(isolated.map(\.absence) == [.notKnown, .reportedAbsent])
  }
}

import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct GapTests {
  private static func unmet(
    _ condition: Condition, in extent: MapModel.Expectation.Extent = .everywhere
  ) throws -> [Gap] {
    var map = try SmallMaps.town()
    map.expectations = [MapModel.Expectation("e", reason: "It should be.", condition: condition, extent: extent)]
    return map.gaps().filter { $0.kind == .expectation }
  }

  @Test func `tells kinds of absence apart, on the map and in each area`() throws {
    let gaps = try Self.unmet(.connection(.init(from: [.actor("clinic")], to: [.actor("children")])))
    // On the whole map and in the north it is there; in the south it is denied.
    #expect(gaps.map(\.scope.area) == ["south"])
    #expect(gaps.first?.absence == .reportedAbsent)
    #expect(gaps.first?.missing == [.init(source: "clinic", target: "children")])
    let unplaced = try Self.unmet(.connection(.init(from: [.actor("council")], to: [.actor("mentors")])))
    #expect(unplaced.map(\.absence) == [.unplaced, .unplaced])
    #expect(
      unplaced.first?.cause
        == .expectation([.noConnection(from: .actor("council"), to: .actor("mentors"), nil, nil, .unplaced)]))
    let silent = try Self.unmet(.connection(.init(from: [.actor("meeting")], to: [.actor("mentors")])))
    #expect(silent.map(\.absence) == [.notFound, .notFound, .notKnown])
  }

  @Test func `keeps to where something is expected`() throws {
    let condition = Condition.connection(.init(from: [.actor("meeting")], to: [.actor("mentors")]))
    #expect(try Self.unmet(condition, in: .programme).map(\.scope.area) == [nil])
    #expect(try Self.unmet(condition, in: .areas).map(\.scope.area) == ["north", "south"])
  }

  @Test func `says nothing of what is met`() throws {
    #expect(try Self.unmet(.connection(.init(from: [.actor("mentors")], to: [.actor("children")]))).isEmpty)
  }

  @Test func `finds what hangs on one actor without any expectation`() throws {
    let gaps = try SmallMaps.town().gaps()
    // Without the mentors the council is alone: children do not connect those who support them.
    let cut = try #require(gaps.first { $0.kind == .cutPoint })
    #expect(cut.actors == ["mentors", "council"] && cut.cause == .cutPoint("mentors", stranded: ["council"]))
    // All but the mentors' support, which is counted, too.
    #expect(gaps.first { $0.kind == .singleEvidence }?.cause == .singleEvidence(5, of: 6))
    #expect(!gaps.contains { $0.kind == .isolated })
    let south = try SmallMaps.town().gaps(in: .area("south"))
    let source = try #require(south.first { $0.kind == .singleSource })
    #expect(source.actors == ["mentors", "children"] && source.cause == .singleSource("mentors", of: "children"))
  }

  @Test func `finds actors without connections, unclear evidence and one way only`() throws {
    let relations = [Relation("tells", family: .coordination, label: "tells")]
    let actors = ["a", "b", "c", "d"].map { (id: MapActor.ID) in
      MapActor(id, name: id.rawValue.uppercased(), role: "delivery", sector: "school", stage: .delivery)
    }
    func tells(_ source: MapActor.ID, _ target: MapActor.ID, _ stance: Stance = .present) -> Connection {
      Connection(.init(from: source, to: target, "tells"), statements: [CodedStatement(id: "s", stance: stance)])
    }
    let map = try NetworkMap(
      title: "Four", relations: relations, actors: actors,
      connections: [tells("a", "b"), tells("b", "a"), tells("b", "c"), tells("c", "a", .unclear), tells("a", "c")])
    let gaps = map.gaps()
    #expect(gaps.filter { $0.kind == .isolated }.map(\.actors) == [["d"]])
    #expect(gaps.filter { $0.kind == .oneWay }.map(\.actors) == [["b", "c"]])
    #expect(gaps.filter { $0.kind == .unclearEvidence }.map(\.actors) == [["c", "a"]])
    let causes = gaps.filter { [.isolated, .oneWay, .unclearEvidence].contains($0.kind) }.map(\.cause)
    #expect(
      causes == [
        .isolated("d", isDenied: false), .oneWay(.init(from: "b", to: "c", "tells")),
        .unclearEvidence(.init(from: "c", to: "a", "tells"), .unclear),
      ])
  }

  /// Two triangles of different sectors, one connection between them, and a leaf.
  @Test func `finds the one connection that joins two groups`() throws {
    let relations = [Relation("tells", family: .coordination, label: "tells")]
    let actors = ["a", "b", "c", "d", "e", "f", "leaf"].map { (id: MapActor.ID) in
      MapActor(
        id, name: id.rawValue.uppercased(), role: "delivery", sector: id < "d" ? "school" : "nhs", stage: .delivery)
    }
    let pairs: [(MapActor.ID, MapActor.ID)] = [
      ("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "f"), ("f", "d"), ("c", "d"), ("f", "leaf"),
    ]
    let map = try NetworkMap(
      title: "Two", relations: relations, actors: actors,
      connections: pairs.map { source, target in
        Connection(.init(from: source, to: target, "tells"), statements: [CodedStatement(id: "s")])
      })
    let bridges = map.gaps().filter { $0.kind == .bridge }
    #expect(bridges.map(\.actors) == [["c", "d"]])
    #expect(bridges.first?.connections == [.init(from: "c", to: "d", "tells")])
    #expect(bridges.map(\.cause) == [.bridge("c", "d", between: .sectors("school", "nhs"), fewer: 3)])
    // Without c, a and b fall away; without d, two halves of three, neither of which is the programme; without f, the
    // leaf.
    let cuts = map.gaps().filter { $0.kind == .cutPoint }.map(\.actors)
    #expect(Set(cuts) == [["c", "a", "b"], ["d", "a", "b", "c", "e", "f", "leaf"], ["f", "leaf"]])
  }
}

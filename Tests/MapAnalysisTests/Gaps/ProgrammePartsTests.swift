import Foundation
import MapAnalysis
import MapModel
import Testing

/// A random map with what NetworkX says of how it hangs together; Golden/make_golden.py defines each value.
private struct GoldenMap: Decodable {
  struct Structure: Decodable, Hashable {
    let equal: [[Int]]
    let islands: [[Int]]
    let cuts: [Cut]
    let bridges: [[Int]]
  }

  struct Cut: Decodable, Hashable {
    let actor: Int
    /// All groups if none is largest; otherwise one of those that are cut off.
    let groups: [[Int]]
    let isOfGroups: Bool

    init(actor: Int, groups: [[Int]], isOfGroups: Bool) {
      (self.actor, self.groups, self.isOfGroups) = (actor, groups, isOfGroups)
    }

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      actor = try values.decode(Int.self)
      isOfGroups = try values.decode(String.self) == "groups"
      groups = isOfGroups ? try values.decode([[Int]].self) : [try values.decode([Int].self)]
    }
  }

  struct Departure: Decodable {
    struct Support: Decodable, Hashable {
      let beneficiary: Int
      let sources: [[Int]]

      init(beneficiary: Int, sources: [[Int]]) { (self.beneficiary, self.sources) = (beneficiary, sources) }

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        beneficiary = try values.decode(Int.self)
        sources = try (0..<4).map { _ in try values.decode([Int].self) }
      }
    }

    let parts: [[Int]]
    let cutOff: [Int]
    let supports: [Support]
  }

  struct File: Decodable { let maps: [GoldenMap] }

  let id: Int
  let n: Int
  let beneficiaries: [Int]
  let placed: [[Int]]
  let unplaced: [[Int]]
  let removed: [Int]
  let area: Structure
  let whole: Structure
  let departure: Departure

  static let all = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Golden/programme-parts.json"))
    return try JSONDecoder().decode(File.self, from: data).maps
  }

  static func name(_ actor: Int) -> MapActor.ID { MapActor.ID("a\(actor)") ?? "none" }

  static func number(_ actor: MapActor.ID) -> Int { Int(actor.rawValue.dropFirst()) ?? -1 }

  /// The map, with its actors in an order.
  func map(_ order: [Int]) throws -> NetworkMap {
    func connections(_ pairs: [[Int]], _ placement: Placement) -> [Connection] {
      pairs.map { pair in
        let relation: Relation.ID = beneficiaries.contains(pair[1]) ? "supports" : "works"
        return Connection(
          .init(from: Self.name(pair[0]), to: Self.name(pair[1]), relation),
          statements: [CodedStatement(id: "s", placement: placement)])
      }
    }
    return try NetworkMap(
      title: "Random", areas: [Area("north", name: "North"), Area("south", name: "South")],
      relations: [
        Relation("supports", family: .support, label: "supports"),
        Relation("works", family: .coordination, label: "works with"),
      ],
      actors: order.map { actor in
        MapActor(
          Self.name(actor), name: "A\(actor)", role: "delivery", sector: "nhs",
          stage: actor.isMultiple(of: 2) ? .setUp : .delivery, isBeneficiary: beneficiaries.contains(actor))
      },
      connections: connections(placed, .areas(["north"])) + connections(unplaced, .programme))
  }
}

extension GoldenMap.Structure {
  /// What the gaps of a map say, without any order but that of numbers.
  init(_ gaps: [Gap]) {
    func sorted(_ groups: [[MapActor.ID]]) -> [[Int]] {
      groups.map { $0.map(GoldenMap.number).sorted() }.sorted { $0[0] < $1[0] }
    }
    var (equal, islands, bridges): ([[Int]], [[Int]], [[Int]]) = ([], [], [])
    var cuts: [GoldenMap.Cut] = []
    for gap in gaps {
      switch gap.cause {
      case .parts(let parts, _): equal = sorted(parts)
      case .island(let members, _): islands += sorted([members])
      case .cutPoint(let actor, let stranded, _):
        cuts.append(.init(actor: GoldenMap.number(actor), groups: sorted([stranded]), isOfGroups: false))
      case .divide(let actor, let groups, _):
        cuts.append(.init(actor: GoldenMap.number(actor), groups: sorted(groups), isOfGroups: true))
      case .bridge(let one, let other, _, let fewer):
        bridges.append([GoldenMap.number(one), GoldenMap.number(other)].sorted() + [fewer])
      default: continue
      }
    }
    (self.equal, self.islands) = (equal, islands.sorted { $0[0] < $1[0] })
    self.cuts = cuts.sorted { $0.actor < $1.actor }
    self.bridges = bridges.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }
}

struct ProgrammePartsTests {
  @Test func `parts, islands, cut points and bridges are those of NetworkX, in any order of actors`() throws {
    let maps = try GoldenMap.all.get()
    #expect(maps.count == 300)
    for golden in maps {
      for order in [Array(0..<golden.n), Array((0..<golden.n).reversed())] {
        let map = try golden.map(order)
        #expect(GoldenMap.Structure(map.gaps()) == golden.whole, "map \(golden.id)")
        #expect(GoldenMap.Structure(map.gaps(in: .area("north"))) == golden.area, "map \(golden.id), area")
      }
    }
  }

  @Test func `what is lost without actors is what NetworkX says, in any order of actors`() throws {
    for golden in try GoldenMap.all.get() {
      for order in [Array(0..<golden.n), Array((0..<golden.n).reversed())] {
        let lost = Departure(of: Set(golden.removed.map(GoldenMap.name)), from: MapGraph(try golden.map(order)))
        func sorted(_ actors: [MapActor.ID]) -> [Int] { actors.map(GoldenMap.number).sorted() }
        let parts = lost.parts.map(sorted).sorted { $0[0] < $1[0] }
        #expect(parts == golden.departure.parts.sorted { $0[0] < $1[0] }, "map \(golden.id)")
        #expect(sorted(lost.cutOff) == golden.departure.cutOff, "map \(golden.id)")
        let supports = lost.supports.map { support in
          GoldenMap.Departure.Support(
            beneficiary: GoldenMap.number(support.beneficiary),
            sources: [support.leaving, support.stranded, support.remaining, support.apart].map(sorted))
        }
        #expect(supports.sorted { $0.beneficiary < $1.beneficiary } == golden.departure.supports, "map \(golden.id)")
      }
    }
  }
}

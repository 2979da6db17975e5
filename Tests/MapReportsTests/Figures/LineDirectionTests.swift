import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapReports

/// Each direction of a line has a state of its own.
struct LineDirectionTests {
  /// A map of two actors, with statements from one to the other and back.
  private static func map(_ statements: (relation: Relation.ID, isBack: Bool, stance: Stance, area: Area.ID?)...) throws
    -> NetworkMap
  {
    var map = try NetworkMap(
      title: "T", areas: [Area("north", name: "North"), Area("south", name: "South")], relations: SmallMaps.relations,
      actors: [
        MapActor("a", name: "Mentors", role: "delivery", sector: "nhs", stage: .delivery, isPlural: true),
        MapActor("b", name: "Schools", role: "delivery", sector: "nhs", stage: .delivery, isPlural: true),
      ])
    for (index, one) in statements.enumerated() {
      let id = Connection.ID(from: one.isBack ? "b" : "a", to: one.isBack ? "a" : "b", one.relation)
      let placement: Placement = one.area.map { .areas([$0]) } ?? .programme
      try map.merge(
        Connection(id, statements: [CodedStatement(id: "s\(index)", placement: placement, stance: one.stance)]))
    }
    return map
  }

  private static func lines(_ map: NetworkMap, in scope: Scope = .wholeMap, isFiltered: Bool = false) -> [String] {
    FigureContent(.init(), of: map, in: scope, isFiltered: isFiltered).lines.map { line in
      let heads = (line.pointsBackward ? "<" : "") + (line.pointsForward ? ">" : "")
      return "\(line.family) \(heads) \(line.isUnclear ? "unclear" : "clear")"
    }
  }

  @Test func `there said and back unclear are two lines`() throws {
    let map = try Self.map(("refers-to", false, .present, nil), ("refers-to", true, .unclear, nil))
    #expect(Self.lines(map) == ["coordination > clear", "coordination < unclear"])
    let content = FigureContent(.init(), of: map)
    #expect(Set(content.lines.map(\.id)).count == 2)
    let titles = content.elementTitles(on: map)
    #expect(
      Set(titles.filter { $0.key.hasPrefix("line-") }.values) == [
        "Mentors refer people to Schools", "Schools refer people to Mentors (unclear)",
      ])
    #expect(
      FigureLegend(of: content, on: map).parts.first { $0.id == "lines" }?.entries.map(\.text) == [
        "Coordination, from the one who acts", "Coordination, where the evidence is not clear",
      ])
  }

  @Test func `said there, and contradicted back, by another relation`() throws {
    let map = try Self.map(
      ("refers-to", false, .present, "north"), ("attends", true, .present, "north"), ("attends", true, .absent, "north")
    )
    #expect(Self.lines(map) == ["coordination > clear", "coordination < unclear"])
  }

  @Test func `equal states are one line with two heads, whatever the relations`() throws {
    let both = try Self.map(("refers-to", false, .present, nil), ("attends", true, .present, nil))
    #expect(Self.lines(both) == ["coordination <> clear"])
    let unclear = try Self.map(("refers-to", false, .unclear, nil), ("refers-to", true, .unclear, nil))
    #expect(Self.lines(unclear) == ["coordination <> unclear"])
  }

  @Test func `families are lines of their own`() throws {
    let map = try Self.map(("supports", false, .present, nil), ("refers-to", true, .unclear, nil))
    #expect(Set(Self.lines(map)) == ["support > clear", "coordination < unclear"])
  }

  @Test func `one way has one head, and what is denied back has no line`() throws {
    let map = try Self.map(("refers-to", false, .present, nil), ("refers-to", true, .absent, nil))
    #expect(Self.lines(map) == ["coordination > clear"])
  }

  @Test func `an area has its own states`() throws {
    let map = try Self.map(
      ("refers-to", false, .present, "north"), ("refers-to", true, .unclear, "north"),
      ("refers-to", true, .present, "south"))
    #expect(Self.lines(map) == ["coordination <> clear"])
    #expect(Self.lines(map, in: .area("north")) == ["coordination > clear", "coordination < unclear"])
    #expect(Self.lines(map, in: .area("south")) == ["coordination < clear"])
  }

  @Test func `many cases there and few back are two widths`() throws {
    var map = try Self.map()
    for (source, target, cases) in [("a", "b", 300), ("b", "a", 12)] as [(MapActor.ID, MapActor.ID, Int)] {
      try map.merge(Connection(.init(from: source, to: target, "refers-to"), counts: [Count(area: nil, value: cases)]))
    }
    #expect(FigureContent(.init(), of: map, weighsCases: true).lines.map(\.band) == [.many, .few])
    #expect(FigureContent(.init(), of: map).lines.count == 1)
  }

  @Test func `where readers filter, one line holds only what they always see together`() throws {
    let apart = try Self.map(("refers-to", false, .present, "north"), ("refers-to", true, .present, "south"))
    #expect(Self.lines(apart) == ["coordination <> clear"])
    #expect(Self.lines(apart, isFiltered: true) == ["coordination > clear", "coordination < clear"])
    let relations = try Self.map(("refers-to", false, .present, "north"), ("attends", true, .present, "north"))
    #expect(Self.lines(relations, isFiltered: true).count == 2)
    let alike = try Self.map(("refers-to", false, .present, "north"), ("refers-to", true, .present, "north"))
    #expect(Self.lines(alike, isFiltered: true) == ["coordination <> clear"])
  }

  @Test func `where readers choose a figure, its directions are apart`() throws {
    var map = try Self.map()
    for (source, target, reference) in [("a", "b", "1"), ("b", "a", "2")] as [(MapActor.ID, MapActor.ID, String)] {
      try map.merge(
        Connection(
          .init(from: source, to: target, "refers-to"),
          statements: [CodedStatement(id: reference, placement: .programme, reference: reference)]))
    }
    #expect(Self.lines(map, isFiltered: true).count == 1)
    map.figures = [FigureDefinition("f", title: "F", content: .map(.init(references: ["1"])))]
    #expect(Self.lines(map, isFiltered: true).count == 2)
  }

  @Test func `on random maps a line has the heads and the state of what it stands for`() throws {
    for seed in 0..<100 as Range<UInt64> {
      var towns = RandomTowns(seed: seed)
      let map = try towns.map()
      for scope in [Scope.wholeMap] + map.areas.keys.map(Scope.area) {
        for isFiltered in [false, true] {
          let content = FigureContent(.init(), of: map, in: scope, isFiltered: isFiltered)
          #expect(Set(content.lines.map(\.id)).count == content.lines.count)
          #expect(
            Set(content.answers.map(\.connection.id))
              == Set(
                map.connections.values.filter { map.presence(of: $0, in: scope).isOnMap }.map(\.id)))
          for line in content.lines {
            for direction in Dictionary(grouping: line.answers, by: \.connection.source).values {
              #expect(direction.allSatisfy { !$0.presence.isCertain } == line.isUnclear, "\(seed) \(line.id)")
            }
          }
          let legend = FigureLegend(of: content, on: map).parts.first { $0.id == "lines" }?.entries.count ?? 0
          #expect(legend == Set(content.lines.map { "\($0.family) \($0.isUnclear)" }).count)
        }
      }
    }
  }
}

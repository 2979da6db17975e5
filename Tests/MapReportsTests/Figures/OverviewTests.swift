import MapDisclosure
import MapModel
import OrderedCollections
import TestSupport
import Testing

@testable import MapReports

struct OverviewTests {
  private static func actor(
    _ id: MapActor.ID, _ sector: Sector.ID, _ stage: Stage.ID = .delivery, group: MapActor.ID? = nil
  ) -> MapActor {
    MapActor(
      id, name: id.rawValue, role: "delivery", sector: sector, stage: stage, isBeneficiary: sector == "families",
      group: group)
  }

  private static let relations = [
    Relation("refers", family: .coordination, label: "refers to"),
    Relation("meets", family: .coordination, label: "meets", isDirected: false),
    Relation("supports", family: .support, label: "supports"),
  ]

  private static func said(
    _ source: MapActor.ID, _ target: MapActor.ID, _ relation: Relation.ID = "refers", _ stance: Stance = .present
  ) -> Connection {
    Connection(.init(from: source, to: target, relation), statements: [CodedStatement(id: "s", stance: stance)])
  }

  private static func overview(_ map: NetworkMap, for audience: Audience = .public) -> Overview {
    let published = map.published(for: audience)
    let content = FigureContent(.init(), of: published.map)
    return Overview(of: content, on: published, in: .wholeMap, countingCases: true)
  }

  @Test func `counts actors in boxes of sectors by stages, and connections between them`() throws {
    let map = try NetworkMap(
      title: "T", relations: Self.relations,
      actors: [
        Self.actor("council", "local-authority", .setUp), Self.actor("a", "school"), Self.actor("b", "school"),
        Self.actor("c", "school"), Self.actor("gp", "nhs"), Self.actor("clinic", "nhs"),
        Self.actor("people", "families"),
      ],
      connections: [
        Self.said("council", "a"), Self.said("council", "b"), Self.said("a", "gp"), Self.said("a", "clinic"),
        Self.said("b", "gp"), Self.said("c", "gp", "refers", .unclear), Self.said("gp", "a", "meets"),
        Self.said("a", "b"), Self.said("gp", "people", "supports"), Self.said("clinic", "people", "supports"),
        // Reported absent, so that it is no connection.
        Self.said("council", "gp", "refers", .absent),
      ])
    let overview = Self.overview(map)
    #expect(
      overview.blocks.blocks.indices.map(overview.title) == [
        "Set-up: Local authority: 1 actor", "Delivery: School: 3 actors, 1 within", "Delivery: NHS: 2 actors",
        "Delivery: Families (beneficiaries): 1 actor",
      ])
    #expect(
      overview.drawn.map(overview.title) == [
        "Delivery: School to Delivery: NHS: 4 connections of coordination, 1 of them unclear",
        "Set-up: Local authority to Delivery: School: 2 connections of coordination",
        "Delivery: NHS to Delivery: Families (beneficiaries): 2 connections of support",
        "Delivery: School and Delivery: NHS: 1 connection of coordination",
      ])
    #expect(overview.leftOut == 0 && !overview.links.leavesCasesOut)
    let words = overview.words(
      of: FigureDefinition("f", title: "F", content: .map(.init())), showing: FigureContent(.init(), of: map))
    #expect(words.summary.contains("7 actors and 10 connections as 4 boxes of sectors"))
    #expect(words.summary.contains("1 connection runs within a box"))
    #expect(words.csv?.contains("Delivery: School,Delivery: NHS,Coordination,4,1,\n") ?? false)
  }

  /// Two schools of a group refer people to a clinic, one of them a number.
  private static func referrals(
    _ number: Int, sector: Bool = false, divided: Bool = false, zeros: DisclosureSettings.Zeros = .shown
  ) throws -> NetworkMap {
    func counted(_ source: MapActor.ID, _ number: Int) -> Connection {
      Connection(.init(from: source, to: "clinic", "refers"), counts: [Count(area: nil, value: number)])
    }
    let group: MapActor.ID? = sector ? nil : "schools"
    return try NetworkMap(
      title: "T", relations: relations,
      actors: [
        actor("schools", "school"), actor("a", "school", group: group),
        actor("b", "school", divided ? .setUp : .delivery, group: group), actor("clinic", "nhs"),
      ],
      connections: [counted("a", 30), counted("b", number)],
      disclosure: DisclosureSettings(zeros: zeros))
  }

  private static func row(_ map: NetworkMap, for audience: Audience = .public) -> (label: String?, cases: String?) {
    let overview = overview(map, for: audience)
    let link = overview.drawn.first
    return (link.map(overview.label), link?.cases?.text(map.disclosure))
  }

  @Test func `tells the cases of a group with all its parts, and of no sector`() throws {
    #expect(Self.row(try Self.referrals(40)) == ("2 (70 cases)", "70"))
    #expect(Self.row(try Self.referrals(40, sector: true)) == ("2", nil))
    // A part of it stands in another stage, so that no box is the group.
    #expect(Self.row(try Self.referrals(40, divided: true)).cases != "70")
  }

  @Test func `tells no number that is withheld, nor a sum with it`() throws {
    let small = try Self.referrals(4)
    #expect(Self.row(small) == ("2", "[c]"))
    #expect(Self.row(small, for: .team) == ("2 (34 cases)", "34"))
    // Left out, neither the number nor the connection is seen.
    let left = Self.row(try Self.referrals(4, zeros: .withheld))
    #expect(left.label == nil || left == ("1", nil))
  }

  @Test func `puts the smallest sectors together where there are very many, and draws the lines of most connections`()
    throws
  {
    let sectors = (0..<30).map { Sector(.init(stringLiteral: "s\($0)"), name: "S\($0)", fill: .white, outline: .text) }
    let legend = try Legend(
      roles: Array(Legend.report.roles.values), sectors: sectors, families: Array(Legend.report.families.values),
      stages: Array(Legend.report.stages.values))
    // Sector s0 has 30 actors, s1 has 29, and so on to s29, which has one.
    let actors = sectors.enumerated().flatMap { place, sector in
      (0..<(30 - place)).map { number in
        MapActor(
          .init(stringLiteral: "a\(place)-\(number)"), name: "A", role: "delivery", sector: sector.id, stage: .delivery)
      }
    }
    let heads = actors.filter { $0.id.rawValue.hasSuffix("-0") }.map(\.id)
    let connections = heads.flatMap { one in heads.filter { $0 != one }.map { Self.said(one, $0) } }
    let map = try NetworkMap(
      title: "T", legend: legend, relations: Self.relations, actors: actors, connections: connections)
    let overview = Self.overview(map)
    // 24 of their own, and the six smallest together: 6 + 5 + 4 + 3 + 2 + 1 actors.
    #expect(overview.blocks.blocks.count == 25)
    #expect(overview.blocks.blocks.last?.name == "6 other sectors" && overview.blocks.blocks.last?.actorCount == 21)
    // 24 · 23 lines of one connection are left out; 24 from and 24 to the others have six each.
    #expect(overview.drawn.count == 48 && overview.drawn.allSatisfy { $0.connections == 6 })
    #expect(overview.leftOut == 24 * 23)
    #expect(overview.connections(within: 24) == 30)
  }
}

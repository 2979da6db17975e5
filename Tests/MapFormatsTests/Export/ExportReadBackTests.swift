import MapDisclosure
import MapEvidence
import MapFormats
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// What is exported comes back by `netmap import` as far as the format can hold it.
struct ExportReadBackTests {
  /// What a format brings back.
  private enum Kept {
    /// All that nodes and edges say, with ids.
    case everything
    /// What people read, under ids made of names.
    case names
    /// Names, and relations by their ids; what runs both ways is two.
    case arcs
  }

  private static let formats: [(id: String, kept: Kept)] = [
    ("csv", .everything), ("json", .everything), ("graphml", .everything), ("gexf", .everything),
    ("gephi", .everything),
    ("cytoscape", .everything), ("xlsx", .names), ("kumu", .names), ("kumu-json", .names), ("pajek", .arcs),
  ]

  /// The map that is made of the exported files.
  private static func readBack(_ published: PublishedMap, _ format: String) throws -> ImportedMap {
    let files = try #require(MapFormat.named(format)).files(of: published)
    let table = files.first { $0.name == "nodes.csv" }.map { (bytes: $0.bytes, name: $0.name) }
    let main = try #require(files.last)
    let graph = try GraphFile.read(main.bytes, name: main.name, nodes: table)
    let imported = try ImportedMap(graph)
    #expect(!MapFolder.read(MapFiles(try MapFolder.files(of: imported.map))).hasErrors, "\(format)")
    return imported
  }

  /// What is to be found again, a line each.
  private static func lines(of map: NetworkMap, _ answers: [NetworkMap.Answer], _ kept: Kept) -> [String] {
    let legend = map.legend
    let isNode = map.actorsOnMap().union(answers.flatMap { [$0.connection.source, $0.connection.target] })
    func name(_ id: MapActor.ID) -> String { map.actors[id]?.name ?? "" }
    var lines: [String] = []
    for actor in map.actors.values where isNode.contains(actor.id) {
      let role = legend.roles[actor.role]?.name ?? ""
      let sector = legend.sectors[actor.sector]?.name ?? ""
      let stage = legend.stages[actor.stage]?.name ?? ""
      switch kept {
      case .everything:
        let ids = "\(actor.id) \(actor.role) \(actor.sector) \(actor.stage) \(actor.group?.rawValue ?? "-")"
        let others = actor.otherRoles.map(\.rawValue)
        let attributes = actor.attributes.map { "\($0.key)=\($0.value)" }
        lines.append(
          "actor \(ids) \(actor.name)|\(actor.shortName)|\(role)|\(sector)|\(stage)|\(others)|\(actor.isBeneficiary)"
            + "|\(actor.isPlural)|\(actor.description)|\(attributes)")
      case .names: lines.append("actor \(actor.name)|\(role)|\(sector)|\(stage)|\(actor.isBeneficiary)")
      case .arcs: lines.append("actor \(actor.name)")
      }
    }
    for answer in answers {
      let (id, relation) = (answer.connection.id, map.relations[answer.connection.relation])
      let isMutual = map.isMutual(id.relation)
      let family = relation.map { "\($0.family) \(legend.families[$0.family]?.name ?? "")" } ?? ""
      let isDoubtful = !answer.presence.isCertain
      let ends = isMutual ? [name(id.source), name(id.target)].sorted() : [name(id.source), name(id.target)]
      switch kept {
      case .everything:
        let areas = map.areas(of: answer.connection).map { "\($0) \(map.areas[$0]?.name ?? "")" }.sorted()
        lines.append(
          "connection \(ends) \(id.relation) \(relation?.label ?? "")|\(relation?.pluralLabel ?? "")|\(family)|\(isMutual)"
            + "|\(isDoubtful)|\(areas)")
      case .names: lines.append("connection \(ends) \(isMutual) \(isDoubtful)")
      case .arcs:
        lines.append("arc \(name(id.source)) > \(name(id.target))")
        if isMutual, id.source != id.target { lines.append("arc \(name(id.target)) > \(name(id.source))") }
      }
    }
    return lines.sorted()
  }

  private static func check(_ published: PublishedMap, _ words: String) throws {
    let answers = published.map.connections(matching: ConnectionQuery())
    if answers.isEmpty { return }
    for (format, kept) in formats {
      let back = try readBack(published, format).map
      let found = Set(lines(of: back, back.connections(matching: ConnectionQuery()), kept))
      let wanted = Set(lines(of: published.map, answers, kept))
      #expect(found.isSuperset(of: wanted), "\(words) \(format): \(wanted.subtracting(found).sorted().prefix(3))")
      #expect(found.count == wanted.count, "\(words) \(format): \(found.subtracting(wanted).sorted().prefix(3))")
    }
  }

  @Test(arguments: ["ami", "wellbeing", "case-level", "expansion", "two-coders"])
  func `each map comes back from each format`(name: String) throws {
    let map = try #require(MapFolder.read(at: Package.path(to: "Maps/\(name)")).map)
    try Self.check(map.published(for: .public), name)
  }

  @Test(arguments: 1...40)
  func `random maps come back from each format`(seed: Int) throws {
    var towns = RandomTowns(seed: UInt64(seed))
    try Self.check(try (seed % 2 == 0 ? towns.map() : towns.mapWithPeriods()).published(for: .public), "\(seed)")
  }

  @Test func `names that break software come back from formats that hold them`() throws {
    let published = try ExportPeerTests.map(named: ["a,b", "quo\"te", "]]><x>", "\u{5E9}\u{5DC}", "=1+1", "-x"])
      .published(for: .team)
    for (format, kept) in Self.formats where kept == .everything {
      let back = try Self.readBack(published, format).map
      #expect(back.actors.values.map(\.name) == published.map.actors.values.map(\.name), "\(format)")
    }
  }

  @Test func `several connections as one have their number as weight, and no cases`() throws {
    let published = try SmallMaps.town().published(for: .team)
    var options = ExportOptions()
    options.mergesParallels = true
    for format in MapFormat.all where format.canMergeParallels {
      #expect(try !format.files(of: published, options).isEmpty, "\(format.id)")
    }
    let relations = [
      Relation("tells", family: .coordination, label: "tells"), Relation("pays", family: .support, label: "pays"),
      Relation("meets", family: .coordination, label: "meets", isDirected: false),
    ]
    let map = try NetworkMap(
      title: "Two", relations: relations, actors: ["a", "b"].map { PlainMaps.actor($0) },
      connections: ["tells", "pays", "meets"].map { relation in
        Connection(
          .init(from: "a", to: "b", Identifier(stringLiteral: relation)), statements: [CodedStatement(id: relation)],
          counts: [Count(area: nil, value: 20)])
      })
    let file = try #require(try MapFormat.named("csv")?.files(of: map.published(for: .team), options).last)
    let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 3 && rows[0][2] == "weight")
    let cases = try #require(rows[0].firstIndex(of: "cases"))
    #expect(rows[1][0...3] == ["a", "b", "3", "tells;pays;meets"] && rows[1][cases] == "")
    #expect(rows[2][0...3] == ["b", "a", "1", "meets"] && rows[2][cases] == "20")
  }

  /// A withheld number stands in no file, and neither does anything that tells of it.
  @Test func `withheld numbers are withheld in each format`() throws {
    let map = try PlainMaps.map(["one", "other", "people"], [])
    var counted = map
    try counted.insert(
      Connection(
        .init(from: "one", to: "other", "works"), counts: [Count(area: nil, value: 7), Count(area: "north", value: 7)]))
    counted.disclosure = DisclosureSettings(minimum: 10)
    var other = map
    try other.insert(
      Connection(
        .init(from: "one", to: "other", "works"), counts: [Count(area: nil, value: 6), Count(area: "north", value: 6)]))
    other.disclosure = DisclosureSettings(minimum: 10)
    for format in MapFormat.all {
      let files = try format.files(of: counted.published(for: .public))
      // The same bytes, whatever the number is.
      #expect(try files == format.files(of: other.published(for: .public)), "\(format.id)")
      let team = try format.files(of: counted.published(for: .team))
      let holdsNumbers = !["pajek", "mermaid", "qdc"].contains(format.id)
      #expect(try (team != format.files(of: other.published(for: .team))) == holdsNumbers, "\(format.id)")
    }
  }
}

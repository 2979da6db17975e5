import Foundation
import MapDisclosure
import MapEvidence
import MapFormats
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Programs of others read what is exported: nodes, edges, directions, what is said of them, and numbers are counted.
struct ExportPeerTests {
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let hasPeers =
    InstalledProgram.areDemanded
    || (try? python.run(["-c", "import networkx, igraph, openpyxl, pydot, pygraphviz, lxml"]).code) == 0
  private static let r = InstalledProgram("Rscript")
  private static let hasR =
    InstalledProgram.areDemanded || (try? r.run(["-e", "library(igraph); library(tidygraph)"]).code) == 0
  private static let office = InstalledProgram("soffice")

  /// Names of formats by what their files are called in the test's folder.
  private static let files = [
    "json": "map.json", "graphml": "map.graphml", "gexf": "map.gexf", "cytoscape": "map.cyjs", "pajek": "map.net",
    "dot": "map.dot", "xlsx": "map.xlsx", "kumu": "kumu.xlsx", "kumu-json": "kumu.json", "csv": "csv", "gephi": "gephi",
  ]

  /// All formats of a map in a folder, with what the map says beside them.
  private static func folder(of published: PublishedMap, isPlain: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (id, name) in files {
      for file in try #require(MapFormat.named(id)).files(of: published) {
        let isFolder = !name.contains(".")
        if isFolder {
          try FileManager.default.createDirectory(
            atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
        }
        try folder.write(Data(file.bytes), to: isFolder ? "\(name)/\(file.name)" : name)
      }
    }
    try folder.write(try JSONSerialization.data(withJSONObject: expected(published, isPlain)), to: "expected.json")
    return folder
  }

  /// What the map holds, asked for without any exporter.
  private static func expected(_ published: PublishedMap, _ isPlain: Bool) -> [String: Any] {
    let map = published.map
    let answers = map.connections(matching: ConnectionQuery())
    let isNode = map.actorsOnMap().union(answers.flatMap { [$0.connection.source, $0.connection.target] })
    var (arcs, edges, counted, withheld): ([[Any]], [[Any]], [[Any]], [[Any]]) = ([], [], [], [])
    for answer in answers {
      let id = answer.connection.id
      let ends = [id.source.rawValue, id.target.rawValue, id.relation.rawValue]
      let isMutual = map.isMutual(id.relation)
      let ways = isMutual && id.source != id.target ? [ends, [ends[1], ends[0], ends[2]]] : [ends]
      let total = map.cases(of: answer.connection)
      var cases: Any = NSNull()
      switch total?.value {
      case .number(let number)?:
        cases = number
        if total?.isApproximate == false { counted.append(ends + [number]) }
      case .suppressed?: withheld += ways
      case nil: break
      }
      arcs += ways.map { $0 + [cases] }
      edges.append(ends + [isMutual])
    }
    let nodes = map.actors.values.filter { isNode.contains($0.id) }.map { actor in
      (
        actor.id.rawValue,
        [
          "label": actor.name, "role": actor.role.rawValue, "sector": actor.sector.rawValue,
          "stage": actor.stage.rawValue,
        ]
      )
    }
    return [
      "title": map.title, "nodes": Dictionary(uniqueKeysWithValues: nodes), "order": nodes.map(\.0), "arcs": arcs,
      "edges": edges, "counted": counted, "withheld": withheld, "symbol": map.disclosure.symbol, "isPlain": isPlain,
    ]
  }

  private static func check(_ published: PublishedMap, isPlain: Bool = true) throws {
    let folder = try folder(of: published, isPlain: isPlain)
    let run = try python.run([
      Package.path(to: "Tests/MapFormatsTests/Peers/exports.py"), folder.path,
      Package.path(to: "Tests/MapFormatsTests/Peers/gexf-1.3"),
    ])
    #expect(run.code == 0 && run.text.contains(" compared, 0 differ"), "\(run.text)")
  }

  @Test(
    .enabled(if: hasPeers, "no networkx, igraph, openpyxl, pydot, pygraphviz and lxml: .setup/peers installs them"),
    arguments: ["ami", "wellbeing", "case-level", "expansion", "two-coders"], [Audience.public, .team])
  func `networkx, igraph, openpyxl, pydot and pygraphviz read each map`(name: String, audience: Audience) throws {
    let reading = MapFolder.read(at: Package.path(to: "Maps/\(name)"))
    try Self.check(try #require(reading.map).published(for: audience))
  }

  @Test(
    .enabled(if: hasPeers, "no networkx, igraph, openpyxl, pydot, pygraphviz and lxml: .setup/peers installs them"))
  func `names that break software come through each`() throws {
    let names =
      HostileText.samples + [
        "=1+1", "+44 20", "-x", "@sum", "\\N \\L \\", "a\"; DROP", "n1 --> n2", "%%{init}", "end", "\u{85}x",
        "a,b;c|d", "'quoted'", "&#233; &amp;", "*Arcs", "_x0041_",
      ]
    try Self.check(try Self.map(named: names).published(for: .team), isPlain: false)
    try Self.check(try Self.map(named: [HostileText.long, "short"]).published(for: .team), isPlain: false)
  }

  /// A ring of actors of these names, in which every other connection runs both ways.
  static func map(named names: [String]) throws -> NetworkMap {
    let legend = Legend.report
    let (role, sector) = (try #require(legend.roles.keys.first), try #require(legend.sectors.keys.first))
    let actors = names.enumerated().map { place, name in
      MapActor(Identifier(stringLiteral: "actor_\(place)"), name: name, role: role, sector: sector, stage: .delivery)
    }
    let relations = [
      Relation("tells", family: .coordination, label: "tells \"so\" \\ & <it>", pluralLabel: "tell ]]> -- | it"),
      Relation("meets", family: .coordination, label: "meets", isDirected: false),
    ]
    return try NetworkMap(
      title: "Ring of \(names[0].prefix(40))", relations: relations, actors: actors,
      connections: actors.indices.map { place in
        Connection(
          .init(
            from: actors[place].id, to: actors[(place + 1) % actors.count].id, place % 2 == 0 ? "tells" : "meets"),
          statements: [CodedStatement(id: "s\(place)")])
      })
  }

  @Test(
    .enabled(if: hasR, "no igraph and tidygraph for R: .setup/peers installs them"),
    arguments: ["ami", "wellbeing", "case-level", "expansion"])
  func `igraph and tidygraph for R take tables and graphs as they are`(name: String) throws {
    let reading = MapFolder.read(at: Package.path(to: "Maps/\(name)"))
    let published = try #require(reading.map).published(for: .public)
    let folder = try Self.folder(of: published)
    let run = try Self.r.run([Package.path(to: "Tests/MapFormatsTests/Peers/exports.R"), folder.path])
    #expect(run.code == 0, "\(run.text)")
    let expected = Self.expected(published, true)
    let arcs = try #require(expected["arcs"] as? [[Any]])
    let nodes = try #require(expected["order"] as? [String]).count
    let cases = arcs.reduce(0) { $0 + (($1[3] as? Int) ?? 0) }
    let mutual = try #require(expected["edges"] as? [[Any]]).reduce(0) { count, edge in
      count + (edge[3] as? Bool == true ? edge[0] as? String == edge[1] as? String ? 1 : 2 : 0)
    }
    for line in ["igraph", "tidygraph", "graphml", "pajek"].map({ "\($0) \(nodes) \(arcs.count) TRUE" })
      + ["cases \(cases) \(cases) \(cases)", "ends TRUE TRUE", "flags TRUE TRUE \(mutual)", "labels TRUE"]
    { #expect(run.text.contains(line), "\(line) is not in\n\(run.text)") }
  }

  @Test(.enabled(if: office.isThereOrDemanded, "no LibreOffice: .setup/peers installs it"))
  func `LibreOffice opens the workbooks, and keeps every cell`() throws {
    let reading = MapFolder.read(at: Package.path(to: "Maps/ami"))
    let folder = try Self.folder(of: try #require(reading.map).published(for: .public))
    let office = InstalledProgram("soffice", environment: ["HOME": folder.path])
    let run = try office.run(
      [
        "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", "xlsx", "--outdir",
        "saved",
        "map.xlsx", "kumu.xlsx",
      ], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    let script = """
      import openpyxl
      for name in ["map.xlsx", "kumu.xlsx"]:
        first, second = openpyxl.load_workbook(name), openpyxl.load_workbook("saved/" + name)
        assert first.sheetnames == second.sheetnames
        for sheet in first:
          cells = lambda s: {c.coordinate: c.value for row in s.iter_rows() for c in row if c.value is not None}
          assert cells(sheet) == cells(second[sheet.title]), sheet.title
      print("alike")
      """
    let comparison = try Self.python.run(["-c", script], in: folder.path)
    #expect(comparison.text.contains("alike"), "\(comparison.text)")
  }
}

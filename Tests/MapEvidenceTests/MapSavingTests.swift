import Foundation
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MapSavingTests {
  /// A map without where in files its evidence stands, which is all that saving may change.
  private static func withoutLocations(_ map: NetworkMap?) -> NetworkMap? {
    // A folder names the measures that count cases also where there is no choice.
    var map = map
    map?.caseMeasures = []
    for index in map?.codings.indices ?? 0..<0 { map?.codings[index].location = nil }
    return map?.mappingConnections { connection in
      var copy = connection
      for index in copy.statements.indices { copy.statements[index].location = nil }
      for index in copy.counts.indices { copy.counts[index].location = nil }
      return copy
    }
  }

  /// The same with connections in a fixed order, for maps in which some of which nobody spoke stand before others.
  private static func sorted(_ map: NetworkMap?) throws -> NetworkMap? {
    guard var map = withoutLocations(map) else { return nil }
    let connections = map.connections.values.sorted { "\($0.id)" < "\($1.id)" }
    for connection in connections { map.removeConnection(connection.id) }
    for connection in connections { try map.insert(connection) }
    return map
  }

  @Test(arguments: MapsOfThePackage.folders + ["../shared/maps/housing"].map { Package.path(to: $0) })
  func `saves each map so that it reads the same`(folder: String) throws {
    // Not every copy of the package stands beside further maps, nor do all of them fit this edition.
    guard let map = MapFolder.read(at: folder).map, !MapFolder.read(at: folder).hasErrors else {
      #expect(!MapsOfThePackage.folders.contains(folder))
      return
    }
    let reading = MapFolder.read(MapFiles(try MapFolder.files(of: map)))
    #expect(!reading.hasErrors)
    #expect(Self.withoutLocations(reading.map) == Self.withoutLocations(map))
  }

  @Test func `saves the starter so that it reads the same, from disk`() throws {
    let map = try #require(MapFolder.read(.starter).map)
    let folder = try TemporaryFolder()
    try MapFolder.write(map, to: folder.path + "/new/a b%20\u{E9}")
    let reading = MapFolder.read(at: folder.path + "/new/a b%20\u{E9}")
    #expect(reading.problems == [])
    #expect(Self.withoutLocations(reading.map) == Self.withoutLocations(map))
    #expect(folder.names == ["new"])
  }

  @Test(arguments: 1...200)
  func `saves any map so that it reads the same`(seed: UInt64) throws {
    var maps = RandomWholeMaps(seed: seed)
    let map = try maps.map()
    let files = try MapFolder.files(of: map)
    let reading = MapFolder.read(MapFiles(files))
    #expect(!reading.hasErrors, "\(reading.problems)")
    #expect(try Self.sorted(reading.map) == Self.sorted(map))
  }

  @Test func `keeps which measure counts, what is part of what, and which sums hold`() throws {
    var map = try SmallMaps.town()
    map.periods = [Period("2024", contains: ["Q1"]), Period("Q1")]
    map.measures = [MeasureParts("pupils", parts: ["girls", "boys"])]
    map.caseMeasures = ["pupils", "girls"]
    map.disclosure.aliases = .published
    map.disclosure.sums = [
      DeclaredSum(of: .measures, total: "pupils", parts: ["girls"], holds: false),
      DeclaredSum(of: .actors, total: "council", parts: ["clinic"]),
    ]
    let id = try #require(map.connections.keys.first)
    for other in map.connections.keys where other != id { map.removeConnection(other) }
    try map.updateConnection(id) { connection in
      connection.statements = []
      connection.counts = ["girls", "boys", "pupils"].map {
        Count(area: nil, measure: $0, isOfCases: $0 != "boys", period: "Q1", value: 3)
      }
    }
    try map.updateActor("clinic") { $0.group = "council" }
    let read = try #require(MapFolder.read(MapFiles(try MapFolder.files(of: map))).map)
    #expect(read.caseMeasures == map.caseMeasures && read.periods == map.periods && read.measures == map.measures)
    #expect(read.disclosure == map.disclosure && read.actors == map.actors)
    #expect(read.cases(of: try #require(read.connections[id]))?.measure == "pupils")
  }

  /// A map of two actors with something that a folder cannot hold.
  private static func map(_ statements: [CodedStatement], counts: [Count] = []) throws -> NetworkMap {
    var map = try SmallMaps.town()
    for id in map.connections.keys { map.removeConnection(id) }
    try map.insert(Connection(.init(from: "council", to: "clinic", "supports"), statements: statements, counts: counts))
    return map
  }

  @Test func `does not save what would be read as something else, and says what`() throws {
    var withheld = CodedStatement(id: "s")
    withheld.isWithheld = true
    for map in [
      try Self.map([CodedStatement(id: "s", excerpt: "Words. ")]),
      try Self.map([CodedStatement(id: "s", excerpt: "a\r\nb")]),
      try Self.map([]), try Self.map([withheld]), try Self.map([CodedStatement(id: "s", placement: .areas([]))]),
      try Self.map([], counts: [Count(area: nil, period: "2024 ", value: 3)]),
    ] {
      let error = #expect(throws: MapSavingError.self) { try MapFolder.files(of: map) }
      #expect(error?.kind == .unkept(parts: ["the connection \"Town council supports Clinic\""]))
      #expect(error?.description.contains("Town council supports Clinic") == true)
    }
    var untitled = try SmallMaps.town()
    untitled.title = "\u{FEFF}T"
    #expect(throws: MapSavingError.self) { try MapFolder.files(of: untitled) }
  }

  @Test func `does not save what readers would find errors in`() throws {
    for (map, code) in [
      (try Self.map([CodedStatement(id: "s"), CodedStatement(id: "s")]), "duplicate-id"),
      (try Self.map([], counts: [Count(area: nil, value: 1), Count(area: nil, value: 1)]), "duplicate-count"),
    ] {
      let error = #expect(throws: MapSavingError.self) { try MapFolder.files(of: map) }
      guard case .errors(let problems) = error?.kind else { continue }
      #expect(problems.map(\.code.rawValue) == [code])
    }
  }

  @Test func `saves that a source withholds an outcome`() throws {
    var map = try Self.map([CodedStatement(id: "s")])
    map.outcomes = [Outcome("rating", area: nil, value: nil)]
    let files = try MapFolder.files(of: map)
    #expect(MapFolder.read(MapFiles(files)).map?.outcomes == map.outcomes)
  }

  @Test func `writes over nothing unless asked to`() throws {
    let map = try Self.map([CodedStatement(id: "s")])
    let folder = try TemporaryFolder(["README.md": "mine", "outcomes.csv": "outcome,value\nold,1\n", "file": ""])
    for path in [folder.path, folder.path + "/file"] {
      let error = #expect(throws: MapSavingError.self) { try MapFolder.write(map, to: path) }
      #expect(error?.kind == .occupied(path: path))
    }
    #expect(folder.names == ["README.md", "file", "outcomes.csv"])
    try MapFolder.write(map, to: folder.path, replacing: true)
    #expect(Self.withoutLocations(MapFolder.read(at: folder.path).map) == map)
    #expect(try folder.text(of: "README.md") == "mine")
    let empty = try TemporaryFolder()
    try MapFolder.write(map, to: empty.path)
    #expect(empty.names == ["fieldwork.csv", "interviews.csv", "map.yaml", "outcomes.csv"])
  }

  @Test func `replaces nothing that is not a file, and then writes nothing`() throws {
    let map = try Self.map([CodedStatement(id: "s")])
    let manager = FileManager.default
    for kind in ["link", "dangling", "pipe", "folder", "read-only"] {
      for name in ["map.yaml", "interviews.csv", "fieldwork.csv", "outcomes.csv"] {
        let folder = try TemporaryFolder(["elsewhere": "kept"])
        let path = folder.path + "/map"
        try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
        let file = path + "/" + name
        switch kind {
        case "link": try manager.createSymbolicLink(atPath: file, withDestinationPath: "../elsewhere")
        case "dangling": try manager.createSymbolicLink(atPath: file, withDestinationPath: "../nowhere")
        case "pipe": _ = unsafe mkfifo(file, 0o600)
        case "folder": try manager.createDirectory(atPath: file, withIntermediateDirectories: false)
        default:
          try Data("kept".utf8).write(to: URL(filePath: file))
          try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
        }
        let type = try manager.attributesOfItem(atPath: file)[.type] as? FileAttributeType
        let error = #expect(throws: MapSavingError.self) { try MapFolder.write(map, to: path, replacing: true) }
        guard case .unwritable(let found, _) = error?.kind else {
          Issue.record("\(kind) \(name): \(String(describing: error))")
          continue
        }
        #expect(found == file)
        #expect(try manager.contentsOfDirectory(atPath: path) == [name], "\(kind)")
        #expect(try manager.attributesOfItem(atPath: file)[.type] as? FileAttributeType == type, "\(kind)")
        #expect(try folder.text(of: "elsewhere") == "kept" && !folder.names.contains("nowhere"))
        if kind == "read-only" { #expect(try folder.text(of: "map/" + name) == "kept") }
      }
    }
    // A link to a folder is that folder; one that leads nowhere is not replaced by a new folder.
    let folder = try TemporaryFolder()
    try manager.createDirectory(atPath: folder.path + "/map", withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: folder.path + "/to-map", withDestinationPath: "map")
    try manager.createSymbolicLink(atPath: folder.path + "/to-nothing", withDestinationPath: "nothing")
    try MapFolder.write(map, to: folder.path + "/to-map", replacing: true)
    #expect(Self.withoutLocations(MapFolder.read(at: folder.path + "/map").map) == map)
    let error = #expect(throws: MapSavingError.self) {
      try MapFolder.write(map, to: folder.path + "/to-nothing", replacing: true)
    }
    #expect(error?.kind == .occupied(path: folder.path + "/to-nothing"))
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path + "/to-nothing") == "nothing")
    #expect(folder.names == ["map", "to-map", "to-nothing"])
  }

  @Test func `leaves nothing behind where it cannot write`() throws {
    let map = try Self.map([CodedStatement(id: "s")])
    let folder = try TemporaryFolder(["file": ""])
    let error = #expect(throws: MapSavingError.self) { try MapFolder.write(map, to: folder.path + "/file/new") }
    guard case .unwritable = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(folder.names == ["file"])
  }

  @Test func `keeps that no measure of a table counts cases`() throws {
    let map = try Self.map([], counts: [Count(area: nil, measure: "visits", isOfCases: false, value: 3)])
    let files = try MapFolder.files(of: map)
    #expect(String(decoding: files["map.yaml"] ?? [], as: UTF8.self).contains("{file: \"counts.csv\", cases: []}"))
    #expect(Self.withoutLocations(MapFolder.read(MapFiles(files)).map) == map)
  }
}

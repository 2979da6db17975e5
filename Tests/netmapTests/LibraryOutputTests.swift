import Foundation
import NetworkMaps
import TestSupport
import Testing

/// Every JSON shape that the tool prints can be had from the library, byte for byte.
struct LibraryOutputTests {
  private static let path = Package.path(to: "Maps/ami")

  private func printed(_ arguments: String..., for audience: Audience) throws -> String {
    let run = try BuiltProgram("netmap").run(arguments + ["--audience", audience.rawValue])
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  private func map(for audience: Audience) throws -> PublishedMap {
    try #require(MapFolder.read(at: Self.path).map).published(for: audience)
  }

  @Test(arguments: Audience.allCases)
  func `checks as the library does`(audience: Audience) throws {
    let report = CheckReport(of: MapFolder.read(at: Self.path).published(for: audience))
    #expect(try printed("check", Self.path, "--format", "json", for: audience) == JSONText.text(of: report))
    #expect(try printed("check", Self.path, for: audience) == report.text)
  }

  @Test(arguments: Audience.allCases)
  func `lists connections as the library does`(audience: Audience) throws {
    var query = ConnectionQuery()
    query.sources = ["attendance-mentors"]
    query.scope = .area("salford")
    let listing = ConnectionListing(
      of: try map(for: audience), matching: query, .connectionsAndMeetings, includesEvidence: true)
    let arguments = [
      "query", Self.path, "--from", "mentors", "--area", "Salford", "--through-activities", "--evidence", "--audience",
      audience.rawValue,
    ]
    let json = try BuiltProgram("netmap").run(arguments + ["--format", "json"])
    #expect(json.output == (try JSONText.text(of: listing)))
    #expect(try BuiltProgram("netmap").run(arguments).output == listing.text)
  }

  @Test(arguments: Audience.allCases)
  func `finds routes as the library does`(audience: Audience) throws {
    let report = RouteReport(
      of: try map(for: audience), from: "gp", to: "attendance-mentors", within: 2, eitherWay: true)
    let json = try printed(
      "query", Self.path, "--format", "json", "--routes", "--within", "2", "--either", "GP", "mentors", for: audience)
    #expect(json == (try JSONText.text(of: report)))
  }

  @Test(arguments: Audience.allCases)
  func `measures as the library does`(audience: Audience) throws {
    let map = try map(for: audience)
    #expect(
      try printed("measure", Self.path, "--format", "json", for: audience) == JSONText.text(of: MeasureReport(of: map)))
    var part = MapGraph.Part()
    part.query.families = [.coordination]
    part.passesActivities = true
    let report = MeasureReport(of: map, part: part, without: ["attendance-mentors"])
    let json = try printed(
      "measure", Self.path, "--format", "json", "--family", "coordination", "--through-activities", "--without",
      "mentors", for: audience)
    #expect(json == (try JSONText.text(of: report)))
  }

  @Test(arguments: Audience.allCases)
  func `looks for gaps as the library does`(audience: Audience) throws {
    let report = GapReport(of: try map(for: audience))
    #expect(try printed("gaps", Self.path, "--format", "json", for: audience) == JSONText.text(of: report))
    #expect(try printed("gaps", Self.path, for: audience) == report.text)
  }

  @Test(arguments: Audience.allCases)
  func `compares as the library does`(audience: Audience) throws {
    let comparison = PublishedComparison(areasOf: try map(for: audience))
    let report = ComparisonReport(of: comparison, permutations: 50, seed: 7)
    let json = try printed(
      "compare", Self.path, "--format", "json", "--permutations", "50", "--seed", "7", for: audience)
    #expect(json == (try JSONText.text(of: report)))
  }

  @Test(arguments: MapFormat.all.map(\.id))
  func `exports as the library does`(format: String) throws {
    let export = try #require(MapFormat.named(format))
    // Laying out a large map takes long without optimisation.
    let path = Package.path(to: "Maps/two-coders")
    let map = try #require(MapFolder.read(at: path).published(for: .public).map)
    var options = ExportOptions()
    if export.holdsPlaces {
      options.places = FigurePlan.places(of: map).mapValues { ExportOptions.Place(x: $0.x, y: $0.y) }
      #expect(!options.places.isEmpty)
    }
    let made = try export.files(of: map, options)
    let folder = try TemporaryFolder()
    let output = folder.path + (export.fileNames.isEmpty ? "/\(made[0].name)" : "")
    #expect(try printed("export", path, "--as", format, "--output", output, for: .public).isEmpty)
    for file in made {
      #expect(Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(file.name)"))) == file.bytes)
    }
  }
}

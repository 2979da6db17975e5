import Foundation
import TestSupport
import Testing

struct FiguresCommandTests {
  private static let netmap = BuiltProgram("netmap")

  private struct Manifest: Decodable {
    struct Figure: Decodable {
      struct Faults: Decodable {
        var crossings: Int
        var overlaps: Int
        var linesThroughNodes: Int
      }
      var id: String
      var files: [String]
      var connections: Int?
      var layout: Faults
      var widthInPoints: Double
    }
    struct Input: Decodable {
      var name: String
      var sha256: String?
    }
    var inputs: [Input]
    var figures: [Figure]
  }

  @Test func `draws the report's figures legibly`() throws {
    let output = try TemporaryFolder()
    let run = try Self.netmap.run("figures", Package.path(to: "Maps/ami"), "--output", output.path)
    #expect(run.code == 0, "\(run.errors)")
    let ids = (1...7).map { "figure-5-\($0)" }
    #expect(output.names == (ids.flatMap { ["\($0).dot", "\($0).md", "\($0).svg"] } + ["manifest.json"]).sorted())
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(try output.text(of: "manifest.json").utf8))
    #expect(
      manifest.inputs.map(\.name) == ["map.yaml", "fieldwork.csv", "outcomes.csv", "interviews.csv", "referrals.csv"])
    // A digest lets anybody test guesses: the public gets none of a file of numbers.
    #expect(manifest.inputs.filter { $0.sha256 == nil }.map(\.name) == ["outcomes.csv", "referrals.csv"])
    #expect(manifest.inputs.allSatisfy { ($0.sha256?.count ?? 64) == 64 })
    for figure in manifest.figures {
      #expect(figure.layout.overlaps == 0, "\(figure.id)")
      #expect(figure.layout.linesThroughNodes == 0, "\(figure.id)")
      // Every two that support both young people and parents cross each other; the whole map has seven that do.
      let crossings = figure.id == "figure-5-1" ? figure.layout.crossings * 5 / 3 : figure.layout.crossings * 2
      #expect(crossings <= figure.connections ?? 0, "\(figure.id)")
      // Letters of 11 pt: at least 7 pt on a column of 16 cm, the whole map at least 5 pt on 25.7 cm.
      let page = figure.id == "figure-5-1" ? 25.7 : 16
      let least = figure.id == "figure-5-1" ? 5.0 : 7
      #expect(11 * min(1, page / 2.54 * 72 / figure.widthInPoints) >= least, "\(figure.id)")
    }
    for id in ids {
      #expect(WellFormedXML(Array(try output.text(of: "\(id).svg").utf8)) != nil)
      #expect(try output.text(of: "\(id).md").hasPrefix("# Figure 5."))
    }
    // The figures that the README shows are these, whatever the fonts.
    for name in ["figure-5-2.svg", "figure-5-7.svg"] {
      let shown = try String(contentsOfFile: Package.path(to: "Examples/ami/" + name), encoding: .utf8)
      #expect(try Self.words(in: shown) == Self.words(in: output.text(of: name)))
    }
    let whole = try output.text(of: "figure-5-1.md")
    // Chapter 5: neither SEND services nor the actors of other chapters are in the report's figure.
    #expect(!whole.contains("| SEND services |"))
    #expect(!whole.contains("| Family Hubs |"))
    let place = /"actor-([a-z-]+)" \[.*pos="(-?[0-9.]+),/
    var lefts: [String: Double] = [:]
    for match in try output.text(of: "figure-5-1.dot").matches(of: place) { lefts[String(match.1)] = Double(match.2) }
    let setUp = [
      "dfe", "local-authority", "csm", "lead-mentors", "schools", "headteachers", "sencos", "referral-decisions",
    ]
    let line = setUp.compactMap { lefts[$0] }.max() ?? .infinity
    #expect(lefts.count == 33)
    for (actor, left) in lefts where !setUp.contains(actor) { #expect(left > line, "\(actor)") }
  }

  /// All titles and labels of an SVG, in their order.
  private static func words(in svg: String) throws -> [String] {
    let xml = try #require(WellFormedXML(Array(svg.utf8)))
    return xml.elements.filter { ["title", "desc", "text"].contains($0.name) }.map(\.text)
  }

  @Test func `draws the same bytes twice, in every format`() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    for name in ["one", "two"] {
      let run = try Self.netmap.run(
        "figures", map, "--output", folder.path + "/" + name, "--image-format", "svg,dot,png,pdf")
      #expect(run.code == 0, "\(run.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/one").sorted()
    #expect(names.count == 16)
    for name in names {
      #expect(
        FileManager.default.contentsEqual(
          atPath: folder.path + "/one/" + name, andPath: folder.path + "/two/" + name), "\(name)")
    }
  }

  /// A PDF holds when it was made, by a clock whose zone has a name of another length.
  @Test func `draws the same PDF in every time zone, whose table leads to its objects`() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    var found: [Data] = []
    for zone in ["UTC", "Asia/Tokyo", "America/St_Johns", "XYZ-14:30"] {
      let run = try Self.netmap.run(
        ["figures", map, "--output", folder.path + "/pdf", "--image-format", "pdf"], environment: ["TZ": zone])
      #expect(run.code == 0, "\(run.errors)")
      found.append(try Data(contentsOf: URL(filePath: folder.path + "/pdf/whole-map.pdf")))
    }
    #expect(Set(found).count == 1)
    let pdf = Array(try #require(found.first))
    let text = String(decoding: pdf.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let table = try #require(text.firstMatch(of: /startxref\n([0-9]+)\n%%EOF/).flatMap { Int($0.1) })
    #expect(pdf[table...].starts(with: Array("xref\n0 ".utf8)))
    let places = text.dropFirst(table).matches(of: /([0-9]{10}) [0-9]{5} n/).compactMap { Int($0.1) }
    #expect(places.count > 5)
    for (index, place) in places.enumerated() {
      #expect(pdf[place...].starts(with: Array("\(index + 1) 0 obj".utf8)))
    }
  }

  @Test func `figures whose ids differ in case only have files of their own`() throws {
    let folder = try TemporaryFolder()
    let map = folder.path + "/map"
    #expect(try Self.netmap.run("new", map).code == 0)
    let definition = try String(contentsOfFile: map + "/map.yaml", encoding: .utf8)
    try definition.replacing("- id: support\n", with: "- id: Whole-Map\n")
      .write(toFile: map + "/map.yaml", atomically: true, encoding: .utf8)
    let run = try Self.netmap.run("figures", map, "--output", folder.path + "/out", "--image-format", "svg")
    #expect(run.code == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(
      names == [
        "Whole-Map-2.md", "Whole-Map-2.svg", "legend.md", "legend.svg", "manifest.json", "whole-map.md",
        "whole-map.svg",
      ])
    #expect(run.output.contains("/Whole-Map-2  "))
  }

  @Test func `draws nothing of a map with errors, unless asked to`() throws {
    let folder = try TemporaryFolder([
      "map.yaml": "title: T\nactors: [{id: a, name: A, role: other, sector: nhs, stage: delivery}]\ncolour: red\n",
      "interviews.csv": "from,to,relation\n",
    ])
    let output = folder.path + "/out"
    let refused = try Self.netmap.run("figures", folder.path, "--output", output)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("map.yaml:3:1: error"))
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(try Self.netmap.run("figures", folder.path, "--output", output, "--despite-errors").code == 0)
    #expect(FileManager.default.fileExists(atPath: output + "/network-map.svg"))
  }

  @Test func `leaves nothing where it cannot write`() throws {
    let folder = try TemporaryFolder(["taken": ""])
    #expect(try Self.netmap.run("new", folder.path + "/map").code == 0)
    let run = try Self.netmap.run("figures", folder.path + "/map", "--output", folder.path + "/taken")
    #expect(run.code == 1)
    #expect(run.errors.contains("cannot be made"))
  }

  /// A map of a hub and others that refer to it and, in a ring, to each other.
  private static func ring(of count: Int) throws -> TemporaryFolder {
    let actors = (0..<count).map {
      "  - {id: a\($0), name: Actor \($0), role: delivery, sector: nhs, stage: delivery}\n"
    }
    let rows = (1..<count).map { "a\($0),a0,refers\na\($0),a\($0 % (count - 1) + 1),refers\n" }
    return try TemporaryFolder([
      "map.yaml": "title: Ring\nrelations: [{id: refers, family: coordination}]\nactors:\n" + actors.joined(),
      "interviews.csv": "from,to,relation\n" + rows.joined(),
    ])
  }

  @Test func `draws an overview and a matrix of a map that is too large, and says what else there is`() throws {
    let folder = try Self.ring(of: 300)
    let output = folder.path + "/out"
    let run = try Self.netmap.run("figures", folder.path, "--output", output, "--image-format", "svg")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("network-map has 300 actors and 598 lines") && run.errors.contains("--as network"))
    #expect(run.output.contains("3 figures"))
    let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(
      names == ["legend.md", "legend.svg", "manifest.json"]
        + ["matrix", "overview"].flatMap { part in ["csv", "md", "svg"].map { "network-map-\(part).\($0)" } })
    let overview = try String(contentsOfFile: output + "/network-map-overview.md", encoding: .utf8)
    // All of them are of one sector in one stage, and their connections stay there.
    #expect(overview.contains("| Delivery: NHS | 300 | 598 | 0 | 0 |"))
    let matrix = try String(contentsOfFile: output + "/network-map-matrix.csv", encoding: .utf8)
    #expect(matrix == "from,Delivery: NHS (300)\nDelivery: NHS (300),598\n")
  }

  @Test func `draws who is near an actor, by any of its names`() throws {
    let folder = try Self.ring(of: 10)
    let output = folder.path + "/out"
    let run = try Self.netmap.run(
      "figures", folder.path, "--output", output, "--around", "actor 4", "--image-format", "dot")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("around-a4  Ring: within 1 step of Actor 4"))
    let text = try String(contentsOfFile: output + "/around-a4.md", encoding: .utf8)
    // The hub, and those before and behind in the ring, with what is between them.
    #expect(text.contains("Network map of 4 actors and 5 connections"))
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: URL(filePath: output + "/manifest.json")))
    #expect(manifest.figures.map(\.id) == ["around-a4"])
    let unknown = try Self.netmap.run("figures", folder.path, "--output", output, "--around", "Actr 4")
    #expect(unknown.code == 2 && unknown.errors.contains("Did you mean"))
  }

  @Test(arguments: [
    ["--only", "9"], ["--image-format", "gif"], ["--audience", "all"], ["--steps", "2"], ["--as", "tree"],
  ])
  func `refuses what it does not know`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try Self.netmap.run("new", folder.path + "/map").code == 0)
    let run = try Self.netmap.run(["figures", folder.path + "/map", "--output", folder.path + "/o"] + arguments)
    #expect(run.code == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test func `actors that are moved in the table that it saves stand where they were moved to, and others find room`()
    throws
  {
    let output = try TemporaryFolder()
    let map = try TemporaryFolder([
      "map.yaml": try Self.wellbeing("map.yaml") + "\npositions: {file: positions.csv}\n"
    ])
    for name in try FileManager.default.contentsOfDirectory(atPath: Package.path(to: "Maps/wellbeing"))
    where name.hasSuffix(".csv") {
      try Self.wellbeing(name).write(toFile: map.path + "/" + name, atomically: true, encoding: .utf8)
    }
    let ask = ["--only", "2", "--save-positions", "--image-format", "svg"]
    let saved = try Self.netmap.run(
      ["figures", Package.path(to: "Maps/wellbeing"), "--output", output.path + "/first"] + ask)
    #expect(saved.code == 0, "\(saved.errors)")
    let table = try output.text(of: "first/positions.csv").split(separator: "\n").map(String.init)
    #expect(table[0] == "figure,actor,x,y")
    func draw(_ rows: [String]) throws -> (picture: String, rows: [String]) {
      try (rows.joined(separator: "\n") + "\n").write(
        toFile: map.path + "/positions.csv", atomically: true, encoding: .utf8)
      let run = try Self.netmap.run(["figures", map.path, "--output", output.path + "/again"] + ask)
      #expect(run.code == 0, "\(run.errors)")
      let picture = try FileManager.default.contentsOfDirectory(atPath: output.path + "/again")
        .filter { $0.hasSuffix(".svg") }.map { try output.text(of: "again/\($0)") }
      return (
        try #require(picture.first), try output.text(of: "again/positions.csv").split(separator: "\n").map(String.init)
      )
    }
    let same = try draw(table)
    #expect(same.rows == table)
    var moved = table
    let cells = table[1].split(separator: ",").map(String.init)
    let y = try #require(Double(cells[3]))
    moved[1] = (cells[0..<3] + ["\(y + 300)"]).joined(separator: ",")
    let changed = try draw(moved)
    #expect(changed.picture != same.picture)
    let place = try #require(changed.rows[1].split(separator: ",").last.flatMap { Double($0) })
    let other = try #require(changed.rows[2].split(separator: ",").last.flatMap { Double($0) })
    let before = try #require(table[2].split(separator: ",").last.flatMap { Double($0) })
    #expect(abs((place - other) - (y + 300 - before)) < 0.25)
    // Without its row, the first actor finds a place.
    #expect(try draw([table[0]] + table.dropFirst(2)).rows.count == table.count)
  }

  private static func wellbeing(_ name: String) throws -> String {
    try String(contentsOfFile: Package.path(to: "Maps/wellbeing/\(name)"), encoding: .utf8)
  }
}

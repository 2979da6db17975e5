import Foundation
import TestSupport
import Testing

/// What `figures`, `gaps` and `compare` have in common: formats, options and a manifest.
struct FigureFormatTests {
  private struct Manifest: Decodable {
    struct Figure: Decodable {
      var id: String
      var files: [String]
      var textInPoints: Double
      var shortfall: String?
    }
    struct Input: Decodable { var name: String }
    var map: String
    var inputs: [Input]
    var figures: [Figure]
  }

  private static func map(_ definition: String = "") throws -> CaseMap {
    try .network(
      ["f Family hub", "g Guidance"], ["North,f,g,r,present", "South,f,g,r,absent"], in: ["North", "South"],
      asked: "f, g",
      definition: """
        \(definition)
        expectations:
          - {id: e, because: Hubs should guide., connection: {from: f, to: g}, in: areas}
        """)
  }

  @Test(arguments: ["figures", "gaps", "compare"])
  func `each verb takes all formats, and says in a manifest what it drew`(verb: String) throws {
    let map = try Self.map()
    let output = try TemporaryFolder()
    let run = try CaseMap.netmap.run(
      verb, map.path, "--output", output.path + "/o", "--image-format", "png,pdf,svg", "--legend", "beside", "--dpi",
      "100", "--outlines")
    #expect(run.code == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(filePath: output.path + "/o/manifest.json"))
    let manifest = try JSONDecoder().decode(Manifest.self, from: data)
    #expect(manifest.map == "Probe" && manifest.inputs.map(\.name).contains("interviews.csv"))
    let written = Set(try FileManager.default.contentsOfDirectory(atPath: output.path + "/o"))
    #expect(!manifest.figures.isEmpty && written.isSuperset(of: manifest.figures.flatMap(\.files)))
    for figure in manifest.figures {
      #expect(figure.files == ["svg", "png", "pdf", "md"].map { "\(figure.id).\($0)" })
      let png = [UInt8](try Data(contentsOf: URL(filePath: output.path + "/o/\(figure.id).png")))
      let chunk = try #require(png.firstRange(of: Array("pHYs".utf8))).upperBound
      let perMetre = png[chunk..<(chunk + 4)].reduce(0) { $0 << 8 | Int($1) }
      #expect(abs(Double(perMetre) * 0.0254 - 100) < 1, "\(figure.id)")
      let svg = try String(contentsOfFile: output.path + "/o/\(figure.id).svg", encoding: .utf8)
      #expect(!svg.contains("<text") && svg.contains("<desc"), "\(figure.id)")
    }
  }

  @Test func `a size that cannot be kept is said, and the best is drawn`() throws {
    let output = try TemporaryFolder()
    let map = try Self.map("drawing: {width: 40, text: 36, title: true}")
    let run = try CaseMap.netmap.run("figures", map.path, "--output", output.path + "/o")
    #expect(run.code == 0 && run.errors.contains("and not 36, so that the figure is 40 mm wide"), "\(run.errors)")
    let data = try Data(contentsOf: URL(filePath: output.path + "/o/manifest.json"))
    let figure = try #require(try JSONDecoder().decode(Manifest.self, from: data).figures.first)
    #expect(figure.shortfall != nil && figure.textInPoints < 36)
  }

  @Test func `a PDF has the same bytes in every time zone`() throws {
    let map = try Self.map()
    let files = try ["UTC", "Asia/Kathmandu", "America/St_Johns"].map { zone -> Data in
      let output = try TemporaryFolder()
      let run = try CaseMap.netmap.run(
        ["figures", map.path, "--output", output.path + "/o", "--image-format", "pdf"], environment: ["TZ": zone])
      #expect(run.code == 0, "\(run.errors)")
      return try Data(contentsOf: URL(filePath: output.path + "/o/network-map.pdf"))
    }
    #expect(Set(files).count == 1)
  }

  @Test(arguments: [
    ["--dpi", "9"], ["--dpi", "x"], ["--for", "film"], ["--legend", "left"], ["--image-format", "emf"],
  ])
  func `says what an option cannot be`(arguments: [String]) throws {
    let map = try Self.map()
    let run = try CaseMap.netmap.run(["figures", map.path, "--output", "o"] + arguments, in: map.path)
    #expect(run.code != 0 && run.errors.contains(arguments[0]), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: map.path + "/o"))
  }
}

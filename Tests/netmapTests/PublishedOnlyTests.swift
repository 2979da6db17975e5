import Foundation
import TestSupport
import Testing

/// Nothing is made of a map before disclosure control has seen it: the compiler refuses it.
struct PublishedOnlyTests {
  /// All that makes an output, one a line.
  private static let outputs = [
    "_ = ConnectionListing(of: map)",
    "_ = RouteReport(of: map, from: \"one\", to: \"other\", within: 2)",
    "_ = MeasureReport(of: map)",
    "_ = GapReport(of: map)",
    "_ = ClaimReport(of: map)",
    "_ = AgreementReport(of: map)",
    "_ = LeaveOneOutReport(of: map, by: .informant)",
    "_ = CheckReport(of: reading)",
    "_ = ComparisonReport(of: comparison)",
    "_ = ComparisonFigures(comparison)",
    "_ = FigurePlan(definition, of: map)",
    "_ = MapPage(of: map)",
    "_ = try Chapter(drawing: map)",
    "_ = try MapFormat.all[0].files(of: map)",
    "_ = FigurePlan.places(of: map)",
  ]

  @Test func `makes outputs of what is published`() throws {
    #expect(try faultyLines(map: "PublishedMap", comparison: "PublishedComparison", reading: "PublishedReading") == [])
  }

  @Test func `makes no output of what is not`() throws {
    let faulty = try faultyLines(map: "NetworkMap", comparison: "MapComparison", reading: "MapReading")
    #expect(Set(Self.outputs).subtracting(faulty) == [])
  }

  /// A new output that is not in the list above is found here.
  @Test(arguments: ["MapReports", "MapFormats", "MapDrawing", "MapPage"])
  func `has no public function that takes what is not published`(target: String) throws {
    let folder = URL(filePath: Package.path(to: "Sources/\(target)"))
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for signature in text.matches(of: /public (?:static |mutating )*(?:func|init|subscript)\b[^{]*/) {
        let parameters = String(signature.output).components(separatedBy: "->")[0]
        let raw = parameters.firstMatch(of: /: *\[?(?:NetworkMap|MapComparison|MapReading|MapAlignment)\b(?!\.)/)
        #expect(raw == nil, "\(file.lastPathComponent): \(parameters)")
      }
      #expect(!text.contains("public extension"), "\(file.lastPathComponent)")
    }
  }

  /// What describes the modules in C: their own files, here and in packages that this one needs, or files of the build.
  private func moduleMaps(_ built: URL) -> [String] {
    func folders(in folder: URL) -> [URL] {
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    }
    let checkouts = folders(in: built.appending(path: "../../checkouts"))
    let sources = ([URL(filePath: Package.path(to: ""))] + checkouts).map { $0.appending(path: "Sources") }
    let targets = sources.flatMap(folders)
    let candidates = folders(in: built) + targets + targets.map { $0.appending(path: "include") }
    return candidates.map { $0.appending(path: "module.modulemap").path }.filter(FileManager.default.fileExists)
  }

  /// The lines of ``outputs`` that do not compile in a program of somebody who uses the library.
  private func faultyLines(map: String, comparison: String, reading: String) throws -> [String] {
    let head = """
      import NetworkMaps
      func make(map: \(map), comparison: \(comparison), reading: \(reading), definition: FigureDefinition) throws {

      """
    let folder = try TemporaryFolder(["client.swift": head + Self.outputs.joined(separator: "\n") + "\n}\n"])
    let file = folder.path + "/client.swift"
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    compiler.arguments =
      ["swiftc", "-typecheck", "-swift-version", "6", file, "-I", built.appending(path: "Modules").path]
      + moduleMaps(built).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    let output = Pipe()
    compiler.standardError = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let errors = text.split(separator: "\n").filter { $0.contains(": error: ") || $0.hasPrefix("error: ") }
    let lines = try errors.map { error in
      // An error elsewhere says that the client could not be compiled at all.
      let match = try #require(error.firstMatch(of: /client\.swift:(\d+):/), "\(error)")
      return try #require(Int(match.output.1)) - 3
    }
    #expect((compiler.terminationStatus == 0) == lines.isEmpty, "\(text)")
    return try lines.map { line in
      try #require(Self.outputs.indices.contains(line), "\(text)")
      return Self.outputs[line]
    }
  }
}

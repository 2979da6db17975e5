import Foundation
import TestSupport
import Testing

struct PageTests {
  private static let map = Package.path(to: "Maps/ami")

  private static func build(_ map: String, _ options: String...) throws -> (page: String, folder: TemporaryFolder) {
    let folder = try TemporaryFolder([:])
    let run = try BuiltProgram("netmap").run(["page", map, "--output", folder.path + "/page.html"] + options)
    #expect(run.code == 0, "\(run.errors)")
    return (try folder.text(of: "page.html"), folder)
  }

  @Test func `weighs less than 300 kB with the whole AMI map`() throws {
    #expect(try Self.build(Self.map).page.utf8.count < 300_000)
  }

  @Test func `gives nothing away that is for the team`() throws {
    let map = Package.path(to: "Examples/case-level")
    let (page, _) = try Self.build(map)
    let (team, _) = try Self.build(map, "--audience", "team")
    #expect(page.contains("[c]") && !team.contains("\"cases\":\"[c]\""))
    // The coded interviews of this example are not published.
    #expect(page.contains("\"passages\":[]") && !team.contains("\"passages\":[]"))
    #expect(team.contains("<p class=\"notice\"") && !page.contains("<p class=\"notice\""))
    #expect(team.contains("not for publication") && !page.contains("not for publication"))
  }

  @Test func `has a script in which a linter finds nothing`() throws {
    let (page, folder) = try Self.build(Self.map)
    let script = try #require(page.firstMatch(of: /<script>((?s).*?)<\/script>/)).1
    let path = folder.path + "/page.js"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    let linter = Package.path(to: ".build/browser/bin/oxlint")
    guard FileManager.default.isExecutableFile(atPath: linter) else {
      print("skipped: no linter")
      return
    }
    let (code, text) = try Self.run([
      linter, "--config", Package.path(to: "Tests/netmapTests/Browser/lint.json"), path,
    ])
    #expect(code == 0, "\(text)")
  }

  /// Drives the page in a real browser, if there is one, and has axe look at each state.
  @Test func `works in a browser, by mouse and keyboard, without a fault that axe finds`() throws {
    let (_, folder) = try Self.build(Self.map)
    let (code, text) = try Self.run([
      "python3", Package.path(to: "Tests/netmapTests/Browser/drive_page.py"), folder.path + "/page.html",
    ])
    print(text)
    // `env` ends with 127 if there is no python3.
    if code == 127 {
      print("skipped: no python3 to drive a browser")
      return
    }
    #expect(code == 0, "\(text)")
  }

  /// Runs a program and returns what it ends with and prints.
  private static func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONPATH": Package.path(to: ".build/browser")], uniquingKeysWith: { _, own in own })
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}

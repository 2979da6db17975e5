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

  @Test func `weighs less than 320 kB with the whole AMI map`() throws {
    #expect(try Self.build(Self.map).page.utf8.count < 320_000)
  }

  @Test func `gives nothing away that is for the team`() throws {
    let map = Package.path(to: "Maps/case-level")
    let (page, _) = try Self.build(map)
    let (team, _) = try Self.build(map, "--audience", "team")
    #expect(page.contains("\"[c]\"") && !team.contains("\"[c]\""))
    // The coded interviews of this example are not published.
    let none = "\"passages\":{\"fields\":[\"text\",\"reference\"],\"rows\":[]}"
    #expect(page.contains(none) && !team.contains(none))
    #expect(team.contains("<p class=\"notice\"") && !page.contains("<p class=\"notice\""))
    #expect(team.contains("not for publication") && !page.contains("not for publication"))
  }

  private static let linter = InstalledProgram(Package.path(to: ".build/browser/bin/oxlint"))
  private static let driver = Package.path(to: "Tests/netmapTests/Browser/drive_page.py")
  private static let python = InstalledProgram(
    "python3", environment: ["PYTHONPATH": Package.path(to: ".build/browser")])
  private static let hasBrowser =
    InstalledProgram.areDemanded || (try? python.run([driver]).code) == 0

  @Test(.enabled(if: linter.isThereOrDemanded, "no linter: .setup/browser installs it"))
  func `has a script in which a linter finds nothing`() throws {
    let (page, folder) = try Self.build(Self.map)
    let script = try #require(page.firstMatch(of: /<script>((?s).*?)<\/script>/)).1
    try Data(script.utf8).write(to: URL(filePath: folder.path + "/page.js"))
    let config = Package.path(to: "Tests/netmapTests/Browser/lint.json")
    // The modules, as they are written, and what is made of them.
    for path in [Package.path(to: "Sources/MapPage/Resources/Script"), folder.path + "/page.js"] {
      let (code, text) = try Self.linter.run(["--config", config, path])
      #expect(code == 0, "\(text)")
    }
  }

  /// Drives the page in a real browser, and has axe look at each state.
  @Test(.enabled(if: hasBrowser, "no browser can be driven: .setup/browser installs one"))
  func `works in a browser, by mouse and keyboard, without a fault that axe finds`() throws {
    let (_, folder) = try Self.build(Self.map)
    let (code, text) = try Self.python.run([Self.driver, folder.path + "/page.html"])
    print(text)
    #expect(code == 0, "\(text)")
  }
}

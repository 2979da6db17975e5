import Foundation
import TestSupport
import Testing

struct ReadmeTests {
  @Test func `shows the library example as it is compiled, and its output`() throws {
    let article = "Sources/NetworkMaps/NetworkMaps.docc/StartingInCode.md"
    let readme = try String(contentsOfFile: Package.path(to: article), encoding: .utf8)
    let example = try String(contentsOfFile: Package.path(to: "Examples/library/main.swift"), encoding: .utf8)
    #expect(readme.contains("```swift\n\(example)```"))
    let run = try BuiltProgram("library-example").run()
    #expect(run.code == 0, "\(run.errors)")
    #expect(readme.contains("```text\n\(run.output)```"))
  }

  /// The code of an article is a file of the example, so that it is compiled.
  @Test(arguments: [
    ("BuildingAMapInCode", "BuildingAMap"), ("ComparingInCode", "ComparingAreas"), ("PublishingInCode", "Publishing"),
    ("DrawingInCode", "Drawing"), ("SavingInCode", "SavingAndReading"),
  ])
  func `shows code in articles as it is compiled`(article: String, file: String) throws {
    let folder = "Sources/NetworkMaps/NetworkMaps.docc/"
    let text = try String(contentsOfFile: Package.path(to: folder + article + ".md"), encoding: .utf8)
    let code = try String(contentsOfFile: Package.path(to: "Examples/library/\(file).swift"), encoding: .utf8)
    #expect(text.contains("```swift\n\(code)```"))
  }

  /// What a stranger does who has nothing but the README.
  @Test func `its walk leads from a sentence to a figure`() throws {
    let readme = try String(contentsOfFile: Package.path(to: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "## For evaluators")?.upperBound)
    let end = try #require(readme.range(of: "## What it answers")?.lowerBound)
    let walk = String(readme[start..<end])
    func blocks(_ kind: String) -> [String] {
      walk.components(separatedBy: "```\(kind)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
    let (commands, lines) = (blocks("sh"), blocks("yaml"))
    try #require(commands.count == 5 && lines.count == 2)
    let folder = try TemporaryFolder()
    let netmap = URL(filePath: BuiltProgram("netmap").path).deletingLastPathComponent().path()
    let path = netmap + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let shell = InstalledProgram("bash", environment: ["PATH": path])
    func run(_ command: String) throws -> (code: Int32, text: String) {
      try shell.run(["-c", command], in: folder.path)
    }
    #expect(try run(commands[0] + commands[1]).code == 0)
    let check = try run(commands[2])
    #expect(check.code == 1)
    for word in ["\"class teachers\"", "\"reports-to\""] { #expect(check.text.contains(word), "\(check.text)") }
    #expect(check.text.components(separatedBy: ": error: ").count == 3, "\(check.text)")
    let map = try folder.text(of: "my-map/map.yaml").replacing("\nactors:\n", with: "\nactors:\n\(lines[0])")
      .replacing("\nrelations:\n", with: "\nrelations:\n\(lines[1])")
    try folder.write(Data(map.utf8), to: "my-map/map.yaml")
    let figures = try run(commands[3])
    #expect(figures.code == 0 && figures.text.contains("No problems."), "\(figures.text)")
    let shown = try String(contentsOfFile: Package.path(to: "Examples/walk/whole-map.svg"), encoding: .utf8)
    // The same words, whatever the fonts.
    func words(_ svg: String) -> [Substring] { svg.matches(of: />([^<]+)<\/text>/).map(\.1) }
    #expect(words(shown).contains("Class teachers"))
    #expect(try words(folder.text(of: "Figures/whole-map.svg")) == words(shown))
    let evidence = try run(commands[4]).text
    #expect(evidence.contains("Reading friends \u{2192} Class teachers: report to (said; Northtown)"), "\(evidence)")
    #expect(evidence.contains("interview V02"), "\(evidence)")
  }

  /// Every question to netmap in a README is followed by what it prints, or by the lines that `tail` and `head` leave.
  @Test(arguments: [("README.md", 5), ("Maps/case-level/README.md", 1), ("Maps/wellbeing/README.md", 5)])
  func `shows commands with their real output`(file: String, number: Int) throws {
    let readme = try String(contentsOfFile: Package.path(to: file), encoding: .utf8)
    let blocks = readme.matches(
      of: /```console\n\$ netmap ([a-z]+ [^\n|]+)(?:\| tail -n \+(\d+) )?(?:\| head -(\d+))?\n((?:[^`]|`[^`])*)```/)
    #expect(blocks.count >= number)
    for block in blocks {
      let arguments = String(block.1).matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
      let output = try BuiltProgram("netmap").run(arguments).output
      let first = block.2.flatMap { Int($0) } ?? 1
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(first - 1)
      let shown = block.3.flatMap { Int($0) }.map { lines.prefix($0) + [""] } ?? lines
      #expect(shown.joined(separator: "\n") == String(block.4), "\(block.1)")
    }
  }
}

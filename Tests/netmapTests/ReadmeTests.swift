import Foundation
import TestSupport
import Testing

struct ReadmeTests {
  @Test func `shows the library example as it is compiled, and its output`() throws {
    let readme = try String(contentsOfFile: Package.path(to: "README.md"), encoding: .utf8)
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

  /// Every question to netmap in a README is followed by what it prints, or by the lines that `tail` and `head` leave.
  @Test(arguments: [("README.md", 7), ("Maps/case-level/README.md", 1), ("Maps/wellbeing/README.md", 5)])
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

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

  /// Every `netmap query` in a README is followed by what it prints.
  @Test(arguments: [("README.md", 3), ("Examples/case-level/README.md", 1)])
  func `shows queries with their real output`(file: String, number: Int) throws {
    let readme = try String(contentsOfFile: Package.path(to: file), encoding: .utf8)
    let blocks = readme.matches(of: /```console\n\$ netmap (query [^\n]+)\n((?:[^`]|`[^`])*)```/)
    #expect(blocks.count >= number)
    for block in blocks {
      let arguments = String(block.1).matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
      #expect(try BuiltProgram("netmap").run(arguments).output == String(block.2), "\(block.1)")
    }
  }
}

import Foundation
import NetworkMaps
import TestSupport
import Testing

@testable import MapPage

/// Tests of the script's modules, by Node, on the data that Swift makes of the small town.
struct ModuleTests {
  private static let node = InstalledProgram("node")
  private static let tests = Package.path(to: "Tests/MapPageTests/Modules")

  /// Cells that a spreadsheet might take for something else, each with the line that Swift writes for it.
  private struct Cell: Encodable {
    var cell: String
    var line: String

    init(_ cell: String) { (self.cell, line) = (cell, CSVText.text(header: [cell], rows: [])) }
  }

  private static let cells = [
    "", "plain", "two words", "=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "-", "+", "+-1", "-5", "+5", "5", "-5.",
    "-.5", "-1e5", "-1e", "- 5", "-5 ", "-5 units", "-inf", "-nan", "1,5", "-1,5", "a \"b\"", "=\"a\"", "a\nb",
    "a\r\nb",
  ].map(Cell.init)

  @Test(.enabled(if: node.isThereOrDemanded, "Node is not installed: .setup/browser installs it"))
  func `do what they say`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.tests)
    let folder = try TemporaryFolder([
      "package.json": "{ \"type\": \"module\" }", "data.json": MapPageTests.json(MapPageTests.html(SmallMaps.town())),
      "grouped.json": MapPageTests.json(
        MapPageTests.html(PageGroupsTests.grouping(SmallMaps.town(), ["clinic": "mentors", "council": "mentors"]))),
      "cells.json": String(decoding: JSONEncoder().encode(Self.cells), as: UTF8.self),
    ])
    for (name, text) in PageResources.modules { try folder.write(Data(text.utf8), to: name + ".js") }
    for name in files {
      try folder.write(Data(contentsOf: URL(filePath: "\(Self.tests)/\(name)")), to: name)
    }
    let tests = files.filter { $0.hasSuffix(".test.js") }.sorted()
    #expect(tests.count >= 6)
    let (code, text) = try Self.node.run(["--test"] + tests, in: folder.path)
    #expect(code == 0, "\(text)")
  }
}

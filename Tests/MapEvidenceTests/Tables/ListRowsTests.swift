import MapModel
import TestSupport
import Testing
import YAML

@testable import MapEvidence

struct ListRowsTests {
  /// The files of a map with each list of its definition as a table of its own.
  private static func withTables(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
    var files = files
    let text = String(decoding: files["map.yaml"] ?? [], as: UTF8.self)
    var document = try #require(try YAMLNode.compose(text))
    for list in DefinitionList.all {
      let paths = list.path.count == 1 ? [list.path, ["legend"] + list.path] : [list.path]
      for path in paths {
        guard let items = document[path: path[...]]?.sequence, !items.isEmpty else { continue }
        let name = "list-\(path.joined(separator: "-")).csv"
        let rows = try ListRows(items, of: list).cells
        files[name] = Array(rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined().utf8)
        document = document.replacing(path[...], by: try YAMLNode.compose("{file: \(name)}"))
      }
    }
    guard case .mapping(let fields) = YAMLText(document) else { return files }
    files["map.yaml"] = Array(YAMLText.document(fields).utf8)
    return files
  }

  private static func quoted(_ cell: String) -> String {
    let doubled = cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }

  private static func reading(_ files: [String: [UInt8]]) -> MapReading { MapFolder.read(MapFiles(files)) }

  @Test(arguments: MapsOfThePackage.folders)
  func `each map reads the same with its lists as tables`(folder: String) throws {
    let files = try MapsOfThePackage.files(in: folder)
    let (whole, tables) = (Self.reading(files), Self.reading(try Self.withTables(files)))
    let (map, other) = (try #require(whole.map), try #require(tables.map))
    #expect(map.parts(unlike: other) == [])
    #expect(map == other)
    #expect(whole.problems.map(\.message) == tables.problems.map(\.message))
  }

  @Test(arguments: 1...100)
  func `any map reads the same with its lists as tables`(seed: UInt64) throws {
    var maps = RandomWholeMaps(seed: seed)
    let files = try MapFolder.files(of: try maps.map())
    let (whole, tables) = (Self.reading(files), Self.reading(try Self.withTables(files)))
    let (map, other) = (try #require(whole.map), try #require(tables.map))
    #expect(map.parts(unlike: other) == [])
    #expect(map == other)
    #expect(tables.problems.filter { $0.severity == .error } == [])
  }
}

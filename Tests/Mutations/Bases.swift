import Foundation
import NetworkMaps
import Tabular
import TestSupport

/// What is changed: maps that hold much of what maps can hold, as folders, workbooks and with projects of coding tools, and
/// graphs of other tools.
struct Bases {
  /// Files of a map, by their names; `map.xlsx` alone is a workbook.
  private(set) var maps: [(name: String, files: [String: [UInt8]])] = []
  /// Files that `import` reads.
  private(set) var graphs: [(name: String, bytes: [UInt8])] = []

  init() throws {
    let seeds = try Self.folders(in: Package.path(to: "Tests/Mutations/Seeds"))
    maps = seeds + [(name: "starter", files: StarterMap.files.reduce(into: [:]) { $0[$1.name] = Array($1.text.utf8) })]
    maps += try Self.folders(in: Package.path(to: "Maps")).filter {
      $0.files.values.reduce(0) { $0 + $1.count } < 60_000
    }
    for seed in 0..<12 as Range<UInt64> {
      var random = RandomWholeMaps(seed: seed)
      if let files = try? MapFolder.files(of: random.map()) { maps.append((name: "whole \(seed)", files: files)) }
    }
    for (name, files) in maps {
      guard let map = MapFolder.read(MapFiles(files)).map else { continue }
      if let book = try? MapConversion.workbook(of: map) { maps.append((name: name + ".xlsx", files: book.files)) }
      guard graphs.count < 24 else { continue }
      for format in MapFormat.all where !["csv", "dot", "mermaid", "qdc", "kumu-blueprint"].contains(format.id) {
        graphs += try format.files(of: map.published(for: .team)).map { ("\(name) \(format.id) \($0.name)", $0.bytes) }
      }
    }
  }

  /// The folders of a folder, each with its small files.
  private static func folders(in path: String) throws -> [(name: String, files: [String: [UInt8]])] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: path).sorted().compactMap { name in
      var files: [String: [UInt8]] = [:]
      for file in (try? manager.subpathsOfDirectory(atPath: "\(path)/\(name)")) ?? [] where !file.hasSuffix(".md") {
        guard let data = manager.contents(atPath: "\(path)/\(name)/\(file)"), data.count < 200_000 else { continue }
        files[file] = Array(data)
      }
      return files.isEmpty ? nil : (name, packed(files))
    }
  }

  /// A project of a coding tool is an archive; among seeds its text lies as it is, so that it can be read.
  private static func packed(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    var packed = files
    for (name, bytes) in files where name.hasSuffix(".qde") && !files.keys.contains(where: { $0.hasSuffix("qdpx") }) {
      var writer = ZipWriter()
      guard (try? writer.add("project.qde", bytes)) != nil else { continue }
      packed[String(name.dropLast(3)) + "qdpx"] = writer.archive()
      packed[name] = nil
    }
    return packed
  }
}

import Foundation
import TestSupport
import Testing

/// The reference of a product, made of the modules that the tests are built with and of its catalogue.
struct ReferenceTests {
  private static let extractor = InstalledProgram("swift-symbolgraph-extract")
  private static let docc = InstalledProgram("docc")
  private static let areThere = extractor.isThereOrDemanded && docc.isThereOrDemanded

  /// A symbol graph, as far as it is looked at.
  private struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
      struct Comment: Decodable {
        struct Line: Decodable { var text: String }
        var lines: [Line]
      }
      /// A place in the sources; what the compiler adds by itself has none.
      struct Location: Decodable { var uri: String }
      var pathComponents: [String]
      var docComment: Comment?
      var location: Location?
    }
    var symbols: [Symbol]
  }

  /// Writes the symbols of a product into a folder: its own, and those of the modules that it exports again.
  private static func extractSymbols(of product: String, into folder: TemporaryFolder) throws -> SymbolGraph {
    let built = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    var arguments = [
      "-module-name", product, "-target", try target(), "-output-dir", folder.path, "-minimum-access-level", "public",
      "-skip-inherited-docs", "-I", built.appending(path: "Modules").path(),
    ]
    let exported = try exportedModules(of: product)
    if !exported.isEmpty {
      arguments.append("-experimental-allowed-reexported-modules=\(exported.joined(separator: ","))")
    }
    // The modules of C, which are not built into those of Swift.
    let sources = try FileManager.default.contentsOfDirectory(atPath: Package.path(to: "Sources")).sorted()
    for name in sources where name.wholeMatch(of: /C[A-Z]\w+/) != nil {
      let map = built.appending(path: "\(name).build/module.modulemap").path()
      if FileManager.default.fileExists(atPath: map) {
        arguments += ["-I", Package.path(to: "Sources/\(name)/include"), "-Xcc", "-fmodule-map-file=\(map)"]
      } else {
        arguments += ["-I", Package.path(to: "Sources/\(name)")]
      }
    }
    let run = try extractor.run(arguments)
    #expect(run.code == 0, "\(run.text)")
    return try JSONDecoder().decode(SymbolGraph.self, from: Data(folder.text(of: product + ".symbols.json").utf8))
  }

  private static func exportedModules(of product: String) throws -> [String] {
    guard product == "NetworkMaps" else { return [] }
    let text = try String(contentsOfFile: Package.path(to: "Sources/NetworkMaps/NetworkMaps.swift"), encoding: .utf8)
    // What comes from other packages is described there.
    return text.matches(of: /@_exported public import (\w+)/).map { String($0.1) }.filter { $0 != "OrderedCollections" }
  }

  private static func target() throws -> String {
    struct Information: Decodable {
      struct Target: Decodable { var triple: String }
      var target: Target
    }
    let text = try InstalledProgram("swiftc").run(["-print-target-info"]).text
    return try JSONDecoder().decode(Information.self, from: Data(text.utf8)).target.triple
  }

  @Test(
    .enabled(if: areThere, "docc is not in Swift's toolchain, or not on the path"),
    arguments: [("GraphMeasures", ["DirectedGraph"]), ("NetworkMaps", ["NetworkMap", "Figure", "PackageVersion"])])
  func `says of each public symbol what it is, and is built without a warning`(
    product: String, known: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let graph = try Self.extractSymbols(of: product, into: folder)
    for name in known { #expect(graph.symbols.contains { $0.pathComponents == [name] }, "no \(name)") }
    for symbol in graph.symbols {
      guard symbol.location?.uri.contains("/Sources/") == true else { continue }
      let hasWords =
        symbol.docComment?.lines.contains { !$0.text.trimmingCharacters(in: .whitespaces).isEmpty } ?? false
      #expect(hasWords, "\(symbol.pathComponents.joined(separator: "."))")
    }

    let run = try Self.docc.run([
      "convert", Package.path(to: "Sources/\(product)/\(product).docc"), "--additional-symbol-graph-dir", folder.path,
      "--output-dir", try TemporaryFolder().path + "/\(product).doccarchive", "--warnings-as-errors",
      "--ide-console-output",
    ])
    #expect(run.code == 0 && run.text.isEmpty, "\(run.text)")
  }
}

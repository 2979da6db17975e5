import NetworkMaps

extension Target {
  /// Graphs of other tools: each is a map that is read without errors, or a sentence says why there is none.
  static let graphs = [
    ("graphml", [".graphml"]), ("gexf", [".gexf"]), ("pajek", [".net"]), ("json", [".json", ".cyjs"]),
    ("tables", [".csv"]),
  ].map { name, ends in
    Target(
      name: name,
      seeds: { bases in
        bases.graphs.filter { graph in ends.contains { graph.name.hasSuffix($0) } && graph.bytes.count < 16_000 }.map(
          \.bytes)
          + (name == "tables" ? [Array("source,target,type,weight\na,b,knows,1\nb,c,helps,\"2,5\"\n".utf8)] : [])
      },
      fault: { imported($0, name: "graph") })
  }

  /// What is wrong with what `import` makes of a file.
  static func imported(_ bytes: [UInt8], name: String) -> String? {
    do {
      let graph = try GraphFile.read(bytes, name: name)
      let imported = try ImportedMap(graph)
      if let fault = WellFormed.text(imported.text(of: graph)) { return "import: \(fault)" }
      let again = MapFolder.read(MapFiles(try MapFolder.files(of: imported.map)))
      return again.hasErrors ? "import: \(again.problems)" : nil
    } catch let error as GraphFileError {
      return WellFormed.text("\(error)").map { "import: \($0): \(error)" }
    } catch {
      return "import: \(error)"
    }
  }
}

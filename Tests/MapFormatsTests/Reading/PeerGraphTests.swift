import Foundation
import MapEvidence
import MapFormats
import MapModel
import OrderedCollections
import TestSupport
import Testing

/// Graphs that networkx and igraph write are read as networkx reads them, and become maps that say the same.
struct PeerGraphTests {
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let hasPeers =
    InstalledProgram.areDemanded || (try? python.run(["-c", "import networkx, igraph"]).code) == 0
  private static let r = InstalledProgram("Rscript")
  private static let hasR = InstalledProgram.areDemanded || (try? r.run(["-e", "library(igraph)"]).code) == 0

  /// A graph as it can be compared: nodes with what is said of them, and edges, each as one text.
  private struct Comparable: Equatable {
    var nodes: [String: [String: String]] = [:]
    var edges: [String] = []

    private static func edge(_ source: String, _ target: String, _ isDirected: Bool, _ attributes: [String: String])
      -> String
    {
      let ends = isDirected ? [source, target] : [source, target].sorted()
      let said = attributes.map { "\($0)=\($1)" }.sorted()
      return (ends + [isDirected ? "directed" : "mutual"] + said).joined(separator: "\u{1}")
    }

    /// A number is told from a text.
    private static func value(_ value: ImportedGraph.Value) -> String {
      if case .number(let number) = value { "number \(number)" } else { "text \(value.words)" }
    }

    init(_ graph: ImportedGraph) {
      // networkx calls nodes of Pajek by their labels.
      let ids = graph.nodes.map { graph.format == "Pajek" && !$0.label.isEmpty ? $0.label : $0.id }
      for (id, node) in zip(ids, graph.nodes) {
        nodes[id] = Dictionary(uniqueKeysWithValues: node.attributes.map { ($0.key, Self.value($0.value)) })
        if !node.label.isEmpty, graph.format != "Pajek" { nodes[id]?["label"] = "text \(node.label)" }
      }
      edges = graph.edges.map { edge in
        // networkx writes the keys of its edges there for itself.
        let said = edge.attributes.filter { $0.key != "networkx_key" }
        let attributes = Dictionary(uniqueKeysWithValues: said.map { ($0.key, Self.value($0.value)) })
        return Self.edge(ids[edge.source], ids[edge.target], !edge.isMutual, attributes)
      }.sorted()
    }

    /// What networkx read.
    init(expected data: Data) throws {
      func texts(_ values: Any?) -> [String: String] {
        (values as? [String: Any] ?? [:]).mapValues { value in
          if let text = value as? String { return "text \(text)" }
          return "number \((value as? NSNumber)?.doubleValue ?? .nan)"
        }
      }
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      nodes = try #require(json["nodes"] as? [String: Any]).mapValues(texts)
      edges = try #require(json["edges"] as? [[Any]]).map { edge in
        Self.edge(edge[0] as? String ?? "", edge[1] as? String ?? "", edge[2] as? Bool ?? false, texts(edge[3]))
      }.sorted()
    }
  }

  /// The ends of each statement of a map as its file calls them, and whether it has a direction.
  private static func ends(in map: NetworkMap, _ ids: Set<String>) -> [[String]] {
    map.connections.values.flatMap { connection in
      let isMutual = map.isMutual(connection.relation)
      let ends = [connection.source, connection.target].map { id in
        map.actors[id].map { $0.attributes["id"]?.words ?? (ids.contains($0.name) ? $0.name : id.rawValue) } ?? ""
      }
      return connection.statements.map { _ in (isMutual ? ends.sorted() : ends) + [isMutual ? "mutual" : "directed"] }
    }.sorted { $0.joined(separator: "\u{1}") < $1.joined(separator: "\u{1}") }
  }

  private static func check(_ name: String, in folder: TemporaryFolder) throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: folder.path + "/" + name)))
    let nodes = name.replacing("edges.csv", with: "nodes.csv")
    let table =
      nodes == name ? nil : (bytes: try Array(Data(contentsOf: URL(filePath: folder.path + "/" + nodes))), name: nodes)
    let graph = try GraphFile.read(bytes, name: name, nodes: table)
    let expected = try Comparable(expected: Data(contentsOf: URL(filePath: folder.path + "/" + name + ".expected")))
    #expect(Comparable(graph) == expected, "\(name)")
    // The map has an actor for each node and a statement for each edge, and is read again without an error.
    let map = try ImportedMap(graph).map
    #expect(map.actors.count == expected.nodes.count, "\(name)")
    let edges = graph.edges.map { edge in
      let ends = [edge.source, edge.target].map { graph.nodes[$0].id }
      return (edge.isMutual ? ends.sorted() : ends) + [edge.isMutual ? "mutual" : "directed"]
    }.sorted { $0.joined(separator: "\u{1}") < $1.joined(separator: "\u{1}") }
    #expect(ends(in: map, Set(graph.nodes.map(\.id))) == edges, "\(name)")
    #expect(try !MapFolder.files(of: map).isEmpty, "\(name)")
  }

  @Test(.enabled(if: hasPeers, "no networkx and igraph: .setup/peers installs them"), arguments: 1...8)
  func `what networkx and igraph write is read as networkx reads it`(seed: Int) throws {
    let folder = try TemporaryFolder()
    let script = Package.path(to: "Tests/MapFormatsTests/Peers/graphs.py")
    let run = try Self.python.run([script, folder.path, String(seed)])
    #expect(run.code == 0, "\(run.text)")
    let names = folder.names.filter { $0.hasSuffix(".expected") }.map { String($0.dropLast(9)) }
    #expect(names.count >= 36)
    for name in names { try Self.check(name, in: folder) }
  }

  @Test(.enabled(if: hasPeers && hasR, "no igraph for R, or no networkx to compare with"))
  func `what igraph for R writes is read as networkx reads it, and its tables as R has them`() throws {
    let folder = try TemporaryFolder()
    let write = """
      suppressMessages(library(igraph))
      set.seed(1)
      for (d in c(TRUE, FALSE)) {
        g <- sample_gnm(9, 15, directed = d)
        V(g)$name <- paste("Actor", 1:9); V(g)$role <- rep(c("school", "service", "a & b"), 3)
        E(g)$relation <- rep(c("refers to", "meets", "funds"), 5); E(g)$weight <- 1:15 / 8
        name <- paste0(if (d) "directed" else "mutual")
        write_graph(g, paste0(name, ".graphml"), "graphml")
        if (d) { write.csv(as_data_frame(g), "ties.csv", row.names = FALSE) }
      }
      """
    let written = try Self.r.run(["-e", write], in: folder.path)
    #expect(written.code == 0, "\(written.text)")
    let read = """
      import json, networkx as nx
      for name in ["directed", "mutual"]:
        g = nx.read_graphml(name + ".graphml")
        edges = [[a, b, g.is_directed(), {k: v for k, v in d.items() if k != "id"}] for a, b, d in g.edges(data=True)]
        json.dump({"nodes": dict(g.nodes(data=True)), "edges": edges}, open(name + ".graphml.expected", "w"))
      """
    let run = try Self.python.run(["-c", read], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    for name in ["directed.graphml", "mutual.graphml"] { try Self.check(name, in: folder) }
    let table = try GraphFile.read(at: folder.path + "/ties.csv")
    let graph = try GraphFile.read(at: folder.path + "/directed.graphml")
    let names = graph.nodes.map { $0.attributes["name"]?.words ?? "" }
    let ties = table.edges.map { edge in
      [
        table.nodes[edge.source].id, table.nodes[edge.target].id, edge.attributes["relation"]?.words,
        edge.attributes["weight"]?.words,
      ]
    }
    #expect(
      ties
        == graph.edges.map {
          [names[$0.source], names[$0.target], $0.attributes["relation"]?.words, $0.attributes["weight"]?.words]
        })
  }
}

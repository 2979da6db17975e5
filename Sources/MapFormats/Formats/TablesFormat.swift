import Documents

extension MapFormat {
  /// Tables of nodes and of edges, as igraph and tidygraph for R take them.
  static let tables = MapFormat(
    "csv",
    summary:
      "two tables, nodes.csv and edges.csv: R's igraph takes them as graph_from_data_frame(edges, vertices = nodes),"
      + " tidygraph as tbl_graph(nodes, edges), pandas and Excel as any table",
    fileExtension: "csv",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures, colours and places", "the title, and what is said of the whole map",
    ], fileNames: ["nodes.csv", "edges.csv"], canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    // R knows truth values in capitals only.
    func cell(_ value: ExportedValue?) -> String {
      if case .flag(let flag)? = value { flag ? "TRUE" : "FALSE" } else { value?.text ?? "" }
    }
    return [
      File(
        "nodes.csv",
        CSVText.text(
          header: ["name", "label"] + graph.nodeColumns.map(\.name),
          rows: graph.nodes.map { [$0.id, $0.label] + $0.values.map(cell) })),
      File(
        "edges.csv",
        CSVText.text(
          header: ["from", "to"] + (options.mergesParallels ? ["weight"] : []) + graph.edgeColumns.map(\.name),
          rows: graph.arcs.map { edge in
            [graph.nodes[edge.source].id, graph.nodes[edge.target].id]
              + (options.mergesParallels ? [String(edge.weight)] : []) + edge.values.map(cell)
          })),
    ]
  }

  /// Tables of nodes and of edges, as Gephi's import of spreadsheets takes them.
  ///
  /// Its headings have no blanks, each edge has a number of its own, and `Kind` keeps parallel edges apart.
  static let gephi = MapFormat(
    "gephi",
    summary:
      "two tables, nodes.csv and edges.csv, for Gephi: File, Import spreadsheet, first the nodes, then the edges into"
      + " the same workspace",
    fileExtension: "csv",
    losses: [
      "absences", "statements and single numbers", "how sure it is in each area", "fieldwork, expectations and claims",
      "figures and shapes; colours and places, which gexf holds", "the title, and what is said of the whole map",
    ], fileNames: ["nodes.csv", "edges.csv"], canMergeParallels: true
  ) { published, options in
    let graph = ExportedGraph(of: published, options)
    // Gephi has these under names of its own.
    let own: Set<String> = ["label", "mutual"]
    let columns = graph.edgeColumns.indices.filter { !own.contains(graph.edgeColumns[$0].name) }
    return [
      File(
        "nodes.csv",
        CSVText.text(
          header: ["Id", "Label"] + graph.nodeColumns.tokens,
          rows: graph.nodes.map { [$0.id, $0.label] + $0.values.map { $0?.text ?? "" } })),
      File(
        "edges.csv",
        CSVText.text(
          header: ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]
            + columns.map { graph.edgeColumns[$0] }.tokens,
          rows: graph.edges.map { edge in
            [
              graph.nodes[edge.source].id, graph.nodes[edge.target].id, edge.isMutual ? "Undirected" : "Directed",
              edge.id, edge.label, edge.relation, String(edge.weight),
            ] + columns.map { edge.values[$0]?.text ?? "" }
          })),
    ]
  }
}

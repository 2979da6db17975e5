import MapModel
import OrderedCollections

/// Reads a table of edges, with one of nodes if there is one: of Gephi, of R (`from`, `to`), of Kumu, or plain.
struct GraphTablesReader {
  private var builder: GraphBuilder

  /// Reads tables, of which each adds to the graph.
  /// - Parameters:
  ///   - format: what they are, such as `a workbook`.
  ///   - notices: what is to be told of their files.
  static func read(
    edges: [GraphTable], nodes: [GraphTable], file: String, format: String, notices: [ImportNotice] = []
  ) throws(GraphFileError) -> ImportedGraph {
    var reader = GraphTablesReader(builder: GraphBuilder(format: format, file: file))
    for notice in notices { reader.builder.graph.note(notice.kind, notice.what, count: notice.count) }
    for table in nodes { try reader.read(nodes: table) }
    for table in edges { try reader.read(edges: table) }
    return try reader.builder.finish(makesEnds: nodes.isEmpty)
  }

  private mutating func read(nodes table: GraphTable) throws(GraphFileError) {
    if table.ends != nil {
      throw GraphFileError(
        file: table.file, message: "this is a table of edges; give it first, and the table of nodes with --nodes")
    }
    let label = table.column("label", "name")
    // As igraph does, the first column names the nodes where none is called so.
    let id = table.column("id", "node", "node id", "actor") ?? label ?? 0
    let attributes = table.attributes(without: Set([id, label].compactMap(\.self)))
    noteTimes(table)
    for (place, row) in table.rows.enumerated() {
      let (key, name) = (GraphTable.text(row, id), GraphTable.text(row, label))
      guard let used = [key, name].first(where: { !$0.isEmpty }) else {
        builder.graph.note(.left, "rows of nodes without an id and a label")
        continue
      }
      try builder.add(ImportedGraph.Node(used, label: label == id ? "" : name, attributes: attributes[place]))
    }
    // Where nodes have ids, edges may call them by their labels all the same.
    for (place, node) in builder.graph.nodes.enumerated() where !node.label.isEmpty {
      builder.add(node.label, for: place)
    }
  }

  private mutating func read(edges table: GraphTable) throws(GraphFileError) {
    if table.ends == nil {
      guard table.columns.count > 1 else {
        throw builder.fault("this is no table of edges: it should have two columns at least, from where and to where")
      }
      if table.column("id", "label") != nil {
        throw builder.fault(
          "this looks like a table of nodes, since no column is called source and target, or from and to; give the table"
            + " of edges, and this one with --nodes")
      }
      builder.graph.note(
        .assumed,
        "edges run from what stands in \(table.columns[0].quotedInMessage) to what stands in"
          + " \(table.columns[1].quotedInMessage)")
    }
    let (source, target) = table.ends ?? (source: 0, target: 1)
    let id = table.column("id", "edge id")
    let direction = Self.direction(in: table)
    let attributes = table.attributes(without: Set([source, target, id, direction].compactMap(\.self)))
    noteTimes(table)
    for (place, row) in table.rows.enumerated() {
      let (from, to) = (GraphTable.text(row, source), GraphTable.text(row, target))
      if from.isEmpty || to.isEmpty {
        builder.graph.note(
          .left, "rows of edges of which an end is empty", count: row.cells.allSatisfy(\.isEmpty) ? 0 : 1)
        continue
      }
      let words = GraphTable.text(row, direction).lowercased()
      if words.isEmpty {
        builder.graph.note(.assumed, "edges of which no direction is said run from the first end to the second")
      }
      let number = GraphTable.text(row, id)
      for source in parts(of: from) {
        for target in parts(of: to) {
          try builder.add(
            from: source, to: target, isMutual: ["undirected", "mutual", "false", "no"].contains(words),
            attributes[place],
            place: "\(table.place(of: row))\(number.isEmpty ? "" : " (\(number))")")
        }
      }
    }
  }

  /// Several ends in one cell, as Kumu takes them: `Hub|Clinic`.
  private mutating func parts(of cell: String) -> [String] {
    if builder.knows(cell) || !cell.contains("|") { return [cell] }
    builder.graph.note(.assumed, "ends with a bar in them are several, as in Kumu")
    return cell.split(separator: "|").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
  }

  /// The column that says whether edges are directed: Gephi calls it Type, as others call what edges are.
  private static func direction(in table: GraphTable) -> Int? {
    let words: Set<String> = ["directed", "undirected", "mutual", "true", "false", "yes", "no", ""]
    return ["direction", "directed", "type", "edge type"].lazy.compactMap { table.column($0) }.first { column in
      let texts = Set(table.rows.map { GraphTable.text($0, column).lowercased() })
      return texts.isSubset(of: words) && texts != [""]
    }
  }

  /// Gephi keeps when nodes and edges are there in columns of its own.
  private mutating func noteTimes(_ table: GraphTable) {
    guard let column = table.column("timeset", "interval") else { return }
    let count = table.rows.count { !GraphTable.text($0, column).isEmpty }
    builder.graph.note(.left, "when nodes and edges begin and end; they are taken as there all the time", count: count)
  }
}

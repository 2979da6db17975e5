import MapModel
import OrderedCollections

/// Reads a table of edges, with one of nodes if there is one: of Gephi, of R (`from`, `to`), of Kumu, or plain.
struct GraphTablesReader {
  private var builder: GraphBuilder
  private let options: ImportOptions
  /// What edges call nodes, by how that is said whatever its case and spacing, as evidence of maps is read.
  private var keys: [String: String] = [:]
  /// What edges call their ends, folded.
  private let ends: Set<String>
  /// Whether there is a matrix on several sheets: each is then of a relation of its own.
  private var areSeveralMatrices = false

  private init(_ builder: GraphBuilder, _ options: ImportOptions, ends: Set<String>) {
    (self.builder, self.options, self.ends) = (builder, options, ends)
  }

  /// Reads tables, of which each adds to the graph.
  /// - Parameters:
  ///   - format: what they are, such as `a workbook`.
  ///   - notices: what is to be told of their files.
  static func read(
    edges: [GraphTable], nodes: [GraphTable], file: String, format: String, _ options: ImportOptions,
    notices: [ImportNotice] = []
  ) throws(GraphFileError) -> ImportedGraph {
    let names = Set(nodes.flatMap { $0.rows.flatMap(\.cells) }.filter(RowWords.isDitto).map(NameFolding.folded))
    let filled = edges.map { $0.withoutDittoMarks(but: [], names: names) }
    var reader = GraphTablesReader(
      GraphBuilder(format: format, file: file), options, ends: Self.ends(of: filled.map(\.table)))
    for notice in notices { reader.builder.graph.note(notice) }
    for table in nodes { try reader.read(nodes: table) }
    reader.areSeveralMatrices = Set(edges.filter { $0.matrix != nil }.map(\.sheet)).count > 1
    for (table, places) in filled {
      reader.noteDittoMarks(places)
      try reader.read(edges: table)
    }
    return try reader.builder.finish(makesEnds: nodes.isEmpty)
  }

  /// What edges call their ends, folded; rows that are totals have none.
  static func ends(of tables: [GraphTable]) -> Set<String> {
    var ends: Set<String> = []
    for table in tables {
      let (source, target) = table.ends ?? (0, 1)
      let areNumbers = table.numbersAreEnds(source, target)
      for row in table.rows {
        let (from, to) = (GraphTable.text(row, source), GraphTable.text(row, target))
        if table.aside(row, from: from, to: to) != nil { continue }
        for end in [from, to] where !end.isEmpty && (areNumbers || !GraphTable.isNumber(end)) {
          ends.insert(NameFolding.folded(end))
          if end.contains("|") { ends.formUnion(end.split(separator: "|").map { NameFolding.folded(String($0)) }) }
        }
      }
    }
    return ends
  }

  private mutating func noteDittoMarks(_ places: [String]) {
    for place in places { builder.graph.note(.assumed, "ditto marks stand for what stands above them", at: place) }
  }

  // MARK: Nodes

  private mutating func read(nodes marked: GraphTable) throws(GraphFileError) {
    if marked.ends != nil {
      throw GraphFileError(
        file: marked.file, message: "this is a table of edges; give it first, and the table of nodes with --nodes")
    }
    let columns = marked.nodeColumns(ends: ends, name: options.name) ?? GraphTable.NodeColumns(id: 0)
    let (id, label) = (columns.id, columns.label)
    let (table, places) = marked.withoutDittoMarks(but: Set([id, label].compactMap(\.self)))
    noteDittoMarks(places)
    builder.graph.nameColumns.append(table.columns.indices.contains(label ?? id) ? table.columns[label ?? id] : "")
    if columns.isFound, table.columns.indices.contains(id) {
      builder.graph.note(
        .assumed,
        "actors: what stands under \(table.columns[id].quotedInMessage)\(table.onSheet), where the ends of most edges"
          + " stand")
    }
    let attributes = table.attributes(without: Set([id, label].compactMap(\.self)))
    noteTimes(table)
    let asides = table.asides(named: label ?? id, ends: ends)
    for (place, row) in table.rows.enumerated() {
      let (key, name) = (GraphTable.text(row, id), GraphTable.text(row, label))
      if let aside = asides[place] {
        builder.graph.note(.left, aside.rawValue, at: table.words(of: row))
        continue
      }
      guard let used = [key, name].first(where: { !$0.isEmpty }) else {
        if !row.cells.allSatisfy(\.isEmpty) {
          builder.graph.note(.left, "rows of nodes without an id and a label", at: table.words(of: row))
        }
        continue
      }
      // Rows with ids of their own are nodes of their own, whatever their names.
      let isSame = id == label || label == nil || key.isEmpty
      let node = ImportedGraph.Node(used, label: label == id ? "" : name, attributes: attributes[place])
      try builder.add(node, as: isSame ? self.key(of: used) : used)
      keys[NameFolding.folded(used)] = keys[NameFolding.folded(used)] ?? used
    }
    // Where nodes have ids, edges may call them by their labels all the same.
    for (place, node) in builder.graph.nodes.enumerated() where !node.label.isEmpty {
      builder.add(node.label, for: place)
      keys[NameFolding.folded(node.label)] = keys[NameFolding.folded(node.label)] ?? node.label
    }
  }

  /// What a node is called that is called so whatever the case and the spacing.
  private func key(of name: String) -> String {
    builder.knows(name) ? name : keys[NameFolding.folded(name)] ?? name
  }

  // MARK: Edges

  private mutating func read(edges table: GraphTable) throws(GraphFileError) {
    if let matrix = table.matrix { try add(matrix, table.onSheet) }
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
    let numbers = table.rows.count { GraphTable.isNumber(GraphTable.text($0, target)) }
    if table.ends == nil, numbers * 2 > table.rows.count, !table.numbersAreEnds(source, source) {
      throw builder.fault(
        "this is no table of edges: the first column has names and the second numbers; name the columns of the ends from and"
          + " to. A matrix has the same names in its first row and its first column")
    }
    let id = table.column("id", "edge id")
    let direction = Self.direction(in: table)
    var attributes = table.attributes(without: Set([source, target, id, direction].compactMap(\.self)))
    if areSeveralMatrices, table.matrix != nil {
      builder.graph.note(.assumed, "each sheet with a matrix is a relation, called as the sheet", at: table.sheet)
      for place in attributes.indices where attributes[place]["relation"] == nil {
        attributes[place]["relation"] = .text(table.sheet)
      }
    }
    noteTimes(table)
    let areNumbers = table.numbersAreEnds(source, target)
    for (place, row) in table.rows.enumerated() {
      let (from, to) = (GraphTable.text(row, source), GraphTable.text(row, target))
      if let reason = reason(toLeave: row, of: table, from, to, areNumbers: areNumbers) {
        if !row.cells.allSatisfy(\.isEmpty) { builder.graph.note(.left, reason, at: table.words(of: row)) }
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

  /// Adds the actors of a matrix, and tells how it was read.
  private mutating func add(_ matrix: GraphTable.Matrix, _ onSheet: String) throws(GraphFileError) {
    for name in matrix.names { try builder.add(ImportedGraph.Node(end(name)), as: end(name)) }
    builder.graph.note(
      .assumed,
      "the table\(onSheet) is a matrix of ties "
        + (matrix.isOfTwoKinds
          ? "from what its rows name to what its columns name"
          : matrix.isSymmetric
            ? "that are the same both ways, so each two are one" : "from what its rows name to what its columns name"))
    builder.graph.note(.left, "cells on the diagonal of the matrix, of actors and themselves", count: matrix.diagonal)
    builder.graph.note(.left, "cells of the matrix that say that nothing is known", count: matrix.missing)
  }

  private func reason(
    toLeave row: GraphTable.Row, of table: GraphTable, _ from: String, _ to: String, areNumbers: Bool
  ) -> String? {
    if let aside = table.aside(row, from: from, to: to) { return aside.rawValue }
    if from.isEmpty || to.isEmpty { return "rows of edges of which an end is empty" }
    let isNumber = [from, to].contains { GraphTable.isNumber($0) && !builder.knows($0) }
    return isNumber && !areNumbers ? GraphTable.Aside.number.rawValue : nil
  }

  /// The nodes that a cell names: several, as Kumu takes them, in `Hub|Clinic`.
  private mutating func parts(of cell: String) -> [String] {
    if keys[NameFolding.folded(cell)] != nil || !cell.contains("|") { return [end(cell)] }
    builder.graph.note(.assumed, "ends with a bar in them are several, as in Kumu")
    let parts = cell.split(separator: "|").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    return parts.map { end($0) }
  }

  /// What the node is called that an edge names: the first to be called so whatever the case and the spacing.
  private mutating func end(_ name: String) -> String {
    let known = key(of: name)
    if known == name {
      keys[NameFolding.folded(name)] = name
    } else {
      builder.graph.note(
        .assumed, "ends that differ from a name by case, spaces or hyphens alone are that actor",
        at: "\(name.quotedInMessage) is \(known.quotedInMessage)")
    }
    return known
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

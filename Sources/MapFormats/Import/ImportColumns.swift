import MapModel
import OrderedCollections

/// Under which names nodes and edges of a graph say what a map asks for.
struct ImportColumns {
  private(set) var name: String?
  private(set) var role: String?
  private(set) var sector: String?
  private(set) var stage: String?
  private(set) var group: String?
  private(set) var aliases: String?
  private(set) var description: String?
  private(set) var relation: String?
  private(set) var family: String?
  private(set) var area: String?
  private(set) var period: String?
  private(set) var stance: String?
  private(set) var beneficiary: String?
  private(set) var activity: String?
  private(set) var edgeDescription: String?
  private(set) var cases: String?
  private(set) var otherRoles: String?
  private(set) var shortName: String?
  private(set) var plural: String?
  /// Where the verb of several sources stands.
  private(set) var pluralLabel: String?
  /// Where names stand, by the column in which their ids do.
  private(set) var names: [String: String] = [:]
  /// What an export of netmap says.
  private(set) var own: OwnColumns
  private(set) var notices: [ImportNotice] = []
  /// The tables of the file that were left, as they are told.
  private var leftTables: [String] = []
  /// Where the file says what nodes are called.
  private var nameColumns: [String] = []

  /// How many relations are taken from a column that nobody names.
  private static let mostRelations = 24

  /// What is said of nodes or of edges, by name: each different value.
  private struct Table {
    let noun: String
    let file: String
    var values: OrderedDictionary<String, Set<String>> = [:]
    var count: Int

    init(_ all: some Collection<OrderedDictionary<String, ImportedGraph.Value>>, noun: String, file: String) {
      (self.noun, self.file, count) = (noun, file, all.count)
      for attributes in all {
        for (name, value) in attributes where !value.isEmpty { values[name, default: []].insert(value.words) }
      }
    }

    /// The name that is meant, whatever its case.
    func named(_ name: String) -> String? { values.keys.first { $0.isSameName(as: name) } }
  }

  /// What edges say that is taken.
  var ofEdges: [String?] {
    [relation, family, area, period, stance, edgeDescription, cases] + [family, area].map { $0.flatMap { names[$0] } }
  }
  /// What nodes say that is taken.
  var ofNodes: [String?] {
    [name, role, sector, stage, group, description, aliases, beneficiary, activity, otherRoles, shortName, plural]
      + [role, sector, stage, group].map { $0.flatMap { names[$0] } }
  }

  /// Chooses the names.
  /// - Throws: ``GraphFileError`` if a name that the user gives is not there.
  init(of graph: ImportedGraph, _ options: ImportOptions) throws(GraphFileError) {
    let nodes = Table(graph.nodes.lazy.map(\.attributes), noun: "nodes", file: graph.file)
    let edges = Table(graph.edges.lazy.map(\.attributes), noun: "edges", file: graph.file)
    own = OwnColumns(
      nodes: OrderedSet(nodes.values.keys), edges: OrderedSet(edges.values.keys),
      areas: (edges.values["Areas"] ?? []).flatMap { $0.split(separator: ";").map { String($0).trimmingWhitespace } })
    let isOwn = own.isOwn
    nameColumns = graph.nameColumns.filter { !$0.isEmpty }
    leftTables = graph.notices.filter { $0.kind == .left && $0.what.hasPrefix("the table on") }.map(\.what)
    let haveLabels = graph.nodes.contains { !$0.label.isEmpty }
    let isRead =
      options.name.map { name in graph.nameColumns.contains { $0.isSameName(as: name) } } ?? !graph.nameColumns.isEmpty
    if options.name != nil || !haveLabels, !isRead {
      name = try choose(
        options.name, ["label", "name", "title", "full name", "shared name", "_nx_name"], nodes, "names of actors")
    }
    // What is told apart by shape, by colour and by place must be few.
    role = try choose(
      options.role,
      [
        "role", "kind of role", "type of role", "role type", "actor type", "type of actor", "kind of actor",
        "element type", "type", "kind", "category", "class", "classes", "mode",
      ], nodes, "roles of actors", most: isOwn ? .max : Role.Shape.allCases.count)
    sector = try choose(
      options.sector,
      [
        "sector", "organisation type", "organization type", "type of organisation", "type of organization",
        "kind of organisation", "kind of organization", "organisation", "organization",
      ], nodes,
      "sectors of actors", most: isOwn ? .max : ImportedLegend.mostSectors)
    stage = try choose(options.stage, ["stage", "phase"], nodes, "stages of actors", most: Stage.most - 1)
    aliases = try choose(nil, ["aliases", "alias", "also known as", "other names"], nodes, "other names of actors")
    group = try choose(options.group, ["group", "part of", "member of", "parent"], nodes, "groups of actors") {
      values in
      // Communities are numbered; a group is another actor of the map.
      if isOwn { return true }
      let known = DistinctNodes(graph)
      return values.allSatisfy { Double($0) == nil && known[$0] != nil }
    }
    relation = try choose(
      options.relation,
      [
        "relation", "relationship", "connection type", "relation type", "relationship type", "edge type", "tie type",
        "kind of tie", "type of tie", "kind of connection", "type of connection", "kind of relation",
        "type of relation", "kind of relationship", "type of relationship", "kind of link", "type of link", "tie",
        "type", "interaction", "kind",
      ], edges, "relations", most: isOwn ? .max : Self.mostRelations)
    if relation == nil {
      // Labels can be words on single edges.
      relation = try choose(
        nil, ["label", "edge label"], edges, "relations", most: min(Self.mostRelations, max(3, graph.edges.count / 2)))
    }
    family = try choose(options.family, ["family"], edges, "families of relations", most: 16)
    area = try choose(options.area, ["area", "areas"], edges, "areas")
    period = try choose(options.period, ["period", "periods", "wave"], edges, "periods")
    stance = try choose(nil, ["stance", "status"], edges, "what is certain of connections") { values in
      values.allSatisfy { ImportedMapMaker.stances[NameFolding.folded($0)] != nil }
    }
    let flags: Set<String> = ["true", "false", "yes", "no"]
    beneficiary = try choose(nil, ["beneficiary"], nodes, "who receives support") { values in
      Set(values.map(NameFolding.folded)).isSubset(of: flags)
    }
    activity = try choose(nil, ["activity"], nodes, "which roles are activities, in which others meet") { values in
      Set(values.map(NameFolding.folded)).isSubset(of: flags)
    }
    otherRoles = try choose(nil, ["otherRoles", "other roles"], nodes, "further roles of actors")
    if isOwn {
      shortName = nodes.named("short")
      plural = nodes.named("plural")
      pluralLabel = edges.named("pluralLabel")
      for (id, name) in [(role, "roleName"), (sector, "sectorName"), (stage, "stageName"), (group, "groupName")] {
        if let id, let name = nodes.named(name) { names[id] = name }
      }
      for (id, name) in [(family, "familyName"), (area, "areaNames")] {
        if let id, let name = edges.named(name) { names[id] = name }
      }
    }
    cases = try choose(options.cases, [], edges, "numbers of cases")
    try chooseDescriptions(options, nodes, edges)
  }

  /// The names of columns in which people note what is for themselves: of nodes it would be shown to anybody.
  static let remarks = ["notes", "note", "comment", "comments", "remark", "remarks", "memo", "memos"]

  /// The user's name for descriptions is of nodes, of edges, or of both.
  private mutating func chooseDescriptions(
    _ options: ImportOptions, _ nodes: Table, _ edges: Table
  ) throws(GraphFileError) {
    let names = ["description", "desc"]
    let quotes = [
      "excerpt", "quote", "quotes", "quotation", "verbatim", "what they said", "what was said", "words",
      "in their words",
    ]
    if let wanted = options.description {
      (description, edgeDescription) = (nodes.named(wanted), edges.named(wanted))
      if description == nil, edgeDescription == nil { throw missing(wanted, nodes) }
      if options.excerpt == nil { return }
    } else {
      description = try choose(nil, names, nodes, "descriptions of actors")
    }
    edgeDescription = try choose(options.excerpt, quotes + names + Self.remarks, edges, "words on connections")
  }

  private mutating func choose(
    _ wanted: String?, _ names: [String], _ table: Table, _ what: String, most: Int = .max,
    where isFit: (Set<String>) -> Bool = { _ in true }
  ) throws(GraphFileError) -> String? {
    if let wanted {
      guard let found = table.named(wanted) else { throw missing(wanted, table) }
      return found
    }
    for name in names {
      guard let found = table.named(name), let values = table.values[found], isFit(values) else { continue }
      if values.count <= most {
        notices.note(.assumed, "\(what): what \(table.noun) say under \(found.quotedInMessage)")
        return found
      }
      notices.note(
        .assumed,
        "\(found.quotedInMessage) of \(table.noun) has \(values.count) different values, too many for \(what), unless you"
          + " name it for them")
    }
    return nil
  }

  private func missing(_ wanted: String, _ table: Table) -> GraphFileError {
    let known = ((table.noun == "nodes" ? nameColumns : []) + table.values.keys).map(\.quotedInMessage)
    let left =
      table.noun == "nodes" && !leftTables.isEmpty ? ". Left was \(leftTables.joined(separator: ", and "))" : ""
    return GraphFileError(
      file: table.file,
      message: "no \(table.noun) have anything under \(wanted.quotedInMessage); "
        + (known.isEmpty ? "nothing is said of them" : "they have \(known.joined(separator: ", "))") + left)
  }
}

/// Nodes by what they are called.
struct DistinctNodes {
  private var index = NameIndex<Int>()

  init(_ graph: ImportedGraph) {
    for (place, node) in graph.nodes.enumerated() { index.add(node.id, for: place) }
    for (place, node) in graph.nodes.enumerated() where !node.label.isEmpty { index.add(node.label, for: place) }
  }

  subscript(name: String) -> Int? { index[name] }
}

public import MapModel
import OrderedCollections

/// A map made of a graph of another tool, with what was assumed for it and what of the graph it does not hold.
public struct ImportedMap: Sendable {
  /// The map; its connections are *said* by the file, edge by edge.
  public let map: NetworkMap
  /// What was assumed, and what was left, in the order of reading.
  public let notices: [ImportNotice]

  /// Makes a map of a graph.
  /// - Throws: ``GraphFileError`` if an option names what the graph does not have, or there are too many stages.
  /// - Complexity: O(n), where n is the number of nodes, of edges, and of all that is said of them.
  public init(_ graph: ImportedGraph, _ options: ImportOptions = ImportOptions()) throws(GraphFileError) {
    let columns = try ImportColumns(of: graph, options)
    let sources = try ImportedSources(of: graph, options, taken: columns.ofEdges)
    var maker = ImportedMapMaker(graph, columns, sources, options)
    map = try maker.make()
    notices = maker.notices
  }
}

/// Makes a map of a graph.
struct ImportedMapMaker {
  let graph: ImportedGraph
  let columns: ImportColumns
  let sources: ImportedSources
  let options: ImportOptions
  var notices: [ImportNotice]
  var legend = ImportedLegend()
  var relations = ImportedRelations()
  var areas = ImportedCategories<Area>(of: "area")
  var informants = ImportedCategories<InformantGroup>(of: "informant")
  /// Whether the role of an actor says that it is in receipt of support.
  var hasBeneficiaries = false
  /// For nodes that do not say at which stage they stand, one that stands there.
  var standIns: [Int: Int] = [:]
  /// The actor of each node.
  var ids: [MapActor.ID] = []

  init(_ graph: ImportedGraph, _ columns: ImportColumns, _ sources: ImportedSources, _ options: ImportOptions) {
    (self.graph, self.columns, self.sources, self.options) = (graph, columns, sources, options)
    notices = graph.notices + columns.notices + sources.notices
  }

  /// How many kinds of edge have a line of their own each, although nobody says that they are of different families.
  private static let mostLines = 4

  /// Where edges say of which family they are: what kind they are, if kinds are few.
  private(set) lazy var familyColumn: String? = {
    if columns.family != nil || !(2...Self.mostLines).contains(kinds.count) { return columns.family }
    return columns.relation
  }()

  /// Under which names nodes say whom to ask, and how: attributes may be published.
  private(set) lazy var contactColumns = ContactColumns.of(graph, kept: options.attributes)

  /// What stands for all areas, folded: "both" only where there are two.
  private(set) lazy var wordsForAll: Set<String> = {
    let words: Set<String> = ["all", "all areas", "everywhere", "all sites", "all places"]
    let both: Set<String> = ["both", "both areas", "both sites"]
    let named = Set(graph.edges.flatMap { texts($0.attributes, columns.area) }.map(NameFolding.folded))
    return named.subtracting(words).subtracting(both).count == 2 ? words.union(both) : words
  }()

  /// What kinds of edge there are.
  private var kinds: Set<String> {
    Set(graph.edges.compactMap { text($0.attributes, columns.relation).map(NameFolding.folded) })
  }

  mutating func make() throws(GraphFileError) -> NetworkMap {
    try orderStages()
    let actors = try makeActors()
    let connections = makeConnections()
    noteWhatIsNotNamed()
    do {
      let legend = try legend.legend(&notices)
      guard legend.stages.count <= Stage.most else {
        throw GraphFileError(
          file: graph.file,
          message:
            "\((columns.stage ?? "").quotedInMessage) has \(legend.stages.count) different values, and a map has up"
            + " to \(Stage.most) stages; name another column with --stage")
      }
      return try NetworkMap(
        title: title, source: source, legend: legend,
        areas: areas.entries.map { Area($0.id, name: $0.name) }, relations: relations.all,
        informants: informants.entries.map { InformantGroup($0.id, name: $0.name) }, actors: actors,
        connections: connections)
    } catch let error as GraphFileError {
      throw error
    } catch {
      throw GraphFileError(file: graph.file, message: "no map can be made of it: \(error)")
    }
  }

  private var title: String {
    let parts = graph.file.split(separator: ".", omittingEmptySubsequences: false)
    let titles = [options.title, graph.title, parts.dropLast().joined(separator: "."), graph.file].compactMap {
      $0?.cleaned(onOneLine: true)
    }
    return titles.first { !$0.isEmpty } ?? "Imported map"
  }

  private var source: Citation {
    let file = graph.file.cleaned(onOneLine: true)
    return Citation(
      title: file.isEmpty ? title : file, reference: graph.description.cleaned(onOneLine: true))
  }

  private mutating func noteWhatIsNotNamed() {
    let unnamed = [columns.role == nil ? "role" : nil, columns.sector == nil ? "sector" : nil].compactMap(\.self)
    for kind in unnamed {
      notices.note(
        .assumed,
        "the \(kind) of all actors is not said: --\(kind) names what tells them apart by \(kind == "role" ? "shape" : "colour")"
      )
    }
    notices.note(
      .assumed, "kinds of edge that run both one way and both ways are two relations each", count: relations.mixedCount)
    if columns.relation == nil, !graph.edges.isEmpty {
      notices.note(.assumed, "all connections are of one kind, since no relation is named")
    } else if relations.all.contains(where: { $0.label.hasPrefix("is linked by ") }) {
      notices.note(
        .assumed, "sentences say \"is linked by ... to\" where the name of a relation is no verb; `label:` changes that"
      )
    }
    noteLines()
    if !informants.entries.isEmpty {
      let names = informants.entries.prefix(6).map(\.name).joined(separator: ", ")
      notices.note(
        .assumed,
        "informant groups (\(names)\(informants.entries.count > 6 ? " and others" : "")) can be published, and speak for"
          + " nobody yet: `speaks-for` of \(place("informants", "Informants")), with fieldwork, tells what was not found from"
          + " what nobody was asked")
    }
  }

  /// Where a list of the map stands that is made.
  private func place(_ list: String, _ sheet: String) -> String {
    options.definition == "map.yaml"
      ? "`\(list):` in \(options.definition)" : "the sheet \(sheet) of \(options.definition)"
  }

  private mutating func noteLines() {
    if columns.family == nil, let relation = columns.relation {
      let count = kinds.count
      if familyColumn != nil {
        notices.note(
          .assumed,
          "each of the \(count) kinds of edge is a family with a line of its own; --family names a column of families")
      } else if count > 1 {
        notices.note(
          .assumed,
          "the \(count) kinds of edge are drawn alike; --family names what tells them apart by their lines"
            + (count <= 8 ? ", as --family \(relation.quotedInMessage) does" : ""))
      }
    }
    if columns.family == nil, !graph.edges.isEmpty {
      notices.note(
        .assumed,
        "no relation is support, which would point towards the people supported: `support: true` of a family says so, in"
          + " \(place("families", "Families"))")
    }
    if columns.beneficiary == nil, options.beneficiaries.isEmpty, !hasBeneficiaries {
      notices.note(
        .assumed,
        "nobody is said to receive support: --beneficiary NAME says who does, or `beneficiary: true` in"
          + " \(place("actors", "Actors"))")
    }
  }

  /// The text under a name; `nil` if there is none.
  func text(
    _ attributes: OrderedDictionary<String, ImportedGraph.Value>, _ column: String?, onOneLine: Bool = true
  ) -> String? {
    guard let text = column.flatMap({ attributes[$0] })?.words.cleaned(onOneLine: onOneLine), !text.isEmpty else {
      return nil
    }
    return text
  }

  /// What is called so under a name, with the identifier that the file gives it, if names stand beside identifiers.
  func named(
    _ attributes: OrderedDictionary<String, ImportedGraph.Value>, _ column: String?
  ) -> (name: String?, id: String?) {
    let text = text(attributes, column)
    guard let column, let names = columns.names[column], let id = text else { return (text, nil) }
    return (self.text(attributes, names) ?? id, id)
  }

  /// The texts under a name, each item of a list, or what a bar or a semicolon sets apart.
  func texts(_ attributes: OrderedDictionary<String, ImportedGraph.Value>, _ column: String?) -> [String] {
    let items: [String] =
      switch column.flatMap({ attributes[$0] }) {
      case nil: []
      case .list(let items): items
      case let value?: [value.words]
      }
    // A period, or an area, whose name holds the separator of map folders would be read as two.
    let parts = items.flatMap { $0.split { $0 == "|" || $0 == ";" }.map(String.init) }
    return Array(OrderedSet(parts.map { $0.cleaned(onOneLine: true) }.filter { !$0.isEmpty }))
  }
}

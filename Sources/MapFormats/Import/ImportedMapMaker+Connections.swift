import MapModel
import MapReports
import OrderedCollections

extension ImportedMapMaker {
  /// What is counted of a connection in one area and period.
  private struct CountKey: Hashable {
    var connection: Connection.ID
    var area: Area.ID?
    var period: String
  }

  /// A connection for the edges of each relation between two nodes, with a statement for each edge, or the cases that it
  /// counts.
  mutating func makeConnections() -> [Connection] {
    var connections: OrderedDictionary<Connection.ID, Connection> = [:]
    var counts: OrderedDictionary<CountKey, (number: Int, places: [String])> = [:]
    let areMutual = graph.edges.count(where: \.isMutual)
    if options.direction == .directed, areMutual > 0 {
      notices.note(
        .assumed, "edges that run both ways in the file run from their first end to their second, as you asked",
        count: areMutual)
    }
    if options.direction == .mutual, areMutual < graph.edges.count {
      notices.note(
        .assumed, "edges that run one way in the file run both ways, as you asked", count: graph.edges.count - areMutual
      )
    }
    let verbs = verbs
    noteRepeated()
    for (number, edge) in graph.edges.enumerated() {
      let isMutual = options.direction == .given ? edge.isMutual : options.direction == .mutual
      let name = text(edge.attributes, columns.relation)
      let relation = relations.relation(
        name, family(of: edge), isMutual: isMutual, verb: name.flatMap { verbs[$0] },
        plural: text(edge.attributes, columns.pluralLabel))
      // A mutual connection is stored once, from the actor that comes first.
      let isTurned = isMutual && edge.target < edge.source
      let id = Connection.ID(
        from: ids[isTurned ? edge.target : edge.source], to: ids[isTurned ? edge.source : edge.target], relation)
      let statement = statement(of: edge, number + 1)
      let count = self.count(of: edge)
      if let count, let key = key(id, statement) {
        let known = counts[key] ?? (0, [])
        counts[key] = (known.number + count, known.places + [edge.place])
        connections[id] = connections[id] ?? Connection(id)
        // Words are said beside what is counted, and so are denials and doubts.
        let isSaid = !statement.excerpt.isEmpty || !statement.interview.isEmpty || !statement.informants.isEmpty
        if !isSaid, statement.stance == .present { continue }
      } else if count != nil {
        notices.note(.left, "numbers of cases of edges that name several areas or periods")
      }
      connections[id, default: Connection(id)].statements.append(statement)
    }
    for (key, count) in counts { connections[key.connection]?.counts.append(self.count(of: key, count)) }
    noteLeftovers(verbs)
    return Array(connections.values)
  }

  /// What stands twice in a file can be a slip: each edge is a statement of its own.
  private mutating func noteRepeated() {
    struct Key: Hashable { let source: Int, target: Int, said: [String] }
    var first: [Key: String] = [:]
    for edge in graph.edges {
      let said = edge.attributes.filter { !$0.value.isEmpty }.map { "\($0.key)\u{0}\($0.value.words)" }.sorted()
      let key = Key(source: edge.source, target: edge.target, said: said)
      if let place = first[key] {
        notices.note(
          .assumed,
          "an edge that says the same as another is one more statement; delete it if it stands there by mistake",
          at: ["\(edge.place), as \(place)"])
      } else {
        first[key] = edge.place
      }
    }
  }

  private mutating func family(of edge: ImportedGraph.Edge) -> Family.ID {
    let family = named(edge.attributes, familyColumn)
    return legend.family(family.name, as: family.id)
  }

  /// The verb of each relation whose edges all have the same label, as those of Kumu have beside their type.
  private var verbs: [String: String] {
    let column = labelColumn
    var labels: [String: Set<String>] = [:]
    for edge in graph.edges {
      guard let name = text(edge.attributes, columns.relation), let label = text(edge.attributes, column) else {
        continue
      }
      labels[name, default: []].insert(label)
    }
    return labels.compactMapValues { labels in
      labels.first.flatMap { label in
        labels.count == 1 && (columns.pluralLabel != nil || RelationVerb(label) != nil) ? label : nil
      }
    }
  }

  /// Under which name edges have labels, if those are not the relations themselves.
  private var labelColumn: String? {
    let names = OrderedSet(graph.edges.lazy.flatMap(\.attributes.keys))
    return names.first { $0.isSameName(as: "label") && $0 != columns.relation }
  }

  private mutating func statement(of edge: ImportedGraph.Edge, _ number: Int) -> CodedStatement {
    let named = texts(edge.attributes, columns.area)
    let isEverywhere = named.contains { wordsForAll.contains(NameFolding.folded($0)) }
    if isEverywhere, let word = named.first, !word.isSameName(as: "all") {
      notices.note(.assumed, "\(word.quotedInMessage) under areas means all of them")
    }
    let areaNames = texts(edge.attributes, columns.area.flatMap { columns.names[$0] })
    // A name that holds a semicolon cannot be told from two.
    let areNamed = areaNames.count == named.count
    let placed = Set(
      isEverywhere
        ? []
        : named.enumerated().map { place, id in
          columns.own.isOwn ? areas.id(of: areNamed ? areaNames[place] : id, as: id) : areas.id(of: id)
        })
    let periods = texts(edge.attributes, columns.period)
    let source = sources.source(of: edge.attributes)
    let place = "\(edge.place) of \(graph.file)"
    return CodedStatement(
      id: "edge-\(number)", placement: isEverywhere ? .everywhere : placed.isEmpty ? .programme : .areas(placed),
      time: periods.contains { $0.isSameName(as: "all") }
        ? .throughout : periods.isEmpty ? .unsaid : .periods(Set(periods)),
      interview: source.interview, informants: source.informants.map { informants.id(of: $0) },
      stance: text(edge.attributes, columns.stance).flatMap { Self.stances[NameFolding.folded($0)] } ?? .present,
      excerpt: text(edge.attributes, columns.edgeDescription, onOneLine: false) ?? "",
      reference: (source.reference.isEmpty ? place : "\(source.reference); \(place)").cleaned(onOneLine: true))
  }

  /// What an edge claims, by the words for it: those of statements, and those for the states of connections.
  static let stances: [String: Stance] = {
    var stances: [String: Stance] = ["present": .present, "absent": .absent]
    for presence in Presence.allCases where presence.isOnMap || presence == .reportedAbsent {
      let stance: Stance = presence.isCertain ? .present : presence.isOnMap ? .unclear : .absent
      for word in [presence.rawValue, presence.name] { stances[NameFolding.folded(word)] = stance }
    }
    return stances
  }()

  // MARK: Cases

  /// The cases that an edge counts, if the user says that it does.
  private mutating func count(of edge: ImportedGraph.Edge) -> Int? {
    guard let value = columns.cases.flatMap({ edge.attributes[$0] }), !value.isEmpty else { return nil }
    guard case .number(let number) = value, let count = Int(exactly: number), 0...Count.greatest / 100_000 ~= count
    else {
      notices.note(.left, "numbers of cases that are no whole numbers from 0")
      return nil
    }
    return count
  }

  /// Where and when a count holds; `nil` if it is of several areas or periods at once.
  private func key(_ id: Connection.ID, _ statement: CodedStatement) -> CountKey? {
    var area: Area.ID?
    switch statement.placement {
    case .programme: break
    case .areas(let areas) where areas.count == 1: area = areas.first
    default: return nil
    }
    switch statement.time {
    case .unsaid: return CountKey(connection: id, area: area, period: "")
    case .periods(let names) where names.count == 1:
      return CountKey(connection: id, area: area, period: names.first ?? "")
    default: return nil
    }
  }

  private func count(of key: CountKey, _ found: (number: Int, places: [String])) -> Count {
    let name = (columns.cases ?? "").cleaned(onOneLine: true)
    let isWeight = ["weight", "value", "count", "strength", "n", ""].contains(NameFolding.folded(name))
    let first = "\(found.places.first ?? "") of \(graph.file)".cleaned(onOneLine: true)
    return Count(
      area: key.area, measure: isWeight ? "cases" : name, period: key.period, value: found.number, reference: first,
      computation: found.places.count > 1 ? "the sum of \(found.places.count) edges" : "")
  }

  // MARK: What is left

  /// Connections have no attributes: what edges say beside all this is named.
  private mutating func noteLeftovers(_ verbs: [String: String]) {
    let taken = columns.ofEdges + sources.names
    var left: OrderedDictionary<String, (count: Int, areWhole: Bool)> = [:]
    for edge in graph.edges {
      for (name, value) in edge.attributes where !taken.contains(name) && !value.isEmpty {
        if columns.own.derivedOfEdges.contains(name) { continue }
        // What the name of the relation says need not be said twice.
        if let relation = text(edge.attributes, columns.relation), [relation, verbs[relation]].contains(value.words) {
          continue
        }
        var isWhole = false
        if case .number(let number) = value { isWhole = number >= 0 && Int(exactly: number) != nil }
        let known = left[name] ?? (0, true)
        left[name] = (known.count + 1, known.areWhole && isWhole)
      }
    }
    for (name, found) in left {
      let hint = found.areWhole ? "; if they count cases, --cases \(name.quotedInMessage) keeps them" : ""
      notices.note(.left, "\(name.quotedInMessage) of edges\(hint)", count: found.count)
    }
  }
}

import Documents
package import MapDisclosure
package import MapModel
package import OrderedCollections

/// Who connects to whom, as rows and columns: of actors, or of groups and sectors where there are too many actors.
package struct ActorMatrix: Sendable {
  /// A row and a column of the matrix.
  package struct Entry: Sendable {
    package let id: String
    package let name: String
    /// What stands above the first of several that belong together.
    package let heading: String
    package let sector: Sector?
  }

  /// The colour of a cell, which says again what is written in it.
  package enum Ground: Sendable, Hashable {
    /// What is known best of any connection.
    case state(Presence)
    /// How many connections there are, from 0 to 2.
    case shade(Int)
  }

  /// What stands where a row and a column meet.
  package struct Cell: Sendable {
    package let row: Int
    package let column: Int
    /// What is written in it.
    package var text: String
    /// How it is coloured.
    package var ground: Ground
    /// The same in words, for a spreadsheet.
    package var words: String
  }

  package let entries: [Entry]
  /// The cells that hold something, by rows and columns.
  package let cells: [Cell]
  /// Whether rows are groups and sectors, and cells numbers.
  package let isOfBlocks: Bool
  /// The letters of families, by which cells of actors are read.
  package let letters: OrderedDictionary<Family.ID, String>
  let states: Set<Presence>
  /// Whether any connection runs both ways at once, and so stands in two cells.
  let hasMutual: Bool
  let published: PublishedMap
  let connectionCount: Int
  let actorCount: Int

  /// With more, signs on a page of A4 are smaller than 5 points.
  package static let mostActors = 60
  static let mostBlocks = 40

  var map: NetworkMap { published.map }

  /// The matrix of what a figure shows.
  /// - Complexity: O(n · d + m log m), where n is the number of connections with their evidence, d how deep groups lie in
  ///   each other, and m the number of cells.
  package init(of content: FigureContent, on published: PublishedMap, in scope: Scope) {
    self.published = published
    let map = published.map
    (actorCount, connectionCount) = (content.actors.count, content.answers.count)
    hasMutual = content.lines.contains(where: \.isMutual)
    isOfBlocks = content.actors.count > Self.mostActors
    if isOfBlocks {
      let blocks = ActorBlocks(of: content.actors, on: map, most: Self.mostBlocks)
      let links = BlockLinks(content, between: blocks, of: published, in: scope, countingCases: false)
      entries = blocks.blocks.indices.map { place in
        let block = blocks.blocks[place]
        let stages = map.legend.stages.values
        return Entry(
          id: block.id, name: "\(block.name) (\(block.actorCount.grouped))",
          heading: block.zone < stages.count
            ? stages[block.zone].name : "\(stages[stages.count - 1].name): beneficiaries",
          sector: block.sector)
      }
      (cells, letters, states) = (Self.cells(of: links, on: map), [:], [])
    } else {
      let order = Self.order(of: content.actors, on: map)
      entries = order.map { $0.entry }
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.actor, $0) })
      let used = Set(content.lines.map(\.family))
      letters = Self.letters(of: map.legend.families.values.filter { used.contains($0.id) })
      let found = Self.states(of: content, at: places)
      states = Set(found.values.flatMap(\.values))
      cells = found.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map {
        [letters] key, families in
        Self.cell(key, families, letters, on: map)
      }
    }
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// Actors by stages, in those by groups and sectors, and in those as the map has them.
  private static func order(of actors: [MapActor], on map: NetworkMap) -> [(actor: MapActor.ID, entry: Entry)] {
    let blocks = ActorBlocks(of: actors, on: map, most: .max)
    let sorted = actors.enumerated().sorted {
      (blocks.places[$0.element.id] ?? 0, $0.offset) < (blocks.places[$1.element.id] ?? 0, $1.offset)
    }
    return sorted.map { _, actor in
      let heading = blocks.places[actor.id].map { blocks.name(of: $0, on: map) } ?? ""
      return (
        actor.id,
        Entry(
          id: "actor-\(actor.id)", name: actor.shortName, heading: heading, sector: map.legend.sectors[actor.sector])
      )
    }
  }

  /// What is known of each family between each two actors, a mutual connection both ways.
  private static func states(
    of content: FigureContent, at places: [MapActor.ID: Int]
  ) -> [Place: [Family.ID: Presence]] {
    var found: [Place: [Family.ID: Presence]] = [:]
    func add(_ source: MapActor.ID, _ target: MapActor.ID, _ family: Family.ID, _ presence: Presence) {
      guard let row = places[source], let column = places[target] else { return }
      let place = Place(row: row, column: column)
      let known = found[place]?[family]
      found[place, default: [:]][family] = [presence, known].compactMap(\.self).strongest
    }
    for line in content.lines {
      for answer in line.answers {
        let (source, target) = (answer.connection.source, answer.connection.target)
        add(source, target, line.family, answer.presence)
        if line.isMutual, source != target { add(target, source, line.family, answer.presence) }
      }
    }
    return found
  }

  /// A letter for each family, unlike all others: the first of its name that is free.
  private static func letters(of families: [Family]) -> OrderedDictionary<Family.ID, String> {
    var letters: OrderedDictionary<Family.ID, String> = [:]
    for family in families {
      let own = family.name.uppercased().filter { $0.isLetter }.map(String.init)
      let all = own + (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
      letters[family.id] = all.first { !letters.values.contains($0) } ?? String(letters.count + 1)
    }
    return letters
  }

  private static func cell(
    _ place: Place, _ families: [Family.ID: Presence], _ letters: OrderedDictionary<Family.ID, String>,
    on map: NetworkMap
  ) -> Cell {
    let known = letters.compactMap { family, letter in families[family].map { (family, letter, $0) } }
    return Cell(
      row: place.row, column: place.column,
      text: known.map { $1 + sign(of: $2) }.joined(),
      ground: .state(known.map { $2 }.strongest ?? .notKnown),
      words: known.map { "\(map.legend.families[$0]?.name.insideSentence ?? $0.rawValue): \($2.name)" }
        .joined(separator: "; "))
  }

  /// What stands behind a family's letter; nothing where somebody said so, which most is.
  static func sign(of presence: Presence) -> String {
    switch presence {
    case .recorded: "#"
    case .both: "+"
    case .unclear: "?"
    case .contradicted: "!"
    default: ""
    }
  }

  /// The numbers of connections between blocks, a mutual one both ways.
  private static func cells(of links: BlockLinks, on map: NetworkMap) -> [Cell] {
    var found: [Place: [(family: String, connections: Int)]] = [:]
    func add(_ row: Int, _ column: Int, _ link: BlockLink) {
      let name = map.legend.families[link.family]?.name.insideSentence ?? link.family.rawValue
      found[Place(row: row, column: column), default: []].append((name, link.connections))
    }
    for link in links.links {
      add(link.source, link.target, link)
      if link.isMutual, !link.isWithin { add(link.target, link.source, link) }
    }
    let greatest = found.values.map { $0.reduce(0) { $0 + $1.connections } }.max() ?? 0
    return found.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map { place, families in
      let sum = families.reduce(0) { $0 + $1.connections }
      let sums = OrderedDictionary(grouping: families, by: \.family).mapValues { $0.reduce(0) { $0 + $1.connections } }
      return Cell(
        row: place.row, column: place.column, text: String(sum),
        ground: .shade(sum * 5 >= greatest * 2 ? 2 : sum * 10 >= greatest ? 1 : 0),
        words: sums.map { "\($0.value) of \($0.key)" }.joined(separator: "; "))
    }
  }
}

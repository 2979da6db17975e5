import OrderedCollections

/// What can be the same on several maps, by what it is called.
protocol AlignedEntity: Identifiable {
  associatedtype Entity
  var id: Identifier<Entity> { get set }
  /// Its name, and the short one if it has one.
  var ownNames: [String] { get }
  /// Other names.
  var aliases: [String] { get }
}

extension MapActor: AlignedEntity {
  var ownNames: [String] { [name, shortName] }
}

extension Area: AlignedEntity {
  var ownNames: [String] { [name] }
}

extension Relation: AlignedEntity {
  var ownNames: [String] { [label] }
  var aliases: [String] { [] }
}

extension AlignedEntity {
  /// Whether another has the same name, as people mean names.
  func hasName(of other: Self) -> Bool {
    ownNames.first.map(NameFolding.folded) == other.ownNames.first.map(NameFolding.folded)
  }
}

extension Identifier {
  /// Whether it is a number, which tells in which row something stood rather than what it is.
  package var isBareNumber: Bool { rawValue.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
}

/// The entities of a kind that stand on any of several maps, by all that each map calls them.
struct KnownEntities<Kind: AlignedEntity> {
  typealias ID = Identifier<Kind.Entity>

  /// How an entity can be found; all spellings are folded.
  private struct Called {
    var ids: Set<ID>
    var fullNames: Set<String>
    var names: Set<String>
    var aliases: Set<String>

    init(_ entity: Kind) {
      ids = [entity.id]
      fullNames = Set(entity.ownNames.prefix(1).map(NameFolding.folded))
      names = Set(entity.ownNames.map(NameFolding.folded))
      aliases = Set(entity.aliases.map(NameFolding.folded))
    }
  }

  /// A way to find that two entities are the same: spellings that must meet.
  private typealias Way = (own: (Called) -> Set<String>, known: (Called) -> Set<String>)

  private var known: OrderedDictionary<ID, Called> = [:]

  init(_ entities: some Sequence<Kind>) { for entity in entities { known[entity.id] = Called(entity) } }

  /// Adds the entities of another map.
  /// - Returns: each with its identifier in the frame; one that was not known gets its own, or one like it that is free.
  /// - Complexity: O(n + m), where n is the number of entities known and m of those added.
  mutating func add(_ entities: some Sequence<Kind>) -> MapAlignment.Pairs<ID> {
    let own = OrderedDictionary(uniqueKeysWithValues: entities.map { ($0.id, Called($0)) })
    var pairs = MapAlignment.Pairs<ID>()
    func ids(_ called: Called, areNumbers: Bool) -> Set<String> {
      Set(called.ids.filter { $0.isBareNumber == areNumbers }.map(\.rawValue))
    }
    for id in own.keys where known[id] != nil && !id.isBareNumber { pairs.pair(id, with: id) }
    let ways: [[Way]] = [
      [({ ids($0, areNumbers: false) }, { ids($0, areNumbers: false) })], [(\.fullNames, \.fullNames)],
      [(\.names, \.names)],
      [(\.names, \.aliases), (\.aliases, \.names)], [(\.aliases, \.aliases)],
      [({ ids($0, areNumbers: true) }, { ids($0, areNumbers: true) })],
    ]
    for way in ways { Self.pair(own, known, by: way, &pairs) }
    var taken = Set(known.keys)
    for (id, called) in own {
      let shared =
        pairs.shared[id] ?? (taken.contains(id) ? Self.free(id) { taken.contains($0) || own[$0] != nil } : id)
      if pairs.shared[id] == nil { pairs.pair(shared, with: id) }
      taken.insert(shared)
      known[shared, default: called].ids.formUnion(called.ids)
      known[shared, default: called].fullNames.formUnion(called.fullNames)
      known[shared, default: called].names.formUnion(called.names)
      known[shared, default: called].aliases.formUnion(called.aliases)
    }
    return pairs
  }

  /// An identifier like one that is taken.
  private static func free(_ id: ID, isTaken: (ID) -> Bool) -> ID {
    // An identifier has 64 letters at most.
    String(id.rawValue.prefix(40)).numbered { text in ID(text).flatMap { isTaken($0) ? nil : $0 } }
  }

  /// Pairs what has no pair and meets one other alone, seen from either side.
  private static func pair(
    _ own: OrderedDictionary<ID, Called>, _ known: OrderedDictionary<ID, Called>, by ways: [Way],
    _ pairs: inout MapAlignment.Pairs<ID>
  ) {
    var candidates: OrderedDictionary<ID, Set<ID>> = [:]
    for way in ways {
      var index: [String: Set<ID>] = [:]
      for (id, called) in known where pairs.own[id] == nil {
        for spelling in way.known(called) { index[spelling, default: []].insert(id) }
      }
      for (id, called) in own where pairs.shared[id] == nil {
        for spelling in way.own(called) { candidates[id, default: []].formUnion(index[spelling] ?? []) }
      }
    }
    let suitors = candidates.values.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (id, found) in candidates {
      guard found.count == 1, let shared = found.first, suitors[shared] == 1 else { continue }
      pairs.pair(shared, with: id)
    }
  }
}

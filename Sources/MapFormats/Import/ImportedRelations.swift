import MapModel
import OrderedCollections

/// The relations of an imported map: one for each kind of edge, family and direction.
struct ImportedRelations {
  private struct Key: Hashable {
    var name: String
    var family: Family.ID
    var isMutual: Bool
  }

  private var spellings = DistinctSpellings()
  private var relations: OrderedDictionary<Key, Relation> = [:]

  /// All relations, in the order in which edges name them.
  var all: [Relation] { Array(relations.values) }

  /// How many kinds of edge are both directed and mutual.
  var mixedCount: Int {
    relations.keys.count { key in
      !key.isMutual && relations.keys.contains { $0.isMutual && $0.name == key.name && $0.family == key.family }
    }
  }

  /// The relation of an edge; of one that does not say what it is, if there is no name.
  /// - Parameters:
  ///   - verb: how sentences say it, if the file tells.
  ///   - plural: how sentences say it of several sources, if the file tells.
  mutating func relation(
    _ name: String?, _ family: Family.ID, isMutual: Bool, verb: String? = nil, plural: String? = nil
  ) -> Relation.ID {
    // "Referral" and "Referral to" are said alike, and mean the same; a file that has verbs tells relations apart itself.
    let said = name.map { plural == nil ? RelationVerb.spelling(of: $0) : NameFolding.folded($0) } ?? ""
    let key = Key(name: said, family: family, isMutual: isMutual)
    if let known = relations[key] { return known.id }
    let owner = relations.count
    let id: Relation.ID = spellings.identifier(
      (name ?? "connected")
        + (isMutual && relations[Key(name: key.name, family: family, isMutual: false)] != nil ? " mutual" : ""),
      of: "relation", for: owner, isKept: plural != nil)
    var (label, several) = RelationVerb.phrases(of: verb ?? name, isMutual: isMutual)
    if let verb, let plural { (label, several) = (verb, plural) }
    let distinct = spellings.name(label, for: owner)
    let isFree = distinct == label && (several == label || spellings.take(several, for: owner))
    relations[key] = Relation(
      id, family: family, label: distinct, pluralLabel: isFree ? several : distinct, isDirected: !isMutual)
    return id
  }
}

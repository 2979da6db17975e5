package import MapModel
package import OrderedCollections

/// How the lines of a relation look in a figure that tells relations apart: each has a colour of its own and, for those
/// who do not see colours, a head of its own, or a stroke of its own if it is mutual and has no heads.
package struct RelationLook: Sendable, Hashable {
  /// The colour.
  package enum Hue: String, Sendable, CaseIterable {
    case darkBlue = "dark blue"
    case pink
    case green
    case ochre
    case lightBlue = "light blue"
    case violet
    case brown
    case black
  }

  package var hue: Hue
  /// What its lines end with; `nil` if it is mutual.
  package var head: Family.Head?
  package var line: Family.Line
  /// Whether its lines are double.
  package var isDouble = false
  /// Whether its lines are wider than others of the family.
  package var isWide = false

  /// How many relations can be told apart.
  package static let most = Hue.allCases.count

  private struct Stroke: Hashable {
    var line: Family.Line
    var isDouble: Bool
    var isWide: Bool
  }

  /// The looks of relations, in their order: colours in theirs, and the head and the stroke of the family as far as no
  /// earlier one has them.
  /// - Returns: nothing if there are more than can be told apart.
  package static func looks(of relations: [Relation], on map: NetworkMap) -> OrderedDictionary<
    Relation.ID, RelationLook
  > {
    guard relations.count <= most else { return [:] }
    var looks: OrderedDictionary<Relation.ID, RelationLook> = [:]
    var heads: Set<Family.Head> = []
    var strokes: Set<Stroke> = []
    for (relation, hue) in zip(relations, Hue.allCases) {
      let family = map.family(of: relation.id) ?? .coordination
      var look = RelationLook(hue: hue, line: family.line)
      if relation.isDirected {
        look.head = ([family.head] + Family.Head.allCases).first { !heads.contains($0) }
        if let head = look.head { heads.insert(head) }
      } else {
        let lines = [family.line] + Family.Line.allCases
        let all = lines.flatMap { line in
          [(false, false), (true, false), (false, true), (true, true)].map {
            Stroke(line: line, isDouble: $0.0, isWide: $0.1)
          }
        }
        if let free = all.first(where: { !strokes.contains($0) }) {
          strokes.insert(free)
          (look.line, look.isDouble, look.isWide) = (free.line, free.isDouble, free.isWide)
        }
      }
      looks[relation.id] = look
    }
    return looks
  }
}

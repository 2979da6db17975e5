import MapModel

/// The actors that case files count, numbered.
struct CaseActors: Sendable {
  private var numbers: [MapActor.ID: Int32] = [:]
  private(set) var ids: [MapActor.ID] = []
  /// The actors made from values, in the order of their first coming.
  private(set) var made: [MapActor] = []
  private var madeByName: [String: Int32] = [:]
  private let known: NameIndex<MapActor.ID>
  /// Of which group each actor of the map is part.
  private var groups: [MapActor.ID: MapActor.ID]

  init(known: NameIndex<MapActor.ID>, groups: [MapActor.ID: MapActor.ID]) {
    (self.known, self.groups) = (known, groups)
  }

  /// The actor that a name of the map stands for.
  subscript(name: String) -> MapActor.ID? { known[name] }

  /// What stands for a value that is no actor, or no area: the map does not know it, it is nobody on the map, or there is
  /// none.
  static let unknown: Int32 = -1
  static let ignored: Int32 = -2
  static let missing: Int32 = -3

  /// A meaning as a number: of an area or an actor, or 1 for yes and 0 for no; less than 0 if it is none of these.
  mutating func number(of meaning: CountingPlan.Meaning, _ value: NameValue) -> Int32 {
    switch meaning {
    case .area(let place): Int32(place)
    case .actor(let id): number(of: id)
    case .ownActor(let template): number(ofNew: value, like: template)
    case .condition(let holds): holds ? 1 : 0
    case .unknown: Self.unknown
    case .ignored: Self.ignored
    case .missing: Self.missing
    }
  }

  /// The number of an actor of the map.
  mutating func number(of id: MapActor.ID) -> Int32 {
    if let number = numbers[id] { return number }
    precondition(ids.count < RuleTally.mostActors, "case files can name up to 16,777,216 actors")
    let number = Int32(ids.count)
    numbers[id] = number
    ids.append(id)
    return number
  }

  /// The actor that a value becomes.
  mutating func number(ofNew value: NameValue, like template: CaseRule.ActorTemplate) -> Int32 {
    if let number = madeByName[value.name] { return number }
    let id = unusedID(for: value.name)
    var actor =
      MapActor(
        id, name: Self.singleSpaced(value.text), role: template.role, sector: template.sector, stage: template.stage,
        isBeneficiary: template.isBeneficiary, isPlural: template.isPlural, group: template.group)
    actor.isFromRecords = true
    groups[id] = template.group
    made.append(actor)
    let number = number(of: id)
    madeByName[value.name] = number
    return number
  }

  /// The groups that each actor is part of, from the innermost, by its number; groups get numbers as well.
  mutating func numberGroups() -> [[Int32]] {
    if groups.isEmpty { return ids.map { _ in [] } }
    var number = 0
    var all: [[Int32]] = []
    while number < ids.count {
      all.append(withGroups(ids[number]).dropFirst().map { self.number(of: $0) })
      number += 1
    }
    return all
  }

  /// An actor and the groups that it is part of, from the innermost.
  func withGroups(_ actor: MapActor.ID) -> [MapActor.ID] {
    var found = [actor]
    while let group = groups[found[found.count - 1]], !found.contains(group) { found.append(group) }
    return found
  }

  /// A name with one blank between words.
  private static func singleSpaced(_ name: String) -> String {
    var isSpaced = false
    let isPlain = name.utf8.allSatisfy { byte in
      defer { isSpaced = byte == 0x20 }
      return byte > 0x20 && byte < 0x7F || byte == 0x20 && !isSpaced
    }
    return isPlain ? name : name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The place of each actor among all: those of the map as they came, then the made ones by name.
  var ranks: [Int] {
    let made = made.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.compactMap { numbers[$0.id] }
    let isMade = Set(made)
    let order = ids.indices.map(Int32.init).filter { !isMade.contains($0) } + made
    var ranks = [Int](repeating: 0, count: ids.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = rank }
    return ranks
  }

  private func unusedID(for folded: String) -> MapActor.ID {
    var slug = folded.slug(ignoring: ["'"], longest: 56)
    if slug.last == "-" { slug.removeLast() }
    return (slug.isEmpty ? "actor" : slug).numbered { text in
      MapActor.ID(text).flatMap { numbers[$0] == nil && known[text] == nil ? $0 : nil }
    }
  }
}

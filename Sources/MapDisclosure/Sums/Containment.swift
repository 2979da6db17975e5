import MapModel
import OrderedCollections

/// Along an axis, whose numbers are among those of what: districts in a region, quarters in a year, girls among pupils.
///
/// It is declared in a map, or told by names: the whole programme contains its areas, `2024` its quarters, and "Total"
/// all that it stands beside.
struct Containment: Equatable {
  /// What each label contains, also by way of others.
  private(set) var members: [Int: Set<Int>] = [:]
  /// The labels that contain whatever they stand beside.
  private(set) var wholes: Set<Int> = []
  /// The sums that a map says do not hold, each a total and its parts.
  private(set) var denied: [Int: [Set<Int>]] = [:]
  /// The sums that a map says hold.
  private(set) var declared: [SumSearch.Sum] = []

  /// Nothing contains anything.
  init() {}

  /// What maps say of an axis, and what its names tell.
  init(of axis: SumAxis, in cells: CountCells) {
    for (place, map) in cells.alignment.maps.enumerated() { declare(map, place, axis, cells) }
    let names: [String]
    switch axis {
    case .area:
      wholes.insert(CountCells.programme)
      names = cells.areas.values.map { $0.flatMap { cells.alignment.frame.areas[$0]?.name } ?? "" }
    case .period:
      // A number without a period beside those of periods is of all of them.
      wholes.insert(CountCells.anyPeriod)
      names = cells.periods.values
      containBySpan(names)
    case .measure: names = cells.measures.values
    case .relation, .source, .target: names = []
    }
    for (label, name) in names.enumerated() where NameFolding.isOfAll(name) { wholes.insert(label) }
    close()
  }

  private mutating func declare(_ map: NetworkMap, _ place: Int, _ axis: SumAxis, _ cells: CountCells) {
    func label(_ name: String) -> Int? {
      switch axis {
      case .area where name.isEmpty: CountCells.programme
      case .area: Area.ID(name).flatMap { cells.areas.known(cells.alignment.shared($0, of: place)) }
      case .period: cells.periods.known(name)
      case .measure: cells.measures.known(name)
      case .relation: Relation.ID(name).flatMap { cells.relations.known($0) }
      case .source, .target: MapActor.ID(name).flatMap { cells.actors.known(cells.alignment.shared($0, of: place)) }
      }
    }
    func contain(_ whole: String, _ parts: [String]) {
      guard let whole = label(whole) else { return }
      members[whole, default: []].formUnion(parts.compactMap(label))
    }
    switch axis {
    case .area: for area in map.areas.values { contain(area.id.rawValue, area.contains.map(\.rawValue)) }
    case .period: for period in map.periods { contain(period.name, period.contains) }
    case .measure: for measure in map.measures { contain(measure.name, measure.parts) }
    case .source, .target:
      for actor in map.actors.values { if let group = actor.group { contain(group.rawValue, [actor.id.rawValue]) } }
    case .relation: break
    }
    for sum in map.disclosure.sums where sum.dimension == axis.dimension {
      guard let total = label(sum.total) else { continue }
      let parts = sum.parts.compactMap(label)
      if sum.holds {
        if parts.count == sum.parts.count { declared.append(.init(total: total, parts: parts)) }
      } else {
        denied[total, default: []].append(Set(parts))
      }
    }
  }

  private mutating func containBySpan(_ names: [String]) {
    let spans = names.map { PeriodSpan($0) }
    for (whole, span) in spans.enumerated() {
      guard let span else { continue }
      for (part, other) in spans.enumerated() where whole != part {
        // Two names of one time are told apart by neither.
        if let other, span.contains(other), span != other { members[whole, default: []].insert(part) }
      }
    }
  }

  /// Adds that something contains others, as their numbers tell.
  mutating func contain(_ whole: Int, _ parts: some Sequence<Int>) { members[whole, default: []].formUnion(parts) }

  /// Lets what contains something contain what is in that.
  mutating func close() {
    let direct = members
    for (whole, parts) in direct {
      var all: Set<Int> = []
      var next = Array(parts)
      while let part = next.popLast() { if all.insert(part).inserted { next += direct[part] ?? [] } }
      all.remove(whole)
      members[whole] = all
    }
  }

  /// Whether a map says that a sum does not hold.
  func isDenied(_ total: Int, _ parts: some Sequence<Int>) -> Bool {
    guard let sets = denied[total] else { return false }
    return sets.contains(Set(parts))
  }

  /// Whether one contains the other, by more than standing for all.
  func contains(_ whole: Int, _ part: Int) -> Bool { members[whole]?.contains(part) ?? false }

  /// Of the labels that stand together, those that one of them contains and no other part of it does.
  func parts(of whole: Int, among labels: [Int]) -> [Int] {
    let within: [Int]
    if let named = members[whole], !wholes.contains(whole) {
      within = labels.filter { $0 != whole && named.contains($0) }
    } else if wholes.contains(whole) {
      // Of several that stand for all, the programme holds the others' numbers, and none of them each other's.
      within = labels.filter {
        $0 != whole && !(wholes.contains($0) && ($0 == 0 || whole != 0)) && !contains($0, whole)
      }
    } else {
      return []
    }
    return within.filter { part in
      !within.contains { other in
        other != part && (contains(other, part) || wholes.contains(other) && !wholes.contains(part))
      }
    }
  }
}

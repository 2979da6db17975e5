/// The evidence of a connection that is placed in a scope, summed up by cells: an area and a period each.
///
/// Present in one cell and absent in another is variation, not contradiction: a connection is contradicted only if
/// wherever there is evidence for it there is also evidence against it.
struct EvidenceCells {
  /// The evidence of one cell, summed up.
  private struct Weight {
    var said = false
    var denied = false
    var unclear = false
    // Numbers of cases decide; others, such as of schools, can show that there is a connection, not that there is none.
    var hasCases = false
    var hasSomeCases = false
    var hasOthers = false

    var recorded: Bool { hasCases ? hasSomeCases : hasOthers }
    var isFor: Bool { said || recorded }
    var isAgainst: Bool { denied || hasCases && !hasSomeCases }

    mutating func add(_ stance: Stance) {
      switch stance {
      case .present: said = true
      case .absent: denied = true
      case .unclear: unclear = true
      }
    }

    mutating func add(_ count: Count) {
      let isSome = count.value != .number(0)
      if count.isOfCases {
        hasCases = true
        hasSomeCases = hasSomeCases || isSome
      } else {
        hasOthers = hasOthers || isSome
      }
    }
  }

  private var weights: [Weight]

  /// Sums up the evidence that is placed in a scope; what speaks of one part of a group is apart from what speaks of
  /// another.
  /// - Complexity: O(e · a · p), where e is the number of pieces of evidence, a of areas and p of periods that they name.
  init(_ connection: Connection, in extent: ScopeExtent) {
    weights = connection.byPart.flatMap { Self.weights(of: $0, in: extent) }
  }

  private static func weights(of connection: Connection, in extent: ScopeExtent) -> [Weight] {
    let statements = connection.statements.filter(extent.includes)
    let counts = connection.counts.filter { extent.includes($0) || extent.isNobody($0) }
    var places = CellAxis<Area.ID>()
    var times = CellAxis<String>()
    for statement in statements {
      if case .areas(let named) = statement.placement {
        for area in named where extent.areas?.contains(area) ?? true { places.insert(area) }
      }
      for period in statement.time.names where extent.periods?.contains(period) ?? true { times.insert(period) }
    }
    for count in counts {
      let (place, time) = extent.relation(of: count)
      if let area = count.area, place == .inside { places.insert(area) }
      if !count.period.isEmpty, time == .inside { times.insert(count.period) }
      // Nobody in a year is nobody in each of its terms, whether or not anything else speaks of them.
      guard count.isZeroOfCases, extent.hasContents else { continue }
      for area in extent.parts(of: count.area) { places.insert(area) }
      for period in extent.parts(of: count.period) { times.insert(period) }
    }
    // Beside what is named there is, or is not, a place of which speaks only what is said of all.
    places.hasRest = places.count < extent.areaCount || extent.areaCount == 0
    times.hasRest = extent.listedPeriods.contains { !times.contains($0) }
    if !extent.tellsTimes { times = CellAxis(isUndivided: true) }
    var weights = Array(repeating: Weight(), count: places.size * times.size)

    for statement in statements {
      let columns = times.indices(of: statement.time)
      for row in places.indices(of: statement.placement) {
        for column in columns { weights[row * times.size + column].add(statement.stance) }
      }
    }
    for count in counts {
      let rows = places.indices(of: count.area)
      let columns = times.indices(of: count.period.isEmpty ? nil : count.period)
      for row in rows { for column in columns { weights[row * times.size + column].add(count) } }
    }
    for count in counts where count.isZeroOfCases && extent.hasContents {
      let rows = places.indices(of: count.area, isOfAll: extent.liesIn(area: count.area), extent.isArea)
      let columns = times.indices(
        of: count.period.isEmpty ? nil : count.period, isOfAll: extent.liesIn(period: count.period), extent.isPeriod)
      for row in rows { for column in columns { weights[row * times.size + column].add(count) } }
    }
    return weights
  }

  /// What the evidence says; `nil` if there is none.
  var presence: Presence? {
    let undisputed = weights.filter { $0.isFor && !$0.isAgainst }
    switch (undisputed.contains(where: \.said), undisputed.contains(where: \.recorded)) {
    case (true, true): return .both
    case (true, false): return .said
    case (false, true): return .recorded
    case (false, false): break
    }
    if weights.contains(where: \.isFor) { return .contradicted }
    if weights.contains(where: \.unclear) { return .unclear }
    return weights.contains(where: \.isAgainst) ? .reportedAbsent : nil
  }
}

/// Where evidence is told apart, along one axis: at each of the areas, or periods, that it names; where none is said; and
/// at the rest, of which speaks only what is said of all.
private struct CellAxis<Name: Hashable> {
  private var places: [Name: Int] = [:]
  /// Whether nothing is told apart.
  private(set) var isUndivided = false
  var hasRest = false

  init(isUndivided: Bool = false) { self.isUndivided = isUndivided }

  mutating func insert(_ name: Name) { if places[name] == nil { places[name] = places.count } }

  func contains(_ name: Name) -> Bool { places[name] != nil }

  /// How many names there are.
  var count: Int { places.count }
  /// How many places there are: the names, none said, and the rest.
  var size: Int { isUndivided ? 1 : places.count + 2 }

  private var unsaid: [Int] { [isUndivided ? 0 : places.count] }
  private var rest: [Int] { hasRest ? [places.count + 1] : [] }
  private var all: [Int] { isUndivided ? [0] : Array(0..<places.count) + rest }

  private func indices(_ named: Set<Name>) -> [Int] { isUndivided ? [0] : named.compactMap { places[$0] } }

  func indices(of placement: Placement) -> [Int] where Name == Area.ID {
    switch placement {
    case .programme: unsaid
    case .everywhere: all
    case .areas(let named): indices(named)
    }
  }

  func indices(of time: TimePlacement) -> [Int] where Name == String {
    switch time {
    case .unsaid: unsaid
    case .throughout: all
    case .periods(let named): indices(named)
    }
  }

  /// Where a count of its own name stands.
  func indices(of name: Name?) -> [Int] {
    guard let name, !isUndivided else { return unsaid }
    return places[name].map { [$0] } ?? []
  }

  /// Where a count of nobody stands with all of which it tells: at its own name and those that lie in that, or everywhere.
  func indices(of name: Name?, isOfAll: Bool, _ liesIn: (_ part: Name, _ whole: Name) -> Bool) -> [Int] {
    guard let name, !isUndivided else { return unsaid }
    return isOfAll ? all : places.compactMap { $0.key == name || liesIn($0.key, name) ? $0.value : nil }
  }
}

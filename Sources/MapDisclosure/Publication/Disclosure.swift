import MapModel
import OrderedCollections

/// Disclosure control: what of maps an audience may see.
///
/// The decision is made once, on the maps themselves, and every output is made from what is left.
enum Disclosure {
  /// Several maps as an audience may see them side by side; see ``PublishedMaps``.
  static func published(_ alignment: MapAlignment, for audience: Audience) -> [NetworkMap] {
    guard audience == .public else { return alignment.maps.map(\.settingTotalsAside) }
    var maps = alignment.maps
    let minimum = maps.map(\.disclosure.minimum).max() ?? 0
    let rounding = maps.map(\.disclosure.rounding).max() ?? 1
    let areZerosWithheld = maps.contains { $0.disclosure.zeros == .withheld }
    for index in maps.indices {
      maps[index].disclosure.minimum = minimum
      if areZerosWithheld { maps[index].disclosure.zeros = .withheld }
      maps[index].disclosure.rounding = rounding
    }
    // In whatever order maps are named, the same is decided.
    let order = canonicalOrder(of: alignment.maps)
    let decisions = CountTable(
      of: order == Array(maps.indices) ? alignment : MapAlignment(order.map { alignment.maps[$0] })
    )
    .decisions(order.map { maps[$0].disclosure })
    return maps.enumerated().map { place, map in
      let decided = order.firstIndex(of: place) ?? place
      var published = withoutRareActors(withCountsControlled(withoutPersons(map), decisions, on: decided))
      published.outcomes = outcomesControlled(map)
      published.leavesOutCounts = areZerosWithheld && decisions.withholdsAny
      // Who coded what, and all that was coded beside statements, stays with the team.
      (published.codings, published.coders) = ([], [])
      if map.disclosure.aliases == .withheld { published = published.withoutAliases }
      return published.settingTotalsAside
    }
  }

  /// The places of maps in an order that does not depend on the one in which they are given.
  static func canonicalOrder(of maps: [NetworkMap]) -> [Int] {
    if maps.count < 2 { return Array(maps.indices) }
    let keys = maps.map { map in
      [map.title]
        + map.connections.values.lazy.filter { !$0.counts.isEmpty }.map { connection in
          let counts = connection.counts.map { "\($0.area?.rawValue ?? "") \($0.measure) \($0.period) \($0.value)" }
          return "\(connection.source) \(connection.relation) \(connection.target) \(counts.joined(separator: ";"))"
        }.sorted()
    }
    return maps.indices.sorted { (one, other) in
      keys[one] == keys[other] ? one < other : keys[one].lexicographicallyPrecedes(keys[other])
    }
  }

  /// Withholds outcomes that rest on few cases, and then those of the programme and of wider areas, from which they could be
  /// worked out.
  private static func outcomesControlled(_ map: NetworkMap) -> [Outcome] {
    func isSmall(_ outcome: Outcome) -> Bool { outcome.cases.map { $0 < map.disclosure.minimum } ?? false }
    let small = map.outcomes.filter(isSmall)
    func holdsSmall(_ outcome: Outcome) -> Bool {
      let inner = outcome.area.map(map.contained)
      let isOfAll = outcome.area.flatMap { map.areas[$0] }.map { NameFolding.isOfAll($0.name) } ?? true
      return small.contains { part in
        part.name == outcome.name && (isOfAll || part.area.map { inner?.contains($0) ?? false } ?? false)
      }
    }
    return map.outcomes.map { outcome in
      var published = outcome
      if isSmall(outcome) || holdsSmall(outcome) { published.value = nil }
      // Numbers of cases are shown nowhere.
      published.cases = nil
      return published
    }
  }

  /// Takes away interview ids, coders' names, and excerpts that are not published.
  ///
  /// What is coded of a statement stays: its stance, how often it says that something is so, and what it says that it owes to
  /// the programme are nobody's words.
  private static func withoutPersons(_ map: NetworkMap) -> NetworkMap {
    let starts = map.figures.flatMap { figure -> [String] in
      if case .map(let selection) = figure.content { selection.references } else { [] }
    }.sorted { $0.count > $1.count }
    // A reference can name an interview; what is left of it is what figures select by, and it is not shown.
    func selected(_ reference: String) -> String { starts.first { reference.hasPrefix($0) } ?? "" }
    return map.mappingConnections { connection in
      guard !connection.statements.isEmpty else { return connection }
      var published = connection
      for index in published.statements.indices {
        if !published.statements[index].interview.isEmpty { published.statements[index].interview = "" }
        let coder = published.statements[index].coder
        if !coder.isEmpty {
          published.statements[index].coder = ""
          // An id can begin with who gave it.
          if published.statements[index].id.lowercased().contains(coder.lowercased()) {
            published.statements[index].id = ""
          }
        }
        if map.disclosure.excerpts == .withheld {
          published.statements[index].isWithheld = true
          // An id often holds the interview's.
          published.statements[index].id = ""
          published.statements[index].excerpt = ""
          published.statements[index].reference = selected(published.statements[index].reference)
        }
      }
      return published
    }
  }

  /// Takes away actors that are known from case records alone and of which no number may be shown: what stands in a few
  /// rows can be somebody's name.
  private static func withoutRareActors(_ map: NetworkMap) -> NetworkMap {
    var rare = Set(map.actors.values.lazy.filter(\.isFromRecords).map(\.id))
    if rare.isEmpty { return map }
    for connection in map.connections.values {
      let isShown = !connection.statements.isEmpty || connection.counts.contains { $0.value != .suppressed }
      guard isShown else { continue }
      rare.remove(connection.source)
      rare.remove(connection.target)
      if rare.isEmpty { return map }
    }
    return map.removing(rare)
  }

  /// Whether a computation names a small number, such as the 3 of `42 + 3`, which may be that of a few people whether or not
  /// the map has it; the 3 of `3.5`, `3 %` or `Table 3` is none.
  private static func namesSmallNumber(_ computation: String, _ settings: DisclosureSettings) -> Bool {
    let numbers = #/(?:(\p{L}+)\s+)?(\d+(?:[.,]\d+)*)\s*(%)?/#
    return computation.matches(of: numbers).contains { match in
      guard let number = Int(match.output.2), match.output.3 == nil else { return false }
      return (1..<max(1, settings.minimum)).contains(number)
        && !placeWords.contains(match.output.1?.lowercased() ?? "")
    }
  }

  /// Words before numbers that count nobody.
  private static let placeWords: Set<String> = [
    "annex", "chapter", "figure", "note", "page", "phase", "quarter", "section", "step", "table", "term", "wave",
    "year",
    "years",
  ]

  /// Withholds counts, and rounds the others.
  private static func withCountsControlled(
    _ map: NetworkMap, _ decisions: CountDecisions, on place: Int
  ) -> NetworkMap {
    let settings = map.disclosure
    let withholdsAny = decisions.withholdsAny
    func tells(_ count: Count) -> Bool {
      !count.computation.isEmpty && (withholdsAny || namesSmallNumber(count.computation, settings))
    }
    return map.mappingConnections { connection in
      guard !connection.counts.isEmpty else { return connection }
      let areWithheld = decisions.areWithheld(connection, on: place)
      // A number that is shown may have been computed from one that is withheld elsewhere.
      if settings.rounding == 1, !areWithheld.contains(true), !connection.counts.contains(where: tells) {
        return connection
      }
      var published = connection
      published.counts = zip(connection.counts, areWithheld).compactMap { controlled($0, isWithheld: $1, settings) }
      // Without any evidence it would seem to be absent.
      return published.counts.isEmpty && published.statements.isEmpty ? nil : published
    }
  }

  /// A count as the public may see it; `nil` if not even its existence may be seen. A target is a plan, and counts nobody.
  private static func controlled(_ count: Count, isWithheld: Bool, _ settings: DisclosureSettings) -> Count? {
    guard case .number(let number) = count.value else { return count }
    var published = count
    let rounded = (number + settings.rounding / 2) / settings.rounding * settings.rounding
    if isWithheld {
      // Were only the small ones left out, what is shown as withheld would be known to be large.
      if settings.zeros == .withheld { return nil }
      published.value = .suppressed
    } else if rounded == 0, number > 0 {
      // Rounded to 0 it would seem that there is none.
      published.value = .suppressed
    } else {
      published.value = .number(rounded)
      published.isRounded = settings.rounding > 1
    }
    // How it was computed names other numbers.
    published.computation = ""
    return published
  }
}

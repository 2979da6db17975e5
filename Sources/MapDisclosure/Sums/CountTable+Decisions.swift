import MapModel

extension CountTable {
  /// Which counts the public may not see, each map's own decisions included: what one output withholds, no other shows.
  /// - Parameter settings: of each map, with the same minimum.
  func decisions(_ settings: [DisclosureSettings]) -> CountDecisions {
    var copy = self
    let maps = cells.alignment.maps
    if maps.count > 1 {
      copy.require(
        maps.flatMap { map in
          let own = CountTable(of: MapAlignment([map]))
          return own.table([map.disclosure]).withheld().prefix(own.cells.count)
        })
    }
    return CountDecisions(Array(copy.table(settings).withheld().prefix(cells.count)), of: maps)
  }

  /// The sums that nobody declared and that decide what is withheld of maps that are published together, the totals
  /// that are less than their parts, so that nothing can be taken from them, and where sums were not sought to the end.
  static func soughtSums(
    of maps: [NetworkMap]
  ) -> (found: [KnownSum], overlapping: [KnownSum], limits: [SearchLimit]) {
    let counts = CountTable(of: MapAlignment(maps))
    let overlapping = distinct(counts.overlapping.map(\.sum))
    if counts.found.isEmpty, counts.longLines.isEmpty, counts.untried.isEmpty, !counts.isCut {
      return ([], overlapping, [])
    }
    let withheld = counts.table(maps.map(\.disclosure)).withheld()
    return (counts.found(withheld: withheld), overlapping, counts.limits(withheld: withheld))
  }

  /// The totals of a map that are less than their parts, of which every number is shown as it is.
  static func shownOverlaps(of map: NetworkMap) -> [KnownSum] {
    if map.disclosure.rounding > 1 { return [] }
    let alignment = MapAlignment([map])
    // Most maps have none, and are large.
    if CountTable(of: alignment, followsNumbers: false).overlapping.isEmpty { return [] }
    let counts = CountTable(of: alignment)
    return distinct(counts.overlapping(withheld: counts.table([map.disclosure]).withheld()))
  }

  private static func distinct(_ sums: [KnownSum]) -> [KnownSum] {
    sums.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The numbers and sums as a table of which some must be withheld.
  func table(_ settings: [DisclosureSettings]) -> SuppressionTable {
    SuppressionTable(
      numbers: numbers, sums: sums, minimum: settings.map(\.minimum).max() ?? 0,
      areZerosWithheld: settings.contains { $0.zeros == .withheld }, rounding: settings.map(\.rounding).min() ?? 1)
  }
}

import MapModel

extension CountTable {
  /// Which counts the public may not see.
  /// - Parameter settings: of each map, with the same minimum.
  func decisions(_ settings: [DisclosureSettings]) -> CountDecisions {
    let table = table(settings)
    return CountDecisions(Array(table.withheld().prefix(cells.count)), of: cells.alignment.maps)
  }

  /// The numbers and sums as a table of which some must be withheld.
  func table(_ settings: [DisclosureSettings]) -> SuppressionTable {
    SuppressionTable(
      numbers: numbers, sums: sums, minimum: settings.map(\.minimum).max() ?? 0,
      areZerosWithheld: settings.contains { $0.zeros == .withheld })
  }
}

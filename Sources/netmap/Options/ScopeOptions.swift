import ArgumentParser
import NetworkMaps

/// Options that say what a question is about.
struct ScopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only what is placed in this area.", valueName: "area"), completion: MapCompletion.areas)
  var area: String?

  @Option(
    help: ArgumentHelp("Only what is placed in this period, or in one that lies in it.", valueName: "period"),
    completion: MapCompletion.periods)
  var period: String?

  /// Whether neither is given.
  var isWholeMap: Bool { area == nil && period == nil }

  /// The area and the period, or the whole map.
  func scope(on map: PublishedMap) throws -> Scope {
    let names = Names(of: map)
    return Scope(area: try area.map(names.area), period: try period.map(names.period))
  }
}

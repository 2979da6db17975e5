import ArgumentParser
import NetworkMaps

/// Options that say what a question is about.
struct ScopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only what is placed in this area.", valueName: "area"))
  var area: String?

  /// The area, or the whole map.
  func scope(on map: PublishedMap) throws -> Scope { Scope(area: try area.map(Names(of: map).area)) }
}

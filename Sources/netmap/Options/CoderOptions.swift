import ArgumentParser
import MapModel
import NetworkMaps

/// An option that narrows what was said to what one coder coded.
struct CoderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Of what was said, only what this coder coded; with --audience team, since coders' names are the team's.",
      valueName: "coder"))
  var coder: String?

  /// Checks that the audience may know who coded what.
  func check(for audience: Audience) throws {
    guard coder == nil || audience == .team else {
      throw Failure(message: "netmap: who coded what is for the team only; add --audience team.", code: 2)
    }
  }

  /// The map as the coder sees it, as its title and those of its figures say; as it is, if no coder is named.
  func narrowed(_ map: NetworkMap) throws -> NetworkMap {
    guard let coder else { return map }
    var index = NameIndex<String>()
    for name in map.coderNames { index.add(name, for: name) }
    if let name = index[coder] {
      var own = map.asCoded(by: name)
      own.title += " (as \(name) coded it)"
      for index in own.figures.indices { own.figures[index].title += " (as \(name) coded it)" }
      return own
    }
    let known = map.coderNames.map(\.visibleOnOneLine)
    throw Failure(
      message: "netmap: there is no coder \(coder.quotedInMessage) on this map. "
        + (known.isEmpty ? "Its evidence names none." : "It has: \(known.joined(separator: ", "))."), code: 2)
  }
}

import ArgumentParser
import MapModel
import NetworkMaps

/// Options that narrow the evidence; every command that tells what it says takes them.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what is said to be there before the programme, beside it, or because of it; a statement that does not say, and"
        + " every number, is left out. May be repeated."))
  var attribution: [Attribution] = []

  @Option(
    help: ArgumentHelp(
      "Only what is said to be common, to be so sometimes (some), or to be rare; a statement that does not say, and every"
        + " number, is left out. May be repeated."))
  var frequency: [Frequency] = []

  @Option(
    help: ArgumentHelp(
      "Only what this group of informants said; a statement that names no group, and every number, is left out. May be"
        + " repeated.", valueName: "group"), completion: MapCompletion.informants)
  var informant: [String] = []

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

  /// What of a map's evidence counts.
  func filter(on map: PublishedMap) throws -> EvidenceFilter {
    let names = Names(of: map)
    return EvidenceFilter(
      statements: StatementFilter(attributions: Set(attribution), frequencies: Set(frequency)),
      informants: try names.informants(informant), coder: try coder.map(names.coder))
  }
}

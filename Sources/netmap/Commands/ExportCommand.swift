import ArgumentParser
import Documents
import NetworkMaps

/// `netmap export`: the map for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a map for another tool.",
    discussion: MapFormat.all.map { "\($0.id) is \($0.summary)." }.joined(separator: "\n"))

  @OptionGroup var options: MapOptions

  @Option(name: .customLong("as"), help: "The format: \(MapFormat.all.map(\.id).asChoice).")
  var exportFormat: MapFormat

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp("Write to this file; - is standard output. \(OutputFiles.rule)", valueName: "file"),
    completion: .file())
  var output = "-"

  func run() throws {
    let (read, outputs) = try options.load(evidence)
    let map = try groups.collapsed(read)
    var query = ConnectionQuery()
    query.scope = try scope.scope(on: map)
    let bytes = try exportFormat.write(map, matching: query)
    try outputs.write(bytes, to: output)
    Console.report(notes: map.narrowing)
  }
}

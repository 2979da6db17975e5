import ArgumentParser
import Documents
import NetworkMaps

/// `netmap export`: the map for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a map for another tool.",
    discussion: """
      Actors that are on the map become nodes and connections that are on it edges, under the same names of columns in every \
      format; numbers that are withheld are withheld in each. What a format cannot hold is said when it is written to a \
      file. netmap import reads all of them back, but for mermaid, dot and qdc.

      \(MapFormat.all.map { "  \($0.id)\(String(repeating: " ", count: 11 - $0.id.count))\($0.summary)." }.joined(separator: "\n"))

        netmap export Maps/ami --as csv --output ami
        netmap export Maps/ami --as gexf --output ami.gexf
        netmap export Maps/ami --as xlsx --area Salford --output salford.xlsx
        netmap export Maps/ami --as json | python3 -c "import json, sys; print(len(json.load(sys.stdin)['edges']))"
      """)

  @OptionGroup var options: MapOptions

  @Option(name: .customLong("as"), help: "The format: \(MapFormat.all.map(\.id).asChoice).")
  var exportFormat: MapFormat

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Flag(
    help: """
      Write all connections from one actor to another as one edge, with their number as its weight, for tools that show parallel \
      edges on top of each other; cases are left out where several are one.
      """)
  var mergeParallels = false

  @Option(
    help: ArgumentHelp(
      """
      Write to this file, or for \(MapFormat.all.filter { !$0.fileNames.isEmpty }.map(\.id).asList) into this folder; - is \
      standard output. \(OutputFiles.rule)
      """, valueName: "file or folder"),
    completion: .file())
  var output = "-"

  func validate() throws {
    if mergeParallels, !exportFormat.canMergeParallels {
      let formats = MapFormat.all.filter(\.canMergeParallels).map(\.id)
      throw ValidationError("--merge-parallels goes with --as \(formats.asChoice).")
    }
  }

  func run() throws {
    let (read, outputs) = try options.load(evidence)
    let map = try groups.collapsed(read)
    var export = ExportOptions()
    export.query.scope = try scope.scope(on: map)
    export.mergesParallels = mergeParallels
    if exportFormat.holdsPlaces {
      export.places = FigurePlan.places(of: map, in: export.query.scope).mapValues { .init(x: $0.x, y: $0.y) }
    }
    let made: [MapFormat.File]
    do { made = try exportFormat.files(of: map, export) } catch { throw Failure(message: "netmap: \(error)") }
    let files = made.map { OutputFiles.File($0.name, $0.bytes) }
    if exportFormat.fileNames.isEmpty {
      try outputs.write(files[0].bytes, to: output, isBinary: exportFormat.isBinary)
    } else {
      try outputs.write(files, into: output)
    }
    Console.report(notes: map.narrowing)
    if output != "-" {
      let names = exportFormat.fileNames.isEmpty ? "" : ": \(files.map(\.name).asList)"
      Console.report("netmap: \(exportFormat.id) written to \(output.visibleOnOneLine)\(names).")
      Console.report("netmap: \(exportFormat.id) does not hold \(exportFormat.losses.joined(separator: "; ")).")
    }
  }
}

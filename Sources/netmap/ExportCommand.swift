import ArgumentParser
import NetworkMaps

/// `netmap export`: the map for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a map for another tool.",
    discussion: "json is node-link JSON, which NetworkX reads with networkx.node_link_graph(data, edges=\"edges\").")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @OptionGroup var options: MapOptions

  @Option(name: .customLong("as"), help: "The format: json.")
  var exportFormat: Format

  @Option(help: ArgumentHelp("Only what is placed in this area.", valueName: "area"))
  var area: String?

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    let map = try options.load()
    var query = ConnectionQuery()
    query.scope = try Names(map: map.map).scope(area)
    let text = try JSONText.text(of: NodeLinkJSON(of: map, matching: query))
    if let output {
      try OutputFiles.uninterrupted { try OutputFiles.write(text, to: output) }
    } else {
      Console.print(text)
    }
  }
}

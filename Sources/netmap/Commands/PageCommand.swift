import ArgumentParser
import MapModel
import NetworkMaps

/// `netmap page`: the map as a page.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Make a page of a map: one file to explore it in a browser.",
    discussion: """
      The page holds the map, what is known of everything on it, filters, routes, comparison of areas, gaps and claims. It \
      needs no network and no server, and can be published as it is or sent to somebody. By default it holds what the \
      public may see.

        netmap page Maps/ami --output ami.html
      """)

  @OptionGroup var options: MapOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp(
      "The file of the page; a file of that name is replaced, and - is standard output. \(OutputFiles.rule)",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String

  func run() throws {
    let (read, outputs) = try options.load(evidence)
    let map = try groups.collapsed(read)
    let html = try MapPage(of: map).html()
    try outputs.write(html.utf8, to: output)
    if output == "-" { return }
    Console.print("\(output)  \(map.map.title.visibleOnOneLine), \((html.utf8.count + 999) / 1000) kB\n")
  }
}

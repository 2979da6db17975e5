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

      In another language: --words FILE writes a table of all that the page says. Translate it, name it in map.yaml under \
      page: words:, and say the language under lang:.
      """)

  @OptionGroup var options: MapOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  @Option(
    help: ArgumentHelp(
      "The file of the page; a file of that name is replaced, and - is standard output. \(OutputFiles.rule)",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write a table (CSV) of all that the page says, with what the map translates of it; - is standard output.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var words: String?

  func validate() throws {
    if output == nil, words == nil { throw ValidationError("Say where the page goes: --output FILE") }
  }

  func run() throws {
    let (read, outputs) = try options.load(evidence)
    if let words { try outputs.write(PagePhrases.table(with: read.map.pageWords).utf8, to: words) }
    guard let output else { return }
    let map = try groups.collapsed(read)
    let html = try MapPage(of: map).html()
    try outputs.write(html.utf8, to: output)
    if output == "-" { return }
    Console.print("\(output)  \(map.map.title.visibleOnOneLine), \((html.utf8.count + 999) / 1000) kB\n")
  }
}

import ArgumentParser
import MapModel
import NetworkMaps

/// `netmap report`: the chapter of a report that a map makes.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the chapter of a map: figures, tables and sentences, ready to be edited.",
    discussion: """
      The chapter says how the map was made, shows each figure with what it says in words, and tells who connects to whom, \
      who is central, what is missing, what the evidence makes of claims, how areas and periods differ, and what the map \
      does not tell. `report:` in map.yaml chooses and orders the sections, and holds words of your own. The name of the \
      file says what is written: .html is one page, .md has its pictures in a folder beside it, .docx is for Word.

        netmap report Maps/ami --output chapter.html
      """)

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp(
      "The file of the chapter, which is replaced: .html; - is standard output. \(OutputFiles.rule)",
      valueName: "file"), completion: .file(extensions: ["html"]))
  var output: String

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  func run() throws {
    let (read, reading, outputs) = try options.loadReading(evidence)
    let map = try groups.collapsed(read)
    let chapter = try Chapter(drawing: map, in: try scope.scope(on: map), reading: reading) {
      Console.progress("Drawing \($0)")
    }
    Console.progress("")
    try outputs.write(chapter.html.utf8, to: output)
  }
}

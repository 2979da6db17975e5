import ArgumentParser
import Documents
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

        netmap report Maps/ami --output chapter.docx
        netmap report Maps/ami --output chapter.md
        netmap report Maps/ami --area Salford --output salford.html
      """)

  /// In which form a chapter is written; the name is also the end of a file's.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, docx
  }

  @OptionGroup var options: MapOptions

  @Option(
    help: ArgumentHelp(
      "The file of the chapter, which is replaced: .html, .md or .docx; - is standard output, with --format."
        + " \(OutputFiles.rule)", valueName: "file"), completion: .file(extensions: ["html", "md", "docx"]))
  var output: String

  @Option(help: "The form, where the name of the file does not say it: html, md or docx.")
  var format: Format?

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var groups: GroupOptions
  @OptionGroup var evidence: EvidenceOptions

  func validate() throws { _ = try form }

  /// The form that is asked for, or that the name of the file says.
  private var form: Format {
    get throws {
      let name = output.split(separator: "/").last ?? ""
      let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
      if let format {
        if output == "-", format == .md {
          throw ValidationError(
            "A chapter in Markdown has pictures beside it: name a file, such as --output chapter.md.")
        }
        if let other = Format(rawValue: ending), other != format {
          throw ValidationError("--output ends in .\(ending), and --format says \(format.rawValue); which is meant?")
        }
        return format
      }
      if output == "-" { throw ValidationError("With --output - add --format html or --format docx.") }
      if let format = Format(rawValue: ending) { return format }
      throw ValidationError(
        "--output takes a file that ends in .html, .md or .docx; or add --format. It is \(output.quotedInMessage).")
    }
  }

  func run() throws {
    let form = try form
    let (read, reading, outputs) = try options.loadReading(evidence)
    let map = try groups.collapsed(read)
    let chapter = try Chapter(drawing: map, in: try scope.scope(on: map), reading: reading) {
      Console.progress("Drawing \($0)")
    }
    Console.progress("")
    switch form {
    case .html: try outputs.write(chapter.html.utf8, to: output)
    case .docx: try outputs.write(try chapter.docx(), to: output)
    case .md: try write(chapter, with: outputs)
    }
    if output == "-" { return }
    Console.print("\(output)  \(chapter.title.visibleOnOneLine), \(counted(chapter.figureCount, "figure"))\n")
  }

  /// Text and pictures, all or nothing.
  private func write(_ chapter: Chapter, with outputs: OutputFiles) throws {
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts.last ?? "")
    let stem = name.lowercased().hasSuffix(".md") ? String(name.dropLast(3)) : name
    let pictures = "\(stem)-figures"
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let text = OutputFiles.File(name, chapter.markdown(picturesIn: pictures).utf8)
    let files = chapter.pictureFiles.map { OutputFiles.File("\(pictures)/\($0.name)", $0.bytes) }
    try outputs.write(files, into: folder.isEmpty ? "/" : folder, sealedBy: text)
  }
}

import ArgumentParser
import NetworkMaps

/// `netmap new`: a map to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a small commented map to start from.",
    discussion: """
      The folder must not exist yet, or be empty. The new map passes `netmap check`.

        netmap new my-map
        netmap new --workbook map.xlsx
        netmap new --workbook --empty map.xlsx
      """)

  @Argument(help: "The folder to make, or the workbook (.xlsx).", completion: .directory)
  var folder: String

  @Flag(help: "Make a workbook for Excel or LibreOffice, whose sheets are explained and offer what can be chosen.")
  var workbook = false

  @Flag(help: "Make a workbook without the example: its sheets hold headers, explanations and a legend, and no rows.")
  var empty = false

  /// The file by which editors know what map.yaml can say.
  static let schemaFile = "map.schema.json"

  func run() throws {
    if empty, !workbook {
      throw Failure(message: "netmap: --empty goes with --workbook: netmap new --workbook --empty map.xlsx", code: 2)
    }
    if workbook { return try makeWorkbook() }
    if folder.lowercased().hasSuffix(".xlsx") {
      throw Failure(message: "netmap: add --workbook to make a workbook: netmap new --workbook \(folder)", code: 2)
    }
    if OutputFiles.holdsAnything(folder) {
      throw Failure(
        message: "netmap: \"\(folder)\" already exists and is not empty; give the name of a new folder.", code: 2)
    }
    let files = StarterMap.files.map { file in
      let isDefinition = file.name == "map.yaml"
      let text = (isDefinition ? DefinitionSchema.modeline(file: Self.schemaFile) : "") + file.text
      return OutputFiles.File(file.name, text.utf8)
    }
    try OutputFiles().write(
      files + [OutputFiles.File(Self.schemaFile, try DefinitionSchema.document().utf8)], into: folder)
    Console.print(
      """
      Made \(folder) with \(StarterMap.files.map(\.name).joined(separator: ", ")), and \(Self.schemaFile) for editors.
      Next: netmap check \(folder)
            netmap figures \(folder) --output Figures\n
      """)
  }

  /// A name without the ending of a table.
  private static func stem(of name: String) -> String {
    for ending in [".xls", ".xlsm", ".xlsb", ".ods", ".csv"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private func makeWorkbook() throws {
    guard folder.lowercased().hasSuffix(".xlsx") else {
      throw Failure(
        message: "netmap: the name of a workbook ends in .xlsx, as in \(Self.stem(of: folder)).xlsx.", code: 2)
    }
    if OutputFiles.holdsAnything(folder) {
      throw Failure(message: "netmap: \"\(folder)\" is there already; give the name of a new workbook.", code: 2)
    }
    let conversion: MapConversion
    do { conversion = try MapConversion.starterWorkbook(isEmpty: empty) } catch {
      throw Failure(message: "netmap: \(error)")
    }
    try OutputFiles().write(conversion.files[MapConversion.workbookName] ?? [], to: folder)
    if empty {
      return Console.print(
        """
        Made \(folder), to be filled in; each sheet says what its columns mean. Begin with Relations and Actors.
        Next: netmap check \(folder)\n
        """)
    }
    Console.print(
      """
      Made \(folder), a small map to replace by your own; each sheet says what its columns mean.
      Next: netmap check \(folder)
            netmap figures \(folder) --output Figures\n
      """)
  }
}

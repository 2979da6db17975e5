import ArgumentParser
import NetworkMaps

/// `netmap convert`: a map folder as a workbook, and back.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turn a map folder into a workbook, or a workbook into a folder.",
    discussion: """
      Nothing of the map is lost: what was made is read again, and has to give the same map, before it is written. \
      Comments in map.yaml are not kept.

        netmap convert Maps/ami ami.xlsx
        netmap convert ami.xlsx Maps/ami-2
      """)

  @Argument(help: "The map: its folder, or a workbook (.xlsx).", completion: .file(extensions: ["xlsx"]))
  var from: String

  @Argument(help: "The workbook to write (.xlsx), or the new folder.", completion: .file(extensions: ["xlsx"]))
  var to: String

  func run() throws {
    let (_, outputs) = try MapOptions.reading(at: from, programs: .passedOver)
    let (isWorkbook, makesWorkbook) = (MapFiles.folder(of: from) != from, to.lowercased().hasSuffix(".xlsx"))
    guard isWorkbook != makesWorkbook else {
      throw Failure(
        message: makesWorkbook
          ? "netmap: both are workbooks; give the name of a new folder to turn \"\(from)\" into."
          : "netmap: a folder is turned into a workbook, whose name ends in .xlsx; \"\(to)\" does not.", code: 2)
    }
    let conversion: MapConversion
    do {
      conversion =
        try isWorkbook ? MapConversion.folder(ofWorkbook: from) : MapConversion.workbook(ofFolder: from)
    } catch {
      throw Failure(message: "netmap: \(error)")
    }
    if makesWorkbook {
      try outputs.write(conversion.files[MapConversion.workbookName] ?? [], to: to)
    } else {
      if OutputFiles.holdsAnything(to) {
        throw Failure(
          message: "netmap: \"\(to)\" already exists and is not empty; give the name of a new folder.", code: 2)
      }
      let files = conversion.files.sorted { $0.key < $1.key }.map { OutputFiles.File($0.key, $0.value) }
      try outputs.write(files, into: to)
    }
    for note in conversion.notes { Console.report("netmap: \(note).") }
    Console.print("Made \(to); next: netmap check \(to)\n")
  }
}

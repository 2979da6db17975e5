import ArgumentParser
import NetworkMaps

/// Where results are printed that can be kept in a file.
struct ResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write to this file; - is standard output. \(OutputFiles.rule)", valueName: "file"), completion: .file())
  var output = "-"

  /// Prints words for people, or writes them.
  func print(_ text: String, _ outputs: OutputFiles) throws {
    if output == "-" { Console.print(text) } else { try outputs.write(text.utf8, to: output) }
  }

  /// Prints data, or writes them.
  func print(data: String, _ outputs: OutputFiles) throws { try outputs.write(data.utf8, to: output) }

  /// Writes a workbook.
  func print(workbook: [UInt8], _ outputs: OutputFiles) throws {
    try outputs.write(workbook, to: output, isBinary: true)
  }
}

import ArgumentParser
import NetworkMaps

/// `netmap new`: a map to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a small commented map to start from.",
    discussion: "The folder must not exist yet, or be empty. The new map passes `netmap check`.")

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  func run() throws {
    if OutputFiles.holdsAnything(folder) {
      throw Failure(
        message: "netmap: \"\(folder)\" already exists and is not empty; give the name of a new folder.", code: 2)
    }
    try OutputFiles().write(StarterMap.files.map { OutputFiles.File($0.name, $0.text.utf8) }, into: folder)
    Console.print(
      """
      Made \(folder) with \(StarterMap.files.map(\.name).joined(separator: ", ")).
      Next: netmap check \(folder)
            netmap figures \(folder) --output Figures\n
      """)
  }
}

import Foundation
import TestSupport
import Testing

/// A map that is watched while its files are saved, through the built program.
@Suite(.serialized) struct WatchCommandTests {
  /// A run of the program that goes on beside the test.
  private final class Run {
    let folder: TemporaryFolder
    private let process = Process()

    init(_ folder: TemporaryFolder, _ arguments: String...) throws {
      self.folder = folder
      try folder.write(Data(), to: "output")
      process.executableURL = URL(filePath: BuiltProgram("netmap").path)
      process.arguments = ["watch"] + arguments
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.path + "/output"))
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    var output: String { (try? folder.text(of: "output")) ?? "" }

    /// Waits until something is said as often as that.
    func waits(for words: String, times: Int = 1, seconds: Double = 60) -> Bool {
      let end = Date.now.addingTimeInterval(seconds)
      while output.components(separatedBy: words).count <= times {
        if Date.now > end || !process.isRunning { return false }
        Thread.sleep(forTimeInterval: 0.05)
      }
      return true
    }

    /// What Ctrl-C does; -1 if it does not end the run.
    func interrupt() -> Int32 {
      process.interrupt()
      let end = Date.now.addingTimeInterval(30)
      while process.isRunning, Date.now < end { Thread.sleep(forTimeInterval: 0.05) }
      return !process.isRunning && process.terminationReason == .exit ? process.terminationStatus : -1
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
  }

  /// The map to start from, in the folder `map`.
  private static func started() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try BuiltProgram("netmap").run(["new", "map"], in: folder.path).code == 0)
    return folder
  }

  @Test func `what came and went is told after each save, and figures are drawn again`() throws {
    let folder = try Self.started()
    let run = try Run(folder, "map", "--output", "Figures")
    #expect(run.waits(for: "3 figures in Figures.\n"), "\(run.output)")
    #expect(run.output.hasPrefix("Watching 4 files of map; Ctrl-C ends.\nNo problems.\n"), "\(run.output)")
    let sound = try folder.text(of: "map/interviews.csv")
    let figure = try #require(folder.names(in: "Figures").first { $0.hasSuffix(".svg") })
    let before = try folder.text(of: "Figures/" + figure)

    try folder.write(Data((sound + "x,,,,,nobody,friends,supports,,,,,\n").utf8), to: "map/interviews.csv")
    #expect(run.waits(for: "The figures stay as they were until the errors are mended.\n"), "\(run.output)")
    #expect(run.output.contains("\ninterviews.csv has changed.\nNew:  interviews.csv:9:"), "\(run.output)")
    #expect(try folder.text(of: "Figures/" + figure) == before)

    try folder.write(Data(sound.utf8), to: "map/interviews.csv")
    #expect(run.waits(for: "3 figures as before.\n"), "\(run.output)")
    #expect(run.output.contains("Gone: interviews.csv:9:"), "\(run.output)")

    // A row less: another network.
    let rows = sound.split(separator: "\n", omittingEmptySubsequences: true).dropLast()
    try folder.write(Data((rows.joined(separator: "\n") + "\n").utf8), to: "map/interviews.csv")
    #expect(run.waits(for: "Changed figure:"), "\(run.output)")
    #expect(run.waits(for: "as before.\n", times: 2), "\(run.output)")
    #expect(run.interrupt() == 0)
    let drawn = try BuiltProgram("netmap").run(["figures", "map", "--output", "Again"], in: folder.path)
    #expect(drawn.code == 0)
    #expect(folder.names(in: "Again") == folder.names(in: "Figures"))
    for name in folder.names(in: "Again") {
      #expect(try folder.text(of: "Again/" + name) == folder.text(of: "Figures/" + name), "\(name)")
    }
  }

  @Test func `a file that is saved in steps is read when it is whole`() throws {
    let folder = try Self.started()
    let run = try Run(folder, "map")
    #expect(run.waits(for: "No problems.\n"), "\(run.output)")
    let path = folder.path + "/map/map.yaml"
    let text = try Data(contentsOf: URL(filePath: path)) + Data("\n# Looked through.\n".utf8)
    // A program writes what it has, then the rest; another takes the file away and puts a new one there.
    let steps = 8
    for step in 1...steps {
      try text.prefix(text.count * step / steps).write(to: URL(filePath: path))
      Thread.sleep(forTimeInterval: 0.2)
    }
    #expect(run.waits(for: "map.yaml has changed.\n"), "\(run.output)")
    #expect(run.waits(for: "No problems.\n", times: 2), "\(run.output)")
    try FileManager.default.removeItem(atPath: path)
    Thread.sleep(forTimeInterval: 0.25)
    try (text + Data("# Twice.\n".utf8)).write(to: URL(filePath: path))
    #expect(run.waits(for: "No problems.\n", times: 3), "\(run.output)")
    #expect(!run.output.contains("error"), "\(run.output)")
    // Nothing is said of a file that was saved as it was.
    let said = run.output
    try (text + Data("# Twice.\n".utf8)).write(to: URL(filePath: path))
    Thread.sleep(forTimeInterval: 1.5)
    #expect(run.output == said)
    #expect(run.interrupt() == 0)
  }

  @Test func `a workbook is watched as a folder is`() throws {
    let folder = try Self.started()
    func convert(_ arguments: String...) throws {
      #expect(try BuiltProgram("netmap").run(["convert"] + arguments, in: folder.path).code == 0)
    }
    try convert("map", "map.xlsx")
    let run = try Run(folder, "map.xlsx")
    #expect(run.waits(for: "Watching 1 file of map.xlsx"), "\(run.output)")
    let rows = try folder.text(of: "map/interviews.csv").split(separator: "\n").dropLast()
    try folder.write(Data((rows.joined(separator: "\n") + "\n").utf8), to: "map/interviews.csv")
    try convert("map", "less.xlsx")
    try FileManager.default.removeItem(atPath: folder.path + "/map.xlsx")
    try FileManager.default.moveItem(atPath: folder.path + "/less.xlsx", toPath: folder.path + "/map.xlsx")
    #expect(run.waits(for: "map.xlsx has changed.\nNo problems.\n"), "\(run.output)")
    #expect(run.interrupt() == 0)
  }
}

extension TemporaryFolder {
  /// The names in a folder in it, sorted.
  fileprivate func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }
}

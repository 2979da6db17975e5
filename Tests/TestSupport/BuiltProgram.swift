import Foundation

/// A program that the package built, run as a user would.
public struct BuiltProgram: Sendable {
  /// What a run left.
  public struct Run: Sendable {
    /// The exit code.
    public var code: Int32
    /// What was written to standard output.
    public var output: String
    /// What was written to standard error.
    public var errors: String
  }

  private let url: URL
  /// Where the program is.
  public var path: String { url.path() }

  /// A program by its name; built programs lie beside the one that runs the tests.
  public init(_ name: String) {
    url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }

  /// Runs the program to its end, in the package's folder.
  public func run(_ arguments: String...) throws -> Run { try run(arguments) }

  /// Runs the program to its end, in the package's folder or another, with changes to the environment.
  public func run(
    _ arguments: [String], in current: String = Package.path, environment: [String: String] = [:]
  ) throws -> Run {
    let folder = try TemporaryFolder(["output": "", "errors": ""])
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: current)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a pipe that fills up would stop the program.
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.path + "/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.path + "/errors"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try folder.text(of: "output"), errors: try folder.text(of: "errors"))
  }
}

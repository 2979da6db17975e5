import Foundation

/// A program that some tests need and not every machine has.
///
/// Where it is missing these tests are skipped, and say so; on a server of continuous integration (`CI=true`) they fail.
public struct InstalledProgram: Sendable {
  /// Whether all programs must be there.
  public static let areDemanded = ProcessInfo.processInfo.environment["CI"] == "true"

  private let name: String
  private let environment: [String: String]

  /// A program by its path, or by a name that is looked for where the system does.
  public init(_ name: String, environment: [String: String] = [:]) {
    (self.name, self.environment) = (name, environment)
  }

  /// Whether its tests run: it is there, or must be.
  public var isThereOrDemanded: Bool {
    if Self.areDemanded { return true }
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) }
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Runs it to its end, and returns what it ends with and prints; 127 if it is not there.
  public func run(_ arguments: [String], in folder: String = Package.path) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment, uniquingKeysWith: { $1 })
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}

public import Foundation

/// A folder for a test; all of them are removed when the tests end.
public struct TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  private static let parent: String = {
    let path = FileManager.default.temporaryDirectory.appending(path: "netmaps-tests-\(UUID().uuidString)").path()
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.parent) }
    return path
  }()

  /// Makes a folder with files.
  public init(_ files: [String: String] = [:]) throws {
    path = Self.parent + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  /// Writes a file into the folder.
  public func write(_ data: Data, to name: String) throws { try data.write(to: URL(filePath: path + "/" + name)) }

  /// The names in the folder, sorted.
  public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The text of a file in the folder.
  public func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }
}

/// The package's own folders.
public enum Package {
  /// The top of the package.
  public static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()

  /// The path of something in the package.
  public static func path(to relative: String) -> String { path + relative }
}

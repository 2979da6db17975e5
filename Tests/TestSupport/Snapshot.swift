import Foundation

/// Compares a text with a file beside the tests; `RECORD_SNAPSHOTS=1` writes the file instead.
public enum Snapshot {
  /// The recorded text, after recording the given one if that was asked for; `nil` if nothing is recorded.
  public static func recorded(_ name: String, recording text: String, in folder: String) -> String? {
    let path = folder + "/" + name
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try? Data(text.utf8).write(to: URL(filePath: path))
    }
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are written whole or not at all.
enum OutputFiles {
  /// Does work that takes an instant and should not be left half done: until it is, Ctrl-C has no effect.
  static func uninterrupted(_ work: () throws -> Void) rethrows {
    let handlers = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in handlers { _ = signal(number, handler) } }
    try work()
  }

  /// Makes a folder, with those above it.
  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(message: "netmap: the folder \"\(path)\" cannot be made (\(reason(error))).")
    }
  }

  /// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(message: "netmap: \"\(path)\" cannot be written (\(reason(error))). Nothing of it was left behind.")
    }
  }

  /// Removes a file, if there is one.
  static func remove(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Failure(message: "netmap: \"\(path)\" cannot be replaced (\(reason(error))).")
    }
  }

  static func write(_ text: String, to path: String) throws {
    try write(text.utf8, to: path)
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? CocoaError {
      switch error.code {
      case .fileWriteOutOfSpace: return "the disk is full"
      case .fileWriteNoPermission: return "you may not write there"
      case .fileNoSuchFile, .fileReadNoSuchFile: return "its folder does not exist"
      case .fileWriteFileExists: return "a file of that name is in the way"
      default: break
      }
    }
    return "\(error)"
  }
}

extension OutputFiles {
  /// Whether a path leads to a file, or to a folder with something in it.
  static func holdsAnything(_ path: String) -> Bool {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard isFolder else { return true }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return !names.isEmpty
  }
}

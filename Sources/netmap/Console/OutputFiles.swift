import NetworkMaps

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

/// The files that a run writes, all of them whole or none at all: whatever it writes goes through here.
///
/// No file of a map that was read is ever written, and nothing is replaced that is not a file. All names of a run are
/// looked at before the first is written.
struct OutputFiles {
  /// A file to be written into a folder.
  struct File: Equatable {
    var name: String
    var bytes: [UInt8]

    init(_ name: String, _ bytes: some Sequence<UInt8>) { (self.name, self.bytes) = (name, Array(bytes)) }

    fileprivate var whole: FileSet.File { FileSet.File(name, bytes) }
  }

  /// What is never written, for the help.
  static let rule =
    "Files of the map are never written, and nothing is replaced but files: no folder, symbolic link, pipe or device,"
    + " and no file that may only be read."

  /// Where the files of the maps are, whether they are there or not.
  private let inputs: [FilePlace]

  /// Outputs of a run that reads no map.
  init() { inputs = [] }

  /// Outputs of maps.
  /// - Parameter files: the paths of all their files.
  init(sparing files: [String]) { inputs = files.map(FilePlace.init) }

  /// Outputs of what either run reads.
  init(_ all: [OutputFiles]) { inputs = all.flatMap(\.inputs) }

  /// Checks that standard output does not go into a file of the map, as it does with `>>`.
  func checkStandardOutput() throws {
    guard let place = FilePlace(descriptor: 1), inputs.contains(where: { $0.isSame(as: place) }) else { return }
    throw refusal("standard output goes into a file of the map, which would be changed")
  }

  /// Checks that files can be written into a folder under their names.
  func check(_ files: [File], into folder: String) throws {
    guard !folder.isEmpty, folder != "-" else {
      throw refusal("several files are written, so --output takes a folder; \(quoted(folder)) is none")
    }
    var names: Set<String> = []
    for file in files {
      guard names.insert(file.name.lowercased()).inserted else {
        throw refusal("two files would be called \(quoted(file.name))")
      }
      try check(folder + "/" + file.name)
    }
  }

  /// Writes files into a folder, which is made with those above it.
  /// - Parameter seal: a file that vouches for the others: while they are replaced there is none.
  func write(_ files: [File], into folder: String, sealedBy seal: File? = nil) throws {
    try check(files + [seal].compactMap(\.self), into: folder)
    try Self.uninterrupted {
      try Self.write(files.map(\.whole), into: folder, sealedBy: seal?.whole)
    }
  }

  /// Writes a file; `-` is standard output.
  /// - Parameter isBinary: whether it is no text, and so nothing for a terminal.
  func write(_ bytes: some Sequence<UInt8>, to path: String, isBinary: Bool = false) throws {
    if path == "-" {
      guard !isBinary || !Console.isTerminal else {
        throw refusal("a workbook is nothing for a terminal; name a file with --output, such as --output map.xlsx")
      }
      return Console.print(data: Array(bytes))
    }
    try check(path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let file = FileSet.File(parts.last.map(String.init) ?? path, Array(bytes))
    try Self.uninterrupted {
      try Self.write([file], into: folder.isEmpty ? "/" : folder, makesFolder: false)
    }
  }

  // MARK: Checks

  private func check(_ path: String) throws {
    guard !path.isEmpty, !path.hasSuffix("/") else { throw refusal("\(quoted(path)) is not the name of a file") }
    let place = FilePlace(path)
    if inputs.contains(where: { $0.isSame(as: place) || place.lies(in: $0) }) {
      throw refusal("\(quoted(path)) is a file of the map, or named by it, and is never written; choose another place")
    }
    let found: String
    switch FilePlace.kind(of: path) {
    case .nothing: return
    case .file(let isWritable):
      if isWritable { return }
      found = "a file that may only be read"
    case .folder: found = "a folder"
    case .link: found = "a symbolic link; name the file that it leads to (`-` is standard output)"
    case .other: found = "a pipe or a device and not a file; `-` is standard output"
    }
    throw refusal("\(quoted(path)) is \(found)")
  }

  private func refusal(_ what: String) -> Failure {
    Failure(message: "netmap: \(what). Nothing was written.", code: 2)
  }

  private func quoted(_ path: String) -> String { "\"\(path)\"" }

  // MARK: Files

  /// Does work that takes an instant and should not be left half done: until it is, Ctrl-C has no effect.
  private static func uninterrupted(_ work: () throws -> Void) rethrows {
    let handlers = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in handlers { _ = signal(number, handler) } }
    try work()
  }

  private static func write(
    _ files: [FileSet.File], into folder: String, sealedBy seal: FileSet.File? = nil, makesFolder: Bool = true
  ) throws {
    do {
      try FileSet.write(files, into: folder, sealedBy: seal, makesFolder: makesFolder)
    } catch {
      let (what, verb) =
        switch error.kind {
        case .file: ("", "written")
        case .newFolder: ("the folder ", "made")
        case .folder: ("the folder ", "written to")
        }
      throw Failure(
        message: "netmap: \(what)\"\(error.path)\" cannot be \(verb) (\(error.reason)). Nothing was changed.")
    }
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

import MapModel
import Tabular

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of a map as they are read, each once, with what is wrong with them as files.
struct FolderFiles {
  let files: MapFiles
  let takesDigests: Bool
  private(set) var inputs: [InputFile] = []
  var problems: [Problem] = []
  /// The files that the definition names more than once: their bytes are kept from the first time.
  private var repeated: Set<String> = []
  private var kept: [String: [UInt8]] = [:]

  init(_ files: MapFiles, takesDigests: Bool) { (self.files, self.takesDigests) = (files, takesDigests) }

  /// Learns which files will be asked for more than once.
  mutating func expect(_ names: [String]) {
    var seen: Set<String> = []
    for name in names.map(MapFiles.normalized) where !seen.insert(name).inserted { repeated.insert(name) }
  }

  /// The bytes of a file; `nil` if it cannot be read, which is then a problem.
  /// - Parameter isDeclared: whether the definition names it, so that it must be there.
  mutating func bytes(of name: String, _ kind: InputFile.Kind, isDeclared: Bool) -> [UInt8]? {
    guard let source = source(of: name, isDeclared: isDeclared) else { return nil }
    do {
      let (bytes, digest) = try FileChunks.all(of: source, takesDigest: takesDigests)
      inputs.append(InputFile(name: name, kind: kind, sha256: digest))
      if repeated.contains(MapFiles.normalized(name)) { kept[MapFiles.normalized(name)] = bytes }
      return bytes
    } catch {
      problems.append(
        Problem(
          code: .unreadableFile, file: name,
          message: "The file cannot be read; check that you may open it, and that it is a file"))
      return nil
    }
  }

  /// Where the bytes of files of cases are, which are read part by part; `nil` if one of them is not there.
  mutating func sources(ofCases names: [String]) -> [ByteSource]? {
    var sources: [ByteSource] = []
    for name in names {
      if repeated.contains(MapFiles.normalized(name)) {
        guard let bytes = bytes(of: name, .counts, isDeclared: true) else { return nil }
        sources.append(.memory(bytes))
      } else {
        guard let source = source(of: name, isDeclared: true) else { return nil }
        inputs.append(InputFile(name: name, kind: .counts))
        sources.append(source)
      }
    }
    return sources
  }

  /// Notes the digests of the files of cases that were asked for last.
  mutating func note(_ digests: [String?]) {
    for (index, digest) in zip(inputs.indices.suffix(digests.count), digests) {
      if let digest { inputs[index].sha256 = digest }
    }
  }

  private mutating func source(of name: String, isDeclared: Bool) -> ByteSource? {
    if let bytes = kept[MapFiles.normalized(name)] { return .memory(bytes) }
    guard let source = files.source(of: name) else { return missing(name, isDeclared: isDeclared) }
    switch source.standing {
    case .file: return source
    case .nothing: return missing(name, isDeclared: isDeclared)
    case .folder: return other(name, "a folder", "name the file in it that is meant")
    case .pipe: return other(name, "a pipe", "write what comes out of it into a file first, and name that")
    case .socket: return other(name, "a socket", "write what comes out of it into a file first, and name that")
    case .device: return other(name, "a device", "copy what it holds into a file, and name that")
    }
  }

  private mutating func other(_ name: String, _ what: String, _ remedy: String) -> ByteSource? {
    problems.append(
      Problem(code: .notAFile, file: name, message: "This is \(what) and not a file, and was not read; \(remedy)"))
    return nil
  }

  private mutating func missing(_ name: String, isDeclared: Bool) -> ByteSource? {
    if name == files.definitionName {
      problems.append(Problem(code: .missingFile, file: name, message: withoutDefinition))
    } else if isDeclared || name == "interviews.csv" {
      problems.append(
        Problem(
          isDeclared ? .error : .warning, code: .missingFile, file: name,
          message: isDeclared
            ? "map.yaml names this file and it is not in the folder; put it there, or take it out of map.yaml"
              + (name.hasSuffix(".csv") ? "" : ". Evidence is read from CSV files; save a spreadsheet as CSV UTF-8")
            : "There is no interviews.csv, so nothing on the map was said by anybody"))
    }
    return nil
  }

  private var withoutDefinition: String {
    switch files.place {
    case .memory: "There is no map.yaml among the files, so they are not a map"
    case .folder(let path):
      FileManager.default.fileExists(atPath: path)
        ? "The folder \(path.quotedInMessage) holds no map.yaml, so it is not a map; `netmap new DIR` makes one"
        : "There is no folder \(path.quotedInMessage); mind the spelling and where you are"
    }
  }
}

import Tabular

/// The files of a map: a folder on disk, or bytes in memory, such as those of an upload or an archive.
public struct MapFiles: Sendable {
  /// Where they are.
  enum Place: Sendable {
    case folder(String)
    case memory([String: [UInt8]])
  }

  let place: Place
  /// The name of the file that holds the definition: `map.yaml`, or a workbook.
  let definitionName: String
  /// Bytes that stand for files, whatever is at their place.
  private var substitutes: [String: [UInt8]] = [:]

  /// The files of a folder on disk, or of a workbook and the folder around it; they are read when the map is.
  public init(at path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    if Self.isWorkbook(name), ByteSource.disk(path: path).standing == .file {
      (place, definitionName) = (.folder(Self.folder(of: path)), name)
    } else {
      (place, definitionName) = (.folder(path), MapFolder.definitionName)
    }
  }

  /// The folder that the names of a map's files start from: the map's own, or the one in which its workbook lies.
  public static func folder(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard isWorkbook(name), ByteSource.disk(path: path).standing == .file else { return path }
    let folder = String(path.dropLast(name.utf8.count))
    return folder.isEmpty ? "." : folder == "/" ? "/" : String(folder.dropLast())
  }

  private static func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xlsm"].contains { name.lowercased().hasSuffix($0) }
  }

  /// The files with others in place of some, and another definition.
  func with(_ files: [String: [UInt8]], definition: String) -> MapFiles {
    MapFiles(place, definition, substitutes.merging(files) { _, new in new })
  }

  private init(_ place: Place, _ definitionName: String, _ substitutes: [String: [UInt8]]) {
    (self.place, self.definitionName, self.substitutes) = (place, definitionName, substitutes)
  }

  /// Files in memory, by their names relative to the map folder: `map.yaml`, and those that it names.
  /// - Parameter files: the bytes of each; arrays, `Data` and `String.utf8` all will do.
  public init(_ files: [String: some Collection<UInt8>]) {
    definitionName = MapFolder.definitionName
    place = .memory(
      Dictionary(files.map { (Self.normalized($0.key), Array($0.value)) }) { first, _ in first })
  }

  /// Where the bytes of a file are; `nil` if there is no such file in memory.
  func source(of name: String) -> ByteSource? {
    if let bytes = substitutes[Self.normalized(name)] { return .memory(bytes) }
    return switch place {
    case .folder(let path): .disk(path: path + "/" + name)
    case .memory(let files): files[Self.normalized(name)].map(ByteSource.memory)
    }
  }

  /// One spelling for all paths that lead to a file: `./a//b` is `a/b`.
  static func normalized(_ name: String) -> String {
    name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

extension MapFiles {
  /// The files of ``StarterMap``.
  public static var starter: MapFiles {
    MapFiles(Dictionary(uniqueKeysWithValues: StarterMap.files.map { ($0.name, $0.text.utf8) }))
  }
}

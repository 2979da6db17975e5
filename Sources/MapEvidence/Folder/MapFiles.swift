import Tabular

/// The files of a map: a folder on disk, or bytes in memory, such as those of an upload or an archive.
public struct MapFiles: Sendable {
  /// Where they are.
  enum Place: Sendable {
    case folder(String)
    case memory([String: [UInt8]])
  }

  let place: Place

  /// The files of a folder on disk; they are read when the map is.
  public init(at path: String) { place = .folder(path) }

  /// Files in memory, by their names relative to the map folder: `map.yaml`, and those that it names.
  /// - Parameter files: the bytes of each; arrays, `Data` and `String.utf8` all will do.
  public init(_ files: [String: some Collection<UInt8>]) {
    place = .memory(
      Dictionary(files.map { (Self.normalized($0.key), Array($0.value)) }) { first, _ in first })
  }

  /// Where the bytes of a file are; `nil` if there is no such file in memory.
  func source(of name: String) -> ByteSource? {
    switch place {
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

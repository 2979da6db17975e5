public import MapModel

/// A folder that holds a map: `map.yaml`, and the evidence beside it.
public enum MapFolder {
  /// The name of the definition.
  public static let definitionName = "map.yaml"

  /// Reads a map folder on disk; problems are collected, not thrown.
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: how it is read; what is read does not depend on it.
  /// - Complexity: O(n), where n is the size of the files.
  public static func read(at path: String, options: ReadingOptions = ReadingOptions()) -> MapReading {
    withCompanions(alone(MapFiles(at: path), options)) { name in
      alone(MapFiles(at: name.hasPrefix("/") ? name : MapFiles.folder(of: path) + "/" + name), options)
    }
  }

  /// Reads a map from its files, on disk or in memory; problems are collected, not thrown.
  ///
  /// Each file is read once. The same bytes give the same reading, wherever they are.
  /// - Parameters:
  ///   - files: the files.
  ///   - options: how they are read; what is read does not depend on it.
  /// - Complexity: O(n), where n is the size of the files.
  public static func read(_ files: MapFiles, options: ReadingOptions = ReadingOptions()) -> MapReading {
    withCompanions(alone(files, options)) { _ in nil }
  }

  private static func alone(_ files: MapFiles, _ options: ReadingOptions) -> MapReading {
    var folder = FolderReader(files, options)
    return folder.read()
  }

  /// Adds the maps that a map is published with; without one of them, nobody knows what may be shown.
  private static func withCompanions(_ alone: MapReading, read: (String) -> MapReading?) -> MapReading {
    var reading = alone
    for name in alone.map?.disclosure.publishedWith ?? [] {
      let companion = read(name)
      // Its files are no more to be written over than the map's own.
      reading.fileNames += companion?.fileNames.map { name + "/" + $0 } ?? []
      if let companion, let map = companion.map, !companion.hasErrors {
        reading.companions.append(map)
        continue
      }
      reading.map?.disclosure.minimum = .max
      reading.problems.append(
        Problem(
          code: .missingCompanion, file: definitionName,
          message:
            "The map \(name.quotedInMessage), with which this one is published (`with:` of `disclosure`), cannot be"
            + " read\(companion?.map == nil ? "" : " without errors"), so that no number may be shown; mend it, or the"
            + " path, which starts from this map's folder"))
    }
    return reading
  }
}

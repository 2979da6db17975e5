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
    read(MapFiles(at: path), options: options)
  }

  /// Reads a map from its files, on disk or in memory; problems are collected, not thrown.
  ///
  /// Each file is read once. The same bytes give the same reading, wherever they are.
  /// - Parameters:
  ///   - files: the files.
  ///   - options: how they are read; what is read does not depend on it.
  /// - Complexity: O(n), where n is the size of the files.
  public static func read(_ files: MapFiles, options: ReadingOptions = ReadingOptions()) -> MapReading {
    var folder = FolderReader(files, options)
    return folder.read()
  }
}

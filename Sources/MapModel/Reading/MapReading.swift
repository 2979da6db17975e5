/// A map as it was read from its files, with all that was found on the way.
public struct MapReading: Sendable, Hashable {
  /// The map; without the parts that have errors. `nil` if its definition is none at all.
  public var map: NetworkMap?
  /// All problems of all files, in the order of files and lines.
  public var problems: [Problem]
  /// The files that were read.
  public var inputs: [InputFile]
  /// The names of all files of the map, relative to its folder: those that were read, and those that its definition
  /// names, whether they are there or not. An output in the place of one of them would change the map.
  public var fileNames: [String]
  /// How much of the files is used, for those of which not all must be: cases and coded segments.
  public var usage: [FileUsage]
  /// The maps that are published with it, as its definition says.
  public var companions: [NetworkMap] = []

  /// Makes a reading.
  public init(
    map: NetworkMap?, problems: [Problem] = [], inputs: [InputFile] = [], fileNames: [String] = [],
    usage: [FileUsage] = []
  ) {
    (self.map, self.problems, self.inputs, self.usage) = (map, problems, inputs, usage)
    self.fileNames = fileNames
  }

  /// Whether anything could not be used.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

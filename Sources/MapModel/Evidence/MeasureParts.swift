/// What is counted, and the measures that are parts of it: of pupils, girls and boys.
public struct MeasureParts: Sendable, Hashable {
  /// The measure's name, as it stands in the files.
  public var name: String
  /// The names of the measures whose numbers are among its own.
  public var parts: [String]

  /// Makes a measure with its parts.
  public init(_ name: String, parts: [String]) {
    self.name = name
    self.parts = parts
  }
}

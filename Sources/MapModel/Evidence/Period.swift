/// A stretch of time by which evidence is told apart, such as a term or a year.
public struct Period: Sendable, Hashable {
  /// The name, as it stands in the files.
  public var name: String
  /// The periods that lie in it, by their names: its numbers hold theirs.
  public var contains: [String]

  /// Makes a period.
  public init(_ name: String, contains: [String] = []) {
    self.name = name
    self.contains = contains
  }
}

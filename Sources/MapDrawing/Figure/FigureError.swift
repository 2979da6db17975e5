/// A figure could not be written.
public struct FigureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What failed.
  public enum Kind: Sendable, Hashable {
    /// libgraphviz could not start, read, place or draw the figure.
    case rendering
    /// What libgraphviz drew is not well-formed SVG.
    case picture
  }

  /// What failed.
  public let kind: Kind
  /// A sentence that says what failed and why.
  public let description: String
}

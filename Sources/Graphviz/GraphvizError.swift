/// A failure of libgraphviz, with the stage that failed and libgraphviz's own words.
package struct GraphvizError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What libgraphviz was asked to do when it failed.
  package enum Stage: String, Sendable {
    /// Starting: the library could not make its context.
    case start
    /// Reading the DOT text.
    case parse
    /// Placing nodes and lines.
    case layout
    /// Writing the picture.
    case render
  }

  /// The stage that failed.
  package let stage: Stage
  /// What libgraphviz said; empty if it said nothing.
  package let messages: String

  /// A sentence that says what failed and what libgraphviz said of it.
  package var description: String {
    let said = messages.isEmpty ? "it gave no reason" : messages
    switch stage {
    case .start: return "libgraphviz could not start: \(said)"
    case .parse: return "libgraphviz could not read the graph: \(said)"
    case .layout:
      return "libgraphviz could not lay out the graph: \(said)"
        + (messages.contains("not recognized")
          ? " Its plugins are not configured; reinstalling the package libgvc6 mends that." : "")
    case .render: return "libgraphviz could not draw the graph: \(said)"
    }
  }
}

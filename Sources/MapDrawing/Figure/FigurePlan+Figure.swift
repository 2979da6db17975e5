import MapDisclosure
import MapModel
import MapReports

extension FigurePlan {
  /// The figure with its words, ready to be written.
  public var figure: Figure {
    let alternative = TextAlternative(of: definition, showing: content, on: published, in: scope)
    let description = [
      definition.message, alternative.description, published.isForTeam ? Audience.teamOnly : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
    var figure = Figure(
      id: definition.id.rawValue, heading: definition.heading, scene: scene, summary: alternative.summary,
      alternative: alternative.markdown, description: description)
    figure.fit = fit
    return figure
  }

  /// The figure in one format.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func bytes(as format: FigureFormat) throws(FigureError) -> [UInt8] { try figure.bytes(as: format) }
}

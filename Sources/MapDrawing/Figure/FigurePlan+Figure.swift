import MapDisclosure
import MapModel
import MapReports

extension FigurePlan {
  /// The figure with its words, ready to be written.
  public var figure: Figure {
    let words = self.words ?? TextAlternative(of: definition, showing: content, on: published, in: scope).words
    let description = [definition.message, words.description, published.isForTeam ? Audience.teamOnly : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var figure = Figure(
      id: definition.id.rawValue, heading: definition.heading, scene: scene, summary: words.summary,
      alternative: words.markdown, table: words.csv, description: description)
    figure.fit = fit
    figure.faultsInWords = faultsInWords
    return figure
  }

  /// The figure in one format.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func bytes(as format: FigureFormat) throws(FigureError) -> [UInt8] { try figure.bytes(as: format) }
}

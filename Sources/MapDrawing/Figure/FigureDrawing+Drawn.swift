public import Graphviz
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension FigureDrawing {
  /// The figure with its words, ready to be written.
  public var drawn: DrawnFigure {
    let alternative = TextAlternative(of: self)
    let description = [
      definition.message, alternative.description, published.isForTeam ? Audience.teamOnly : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
    return DrawnFigure(
      id: definition.id.rawValue, heading: definition.heading, document: document, summary: alternative.summary,
      alternative: alternative.markdown, description: description, labels: content.elementLabels(on: map))
  }

  /// The figure in one format.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the figure.
  public func bytes(as format: FigureFormat) throws(GraphvizError) -> [UInt8] { try drawn.bytes(as: format) }
}

extension FigureContent {
  /// What readers of the SVG are told of actors and lines, by id.
  /// - Parameter prefix: what ids begin with, where a drawing holds several networks.
  func elementLabels(on map: NetworkMap, prefix: String = "") -> [String: String] {
    let sentences = Sentences(map: map)
    var labels: [String: String] = [:]
    for actor in actors {
      let roles = ([actor.role] + actor.otherRoles).compactMap { map.legend.roles[$0]?.name }
      let sector = map.legend.sectors[actor.sector]?.name ?? ""
      labels["\(prefix)actor-\(actor.id)"] = "\(actor.name): \(roles.joined(separator: "; ")); \(sector)"
    }
    for line in lines {
      labels[prefix + line.id] = line.answers.map { sentences.clause($0.connection.id) }.joined(separator: "; ")
    }
    for missing in missing {
      labels[prefix + missing.id] =
        "Missing: \(sentences.name(missing.pair.source)) to \(sentences.name(missing.pair.target))"
    }
    return labels
  }
}

public import MapDisclosure
public import MapModel

/// What was drawn from what: it stands beside the figures, so that anybody can tell whether they are up to date.
public struct FigureManifest: Encodable, Sendable {
  private struct Input: Encodable {
    var name: String
    var sha256: String?
  }

  private struct Figure: Encodable {
    var id: String
    var number: String
    var title: String
    var message: String
    var alternative: String
    var files: [String]
    /// What the figure shows; a legend alone shows neither.
    var actors: Int?
    var connections: Int?
    var layout: LayoutFaults
    var widthInPoints: Double
    var heightInPoints: Double
  }

  private let map: String
  private let netmap: String
  private let graphviz: String
  private let disclosure: DisclosureNotes
  private let inputs: [Input]
  private var figures: [Figure] = []

  /// Starts a manifest.
  /// - Parameters:
  ///   - inputs: the files from which the map was read, as its audience may know them.
  ///   - version: the version of this package.
  ///   - graphviz: the version of libgraphviz.
  public init(of map: PublishedMap, inputs: [InputFile], version: String, graphviz: String) {
    self.map = map.map.title
    self.netmap = version
    self.graphviz = graphviz
    self.inputs = inputs.map { Input(name: $0.name, sha256: $0.sha256) }
    disclosure = map.notes
  }

  /// Adds a figure and its files.
  public mutating func add(_ drawing: FigureDrawing, files: [DrawnFigure.File]) {
    let isLegend = drawing.definition.content == .legend
    figures.append(
      Figure(
        id: drawing.definition.id.rawValue, number: drawing.definition.number, title: drawing.definition.title,
        message: drawing.definition.message, alternative: drawing.drawn.summary,
        files: files.map(\.name), actors: isLegend ? nil : drawing.content.actors.count,
        connections: isLegend ? nil : drawing.content.answers.count, layout: drawing.faults,
        widthInPoints: drawing.width.rounded(), heightInPoints: drawing.height.rounded()))
  }
}

public import MapDisclosure
public import MapModel
import MapReports

/// What was drawn from what: it stands beside the figures, so that anybody can tell whether they are up to date.
public struct FigureManifest: Encodable, Sendable {
  private struct Input: Encodable {
    var name: String
    var sha256: String?
  }

  private struct Entry: Encodable {
    var id: String
    var number: String
    var title: String
    var message: String
    var alternative: String
    var files: [String]
    /// `network`, `overview`, `matrix` or `legend`.
    var form: String
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
  private var figures: [Entry] = []

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
  public mutating func add(_ plan: FigurePlan, files: [Figure.File]) {
    let isLegend = plan.definition.content == .legend
    figures.append(
      Entry(
        id: plan.definition.id.rawValue, number: plan.definition.number, title: plan.definition.title,
        message: plan.definition.message, alternative: plan.figure.summary,
        files: files.map(\.name), form: plan.form?.rawValue ?? "legend",
        actors: isLegend ? nil : plan.content.actors.count,
        connections: isLegend ? nil : plan.content.answers.count, layout: plan.faults,
        widthInPoints: plan.width.rounded(), heightInPoints: plan.height.rounded()))
  }
}

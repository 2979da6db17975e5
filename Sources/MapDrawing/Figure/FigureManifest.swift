public import MapDisclosure
public import MapModel
import MapReports
import OrderedCollections

/// What was drawn from what: it stands beside the figures, so that anybody can tell whether they are up to date.
public struct FigureManifest: Encodable, Sendable {
  private struct Input: Encodable {
    var name: String
    var sha256: String?
  }

  private struct Entry: Encodable {
    var id: String
    /// What the definition of a figure says; a figure of a comparison has none.
    var number: String?
    var title: String
    var message: String?
    var alternative: String
    var files: [String]
    /// `network`, `overview`, `matrix` or `legend`; a figure of a comparison has none.
    var form: String?
    /// What the figure shows; a legend alone, and a comparison of several maps, show neither.
    var actors: Int?
    var connections: Int?
    var layout: LayoutFaults?
    var widthInPoints: Double
    var heightInPoints: Double
    /// The size of most of the text.
    var textInPoints: Double
    /// Which size that was asked for could not be kept.
    var shortfall: String?
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
    self.init(map.map.title, map.notes, inputs, version, graphviz)
  }

  /// Starts a manifest of a comparison.
  /// - Parameters:
  ///   - inputs: the files from which the maps were read, as their audience may know them.
  ///   - version: the version of this package.
  ///   - graphviz: the version of libgraphviz.
  public init(of maps: PublishedMaps, inputs: [InputFile], version: String, graphviz: String) {
    let titles = OrderedSet(maps.alignment.maps.map(\.title))
    self.init(titles.joined(separator: "; "), maps.notes, inputs, version, graphviz)
  }

  private init(
    _ title: String, _ notes: DisclosureNotes, _ inputs: [InputFile], _ version: String, _ graphviz: String
  ) {
    (map, netmap, self.graphviz, disclosure) = (title, version, graphviz, notes)
    self.inputs = inputs.map { Input(name: $0.name, sha256: $0.sha256) }
  }

  /// Adds a figure of a map and its files.
  public mutating func add(_ plan: FigurePlan, as figure: Figure, files: [Figure.File]) {
    let isLegend = plan.definition.content == .legend
    var entry = Self.entry(figure, plan.definition.title, files)
    (entry.id, entry.number) = (plan.definition.id.rawValue, plan.definition.number)
    (entry.message, entry.layout) = (plan.definition.message, plan.faults)
    entry.form = plan.form?.rawValue ?? "legend"
    if !isLegend { (entry.actors, entry.connections) = (plan.content.actors.count, plan.content.answers.count) }
    figures.append(entry)
  }

  /// Adds a figure of a comparison and its files.
  public mutating func add(_ figure: Figure, files: [Figure.File]) {
    figures.append(Self.entry(figure, figure.heading, files))
  }

  private static func entry(_ figure: Figure, _ title: String, _ files: [Figure.File]) -> Entry {
    Entry(
      id: figure.id, title: title, alternative: figure.summary, files: files.map(\.name),
      widthInPoints: figure.width.rounded(), heightInPoints: figure.height.rounded(),
      textInPoints: (figure.textSize * 10).rounded() / 10, shortfall: figure.shortfall)
  }
}

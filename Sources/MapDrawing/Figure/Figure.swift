import MapModel
package import XML

/// A figure with everything at its place, and its words: ready to be written in any format.
public struct Figure: Sendable {
  /// The name and the bytes of a file.
  public struct File: Sendable, Hashable {
    /// The name, without a folder.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The identifier, also the name of the figure's files; see `withDistinctIDs` of an array of figures.
  public internal(set) var id: String
  /// The title, with its number if it has one.
  public private(set) var heading: String
  /// One sentence that identifies the figure, for the `alt` of a page.
  public private(set) var summary: String
  /// The text alternative, in Markdown.
  public let alternative: String
  /// What a matrix or an overview shows, as rows for a spreadsheet, comma-separated; `nil` for other figures.
  public let table: String?
  /// The drawing.
  package private(set) var scene: Scene
  /// What the figure shows, in sentences.
  private(set) var description: String
  /// What cannot be drawn as it is meant, each in a sentence without a full stop.
  public internal(set) var faultsInWords: [String] = []
  /// What became of the size that was asked for.
  var fit: FigurePaper.Fit

  package init(
    id: String, heading: String, scene: Scene, summary: String, alternative: String, table: String? = nil,
    description: String
  ) {
    (self.id, self.heading, self.scene, self.summary) = (id, heading, scene, summary)
    (self.alternative, self.table, self.description) = (alternative, table, description)
    fit = .init(textSize: scene.fontSize)
  }

  /// Puts the drawing on a paper.
  /// - Parameter message: what stands below the title, if both stand in the picture.
  mutating func fit(on paper: FigurePaper, message: String) {
    (scene, fit) = paper.fitted(scene, heading: heading, message: message)
  }

  /// Says in the title and in words what of the evidence counts, where not all does.
  mutating func say(_ narrowing: String, behindTitle remark: String) {
    if narrowing.isEmpty { return }
    heading += remark
    summary += " " + narrowing
    description += " " + narrowing
  }

  /// The width of the drawing, in points.
  public var width: Double { scene.width }
  /// The height of the drawing, in points.
  public var height: Double { scene.height }

  /// The size of most of the text, in points.
  public var textSize: Double { fit.textSize }
  /// Which size could not be kept, in a sentence with what to do; `nil` if all could.
  public var shortfall: String? { fit.shortfall }

  /// The figure's files: one for each format, its text alternative, and its table if it is one.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func files(
    _ formats: [FigureFormat], options: PictureOptions = PictureOptions()
  ) throws(FigureError) -> [File] {
    var files: [File] = []
    for format in FigureFormat.allCases where formats.contains(format) {
      files.append(File(name: "\(id).\(format.rawValue)", bytes: try bytes(as: format, options: options)))
    }
    files.append(File(name: "\(id).md", bytes: Array(alternative.utf8)))
    if let table { files.append(File(name: "\(id).csv", bytes: Array(table.utf8))) }
    return files
  }

  /// The figure in one format.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func bytes(
    as format: FigureFormat, options: PictureOptions = PictureOptions()
  ) throws(FigureError) -> [UInt8] {
    switch format {
    case .dot: Array(scene.dot.utf8)
    case .svg: Array(try svg(isOutlined: options.hasOutlines, isPrefixed: true).document.utf8)
    case .png: try scene.png(resolution: options.resolution)
    case .pdf: try scene.pdf(title: heading)
    }
  }

  /// The figure as accessible SVG.
  /// - Parameters:
  ///   - isOutlined: whether letters are drawn as outlines, the same whatever typefaces a machine has.
  ///   - isPrefixed: whether all ids begin with the figure's, so that several can stand in one page.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  package func svg(isOutlined: Bool = false, isPrefixed: Bool = false) throws(FigureError) -> XMLTree {
    var svg = try scene.svg(isOutlined: isOutlined)
    if let size = fit.millimetres { svg.setSize(width: size.width, height: size.height, unit: "mm") }
    return AccessibleSVG(
      id: id, title: heading, description: description, titles: scene.titles, prefix: isPrefixed ? "\(id)-" : ""
    ).accessible(svg)
  }
}

extension [Figure] {
  /// The figures, those with a number behind their ids that would differ from an earlier one in nothing but case: each
  /// then has files of its own, on every file system.
  /// - Complexity: O(n), where n is the number of figures.
  public var withDistinctIDs: [Figure] {
    var names = DistinctNames()
    return map { figure in
      var distinct = figure
      distinct.id = names.name(figure.id)
      return distinct
    }
  }
}

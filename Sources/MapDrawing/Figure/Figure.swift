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
  package let scene: Scene
  /// What the figure shows, in sentences.
  private(set) var description: String

  package init(
    id: String, heading: String, scene: Scene, summary: String, alternative: String, table: String? = nil,
    description: String
  ) {
    (self.id, self.heading, self.scene, self.summary) = (id, heading, scene, summary)
    (self.alternative, self.table, self.description) = (alternative, table, description)
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

  /// The figure's files: one for each format, its text alternative, and its table if it is one.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func files(_ formats: [FigureFormat]) throws(FigureError) -> [File] {
    var files: [File] = []
    for format in FigureFormat.allCases where formats.contains(format) {
      files.append(File(name: "\(id).\(format.rawValue)", bytes: try bytes(as: format)))
    }
    files.append(File(name: "\(id).md", bytes: Array(alternative.utf8)))
    if let table { files.append(File(name: "\(id).csv", bytes: Array(table.utf8))) }
    return files
  }

  /// The figure in one format.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  public func bytes(as format: FigureFormat) throws(FigureError) -> [UInt8] {
    switch format {
    case .dot: Array(scene.dot.utf8)
    case .svg: Array(try svg().document.utf8)
    case .png: try scene.png()
    case .pdf: try scene.pdf()
    }
  }

  /// The figure as accessible SVG.
  /// - Throws: ``FigureError`` if the figure cannot be drawn.
  package func svg() throws(FigureError) -> XMLTree {
    AccessibleSVG(id: id, title: heading, description: description, titles: scene.titles)
      .accessible(try scene.svg())
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

public import Graphviz
import MapModel

/// A figure with everything at its place, and its words: ready to be written in any format.
public struct DrawnFigure: Sendable {
  /// The name and the bytes of a file.
  public struct File: Sendable {
    /// The name, without a folder.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The identifier, also the name of the figure's files.
  public let id: String
  /// The title, with its number if it has one.
  public let heading: String
  /// The drawing in the DOT language, with places.
  public let document: DOTDocument
  /// One sentence that identifies the figure, for the `alt` of a page.
  public let summary: String
  /// The text alternative, in Markdown.
  public let alternative: String
  /// What the figure shows, in sentences.
  let description: String
  /// What readers of the SVG are told of elements, by id.
  let labels: [String: String]

  package init(
    id: String, heading: String, document: DOTDocument, summary: String, alternative: String, description: String,
    labels: [String: String]
  ) {
    (self.id, self.heading, self.document, self.summary) = (id, heading, document, summary)
    (self.alternative, self.description, self.labels) = (alternative, description, labels)
  }

  /// The figure's files: one for each format, and its text alternative.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the figure.
  public func files(_ formats: [FigureFormat]) throws(GraphvizError) -> [File] {
    var files: [File] = []
    for format in FigureFormat.allCases where formats.contains(format) {
      files.append(File(name: "\(id).\(format.rawValue)", bytes: try bytes(as: format)))
    }
    files.append(File(name: "\(id).md", bytes: Array(alternative.utf8)))
    return files
  }

  /// The figure in one format.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the figure.
  public func bytes(as format: FigureFormat) throws(GraphvizError) -> [UInt8] {
    switch format {
    case .dot: return Array(document.text.utf8)
    case .svg:
      let svg = try GraphvizSession.render(document, engine: .placed, as: .svg)
      let accessible = AccessibleSVG(id: id, title: heading, description: description, labels: labels)
      return Array(accessible.text(from: String(decoding: svg, as: UTF8.self)).utf8)
    case .png:
      var sharp = document
      sharp.attributes.append(.resolution(192))
      return try GraphvizSession.render(sharp, engine: .placed, as: .png)
    case .pdf: return Self.undated(try GraphvizSession.render(document, engine: .placed, as: .pdf))
    }
  }

  /// A PDF without the time of its making, which is all that differs between two of the same drawing.
  private static func undated(_ pdf: [UInt8]) -> [UInt8] {
    guard let key = pdf.firstRange(of: Array("/CreationDate (D:".utf8)) else { return pdf }
    var undated = pdf
    for (offset, digit) in "19700101000000".utf8.enumerated() where key.upperBound + offset < pdf.count {
      undated[key.upperBound + offset] = digit
    }
    return undated
  }
}

import Graphviz
import XML

extension Scene {
  /// The scene in the DOT language.
  package var dot: String { document.text }

  /// The scene as SVG, as libgraphviz paints it.
  /// - Parameter isOutlined: whether letters are drawn as outlines; parts then have no ids and titles.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it, or not as well-formed XML.
  func svg(isOutlined: Bool = false) throws(FigureError) -> XMLTree {
    // It would write factors with two decimals; its size on paper is written here.
    var natural = self
    natural.scale = 1
    var document = natural.document
    // Outlines of letters are rounded to its points, which are made small.
    if isOutlined { document.attributes.append(.resolution(720)) }
    let bytes = try painted(document, as: isOutlined ? .outlinedSVG : .svg)
    do {
      var svg = try XMLTree(reading: bytes)
      if scale != 1 || isOutlined { svg.setSize(width: width, height: height, unit: "pt") }
      return svg
    } catch {
      throw FigureError(kind: .picture, description: "The picture is not well-formed SVG: \(error.description)")
    }
  }

  /// The scene as PNG, which says its resolution.
  /// - Parameter resolution: dots per inch; a picture that would be too large has fewer, and says so.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it.
  func png(resolution: Double) throws(FigureError) -> [UInt8] {
    var sharp = document
    sharp.attributes.append(.resolution(resolution))
    return PNGResolution.bytes(of: try painted(sharp, as: .png), widthInPoints: width)
  }

  /// The scene as PDF, with a title and the language, and without the time of its making, which is all that differs
  /// between two of the same scene.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it.
  func pdf(title: String) throws(FigureError) -> [UInt8] {
    TitledPDF.bytes(of: try painted(document, as: .pdf), title: title, language: "en-GB")
  }

  private func painted(_ document: DOTDocument, as format: ImageFormat) throws(FigureError) -> [UInt8] {
    do {
      return try GraphvizSession.render(document, engine: .placed, as: format)
    } catch {
      throw FigureError(error)
    }
  }
}

extension Figure {
  /// The version of libgraphviz, which draws all figures, such as `2.43.0`.
  /// - Throws: ``FigureError`` if libgraphviz does not start.
  public static func rendererVersion() throws(FigureError) -> String {
    do {
      return try GraphvizSession.version()
    } catch {
      throw FigureError(error)
    }
  }
}

extension FigureError {
  fileprivate init(_ error: GraphvizError) { self.init(kind: .rendering, description: error.description) }
}

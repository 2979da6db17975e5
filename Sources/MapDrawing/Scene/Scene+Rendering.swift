import Graphviz
import XML

extension Scene {
  /// The scene in the DOT language.
  package var dot: String { document.text }

  /// The scene as SVG, as libgraphviz paints it.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it, or not as well-formed XML.
  func svg() throws(FigureError) -> XMLTree {
    let bytes = try painted(document, as: .svg)
    do {
      return try XMLTree(reading: bytes)
    } catch {
      throw FigureError(kind: .picture, description: "The picture is not well-formed SVG: \(error.description)")
    }
  }

  /// The scene as PNG, sharp in print.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it.
  func png() throws(FigureError) -> [UInt8] {
    var sharp = document
    sharp.attributes.append(.resolution(192))
    return try painted(sharp, as: .png)
  }

  /// The scene as PDF, without the time of its making, which is all that differs between two of the same scene.
  /// - Throws: ``FigureError`` if libgraphviz cannot draw it.
  func pdf() throws(FigureError) -> [UInt8] {
    TimelessPDF.bytes(of: try painted(document, as: .pdf))
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

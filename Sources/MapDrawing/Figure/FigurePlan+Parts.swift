package import MapModel
package import MapReports

extension FigurePlan {
  /// Actors and lines as a figure would draw them, wherever they stand: for a page that shows them later, in places of its
  /// own.
  /// - Complexity: that of laying them out.
  package static func parts(of content: FigureContent, on map: NetworkMap, style: FigureStyle) -> [Scene.Part] {
    var canvas = FigureCanvas(name: "parts", style: style)
    let placed = LayeredLayout().placed(canvas.graph(of: content, on: map), canvas.style.metrics)
    canvas.draw(content, placed, on: map)
    return canvas.scene(titles: [:]).parts
  }
}

import NetworkMaps

/// Slides about a map: who supports whom, what is missing, and how its areas differ.
func slides(of map: NetworkMap) throws(FigureError) -> [String: [UInt8]] {
  let published = map.published(for: .public)
  var style = FigureStyle()
  style.font = FigureFont("Arial, sans-serif") ?? .sans
  style.room = FigureStyle.Room(width: 720, height: 400)

  let definition = FigureDefinition(
    "support", title: "Who supports whom", message: "All support that anybody spoke of or counted.",
    content: .map(.init(families: [.support])))
  var figures = [FigurePlan(definition, of: published, style: style).figure]
  // Nothing is drawn of a map that has no gaps.
  if let gaps = FigurePlan(gapsOf: published, style: style) { figures.append(gaps.figure) }
  // All sides on one sheet, what is on how many, the matrix, each side, and what differs between each two.
  let comparison = ComparisonFigures(PublishedComparison(areasOf: published), style: style)
  figures += (0..<comparison.count).map { comparison[$0] }

  var files: [String: [UInt8]] = [:]
  for figure in figures {
    files["\(figure.id).svg"] = try figure.bytes(as: .svg)
    files["\(figure.id).md"] = Array(figure.alternative.utf8)
  }
  return files
}

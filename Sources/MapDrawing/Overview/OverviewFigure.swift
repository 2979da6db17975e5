import MapModel
import MapReports
import OrderedCollections

/// Draws an overview by the layout of networks, with numbers in the boxes and on the lines.
struct OverviewFigure {
  private let overview: Overview
  private let map: NetworkMap
  private let style: FigureStyle
  private let labels: [[String]]

  init(_ overview: Overview, on map: NetworkMap, style: FigureStyle) {
    (self.overview, self.map, self.style) = (overview, map, style)
    labels = overview.blocks.blocks.enumerated().map { place, block in
      WrappedLabel(block.name, fontSize: style.metrics.fontSize, width: 1.3 * style.labelWidth, maximumLines: 3).lines
        + overview.numbers(of: place)
    }
  }

  /// The width of the widest number on a line, in points.
  var widestNumber: Double { overview.drawn.map { Badge.width(of: overview.label(of: $0)) }.max() ?? 0 }

  /// What the layout places.
  var graph: LayoutGraph {
    LayoutGraph(
      stageCount: map.legend.stages.count,
      nodes: zip(overview.blocks.blocks, labels).map { block, lines in
        let size = style.metrics.fontSize
        let width = lines.map { TextMetrics.width(of: $0, fontSize: size) }.max() ?? 0
        let factor = overview.factor(of: block)
        return .init(
          zone: block.zone, outline: .box, width: FigureStyle.even(factor * (width + 14)),
          height: FigureStyle.even(factor * (Double(lines.count) * size * TextMetrics.lineHeight + 10)))
      },
      lines: overview.drawn.map { link in
        .init(first: link.source, second: link.target, pointsForward: !link.isMutual, pointsBackward: false)
      })
  }

  /// Draws the boxes and the lines, with their numbers over them.
  func draw(_ layout: PlacedGraph, on canvas: inout FigureCanvas) {
    canvas.drawStages(of: map, in: layout)
    for ((block, lines), place) in zip(zip(overview.blocks.blocks, labels), layout.nodes) {
      let sector = block.sector ?? Sector("none", name: "", fill: Palette.paper, outline: Palette.neutral)
      canvas.draw(
        Scene.Shape(
          id: block.id, classes: ["block"] + (block.sector.map { ["sector-\($0.id)"] } ?? []), outline: .box,
          paint: style.paint(sector), place: place, label: lines.joined(separator: "\n")))
    }
    for (link, path) in zip(overview.drawn, layout.paths) {
      guard let family = map.legend.families[link.family] else { continue }
      let isUnclear = link.unclear == link.connections
      canvas.draw(
        Scene.Line(
          id: id(of: link), classes: ["line", link.family.rawValue, isUnclear ? "unclear" : "clear"],
          paint: style.line(family, isUnclear: isUnclear, overview.band(of: link)), path: path,
          ends: .init(start: overview.blocks.blocks[link.source].id, end: overview.blocks.blocks[link.target].id)))
    }
    var places = BadgePlaces(nodes: layout.nodes, paths: layout.paths)
    for (index, (link, path)) in zip(overview.drawn, layout.paths).enumerated() {
      let label = overview.label(of: link)
      let badge = Badge(
        .init(text: label, standing: .plain), at: places.place(on: index, path, width: Badge.width(of: label)))
      canvas.draw(badge, id: "\(id(of: link)).number")
    }
  }

  /// What readers of the SVG are told of boxes and lines.
  var titles: [String: String] {
    var titles: [String: String] = [:]
    for (place, block) in overview.blocks.blocks.enumerated() { titles[block.id] = overview.title(of: place) }
    for link in overview.drawn {
      titles[id(of: link)] = overview.title(of: link)
      titles["\(id(of: link)).number"] = overview.title(of: link)
    }
    return titles
  }

  private func id(of link: BlockLink) -> String {
    let blocks = overview.blocks.blocks
    return "line-\(blocks[link.source].id).\(blocks[link.target].id).\(link.family)" + (link.isMutual ? ".mutual" : "")
  }
}

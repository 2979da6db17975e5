import Documents
package import MapDisclosure
public import MapModel
import OrderedCollections

/// Which sections a chapter has, and which figures stand in each.
package struct ChapterOutline: Sendable {
  /// The sections, each with all the figures that it shows.
  package let sections: [ReportSection]
  /// The areas beside each other, if a section compares them and there are several.
  package let areas: PublishedComparison?
  /// The periods beside each other, likewise.
  package let periods: PublishedComparison?

  /// The sections that a map lists, or else all there are; those of figures without names show what no other does.
  ///
  /// Where the map does not ask for them, there is no section of claims, areas or periods that would only say that there are
  /// none.
  package init(of published: PublishedMap, in scope: Scope) {
    let map = published.map
    let isWanted = { (content: ReportSection.Content) in
      map.report.isEmpty || map.report.contains { $0.content == content }
    }
    areas = isWanted(.areas) ? published.comparisonOfAreas(in: scope) : nil
    periods = isWanted(.periods) ? published.comparisonOfPeriods(in: scope) : nil
    let (areas, periods) = (areas, periods)
    let standard = ReportSection.standard.filter { section in
      switch section.content {
      case .claims: scope.isWholeMap && !map.claims.isEmpty
      case .areas: areas != nil
      case .periods: periods != nil
      default: true
      }
    }
    var sections = map.report.isEmpty ? standard : map.report
    let all = map.drawnFigures
    var shown = OrderedSet(sections.flatMap(\.figures))
    if let overview = sections.firstIndex(where: { $0.content == .map && $0.figures.isEmpty }) {
      sections[overview].figures = Self.overview(among: all.filter { !shown.contains($0.id) })
      shown.formUnion(sections[overview].figures)
    }
    // The first section of figures has them all, so that none is shown twice.
    for index in sections.indices where sections[index].content == .figures && sections[index].figures.isEmpty {
      sections[index].figures = all.map(\.id).filter { !shown.contains($0) }
      shown.formUnion(sections[index].figures)
    }
    self.sections = sections
  }

  /// The figure that comes first, and the legend if it stands beside it.
  private static func overview(among figures: [FigureDefinition]) -> [FigureDefinition.ID] {
    let first = figures.prefix(2)
    return (first.contains { $0.content == .legend } ? first : first.prefix(1)).map(\.id)
  }

  /// The figures of all sections, each once.
  package var figures: [FigureDefinition.ID] { Array(OrderedSet(sections.flatMap(\.figures))) }

  /// Whether there is a section with such content.
  package func has(_ content: ReportSection.Content) -> Bool { sections.contains { $0.content == content } }
}

extension NetworkMap {
  /// The figures that are drawn: those of the map, or of a map without any the whole of it, and its legend.
  public var drawnFigures: [FigureDefinition] {
    if !figures.isEmpty { return figures }
    return [
      FigureDefinition("network-map", title: title, content: .map(.init())),
      FigureDefinition("legend", title: "\(title): legend", content: .legend),
    ]
  }
}

extension ReportSection.Content {
  /// The heading of a section that has none of its own.
  var heading: String {
    switch self {
    case .summary: "Summary of key findings"
    case .method: "How the map was made"
    case .map: "Map overview"
    case .figures: "The map in detail"
    case .connections: "Who connects to whom"
    case .measures: "Who is central"
    case .gaps: "What is missing"
    case .claims: "Claims and the evidence"
    case .areas: "Areas compared"
    case .periods: "Periods compared"
    case .limits: "What the map does not tell"
    case .words: "Notes"
    }
  }
}

import Documents
import GraphMeasures
import MapAnalysis
package import MapDisclosure
package import MapModel
import OrderedCollections

extension PublishedMap {
  /// The areas that a chapter compares: not those that lie in others, and in a period if it is of one.
  package func comparisonOfAreas(in scope: Scope) -> PublishedComparison? {
    let inner = Set(map.areas.values.flatMap(\.contains))
    let areas = map.areas.values.filter { !inner.contains($0.id) }
    guard scope.area == nil, areas.count > 1 else { return nil }
    let sides = areas.map { area in
      ComparisonSide(ComparisonSide.ID(area.id.rawValue) ?? "area", name: area.name, in: scope.in(area.id))
    }
    return PublishedComparison(of: PublishedMaps(self), sides: sides)
  }

  /// The periods that a chapter compares, in an area if it is of one.
  package func comparisonOfPeriods(in scope: Scope) -> PublishedComparison? {
    guard scope.period == nil, map.periodsApart.count > 1 else { return nil }
    return PublishedComparison(periodsOf: self, in: scope.area)
  }
}

extension Chapter {
  /// The areas beside each other.
  var areaSection: Article.Section {
    if let areas { return section(of: areas, figures.ofAreas) }
    let why =
      scope.area != nil
      ? "This is the chapter of one area, which is not compared with others."
      : map.areas.isEmpty
        ? "The map tells no areas apart, so that there are none to compare."
        : "The map has one area, so that there is nothing to compare it with."
    return Article.Section("", [.paragraph(why)])
  }

  /// The periods beside each other.
  var periodSection: Article.Section {
    if let periods { return section(of: periods, figures.ofPeriods) }
    let why =
      scope.period != nil
      ? "This is the chapter of one period, which is not compared with others."
      : "The map lists no two periods apart from each other, so that there are none to compare."
    return Article.Section("", [.paragraph(why)])
  }

  private func section(of report: ComparisonReport, _ figures: [ChapterFigure]) -> Article.Section {
    var section = Article.Section("", report.overview(for: .chapter) + report.extremes.map { .paragraph($0) })
    section.sections += figures.map { figure in
      var figure = figure
      figure.title = "In how many \(report.kind.many) each connection is"
      return self.section(figure)
    }
    func add(_ heading: String, _ blocks: [Document.Block]) {
      if !blocks.isEmpty { section.sections.append(Article.Section(heading, blocks)) }
    }
    for change in report.changeSections { section.sections += Article.Section("", dividing: change).sections }
    let one = report.comparison
    for blocks in [
      report.findings(
        "\(report.place.prefix(1).uppercased() + report.place.dropFirst()) only", one.connections(onlyOn:),
        for: .chapter),
      report.findings("Missing \(report.place) only", one.connections(lackedOnlyBy:), for: .chapter),
    ] {
      section.sections += Article.Section("", dividing: blocks).sections
    }
    add("What is known of each connection", report.presence(for: .chapter))
    add("Who links others", report.standing)
    add("What was expected", report.unmetExpectations(for: .chapter))
    let rates = report.rateSections(for: .chapter).flatMap(\.self)
    let note =
      rates.isEmpty || published.isForTeam || report.note.isEmpty ? [] : [Document.Block.paragraph(report.note)]
    add("Numbers", rates + (rates.isEmpty ? [] : note))
    add("How alike they are", report.similarity(for: .chapter))
    return section
  }
}

extension ComparisonReport {
  /// Which two sides are most alike, and which least, as a sentence.
  var extremes: [String] {
    let known = similarities.compactMap { pair in pair.connections.jaccard.map { (pair: pair, share: $0) } }
    guard known.count > 1, let most = known.max(by: { $0.share < $1.share }),
      let least = known.min(by: { $0.share < $1.share }), least.share < most.share
    else { return [] }
    func words(_ found: (pair: Similarity, share: Double)) -> String {
      "\(sides[found.pair.first].name) and \(sides[found.pair.second].name), which share"
        + " \(rounded(found.share * 100, decimals: 0)) % of the connections that either has"
    }
    return ["Most alike are \(words(most)); least alike are \(words(least))."]
  }
}

import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension Chapter {
  // MARK: Measures

  /// The measures of the part of the map that the chapter is of.
  var measures: MeasureReport {
    var part = MapGraph.Part()
    part.query.scope = scope
    return MeasureReport(of: published, part: part)
  }

  /// Who is first, the measures of each actor, and those of the whole.
  var measureSection: Article.Section {
    let report = measures
    let actors = report.connected
    if actors.isEmpty {
      let what = map.leavesOutCounts ? "No connection of an actor is shown" : "No actor has a connection"
      return Article.Section("", [.paragraph("\(what)\(map.inWords(scope)).")])
    }
    // As many columns as a page has room for, with those that most readers know.
    let ids: Set = ["In", "Out", "Cases in", "Cases out", "Betweenness", "Closeness", "Brokerage", "Cut point"]
    let columns = MeasureColumn.all.filter { ids.contains($0.heading) }
    let shown = Array(actors.prefix(Self.mostMeasured))
    var table = report.table(of: shown, columns)
    table.caption =
      actors.count > shown.count
      ? "Measures of the \(shown.count) actors that link most others" : "Measures of each actor"
    let used = columns.filter { column in shown.contains { !column.cell($0).isEmpty } }
    let note = !published.isForTeam && !report.note.isEmpty ? [Document.Block.paragraph(report.note)] : []
    return Article.Section(
      "", [.list(report.leaders), .table(table)] + note,
      sections: [
        Article.Section(
          "What the measures mean", [.terms(used.map { Document.Term($0.heading, meaning: $0.meaning) })]),
        Article.Section("The map as a whole", [.list(report.wholeSentences)]),
      ])
  }

  private static let mostMeasured = 40

  // MARK: Gaps

  /// What is expected and missing, by what is known of it, and what is weak.
  var gapSection: Article.Section {
    let report = GapReport(of: published, in: scope)
    let findings = report.findings(for: .chapter).flatMap(\.self)
    var section = Article.Section("", dividing: findings)
    let notes = [map.leftOutExpectations, report.structureNote].compactMap(\.self).map { Document.Block.paragraph($0) }
    section.blocks = [.paragraph(report.summary(for: .chapter))] + notes + section.blocks
    section.sections.insert(contentsOf: figures.ofGaps.map(self.section), at: 0)
    if !report.key.isEmpty {
      section.sections.append(Article.Section("What is known of what is missing", [.terms(report.key)]))
    }
    return section
  }

  // MARK: Claims

  /// Whether what a report says agrees with the evidence.
  var claimSection: Article.Section {
    if !scope.isWholeMap {
      return Article.Section(
        "", [.paragraph("Claims speak of the whole map, and are looked at there:\(map.inWords(scope)) none is.")])
    }
    let report = ClaimReport(of: published)
    if report.verdicts.isEmpty { return Article.Section("", [.paragraph("No claims are set down to be looked at.")]) }
    let notes = [ClaimReport.caution, map.leftOutClaims].compactMap(\.self)
    return Article.Section(
      "", [.paragraph(report.summary)] + notes.map { .paragraph($0) } + report.tables.map { .table($0) })
  }
}

import Documents
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// Connections by sides: what is known of each, as a matrix of signs. Long ones go on over several pages.
struct PresenceMatrix {
  private let comparison: PublishedComparison
  private let rows: [MapComparison.ConnectionRow]
  /// The states on the page.
  private let occurring: Set<Presence>
  private let page: Int
  private let pages: Int
  private let style: FigureStyle

  /// As many rows as a page of a report holds in letters of about 8 pt.
  private static let rowsOnPage = 46
  private static let rowHeight = 17.0

  /// The pages of a comparison's matrix; connections of which no side has any evidence are left out.
  static func pages(of comparison: PublishedComparison, style: FigureStyle) -> [PresenceMatrix] {
    let rows = comparison.connections.filter { $0.presences.contains { $0.isOnMap || $0 == .reportedAbsent } }
    let families = comparison.frame.legend.families.keys.flatMap { family in
      rows.filter { comparison.frame.relations[$0.id.relation]?.family == family }
    }
    let count = max(1, (families.count + rowsOnPage - 1) / rowsOnPage)
    // Pages of about the same length.
    let length = (families.count + count - 1) / count
    return (0..<count).map { page in
      let part = families.dropFirst(page * length).prefix(length)
      return PresenceMatrix(
        comparison: comparison, rows: Array(part), occurring: Set(part.flatMap(\.presences)), page: page, pages: count,
        style: style)
    }
  }

  private init(
    comparison: PublishedComparison, rows: [MapComparison.ConnectionRow], occurring: Set<Presence>, page: Int,
    pages: Int,
    style: FigureStyle
  ) {
    self.comparison = comparison
    self.rows = rows
    self.occurring = occurring
    (self.page, self.pages, self.style) = (page, pages, style)
  }

  private func meaning(_ presence: Presence) -> String {
    presence.meaning(in: comparison.scopeOfWords, on: comparison.frame)
  }

  private func name(_ actor: MapActor.ID) -> String { comparison.frame.actors[actor]?.shortName ?? actor.rawValue }

  /// The texts of a row: who, and does what with whom.
  private func texts(_ row: MapComparison.ConnectionRow) -> [String] {
    [name(row.id.source), "\(comparison.frame.verb(of: row.id)) \(name(row.id.target))"].map {
      WrappedLabel($0, fontSize: style.metrics.fontSize, width: 330, maximumLines: 1).lines[0]
    }
  }

  private func width(of text: String) -> Double { TextMetrics.width(of: text, fontSize: style.metrics.fontSize) }

  var id: String { pages == 1 ? "presence" : "presence-\(page + 1)" }

  var figure: Figure {
    let ofPages = pages == 1 ? "" : " (\(page + 1) of \(pages))"
    let heading = "What is known of each connection in \(comparison.sideNames)\(ofPages)"
    return Figure(
      id: id, heading: heading, scene: scene(id), summary: summary, alternative: alternative(heading),
      description: ([summary] + sentences).joined(separator: " "))
  }

  // MARK: The drawing

  private func scene(_ id: String) -> Scene {
    var canvas = FigureCanvas(name: id, style: style)
    let columns = (0..<2).map { column in (rows.map { width(of: texts($0)[column]) }.max() ?? 0) + 14 }
    let cellWidth = min(36, max(24, 260 / Double(comparison.sides.count))).rounded()
    let left = columns.reduce(0, +)
    let right = left + cellWidth * Double(comparison.sides.count)
    // Names wider than a cell stand on a stair, so that each has a line down to its column.
    let widest = comparison.sides.map { width(of: $0.name) }.max() ?? 0
    let steps = widest > cellWidth - 6 ? comparison.sides.count : 1
    let lastNameEnd = comparison.sides.indices.map {
      left + cellWidth * Double($0) + width(of: comparison.sides[$0].name)
    }
    let top = Double(steps) * Self.rowHeight
    let height = top + Double(rows.count) * Self.rowHeight + Double(headings.count) * 1.4 * Self.rowHeight
    canvas.include(.init(left: 0, bottom: -height, right: max(right, lastNameEnd.max() ?? right), top: 0))
    for (place, side) in comparison.sides.enumerated() {
      let step = steps == 1 ? 0 : place
      let x = left + cellWidth * Double(place)
      canvas.draw(
        side.name, at: Point(x + 3, -(Double(step) + 0.5) * Self.rowHeight), id: "side-\(side.id)")
      canvas.draw(rule(x, from: -Double(step) * Self.rowHeight - 2, to: -top, id: "step-\(side.id)"))
    }
    var y = -top
    var lastSource: MapActor.ID?
    for (index, row) in rows.enumerated() {
      if let heading = headings[index] {
        y -= 1.4 * Self.rowHeight
        canvas.draw(heading, at: Point(0, y + 0.55 * Self.rowHeight), id: "heading-\(index)", isTitle: true)
        lastSource = nil
      }
      let middle = y - Self.rowHeight / 2
      var x = 0.0
      for (column, text) in texts(row).enumerated() {
        // A name is not said again and again.
        if column > 0 || row.id.source != lastSource {
          canvas.draw(text, at: Point(x, middle), id: "row-\(index)-\(column)")
        }
        x += columns[column]
      }
      if row.id.source != lastSource {
        let line = Rectangle(center: Point(right / 2, y), width: right, height: 0.5)
        canvas.draw(style.hairline(line, id: "rule-\(index)"))
      }
      lastSource = row.id.source
      for (place, presence) in row.presences.enumerated() {
        let cell = Rectangle(
          center: Point(left + cellWidth * (Double(place) + 0.5), middle), width: cellWidth - 2,
          height: Self.rowHeight - 2)
        canvas.draw(style.cell(presence, at: cell, id: "cell-\(index)-\(place)", classes: ["cell"]))
      }
      y -= Self.rowHeight
    }
    if rows.isEmpty { canvas.draw("No connection is placed on any side.", at: Point(0, y - 12), id: "note") }
    canvas.draw(legend)
    if let note = comparison.audienceNote { canvas.drawBelow(note) }
    return canvas.scene(titles: titles)
  }

  /// Where a family starts.
  private var headings: [Int: String] {
    var headings: [Int: String] = [:]
    var last: Family.ID?
    for (index, row) in rows.enumerated() {
      guard let family = comparison.frame.relations[row.id.relation]?.family, family != last else { continue }
      headings[index] = comparison.frame.legend.families[family]?.heading
      last = family
    }
    return headings
  }

  private func rule(_ x: Double, from top: Double, to bottom: Double, id: String) -> Scene.Shape {
    style.hairline(
      Rectangle(center: Point(x + 1, (top + bottom) / 2), width: 0.5, height: max(0.5, top - bottom)), id: id)
  }

  private var legend: FigureLegend {
    func part(_ id: String, _ heading: String, _ isIncluded: (Presence) -> Bool) -> FigureLegend.Part {
      .init(
        id: id, heading: heading,
        entries: Presence.allCases.filter { occurring.contains($0) && isIncluded($0) }.map { presence in
          let name = presence.name.prefix(1).uppercased() + presence.name.dropFirst()
          return .init(sign: .presence(presence), text: "\(name): \(meaning(presence))")
        })
    }
    return FigureLegend(parts: [
      part("present", "On the map", \.isOnMap), part("absent", "Not on the map", { !$0.isOnMap }),
    ])
  }

  // MARK: The words

  private var summary: String {
    let onAll = rows.count { $0.presences.allSatisfy(\.isOnMap) }
    return "\(counted(rows.count, "connection")) in \(comparison.sides.count) columns;"
      + " \(counted(onAll, "is", plural: "are")) on the map in all of them."
  }

  private var sentences: [String] {
    rows.map { row in
      let found = comparison.comparison.sides(by: row.presences).map {
        "\($0.presence.name) in \($0.sides.map(\.name).asList)"
      }
      return "\(comparison.frame.clause(row.id)): \(found.joined(separator: "; "))."
    }
  }

  private var titles: [String: String] {
    var titles: [String: String] = [:]
    for (index, row) in rows.enumerated() {
      for (place, presence) in row.presences.enumerated() {
        titles["cell-\(index)-\(place)"] =
          "\(comparison.frame.clause(row.id)): \(presence.name) in \(comparison.sides[place].name)"
      }
    }
    return titles
  }

  private func alternative(_ heading: String) -> String {
    let table = MarkdownText.table(
      ["From", "Relation", "To"] + comparison.sides.map { MarkdownText.escaped($0.name) },
      rows.map { row in
        [
          comparison.frame.name(of: row.id.source), comparison.frame.verb(of: row.id),
          comparison.frame.name(of: row.id.target),
        ] + row.presences.map(\.name)
      })
    let meanings = Presence.allCases.filter(occurring.contains)
      .map { "\($0.name): \(meaning($0))." }
    return [
      "# \(MarkdownText.escaped(heading))", summary, table, "## What the words mean", MarkdownText.list(meanings),
      comparison.closing,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

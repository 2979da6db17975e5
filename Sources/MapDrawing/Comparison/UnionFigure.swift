import Documents
import MapAnalysis
import MapModel
import MapReports
import OrderedCollections

/// All sides in one figure: each connection and actor has a sign of on how many sides it is.
struct UnionFigure {
  private let union: UnionLayout

  init(_ union: UnionLayout) { self.union = union }

  private var comparison: PublishedComparison { union.comparison }

  var figure: Figure {
    let frame = comparison.frame
    let rows = Dictionary(uniqueKeysWithValues: comparison.connections.map { ($0.id, $0) })
    // A line can stand for several kinds of connection, which need not be on the same sides.
    func sides(_ line: FigureContent.Line) -> (least: Int, most: Int) {
      let counts = line.answers.map { rows[$0.connection.id]?.presences.count(where: \.isOnMap) ?? 0 }
      return (counts.min() ?? 0, counts.max() ?? 0)
    }
    func text(_ count: (least: Int, most: Int)) -> String {
      count.least == count.most ? String(count.most) : "\(count.least)\u{2013}\(count.most)"
    }
    func sides(_ actor: MapActor.ID) -> Int {
      comparison.sides.indices.count { union.presence(of: actor, on: $0).isOnMap }
    }
    var content = union.content
    for actor in content.actors where sides(actor.id) == 0 { content.standings[actor.id] = .absentHere }
    let all = comparison.sides.count
    let counts = content.lines.map(sides) + content.actors.map { (least: sides($0.id), most: sides($0.id)) }
    var entries: [FigureLegend.Entry] = []
    let alike = Set(counts.filter { $0.least == $0.most && 1..<all ~= $0.most }.map(\.most)).sorted()
    if let least = alike.first {
      let more = alike.count > 1 ? ", and so on" : ""
      entries.append(
        .init(sign: .badge(.init(text: String(least), standing: .plain)), text: "On \(least) of \(all)\(more)"))
    }
    if counts.contains(where: { $0.least == all }) {
      entries.append(.init(sign: .mark(""), text: "Without a number: on all \(all)"))
    }
    if let range = counts.first(where: { $0.least < $0.most }) {
      let sign = BadgeContent(text: text(range), standing: .plain)
      entries.append(
        .init(sign: .badge(sign), text: "Several kinds of connection, on \(range.least) to \(range.most)"))
    }
    if content.standings.values.contains(.absentHere) {
      entries.append(.init(sign: .node(.absentHere), text: "Reported absent, and on none"))
    }
    content.legendParts = [.init(id: "counts", heading: "Number: on how many", entries: entries)]
    var canvas = union.canvas(name: "union")
    canvas.draw(content, union.layout, on: frame)
    var places = BadgePlaces(nodes: union.layout.nodes, paths: union.layout.paths)
    var corners: [(MapActor.ID, Badge)] = []
    for (actor, place) in zip(content.actors, union.layout.nodes) {
      let count = sides(actor.id)
      if count == all || count == 0 { continue }
      let badge = BadgeContent(text: String(count), standing: .plain)
      corners.append((actor.id, Badge(badge, at: places.corner(of: place, width: Badge.width(of: badge.text)))))
    }
    for (index, line) in content.lines.enumerated() {
      let count = sides(line)
      if count.least == all { continue }
      let badge = BadgeContent(text: text(count), standing: .plain)
      let center = places.place(on: index, union.layout.paths[index], width: Badge.width(of: badge.text))
      canvas.draw(Badge(badge, at: center), id: "badge-\(line.id)")
    }
    for (actor, badge) in corners { canvas.draw(badge, id: "badge-actor-\(actor)") }
    canvas.draw(FigureLegend(of: content, on: frame))
    if let note = comparison.audienceNote { canvas.drawBelow(note) }

    let heading = "On how many of \(comparison.sideNames)"
    let shown = comparison.connections.filter { $0.presences.contains(where: \.isOnMap) }
    let items = shown.map { row in
      let found = zip(comparison.sides, row.presences).filter { $0.1.isOnMap }
      let isAll = found.count == all && found.allSatisfy { $0.1.isCertain }
      return "\(frame.clause(row.id)): \(isAll ? "all" : found.map { $0.0.name + $0.1.doubt }.asList)."
    }
    var titles = content.elementTitles(on: frame)
    for line in content.lines { titles[line.id]? += ": \(text(sides(line))) of \(all)" }
    for actor in content.actors { titles["actor-\(actor.id)"]? += ": \(sides(actor.id)) of \(all)" }
    let onAll = shown.count { $0.presences.allSatisfy(\.isOnMap) }
    let onOne = shown.count { $0.presences.count(where: \.isOnMap) == 1 }
    let summary =
      "Network map of all that is on any of \(comparison.sideNames): \(counted(shown.count, "connection")),"
      + " \(onAll) of them on all and \(onOne) on one only."
    return Figure(
      id: "union", heading: heading, scene: canvas.scene(titles: titles), summary: summary,
      alternative: [
        "# \(MarkdownText.escaped(heading))", MarkdownText.escaped(summary), "## Where each connection is",
        MarkdownText.list(items),
        comparison.closing,
      ].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n",
      description: ([summary] + items).joined(separator: " "))
  }
}

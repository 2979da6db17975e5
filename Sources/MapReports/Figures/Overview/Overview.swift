package import MapDisclosure
package import MapModel
import OrderedCollections

/// A map from so far that groups or sectors are seen in place of actors: with how many actors each has, and how many
/// connections run between them.
package struct Overview: Sendable {
  package let blocks: ActorBlocks
  package let links: BlockLinks
  /// The links that lines are drawn for, those of most connections first.
  package let drawn: [BlockLink]
  let published: PublishedMap
  /// From how many connections on lines are of the second and of the third width; `nil` if all are of one.
  private let steps: (some: Int, many: Int)?

  /// More boxes, or lines, cannot be read on a page.
  static let mostBlocks = 24
  static let mostLines = 36

  var map: NetworkMap { published.map }

  /// The overview of what a figure shows.
  /// - Parameter countingCases: whether the figure shows all evidence, so that numbers of cases are those of its lines.
  /// - Complexity: that of counting links; see ``BlockLinks``.
  package init(of content: FigureContent, on published: PublishedMap, in scope: Scope, countingCases: Bool) {
    self.published = published
    blocks = ActorBlocks(of: content.actors, on: published.map, most: Self.mostBlocks)
    links = BlockLinks(content, between: blocks, of: published, in: scope, countingCases: countingCases)
    let sorted = links.largestBetween
    if sorted.count > Self.mostLines {
      // Of links of one number all are drawn or none is.
      let least = sorted[Self.mostLines].connections
      let more = sorted.prefix { $0.connections > least }
      drawn =
        more.isEmpty ? Array(sorted.prefix(while: { $0.connections == least }).prefix(4 * Self.mostLines)) : Array(more)
    } else {
      drawn = sorted
    }
    steps = Self.steps(of: drawn)
  }

  /// The numbers from which on lines are wider; `nil` if that would tell nothing.
  private static func steps(of drawn: [BlockLink]) -> (some: Int, many: Int)? {
    guard let greatest = drawn.first?.connections, let least = drawn.last?.connections, greatest >= 10 else {
      return nil
    }
    let steps = (some: round(greatest / 5), many: round(greatest / 2))
    return least < steps.many ? steps : nil
  }

  /// The greatest number of the form 1, 2 or 5 and noughts that is not greater than a number.
  private static func round(_ number: Int) -> Int {
    var place = 1
    while place <= number / 10 { place *= 10 }
    return number >= 5 * place ? 5 * place : number >= 2 * place ? 2 * place : place
  }

  /// How wide a link is drawn.
  package func band(of link: BlockLink) -> CaseBand {
    guard let steps else { return .few }
    return link.connections >= steps.many ? .many : link.connections >= steps.some ? .some : .few
  }

  /// How much wider and higher a block is drawn than its words ask for: its area grows with its number of actors, to three
  /// times as much.
  package func factor(of block: ActorBlock) -> Double {
    let greatest = blocks.blocks.map(\.actorCount).max() ?? 1
    return (1 + 2 * Double(block.actorCount) / Double(max(1, greatest))).squareRoot()
  }

  /// The number of connections within a block.
  package func connections(within block: Int) -> Int {
    links.links.reduce(0) { $0 + ($1.source == block && $1.isWithin ? $1.connections : 0) }
  }

  /// What is written on a block below its name.
  package func numbers(of block: Int) -> [String] {
    let within = connections(within: block)
    return [counted(blocks.blocks[block].actorCount)] + (within == 0 ? [] : ["\(within.grouped) within"])
  }

  private func counted(_ actors: Int) -> String { "\(actors.grouped) \(actors == 1 ? "actor" : "actors")" }

  /// What is written on a line: the number of connections, and of cases where they are told.
  package func label(of link: BlockLink) -> String {
    guard case .number(let cases) = link.cases?.value else { return link.connections.grouped }
    return "\(link.connections.grouped) (\(link.cases?.isApproximate == true ? "~" : "")\(cases.grouped) cases)"
  }

  /// The legend of what is drawn.
  package var legend: FigureLegend {
    let sectors = Set(blocks.blocks.compactMap(\.sector?.id))
    let families = map.legend.families.values.filter { family in drawn.contains { $0.family == family.id } }
    let lines = families.flatMap { family in
      [false, true].flatMap { isMutual in
        [false, true].compactMap { isUnclear -> FigureLegend.Entry? in
          let alike = drawn.filter {
            ($0.family, $0.isMutual, $0.unclear == $0.connections) == (family.id, isMutual, isUnclear)
          }
          guard let narrowest = alike.map(band).min(by: { $0.rawValue < $1.rawValue }) else { return nil }
          let sign = FigureLegend.Entry.Sign.line(
            family, isMutual: isMutual, isUnclear: isUnclear, .plain, narrowest)
          return .init(sign: sign, text: FigureLegend.meaning(of: sign))
        }
      }
    }
    return FigureLegend(parts: [
      .init(
        id: "sectors", heading: "Colour: sector",
        entries: map.legend.sectors.values.filter { sectors.contains($0.id) }.map {
          .init(sign: .sector($0), text: $0.name)
        }),
      .init(id: "lines", heading: "Line: kind of connection", entries: lines),
      .init(id: "bands", heading: "Width: number of connections", entries: widths),
      .init(id: "numbers", heading: "Boxes and numbers", entries: numberEntries),
    ])
  }

  private var widths: [FigureLegend.Entry] {
    guard let steps, let first = drawn.first, let family = map.legend.families[first.family] else { return [] }
    let texts: [CaseBand: String] = [
      .few: "Fewer than \(steps.some.grouped)", .some: "\(steps.some.grouped) to \((steps.many - 1).grouped)",
      .many: "\(steps.many.grouped) or more",
    ]
    return CaseBand.allCases.compactMap { band in
      guard drawn.contains(where: { self.band(of: $0) == band }) else { return nil }
      return .init(
        sign: .band(band, family, isMutual: first.isMutual, isUnclear: first.unclear == first.connections),
        text: texts[band] ?? "")
    }
  }

  private var numberEntries: [FigureLegend.Entry] {
    if blocks.blocks.isEmpty { return [] }
    let greatest = blocks.blocks.map(\.actorCount).max() ?? 0
    let box = blocks.isOfGroups ? "A group or sector in a stage" : "A sector in a stage"
    var entries = [
      FigureLegend.Entry(sign: .mark(""), text: "\(box), larger for more actors (up to \(greatest.grouped))")
    ]
    if blocks.blocks.indices.contains(where: { connections(within: $0) > 0 }) {
      entries.append(.init(sign: .mark(""), text: "Within: connections among the actors of a box"))
    }
    if let first = drawn.first {
      entries.append(.init(sign: .badge(.init(text: first.connections.grouped, standing: .plain)), text: "Connections"))
    }
    if let left { entries.append(.init(sign: .mark(""), text: left)) }
    return entries
  }

  /// The number of links between blocks that no line is drawn for.
  package var leftOut: Int { links.links.count { !$0.isWithin } - drawn.count }

  /// Which lines are not drawn, as a phrase; `nil` if all are.
  var left: String? {
    if leftOut == 0 { return nil }
    let lines = leftOut == 1 ? "1 line" : "\(leftOut.grouped) lines"
    guard let least = drawn.last?.connections else { return "Not drawn: \(lines), too many alike" }
    let between =
      drawn.first?.connections == least && links.largestBetween.dropFirst(drawn.count).first?.connections == least
    return between ? "Not drawn: \(lines) more" : "Not drawn: \(lines) of fewer than \(least.grouped) connections"
  }
}

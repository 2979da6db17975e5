import Documents
package import MapModel
import OrderedCollections

extension Overview {
  /// What the overview says in words.
  /// - Parameters:
  ///   - definition: the figure's words.
  ///   - content: what it is the overview of.
  package func words(of definition: FigureDefinition, showing content: FigureContent) -> FigureWords {
    let opening =
      ["# \(MarkdownText.escaped(definition.heading))"]
      + (definition.message.isEmpty ? [] : [MarkdownText.escaped(definition.message)])
    let summary = summary(of: content)
    let tables = BlockTables(self)
    return FigureWords(
      summary: summary, description: ([summary] + sentences).joined(separator: " "),
      markdown: (opening + [MarkdownText.escaped(summary)] + tables.blocks + [closing]).joined(separator: "\n\n")
        + "\n",
      csv: tables.csv, blocks: sentences.isEmpty ? [] : [.heading("Line by line"), .list(sentences)])
  }

  private func summary(of content: FigureContent) -> String {
    let boxes = counted(blocks.blocks.count, "box", plural: "boxes")
    let what = blocks.isOfGroups ? "groups, and of sectors of the rest," : "sectors"
    let within = links.links.filter(\.isWithin).reduce(0) { $0 + $1.connections }
    return "Overview of \(counted(content.actors.count, "actor")) and \(counted(content.answers.count, "connection"))"
      + " as \(boxes) of \(what) by stages; \(counted(within, "connection")) \(within == 1 ? "runs" : "run") within a box."
      + (left.map { " \($0)." } ?? "") + (published.narrowing.isEmpty ? "" : " " + published.narrowing)
  }

  /// Each line as a sentence.
  private var sentences: [String] { drawn.map { title(of: $0) + "." } }

  /// A line in words: `Delivery: School to Delivery: NHS: 12 connections of support, 2 of them unclear`.
  package func title(of link: BlockLink) -> String {
    let family = map.legend.families[link.family]?.name.insideSentence ?? link.family.rawValue
    let ends = "\(name(of: link.source)) \(link.isMutual ? "and" : "to") \(name(of: link.target))"
    return "\(ends): \(counted(link.connections, "connection")) of \(family)"
      + (link.unclear == 0 ? "" : ", \(link.unclear.grouped) of them unclear")
      + (link.cases.map { ", cases: \($0.text(map.disclosure))" } ?? "")
  }

  /// A block in words.
  package func title(of block: Int) -> String { "\(name(of: block)): \(numbers(of: block).joined(separator: ", "))" }

  /// A block's name with its stage.
  func name(of block: Int) -> String { blocks.name(of: block, on: map) }

  private var closing: String {
    let showsCases = links.links.contains { $0.cases != nil }
    var lines = published.closing(showsCases: showsCases)
    if links.leavesCasesOut {
      lines.append(
        showsCases
          ? "Cases stand only where one relation between two actors, or two groups, is counted and its number may be shown."
          : "Cases are not added up: one person can be counted by many actors.")
    }
    return lines.joined(separator: "\n")
  }
}

extension ActorBlocks {
  /// A block's name with its stage, if the map has several: `Delivery: School`.
  func name(of block: Int, on map: NetworkMap) -> String {
    let name = blocks[block].name
    let stages = map.legend.stages.values
    if stages.count < 2 { return name + (isEnd(block, on: map) ? " (beneficiaries)" : "") }
    let stage = stages[min(blocks[block].zone, stages.count - 1)].name
    // Beneficiaries stand by themselves, and others of their sector may stand beside them.
    return "\(stage): \(name)" + (isEnd(block, on: map) ? " (beneficiaries)" : "")
  }

  private func isEnd(_ block: Int, on map: NetworkMap) -> Bool { blocks[block].zone == map.legend.stages.count }
}

/// The numbers of an overview as tables.
struct BlockTables {
  private let overview: Overview

  /// More rows are no reading; a spreadsheet has them.
  private static let mostRows = 200

  init(_ overview: Overview) { self.overview = overview }

  private var map: NetworkMap { overview.map }

  /// The tables in Markdown, each with its heading.
  var blocks: [String] {
    let (names, links) = (overview.blocks.blocks.indices.map(overview.name), overview.links.links)
    if names.isEmpty { return [] }
    var starts = names.map { _ in 0 }
    var ends = starts
    for link in links where !link.isWithin {
      starts[link.source] += link.connections
      ends[link.target] += link.connections
      if link.isMutual {
        starts[link.target] += link.connections
        ends[link.source] += link.connections
      }
    }
    let boxes = names.indices.map { place in
      [
        names[place], String(overview.blocks.blocks[place].actorCount), String(overview.connections(within: place)),
        String(starts[place]), String(ends[place]),
      ]
    }
    let sorted = overview.links.largestBetween + links.filter(\.isWithin)
    let rows = sorted.prefix(Self.mostRows).map { row($0, names) }
    let showsCases = links.contains { $0.cases != nil }
    func shown(_ row: [String]) -> [String] { showsCases ? row : Array(row.dropLast()) }
    var result = [
      "## Boxes", MarkdownText.table(["Box", "Actors", "Connections within", "From it", "To it"], boxes),
    ]
    if !rows.isEmpty { result += ["## Lines", MarkdownText.table(shown(Self.header), rows.map(shown))] }
    if sorted.count > Self.mostRows {
      result.append(
        "\(counted(sorted.count - Self.mostRows, "more row")) \(sorted.count == Self.mostRows + 1 ? "is" : "are") in the table beside it (.csv)."
      )
    }
    result.append("Each connection is listed by `netmap query MAP --format csv`.")
    return result
  }

  /// The lines of most connections, and those within a box.
  func largest(_ number: Int) -> Document.Table {
    let names = overview.blocks.blocks.indices.map(overview.name)
    let all = overview.links.largestBetween + overview.links.links.filter(\.isWithin)
    let rest = all.count > number ? ", the first \(number) of \(all.count.grouped)" : ""
    return Document.Table(
      Self.header, numbers: [3, 4, 5], rows: all.prefix(number).map { row($0, names) },
      caption: "Connections between groups and sectors\(rest)")
  }

  /// All lines for a spreadsheet.
  var csv: String {
    let names = overview.blocks.blocks.indices.map(overview.name)
    return CSVText.text(header: Self.header.map { $0.lowercased() }, rows: overview.links.links.map { row($0, names) })
  }

  private static let header = ["From", "To", "Family", "Connections", "Unclear", "Cases"]

  private func row(_ link: BlockLink, _ names: [String]) -> [String] {
    [
      names[link.source], names[link.target],
      (map.legend.families[link.family]?.name ?? link.family.rawValue) + (link.isMutual ? ", mutual" : ""),
      String(link.connections), String(link.unclear), link.cases?.text(map.disclosure) ?? "",
    ]
  }
}

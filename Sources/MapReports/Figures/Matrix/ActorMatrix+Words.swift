import Documents
package import MapModel
import OrderedCollections

extension ActorMatrix {
  /// The legend of what is drawn.
  package var legend: FigureLegend {
    let sectors = Set(entries.compactMap(\.sector?.id))
    let letter = letters.values.first ?? ""
    let known = Presence.allCases.filter(states.contains).map { presence in
      FigureLegend.Entry(
        sign: .cell(letter + Self.sign(of: presence), .state(presence)),
        text: presence.name.prefix(1).uppercased() + presence.name.dropFirst() + ": \(presence.meaning)")
    }
    return FigureLegend(parts: [
      .init(
        id: "cells", heading: isOfBlocks ? "Numbers" : "Sign and colour: what is known",
        entries: isOfBlocks
          ? [
            .init(sign: .cell("12", .shade(1)), text: "Connections from the row to the column; the darker, the more"),
            .init(sign: .mark("(12)"), text: "Actors of a group or sector"),
          ] : [.init(sign: .mark("12"), text: "Rows: from whom; columns: to whom, by number")] + known),
      .init(
        id: "letters", heading: "Letter: kind of connection",
        entries: letters.compactMap { family, letter in
          map.legend.families[family].map { family in
            .init(
              sign: .mark(letter),
              text: family.name + (family.direction.isEmpty ? "" : ", \(family.direction)"))
          }
        }),
      .init(
        id: "sectors", heading: "Colour of rows and columns: sector",
        entries: map.legend.sectors.values.filter { sectors.contains($0.id) }
          .map { .init(sign: .sector($0), text: $0.name) }),
    ])
  }

  /// What the matrix says in words.
  package func words(of definition: FigureDefinition, showing content: FigureContent, in scope: Scope) -> FigureWords {
    let (summary, rows) = (summary, rows)
    var blocks = ["# \(MarkdownText.escaped(definition.heading))"]
    if !definition.message.isEmpty { blocks.append(MarkdownText.escaped(definition.message)) }
    blocks.append(MarkdownText.escaped(summary))
    if !rows.isEmpty { blocks += ["## Row by row", MarkdownText.list(rows)] }
    blocks.append(
      "The same as a table for a spreadsheet is the file beside it that ends in `.csv`; with all that is known of each"
        + " connection, `netmap query MAP --format csv` lists them.")
    blocks.append(published.closing(showsCases: false).joined(separator: "\n"))
    let sentences = isOfBlocks ? rows : map.sentences(content.answers, in: scope)
    return FigureWords(
      summary: summary, description: ([summary] + sentences).joined(separator: " "),
      markdown: blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n", csv: csv,
      blocks: rows.isEmpty ? [] : [.heading("Row by row"), .list(rows)])
  }

  private var summary: String {
    let what = "Matrix of \(counted(actorCount, "actor")) and \(counted(connectionCount, "connection"))"
    let rest =
      (hasMutual ? " A mutual connection stands in both cells of its two ends." : "")
      + (published.narrowing.isEmpty ? "" : " " + published.narrowing)
    guard isOfBlocks else {
      return what
        + ": rows are the actors from which connections start, columns those to which they point, by stages and"
        + " groups or sectors; \(counted(cells.count, "cell")) of \((entries.count * entries.count).grouped)"
        + " \(cells.count == 1 ? "is" : "are") filled." + rest
    }
    return what
      + " by \(counted(entries.count, "group or sector", plural: "groups and sectors")) in stages, since more than"
      + " \(Self.mostActors) actors cannot be read on a page: each cell is the number of connections from its row to its"
      + " column." + rest
  }

  /// Each row as a line: what it has with which columns, those of numbers with the greatest first.
  private var rows: [String] {
    let byRow = Dictionary(grouping: cells, by: \.row)
    return entries.indices.compactMap { row -> String? in
      guard let cells = byRow[row] else { return nil }
      let ordered =
        isOfBlocks
        ? cells.enumerated().sorted {
          ((Int($1.element.text) ?? 0), $0.offset) < ((Int($0.element.text) ?? 0), $1.offset)
        }.map(\.element) : cells
      let parts = ordered.prefix(Self.mostRowParts).map { "\(fullName(of: $0.column)) (\($0.words))" }
      let rest = ordered.count - parts.count
      return "\(fullName(of: row)) to " + (parts + (rest > 0 ? ["\(rest) more"] : [])).asList + "."
    }
  }

  private static let mostRowParts = 60

  /// A name that tells a block from that of the same name in another stage.
  private func fullName(of place: Int) -> String {
    isOfBlocks ? "\(entries[place].heading): \(entries[place].name)" : entries[place].name
  }

  /// What readers who do not see it are told of a cell.
  package func title(of cell: Cell) -> String {
    "\(fullName(of: cell.row)) to \(fullName(of: cell.column)): \(cell.words)"
  }

  /// The matrix as rows for a spreadsheet, with the number of connections or what is known of them in each cell.
  private var csv: String {
    let names = entries.indices.map(fullName)
    var rows = names.map { [$0] + [String](repeating: "", count: names.count) }
    for cell in cells { rows[cell.row][cell.column + 1] = isOfBlocks ? cell.text : cell.words }
    return CSVText.text(header: ["from"] + names, rows: rows)
  }
}

/// Articles as one file of HTML that needs nothing beside it: for reading, for printing, and for screen readers.
package struct ArticleHTML {
  private let article: Article
  private var tables = 0

  private init(_ article: Article) { self.article = article }

  /// The page; it is well-formed XML as well.
  /// - Complexity: O(n), where n is the length of the text with its pictures.
  package static func text(of article: Article) -> String {
    var writer = ArticleHTML(article)
    return writer.page
  }

  private var page: String {
    mutating get {
      let title = MarkupText.escaped(article.title)
      let notice = article.notice.isEmpty ? "" : "<p class=\"notice\">\(MarkupText.escaped(article.notice))</p>\n"
      let body = article.placed.map { text(of: $0) }.joined()
      return """
        <!DOCTYPE html>
        <html lang="\(article.language)" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(title)</title>
        <style>
        \(ArticleStyle.text)
        </style>
        </head>
        <body>
        <a class="skip" href="#text">Skip to the text</a>
        <header>
        <h1>\(title)</h1>
        \(notice)</header>
        <nav aria-labelledby="contents">
        <p id="contents">Contents</p>
        \(contents(article.sections, below: []))</nav>
        <main id="text" tabindex="-1">
        \(body)</main>
        </body>
        </html>

        """
    }
  }

  /// The sections as links, down to those in sections.
  private func contents(_ sections: [Article.Section], below path: [Int]) -> String {
    if sections.isEmpty || path.count > 1 { return "" }
    let items = sections.enumerated().map { number, section in
      let place = Article.Placed(path: path + [number + 1], section: section)
      return "<li><a href=\"#\(place.id)\">\(MarkupText.escaped(section.heading))</a>"
        + contents(section.sections, below: place.path) + "</li>\n"
    }
    return "<ol>\n\(items.joined())</ol>\n"
  }

  private mutating func text(of placed: Article.Placed) -> String {
    let heading = MarkupText.escaped(placed.section.heading)
    let wideEnd = placed.section.wideEnd
    var text = wideEnd == nil ? "" : "<div class=\"wide\">\n"
    text += "<h\(placed.level) id=\"\(placed.id)\">\(heading)</h\(placed.level)>\n"
    for (place, block) in placed.section.blocks.enumerated() {
      text += self.text(of: block)
      if place + 1 == wideEnd { text += "</div>\n" }
    }
    return text
  }

  private mutating func text(of block: Document.Block) -> String {
    switch block {
    // Headings in an article are those of its sections.
    case .heading(let heading): "<p><strong>\(MarkupText.escaped(heading))</strong></p>\n"
    case .paragraph(let entry): "<p>\(MarkupText.escaped(entry.text))</p>\n" + list(entry.details)
    case .list(let entries):
      "<ul>\n"
        + entries.map { "<li>\(MarkupText.escaped($0.text))\(list($0.details))</li>\n" }.joined() + "</ul>\n"
    case .terms(let terms):
      "<dl>\n"
        + terms.map { "<dt>\(MarkupText.escaped($0.name))</dt>\n<dd>\(MarkupText.escaped($0.meaning))</dd>\n" }.joined()
        + "</dl>\n"
    case .table(let table): text(of: table.withoutEmptyColumns)
    case .picture(let picture): text(of: picture)
    }
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n\(items.map { "<li>\(MarkupText.escaped($0))</li>\n" }.joined())</ul>\n"
  }

  /// A table whose first column heads its rows; one that is wider than the page is moved by keyboard, too.
  private mutating func text(of table: Document.Table) -> String {
    tables += 1
    let id = "table-\(tables)"
    func kind(_ column: Int) -> String { table.numbers.contains(column) ? " class=\"number\"" : "" }
    let header = table.header.enumerated().map { column, cell in
      "<th scope=\"col\"\(kind(column))>\(MarkupText.escaped(cell))</th>"
    }.joined()
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let text = MarkupText.escaped(cell)
        return column == 0 ? "<th scope=\"row\">\(text)</th>" : "<td\(kind(column))>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let caption = table.caption.isEmpty ? table.header.joined(separator: ", ") : table.caption
    return """
      <div class="scroll" role="region" aria-labelledby="\(id)" tabindex="0">
      <table>
      <caption id="\(id)">\(MarkupText.escaped(caption))</caption>
      <thead>
      <tr>\(header)</tr>
      </thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </div>

      """
  }

  private func text(of picture: Document.Picture) -> String {
    """
    <figure\(picture.isWide ? " class=\"wide\"" : "")>
    <figcaption>\(MarkupText.escaped(picture.caption))</figcaption>
    \(picture.svg)
    </figure>

    """
  }
}

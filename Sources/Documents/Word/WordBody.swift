/// The text of an article as Word has it.
struct WordBody {
  /// Lengths of Word: twentieths of a point.
  private static let twips = 20.0
  /// Lengths of drawings: 12,700 to the point.
  private static let unitsPerPoint = 12_700.0

  private let article: Article
  private var pictures = 0
  private var xml = ""

  private init(_ article: Article) { self.article = article }

  /// The main part of the file.
  static func text(of article: Article) -> String {
    var body = WordBody(article)
    body.write()
    return "<w:document xmlns:w=\"\(WordFile.main)\" xmlns:r=\"\(WordFile.relationships)\""
      + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>\(body.xml)"
      + "\(sectionEnd(isWide: false))</w:body></w:document>"
  }

  private mutating func write() {
    paragraph(article.title, style: "Title")
    if !article.notice.isEmpty { paragraph(article.notice, style: "Notice") }
    for placed in article.placed {
      let wideEnd = placed.section.wideEnd
      if wideEnd != nil { endPages(areWide: false) }
      paragraph(placed.section.heading, style: "Heading\(placed.level - 1)")
      let blocks = placed.section.blocks
      for (place, block) in blocks.enumerated() {
        write(block, isLeading: place + 1 < blocks.count && blocks[place + 1].hasCaption)
        if place + 1 == wideEnd { endPages(areWide: true) }
      }
    }
  }

  /// - Parameter isLeading: whether what comes next should stand on the same page.
  private mutating func write(_ block: Document.Block, isLeading: Bool) {
    switch block {
    case .heading(let heading): paragraph(heading, style: "Lead")
    case .paragraph(let entry):
      paragraph(entry.text, style: entry.details.isEmpty ? "" : "Introduction", isLeading: isLeading)
      for detail in entry.details { paragraph(detail, style: "ListBullet") }
    case .list(let entries):
      for entry in entries {
        paragraph(entry.text, style: "ListBullet")
        for detail in entry.details { paragraph(detail, style: "ListBullet2") }
      }
    case .terms(let terms):
      for term in terms {
        xml += "<w:p><w:pPr><w:pStyle w:val=\"Definition\"/></w:pPr>"
        xml += Self.run(term.name, isStrong: true) + Self.run(": \(term.meaning)") + "</w:p>"
      }
    case .table(let table): write(table.withoutEmptyColumns)
    case .picture(let picture): write(picture)
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ text: String, style: String = "", isLeading: Bool = false) {
    let parts = (style.isEmpty ? "" : "<w:pStyle w:val=\"\(style)\"/>") + (isLeading ? "<w:keepNext/>" : "")
    let properties = parts.isEmpty ? "" : "<w:pPr>\(parts)</w:pPr>"
    xml += "<w:p>\(properties)\(Self.run(text))</w:p>"
  }

  static func run(_ text: String, isStrong: Bool = false) -> String {
    if text.isEmpty { return "" }
    let properties = isStrong ? "<w:rPr><w:b/></w:rPr>" : ""
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(MarkupText.escaped(text))</w:t></w:r>"
  }

  // MARK: Pages

  /// Ends pages of one kind, so that those of the other begin.
  private mutating func endPages(areWide: Bool) {
    xml += "<w:p><w:pPr><w:pStyle w:val=\"PageEnd\"/>\(Self.sectionEnd(isWide: areWide))</w:pPr></w:p>"
  }

  private static func sectionEnd(isWide: Bool) -> String {
    let (width, height) = (number(Document.Page.width * twips), number(Document.Page.height * twips))
    let margin = number(Document.Page.margin * twips)
    let size =
      isWide
      ? "w:w=\"\(height)\" w:h=\"\(width)\" w:orient=\"landscape\"" : "w:w=\"\(width)\" w:h=\"\(height)\""
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz \(size)/>"
      + "<w:pgMar w:top=\"\(margin)\" w:right=\"\(margin)\" w:bottom=\"\(margin)\" w:left=\"\(margin)\""
      + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
  }

  private static func number(_ length: Double) -> Int { Int(length.rounded()) }

  // MARK: Tables

  private mutating func write(_ table: Document.Table) {
    if table.header.isEmpty { return }
    if !table.caption.isEmpty { paragraph(table.caption, style: "Caption") }
    let isDense = table.header.count > Self.mostPlainColumns
    let widths = Self.widths(of: table, isDense: isDense)
    let caption = MarkupText.escaped(table.caption)
    xml += "<w:tbl><w:tblPr><w:tblStyle w:val=\"DataTable\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
    xml += "<w:tblLayout w:type=\"fixed\"/>"
    xml += "<w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\""
    xml += " w:noHBand=\"0\" w:noVBand=\"1\"/>"
    xml += caption.isEmpty ? "" : "<w:tblCaption w:val=\"\(caption)\"/>"
    xml += "</w:tblPr><w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>"
    for (number, row) in ([table.header] + table.rows).enumerated() {
      xml += "<w:tr><w:trPr><w:cantSplit/>\(number == 0 ? "<w:tblHeader/>" : "")</w:trPr>"
      for (column, cell) in row.enumerated() {
        let alignment = table.numbers.contains(column) ? "<w:jc w:val=\"right\"/>" : ""
        let style = (number == 0 ? "TableHeading" : "TableText") + (isDense ? "Small" : "")
        xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[column])\" w:type=\"dxa\"/></w:tcPr>"
        xml += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(alignment)</w:pPr>\(Self.run(cell))</w:p></w:tc>"
      }
      xml += "</w:tr>"
    }
    // What follows a table needs a distance, and two tables would become one.
    xml += "</w:tbl>"
    paragraph("", style: "AfterTable")
  }

  /// Tables of more columns have smaller letters.
  private static let mostPlainColumns = 6

  /// The widths of columns, so that each has room for its longest word, and those of longer texts have more.
  private static func widths(of table: Document.Table, isDense: Bool) -> [Int] {
    let room = Document.Page.textWidth * twips
    // Letters are a little wider than half as high, and cells have margins.
    let letter = (isDense ? 4.5 : 5.1) * twips
    let margin = 9 * twips
    let needs = table.header.indices.map { column -> (least: Double, wanted: Double) in
      let cells = ([table.header] + table.rows).map { $0[column] }
      // Strong letters, as headings have, are wider.
      let heading = table.header[column].split { $0 == " " || $0 == "-" }.map {
        Int((Double($0.count) * 1.15).rounded(.up))
      }
      let words = heading + cells.flatMap { $0.split { $0 == " " || $0 == "-" }.map(\.count) }
      let longest = cells.map(\.count).max() ?? 0
      return (Double(min(words.max() ?? 1, 24)) * letter + margin, Double(min(longest, 60)) * letter + margin)
    }
    let (least, wanted) = (needs.reduce(0) { $0 + $1.least }, needs.reduce(0) { $0 + $1.wanted })
    if least >= room { return needs.map { number($0.least * room / least) } }
    if wanted <= room { return needs.map { number($0.wanted) } }
    let share = (room - least) / (wanted - least)
    return needs.map { number($0.least + ($0.wanted - $0.least) * share) }
  }

  // MARK: Pictures

  private mutating func write(_ picture: Document.Picture) {
    pictures += 1
    if !picture.caption.isEmpty { paragraph(picture.caption, style: "Caption") }
    let isWide = picture.isWide
    let (across, down) = (Document.Page.textWidth, Document.Page.textHeight)
    // Headings, the message and the caption stand on the page, too.
    let room = isWide ? (down, across - 110) : (across, down - 90)
    let factor = min(1, room.0 / picture.width, room.1 / picture.height)
    let width = Int((picture.width * factor * Self.unitsPerPoint).rounded())
    let height = Int((picture.height * factor * Self.unitsPerPoint).rounded())
    let words = MarkupText.escaped(picture.alternative)
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    xml += "<w:p><w:pPr><w:pStyle w:val=\"Figure\"/></w:pPr><w:r><w:drawing>"
    xml += "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"\(width)\" cy=\"\(height)\"/>"
    xml += "<wp:docPr id=\"\(pictures)\" name=\"Picture \(pictures)\" descr=\"\(words)\"/>"
    xml += "<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"\(drawing)/main\" noChangeAspect=\"1\"/>"
    xml += "</wp:cNvGraphicFramePr><a:graphic xmlns:a=\"\(drawing)/main\"><a:graphicData uri=\"\(drawing)/picture\">"
    xml += "<pic:pic xmlns:pic=\"\(drawing)/picture\"><pic:nvPicPr><pic:cNvPr id=\"\(pictures)\""
    xml += " name=\"picture\(pictures).svg\" descr=\"\(words)\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
    xml += "<a:blip r:embed=\"rIdPixels\(pictures)\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
    xml += "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""
    xml += " r:embed=\"rIdDrawing\(pictures)\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>"
    xml += "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(width)\" cy=\"\(height)\"/></a:xfrm>"
    xml += "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    xml += "</wp:inline></w:drawing></w:r></w:p>"
  }
}

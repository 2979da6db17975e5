/// How articles look in Word: styles by the names that Word knows, so that an editor's template takes their place.
enum WordStyles {
  private struct Style {
    var id: String
    var name: String
    /// What stands in `w:pPr`.
    var paragraph = ""
    /// What stands in `w:rPr`.
    var run = ""
    var base = "Normal"
    var next = ""
    /// Whether it is one that Word offers by itself.
    var isOffered = true
  }

  /// The colour of headings, which is 10:1 on white.
  private static let blue = "12436D"

  private static func heading(_ level: Int, size: Int) -> Style {
    Style(
      id: "Heading\(level)", name: "heading \(level)",
      paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"\(level == 1 ? 480 : 320)\" w:after=\"120\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      run: "<w:b/><w:color w:val=\"\(blue)\"/><w:sz w:val=\"\(size)\"/>", next: "Normal")
  }

  private static let styles = [
    Style(
      id: "Title", name: "Title", paragraph: "<w:keepNext/><w:spacing w:after=\"240\"/>",
      run: "<w:b/><w:color w:val=\"\(blue)\"/><w:sz w:val=\"44\"/>", next: "Normal"),
    heading(1, size: 32), heading(2, size: 26), heading(3, size: 24), heading(4, size: 22), heading(5, size: 22),
    Style(
      id: "Caption", name: "caption",
      paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/>",
      run: "<w:b/><w:sz w:val=\"20\"/>"),
    Style(
      id: "ListBullet", name: "List Bullet",
      paragraph: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>"),
    Style(
      id: "ListBullet2", name: "List Bullet 2",
      paragraph: "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>"),
    Style(id: "Header", name: "header", run: "<w:b/><w:sz w:val=\"18\"/>"),
    Style(id: "Footer", name: "footer", paragraph: "<w:jc w:val=\"right\"/>", run: "<w:sz w:val=\"18\"/>"),
    Style(
      id: "Notice", name: "Notice",
      paragraph: "<w:pBdr>"
        + ["top", "left", "bottom", "right"].map {
          "<w:\($0) w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"801650\"/>"
        }.joined() + "</w:pBdr>", run: "<w:b/>", isOffered: false),
    Style(
      id: "Lead", name: "Lead", paragraph: "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>", run: "<w:b/>",
      isOffered: false),
    Style(
      id: "Definition", name: "Definition",
      paragraph: "<w:spacing w:after=\"80\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>", isOffered: false),
    Style(id: "Figure", name: "Figure", paragraph: "<w:spacing w:after=\"160\"/>", isOffered: false),
    Style(
      id: "TableText", name: "Table Text",
      paragraph: "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\""
        + " w:lineRule=\"auto\"/>", run: "<w:sz w:val=\"18\"/>", isOffered: false),
    Style(
      id: "TableHeading", name: "Table Heading", paragraph: "<w:keepNext/>", run: "<w:b/>", base: "TableText",
      isOffered: false),
    Style(
      id: "TableTextSmall", name: "Table Text Small", run: "<w:sz w:val=\"15\"/>", base: "TableText", isOffered: false),
    Style(
      id: "TableHeadingSmall", name: "Table Heading Small", run: "<w:sz w:val=\"15\"/>", base: "TableHeading",
      isOffered: false),
    Style(
      id: "Introduction", name: "Introduction", paragraph: "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
      isOffered: false),
    Style(
      id: "AfterTable", name: "After Table", paragraph: "<w:spacing w:after=\"120\"/>", run: "<w:sz w:val=\"12\"/>",
      isOffered: false),
    Style(
      id: "PageEnd", name: "Page End",
      paragraph: "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\""
        + " w:lineRule=\"exact\"/>", run: "<w:sz w:val=\"2\"/>", isOffered: false),
  ]

  /// All styles.
  /// - Parameter language: the language of the text.
  static func text(language: String) -> String {
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>"
      + "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"\(language)\" w:eastAsia=\"\(language)\" w:bidi=\"ar-SA\"/>"
      + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>"
      + "</w:pPrDefault></w:docDefaults>"
    let normal =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
      + "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      + "<w:name w:val=\"Default Paragraph Font\"/></w:style>"
      + "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/></w:style>"
    return "<w:styles xmlns:w=\"\(WordFile.main)\">\(defaults)\(normal)\(tables)\(styles.map(text).joined())</w:styles>"
  }

  private static func text(of style: Style) -> String {
    let custom = style.isOffered ? "" : " w:customStyle=\"1\""
    let next = style.next.isEmpty ? "" : "<w:next w:val=\"\(style.next)\"/>"
    let paragraph = style.paragraph.isEmpty ? "" : "<w:pPr>\(style.paragraph)</w:pPr>"
    let run = style.run.isEmpty ? "" : "<w:rPr>\(style.run)</w:rPr>"
    return "<w:style w:type=\"paragraph\"\(custom) w:styleId=\"\(style.id)\"><w:name w:val=\"\(style.name)\"/>"
      + "<w:basedOn w:val=\"\(style.base)\"/>\(next)<w:qFormat/>\(paragraph)\(run)</w:style>"
  }

  /// Tables without vertical lines, and with a strong one below the header.
  private static let tables =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
    + "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"60\""
    + " w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    + "</w:style><w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"DataTable\"><w:name w:val=\"Data Table\"/>"
    + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
    + "<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/>"
    + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/>"
    + "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/></w:tblBorders></w:tblPr>"
    + "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>"
    + "<w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"1A1A1A\"/></w:tcBorders></w:tcPr></w:tblStylePr>"
    + "</w:style>"

  /// Bullets on two levels.
  static let numbering: String = {
    let levels = [(0, "\u{2022}", 360), (1, "\u{2013}", 720)].map { level, sign, indent in
      "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\(sign)\"/>"
        + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"\(indent)\" w:hanging=\"360\"/></w:pPr></w:lvl>"
    }
    return "<w:numbering xmlns:w=\"\(WordFile.main)\"><w:abstractNum w:abstractNumId=\"0\">"
      + "<w:multiLevelType w:val=\"hybridMultilevel\"/>\(levels.joined())</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
  }()

  /// How Word treats the file: as one of its present versions.
  static func settings(language: String) -> String {
    "<w:settings xmlns:w=\"\(WordFile.main)\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
      + "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\""
      + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"\(language)\"/></w:settings>"
  }

  /// The typefaces, with what stands for them where they are missing.
  static let fonts =
    "<w:fonts xmlns:w=\"\(WordFile.main)\"><w:font w:name=\"Arial\"><w:altName w:val=\"Liberation Sans\"/>"
    + "<w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"
}

package import Tabular

/// Articles as files of Word (Office Open XML, ECMA-376): real headings, captions, lists and tables whose header rows are
/// repeated; pictures as SVG, with the same in pixels for programs that do not read it, each with words in its place.
///
/// The same article gives the same bytes, since no clock is asked.
package struct WordFile {
  private let article: Article

  private init(_ article: Article) { self.article = article }

  /// The file.
  /// - Throws: ``ZipFault`` if it would be larger than an archive can be.
  /// - Complexity: O(n), where n is the length of the text with its pictures.
  package static func bytes(of article: Article) throws(ZipFault) -> [UInt8] { try WordFile(article).archive }

  private var archive: [UInt8] {
    get throws(ZipFault) {
      let pictures = article.pictures
      var zip = ZipWriter()
      try zip.add("[Content_Types].xml", Self.part(contentTypes))
      try zip.add("_rels/.rels", Self.part(Self.relations(Self.packageParts)))
      try zip.add("docProps/core.xml", Self.part(properties))
      try zip.add(
        "docProps/app.xml",
        Self.part(
          "<Properties xmlns=\"\(Self.office)/extended-properties\"><Application>netmap</Application></Properties>"))
      try zip.add("word/document.xml", Self.part(WordBody.text(of: article)))
      try zip.add("word/_rels/document.xml.rels", Self.part(Self.relations(parts(pictures.count))))
      try zip.add("word/styles.xml", Self.part(WordStyles.text(language: MarkupText.escaped(article.language))))
      try zip.add("word/numbering.xml", Self.part(WordStyles.numbering))
      try zip.add("word/settings.xml", Self.part(WordStyles.settings(language: MarkupText.escaped(article.language))))
      try zip.add("word/fontTable.xml", Self.part(WordStyles.fonts))
      try zip.add("word/header1.xml", Self.part(header))
      try zip.add("word/footer1.xml", Self.part(Self.footer))
      for (index, picture) in pictures.enumerated() {
        try zip.add("word/media/picture\(index + 1).png", picture.png, isCompressed: false)
        try zip.add("word/media/picture\(index + 1).svg", Self.part(picture.svg))
      }
      return zip.archive()
    }
  }

  private static func part(_ xml: String) -> [UInt8] {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml).utf8)
  }

  // MARK: Which parts there are

  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "\(office)/relationships"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private var contentTypes: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let overrides = [
      ("/word/document.xml", "\(word).document.main+xml"), ("/word/styles.xml", "\(word).styles+xml"),
      ("/word/numbering.xml", "\(word).numbering+xml"), ("/word/settings.xml", "\(word).settings+xml"),
      ("/word/fontTable.xml", "\(word).fontTable+xml"), ("/word/header1.xml", "\(word).header+xml"),
      ("/word/footer1.xml", "\(word).footer+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ].map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }
    let defaults = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
      ("png", "image/png"), ("svg", "image/svg+xml"),
    ].map { "<Default Extension=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return "<Types xmlns=\"\(Self.package)/content-types\">\((defaults + overrides).joined())</Types>"
  }

  private static let packageParts = [
    ("rId1", "\(relationships)/officeDocument", "word/document.xml"),
    ("rId2", "\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", "\(relationships)/extended-properties", "docProps/app.xml"),
  ]

  private func parts(_ pictures: Int) -> [(String, String, String)] {
    let fixed = [
      ("rIdStyles", "styles", "styles.xml"), ("rIdNumbering", "numbering", "numbering.xml"),
      ("rIdSettings", "settings", "settings.xml"), ("rIdFonts", "fontTable", "fontTable.xml"),
      ("rIdHeader", "header", "header1.xml"), ("rIdFooter", "footer", "footer1.xml"),
    ]
    let images = (1...max(1, pictures)).prefix(pictures).flatMap { number in
      [
        ("rIdPixels\(number)", "image", "media/picture\(number).png"),
        ("rIdDrawing\(number)", "image", "media/picture\(number).svg"),
      ]
    }
    return (fixed + images).map { ($0, "\(Self.relationships)/\($1)", $2) }
  }

  private static func relations(_ parts: [(id: String, kind: String, target: String)]) -> String {
    let entries = parts.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.kind)\" Target=\"\($0.target)\"/>" }
    return "<Relationships xmlns=\"\(package)/relationships\">\(entries.joined())</Relationships>"
  }

  // MARK: What stands beside the text

  /// Title and language, by which readers and screen readers know the file; no time, which would differ on each run.
  private var properties: String {
    "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(MarkupText.escaped(article.title))</dc:title>"
      + "<dc:language>\(MarkupText.escaped(article.language))</dc:language></cp:coreProperties>"
  }

  /// The notice, on every page.
  private var header: String {
    let text = WordBody.run(article.notice)
    return "<w:hdr xmlns:w=\"\(Self.main)\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(text)</w:p></w:hdr>"
  }

  /// The number of the page.
  private static let footer =
    "<w:ftr xmlns:w=\"\(main)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
    + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>"
}

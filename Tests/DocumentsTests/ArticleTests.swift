import TestSupport
import Testing
import XML

@testable import Documents
@testable import Tabular

struct ArticleTests {
  private static func picture(_ id: String, width: Double = 200, textSize: Double = 10) -> Document.Picture {
    var picture = Document.Picture(
      id: id, caption: "Figure 1 A & B", alternative: "A \"b\" <c>",
      svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><title>A</title></svg>",
      png: [0x89, 0x50, 0x4E, 0x47],
      width: width, height: 100)
    picture.textSize = textSize
    return picture
  }

  private static func article(_ text: String) -> Article {
    Article(
      text, notice: text,
      sections: [
        Article.Section(
          text, dividing: [.paragraph(text), .heading(text), .paragraph(.init(text, details: [text])), .list([text])]),
        Article.Section(
          text,
          [
            .table(Document.Table([text, "", "N"], numbers: [2], rows: [[text, "", text]], caption: text)),
            .terms([.init(text, meaning: text)]), .picture(picture("p")),
            .picture(picture("q", width: 2000, textSize: 8)),
          ]),
      ])
  }

  @Test func `is written in Markdown with levels, captions and places of pictures`() {
    let article = Article(
      "T", notice: "For us.",
      sections: [
        Article.Section(
          "One", [.paragraph("1. is no list"), .paragraph("# and no heading")],
          sections: [Article.Section("Inner", [.picture(Self.picture("p"))])]),
        Article.Section(
          "Two", [.table(Document.Table(["A", "", "B"], numbers: [2], rows: [["a", "", "1"]], caption: "C"))]),
      ])
    #expect(
      MarkdownText.text(of: article.placingPictures(in: "my figures")) == ##"""
        # T

        **For us.**

        ## One

        1\. is no list

        \# and no heading

        ### Inner

        **Figure 1 A &amp; B**

        ![A "b" &lt;c>](my%20figures/p.svg)

        ## Two

        **C**

        | A | B |
        | --- | ---: |
        | a | 1 |

        """##)
  }

  @Test(arguments: HostileText.samples)
  func `is well formed whatever it holds`(text: String) throws {
    let article = Self.article(text)
    let page = try XMLTree(reading: Array(ArticleHTML.text(of: article).replacing("<!DOCTYPE html>\n", with: "").utf8))
    let words = MarkupText.escaped(text)
    #expect(!words.contains("<") && !words.contains("\u{202E}"))
    #expect(page.descendants("h1").count == 1 && page.descendants("script").isEmpty)
    for (name, bytes) in try Self.parts(of: try WordFile.bytes(of: article)) where !name.hasSuffix(".png") {
      let part = try XMLTree(reading: bytes)
      if name == "word/document.xml" { #expect(part.descendants("w:drawing").count == 2) }
    }
  }

  @Test func `leaves out no level of headings, however deep sections lie`() throws {
    var section = Article.Section("deepest")
    for depth in 0..<9 { section = Article.Section("at \(depth)", sections: [section]) }
    let html = ArticleHTML.text(of: Article("T", sections: [section, Article.Section("last")]))
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels == [1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 6, 2])
    let body = WordBody.text(of: Article("T", sections: [section]))
    #expect(body.contains("w:val=\"Heading5\"") && !body.contains("w:val=\"Heading6\""))
  }

  @Test func `has in a file of Word all parts that it names, and the same bytes each time`() throws {
    let bytes = try WordFile.bytes(of: Self.article("Words"))
    #expect(try WordFile.bytes(of: Self.article("Words")) == bytes)
    let parts = try Self.parts(of: bytes)
    let types = try XMLTree(reading: try #require(parts["[Content_Types].xml"]))
    let (named, endings) = (
      Set(types.descendants("Override").compactMap { $0["PartName"].map { String($0.dropFirst()) } }),
      Set(types.descendants("Default").compactMap { $0["Extension"] })
    )
    #expect(named.isSubset(of: parts.keys))
    #expect(
      parts.keys.allSatisfy { named.contains($0) || endings.contains(String($0.split(separator: ".").last ?? "")) })
    for (list, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
      let relations = try XMLTree(reading: try #require(parts[list])).descendants("Relationship")
      #expect(!relations.isEmpty && relations.allSatisfy { parts[folder + ($0["Target"] ?? "")] != nil })
      let ids = relations.compactMap { $0["Id"] }
      #expect(Set(ids).count == ids.count)
    }
    let body = String(decoding: try #require(parts["word/document.xml"]), as: UTF8.self)
    let known = String(decoding: try #require(parts["word/_rels/document.xml.rels"]), as: UTF8.self)
    for id in body.matches(of: /r:(?:id|embed)="([^"]*)"/) { #expect(known.contains("Id=\"\(id.1)\"")) }
    let styles = String(decoding: try #require(parts["word/styles.xml"]), as: UTF8.self)
    for style in body.matches(of: /<w:(?:p|tbl)Style w:val="([^"]*)"/) {
      #expect(styles.contains("w:styleId=\"\(style.1)\""), "\(style.1)")
    }
  }

  @Test func `puts a picture with small letters on a page across, with its heading`() {
    let body = WordBody.text(of: Self.article("Words"))
    let ends = body.matches(of: /<w:pgSz ([^\/]*)\/>/).map { $0.1.contains("landscape") }
    #expect(ends == [false, true, false])
    let html = ArticleHTML.text(of: Self.article("Words"))
    #expect(html.contains("<div class=\"wide\">\n<h2 id=\"section-2\">"))
  }

  private static func parts(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ZipArchive(.memory(bytes))
    var parts: [String: [UInt8]] = [:]
    for entry in archive.entries { parts[entry.name] = try archive.bytes(of: entry) }
    return parts
  }
}

extension XMLTree {
  /// All elements of a name in it.
  fileprivate func descendants(_ name: String) -> [XMLTree] {
    children.flatMap { child -> [XMLTree] in
      guard case .element(let element) = child else { return [] }
      return (element.name == name ? [element] : []) + element.descendants(name)
    }
  }
}

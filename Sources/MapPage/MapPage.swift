import Documents
import MapAnalysis
public import MapDisclosure
public import MapDrawing
import MapModel
import MapReports
import OrderedCollections
import Tabular
import XML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A map as a page to be looked at and asked: one file that needs no network and no server.
///
/// It holds the picture, what is known of everything on it as data that no browser runs, and a script and a style sheet
/// that a content security policy lets through by their digests; nothing else is.
public struct MapPage: Sendable {
  private let figure: Figure
  private let data: PageData
  private let title: String
  private let notice: String
  private let language: String
  private let book: Phrasebook?
  /// The outlines of the map's sectors.
  private let outlines: [MapColor]

  /// Draws a map and collects what is known of it.
  /// - Complexity: that of drawing the whole map, and of its measures, gaps and claims.
  public init(of published: PublishedMap) {
    self = Phrasebook.$open.withValue(PageWords.book(of: published.map)) { Self(saying: published) }
  }

  /// Does so in the language of what is written.
  private init(saying published: PublishedMap) {
    let map = published.map
    (language, book) = (map.language, Phrasebook.open)
    let picture = PagePicture(of: published), content = picture.plan.content
    figure = Figure(
      id: picture.plan.figure.id, heading: picture.plan.figure.heading, scene: picture.scene,
      summary: picture.plan.figure.summary, alternative: "",
      description: say(
        "Network map of \(counted(content.actors.count, "actor")) and \(counted(content.answers.count, "connection"))."
      ))
    data = PageData(of: published, content: content, gaps: map.gaps(), isGrouped: picture.isGrouped)
    title = map.title
    outlines = map.legend.sectors.values.map(\.outline)
    notice =
      published.isForTeam
      ? "<p class=\"notice\" id=\"team\"><strong>\(XMLTree.escaped(Audience.teamOnly))</strong></p>" : ""
  }

  /// The page.
  /// - Throws: ``FigureError`` if the map cannot be drawn.
  public func html() throws(FigureError) -> String {
    let result = Phrasebook.$open.withValue(book) {
      Result<String, FigureError> { () throws(FigureError) -> String in try text() }
    }
    return try result.get()
  }

  private func text() throws(FigureError) -> String {
    let scene = figure.scene
    let svg = EmbeddedSVG(try figure.svg(), fontSize: scene.fontSize, fill: scene.textColor.description)
    let script = PageResources.script
    // Each printed sheet of a page for the team says so.
    let sheet =
      notice.isEmpty ? "" : "\n@page { @top-center { content: \"\(Self.inStyle(Audience.teamOnly))\" } }"
    let style = PageResources.short(colors + svg.style + PageResources.style) + sheet
    let policy =
      "default-src 'none'; script-src 'sha256-\(Self.digest(script))'; style-src 'sha256-\(Self.digest(style))';"
      + " base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(XMLTree.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(notice.isEmpty ? "" : XMLTree.escaped(say("For the team only: ")))\(XMLTree.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(PageWords.translated(PageResources.body).replacing("{1}", with: XMLTree.escaped(Self.measured))
        .replacing("<!-- title -->", with: XMLTree.escaped(title))
        .replacing("<!-- notice -->", with: notice)
        .replacing("<!-- picture -->", with: svg.tree.text.replacing(" lang=\"en-GB\"", with: "", maxReplacements: 1).replacing(">\n<", with: "><")))
      <script type="application/json" id="data">\(data.inertJSON)</script>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// A text between quotation marks of a style sheet.
  private static func inStyle(_ text: String) -> String {
    text.filter { !"\"\\<\n\r\u{C}".contains($0) }
  }

  /// The palette as custom properties, so that the style sheet names the colours of figures and holds none.
  private var colors: String {
    ":root { " + Palette.ofPage(besides: outlines).map { "--\($0.name): \($0.color);" }.joined(separator: " ") + " }\n"
  }

  /// The headings of the measures' columns, as a list in words.
  private static var measured: String { PageMeasure.all.compactMap(\.heading).map { "“\(said($0))”" }.asList }

  /// The SHA-256 digest of a text (FIPS 180-4), in Base64.
  private static func digest(_ text: String) -> String {
    Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()
  }
}

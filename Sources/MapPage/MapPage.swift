public import Graphviz
import MapAnalysis
import MapDrawing
public import MapModel
import OrderedCollections
import Tabular

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
  private let figure: DrawnFigure
  private let data: PageData
  private let title: String
  private let notice: String

  /// Draws a map and collects what is known of it.
  /// - Parameter map: the map, as its audience may see it.
  /// - Complexity: that of drawing the whole map, and of its measures, gaps and claims.
  public init(of map: NetworkMap) {
    // Who is expected and missing stands on the map, so that its gap leads there.
    let gaps = map.gaps()
    var marks = GapMarks(gaps, in: nil)
    (marks.missingPairs, marks.bearing, marks.sentences) = ([], [], [])
    let drawing = FigureDrawing(
      FigureDefinition("map", title: map.title, content: .map(.init())), of: map, in: nil, style: FigureStyle(),
      marks: marks)
    let drawn = drawing.drawn
    // The script names the parts of the picture, and the page's panel and table say what it shows.
    figure = DrawnFigure(
      id: drawn.id, heading: drawn.heading, document: drawn.document, summary: drawn.summary, alternative: "",
      description: drawn.summary, labels: [:])
    data = PageData(of: map, content: drawing.content, gaps: gaps)
    title = map.title
    notice =
      map.audience == .team
      ? "<p class=\"notice\" id=\"team\"><strong>\(Self.escaped(Audience.teamOnly))</strong></p>" : ""
  }

  /// The page.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the map.
  public func html() throws(GraphvizError) -> String {
    let svg = String(decoding: try figure.bytes(as: .svg), as: UTF8.self)
    let script = PageResources.script
    // Each printed sheet of a page for the team says so.
    let sheet = notice.isEmpty ? "" : "\n@page { @top-center { content: \"\(Audience.teamOnly)\" } }"
    let style = Self.colors + PageResources.style + sheet
    let policy =
      "default-src 'none'; script-src 'sha256-\(Self.digest(script))'; style-src 'sha256-\(Self.digest(style))';"
      + " base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(notice.isEmpty ? "" : "For the team only: ")\(Self.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(PageResources.body.replacing("<!-- title -->", with: Self.escaped(title))
        .replacing("<!-- notice -->", with: notice)
        .replacing("<!-- measures -->", with: Self.escaped(Self.measured))
        .replacing("<!-- picture -->", with: Self.inline(svg)))
      <script type="application/json" id="data">\(data.inertJSON)</script>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// The picture without what only a file of its own needs: the style sheet says once how text looks, and tenths of a
  /// point are enough on a screen.
  private static func inline(_ svg: String) -> String {
    let start = svg.firstRange(of: "<svg")?.lowerBound ?? svg.endIndex
    return String(svg[start...].replacing(#/ font-family="[^"]*"/#, with: "")).replacing(#/(\d\.\d)\d+/#) { $0.1 }
      .replacing(" font-size=\"11.0\" fill=\"\(Palette.text)\"", with: "")
  }

  /// The palette as custom properties, so that the style sheet names the colours of figures and holds none.
  private static let colors =
    ":root { " + Palette.ofPage.map { "--\($0.name): \($0.color);" }.joined(separator: " ") + " }\n"

  /// The headings of the measures' columns, as a list in words.
  private static let measured: String = {
    let headings = PageMeasure.all.compactMap(\.heading).map { "“\($0)”" }
    return headings.dropLast().joined(separator: ", ") + " and " + (headings.last ?? "")
  }()

  /// Text that HTML shows as it is.
  private static func escaped(_ text: String) -> String { AccessibleSVG.escaped(text) }

  /// The SHA-256 digest of a text (FIPS 180-4), in Base64.
  private static func digest(_ text: String) -> String {
    Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()
  }
}

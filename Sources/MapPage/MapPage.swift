import MapAnalysis
public import MapDisclosure
public import MapDrawing
import MapModel
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
  private let figure: Figure
  private let data: PageData
  private let title: String
  private let notice: String

  /// Draws a map and collects what is known of it.
  /// - Complexity: that of drawing the whole map, and of its measures, gaps and claims.
  public init(of published: PublishedMap) {
    let map = published.map
    // Who is expected and missing stands on the map, so that its gap leads there.
    var marks = GapMarks(map.gaps(), in: .wholeMap)
    (marks.missingPairs, marks.bearing, marks.sentences) = ([], [], [])
    let plan = FigurePlan(
      FigureDefinition("map", title: map.title, content: .map(.init())), of: published, in: .wholeMap, style: FigureStyle(),
      marks: marks)
    let whole = plan.figure
    // The script names the parts of the picture, and the page's panel and table say what it shows.
    var scene = whole.scene
    scene.titles = [:]
    figure = Figure(
      id: whole.id, heading: whole.heading, scene: scene, summary: whole.summary, alternative: "",
      description: whole.summary)
    data = PageData(of: published, content: plan.content)
    title = map.title
    notice =
      published.isForTeam
      ? "<p class=\"notice\" id=\"team\"><strong>\(XMLTree.escaped(Audience.teamOnly))</strong></p>" : ""
  }

  /// The page.
  /// - Throws: ``FigureError`` if the map cannot be drawn.
  public func html() throws(FigureError) -> String {
    let scene = figure.scene
    let svg = try figure.svg().embedded(fontSize: scene.fontSize, fill: scene.textColor.description)
    let script = "'use strict';(() => {\n" + PageResources.scripts.map(Self.lean).joined(separator: "\n") + "\n})();"
    // Each printed sheet of a page for the team says so.
    let sheet = notice.isEmpty ? "" : "\n@page { @top-center { content: \"\(Audience.teamOnly)\" } }"
    let style = Self.lean(PageResources.css) + sheet
    let body = Self.lean(PageResources.html)
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
      <title>\(notice.isEmpty ? "" : "For the team only: ")\(XMLTree.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body.replacing("<!-- title -->", with: XMLTree.escaped(title))
        .replacing("<!-- notice -->", with: notice)
        .replacing("<!-- picture -->", with: svg.text))
      <script type="application/json" id="data">\(Self.inert(data))</script>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// A resource without the comments and the indentation that only its writers need.
  private static func lean(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("//") && !$0.hasPrefix("/**") }.joined(separator: "\n")
  }

  /// Data as JSON that no browser takes for anything else.
  private static func inert(_ data: PageData) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(data) else { preconditionFailure("all numbers of a page are finite") }
    return String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
  }

  /// The SHA-256 digest of a text (FIPS 180-4), in Base64.
  private static func digest(_ text: String) -> String {
    Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()
  }
}

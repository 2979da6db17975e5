public import Graphviz
import MapAnalysis
import MapModel
import OrderedCollections

/// A form in which a figure is written.
public enum FigureFormat: String, Sendable, CaseIterable {
  /// Scalable vector graphics, with title, description and labels.
  case svg
  /// The drawing in the DOT language, with places.
  case dot
  /// A picture of pixels, 192 to the inch.
  case png
  /// A page.
  case pdf
}

extension FigureDrawing {
  /// The name and the bytes of a file.
  public struct File: Sendable {
    /// The name, without a folder.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The figure's files: one for each format, and its text alternative.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the figure.
  public func files(_ formats: [FigureFormat]) throws(GraphvizError) -> [File] {
    var files: [File] = []
    for format in FigureFormat.allCases where formats.contains(format) {
      files.append(File(name: "\(definition.id).\(format.rawValue)", bytes: try bytes(as: format)))
    }
    files.append(File(name: "\(definition.id).md", bytes: Array(TextAlternative(of: self).markdown.utf8)))
    return files
  }

  /// The figure in one format.
  /// - Throws: `GraphvizError` if libgraphviz cannot draw the figure.
  public func bytes(as format: FigureFormat) throws(GraphvizError) -> [UInt8] {
    switch format {
    case .dot: return Array(document.text.utf8)
    case .svg:
      let svg = try GraphvizSession.render(document, engine: .placed, as: .svg)
      return Array(accessibleSVG.text(from: String(decoding: svg, as: UTF8.self)).utf8)
    case .png:
      var sharp = document
      sharp.attributes.append(.resolution(192))
      return try GraphvizSession.render(sharp, engine: .placed, as: .png)
    case .pdf: return Self.undated(try GraphvizSession.render(document, engine: .placed, as: .pdf))
    }
  }

  /// A PDF without the time of its making, which is all that differs between two of the same drawing.
  private static func undated(_ pdf: [UInt8]) -> [UInt8] {
    guard let key = pdf.firstRange(of: Array("/CreationDate (D:".utf8)) else { return pdf }
    var undated = pdf
    for (offset, digit) in "19700101000000".utf8.enumerated() where key.upperBound + offset < pdf.count {
      undated[key.upperBound + offset] = digit
    }
    return undated
  }

  private var accessibleSVG: AccessibleSVG {
    let alternative = TextAlternative(of: self)
    let sentences = Sentences(map: map)
    var labels: [String: String] = [:]
    for actor in content.actors {
      let roles = ([actor.role] + actor.otherRoles).compactMap { map.legend.roles[$0]?.name }
      let sector = map.legend.sectors[actor.sector]?.name ?? ""
      labels["actor-\(actor.id)"] = "\(actor.name): \(roles.joined(separator: "; ")); \(sector)"
    }
    for line in content.lines {
      labels[line.id] = line.answers.map { sentences.clause($0.connection.id) }.joined(separator: "; ")
    }
    for missing in content.missing {
      labels[missing.id] = "Missing: \(sentences.name(missing.pair.source)) to \(sentences.name(missing.pair.target))"
    }
    return AccessibleSVG(
      id: definition.id.rawValue, title: definition.heading,
      description: [
        definition.message, alternative.description, map.audience == .team ? Audience.teamOnly : "",
      ].filter { !$0.isEmpty }.joined(separator: " "),
      labels: labels)
  }
}

/// Makes libgraphviz's SVG accessible: a role, a title and a description, a language, and human labels for ids.
///
/// libgraphviz gives none of them: its titles are node names, which browsers show as tooltips, and the names stand in
/// comments besides.
package struct AccessibleSVG {
  /// The figure's id, from which the ids of its title and description are made.
  package var id: String
  package var title: String
  package var description: String
  /// The labels of elements, by their id; other elements have none.
  package var labels: [String: String]

  /// The accessible form of a drawing by libgraphviz.
  /// - Complexity: O(n), where n is the length of the SVG.
  package func text(from svg: String) -> String {
    var lines: [Substring] = []
    var label: String?
    var isElement = false
    // libgraphviz writes hyphens as entities, for the sake of the comments that are left out here.
    for line in Self.withoutComments(svg).replacing("&#45;", with: "-").split(separator: "\n") {
      if line.hasPrefix("<!DOCTYPE") || line.hasPrefix(" \"http") { continue }
      if line.hasPrefix("<svg ") {
        lines.append(line)
        continue
      }
      if line.hasPrefix("<g id=\"") {
        let rest = line.dropFirst(7)
        label = labels[String(rest.prefix { $0 != "\"" })]
        isElement = true
        lines.append(line)
        continue
      }
      if isElement, line.hasPrefix("<title>") {
        if let label { lines.append("<title>\(Self.escaped(label))</title>"[...]) }
        isElement = false
        continue
      }
      lines.append(line)
    }
    var text = lines.joined(separator: "\n") + "\n"
    guard let start = text.firstRange(of: "<svg "), let end = text[start.upperBound...].firstIndex(of: ">") else {
      return text
    }
    text.insert(
      contentsOf: "\n<title id=\"\(id)-title\">\(Self.escaped(title))</title>"
        + "\n<desc id=\"\(id)-description\">\(Self.escaped(description))</desc>", at: text.index(after: end))
    text.replaceSubrange(
      start,
      with: "<svg role=\"img\" lang=\"en-GB\" aria-labelledby=\"\(id)-title\" aria-describedby=\"\(id)-description\" ")
    return text
  }

  private static func withoutComments(_ svg: String) -> String {
    var result = ""
    var rest = svg[...]
    while let start = rest.firstRange(of: "<!--"), let end = rest[start.upperBound...].firstRange(of: "-->") {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
      if rest.first == "\n", result.last == "\n" || result.isEmpty { rest = rest.dropFirst() }
    }
    return result + rest
  }

  /// Text that XML shows as it is; what XML cannot hold is left out.
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t", " "..."~": result.append(scalar)
      default:
        if scalar.value > 0x9F, scalar.value != 0xFFFE, scalar.value != 0xFFFF { result.append(scalar) }
      }
    }
    return String(result)
  }
}

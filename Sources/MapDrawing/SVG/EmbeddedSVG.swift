package import XML

/// An SVG as part of a page, as short as it can be without looking otherwise.
///
/// The page's style sheet says once how text looks, and, by classes, how shapes look that look alike; tenths of a point are
/// enough on a screen.
package struct EmbeddedSVG: Sendable {
  /// The drawing. Classes that only tell who wrote it are left out, and so are looks, which are in the style sheet.
  package private(set) var tree: XMLTree
  /// The rules of the style sheet for the looks of shapes.
  package private(set) var style: String

  /// The attributes that are looks.
  private static let looks: Set = ["fill", "stroke", "stroke-width", "stroke-dasharray"]
  private static let shapes: Set = ["path", "polygon", "polyline", "ellipse"]
  /// The beginnings of classes that the page has no use for: it knows roles and sectors from its data.
  private static let needless = ["node", "edge", "role-", "sector-"]

  /// - Parameters:
  ///   - fontSize: the size of text that the style sheet says, in points.
  ///   - fill: the colour of text that the style sheet says, as `#rrggbb`.
  /// - Complexity: O(n), where n is the length of the SVG.
  package init(_ svg: XMLTree, fontSize: Double, fill: String) {
    var classes: [[XMLTree.Attribute]: String] = [:]
    var rules = ""
    tree = svg.mapped { element in
      var element = element
      element.attributes.removeAll { $0.name == "font-family" || $0.name == "xmlns:xlink" }
      for index in element.attributes.indices {
        let (name, value) = (element.attributes[index].name, element.attributes[index].value)
        switch name {
        case "class":
          element.attributes[index].value = value.split(separator: " ")
            .filter { one in !Self.needless.contains { one == $0 || ($0.hasSuffix("-") && one.hasPrefix($0)) } }
            .joined(separator: " ")
        case "d": element.attributes[index].value = ShortPath(value)?.text ?? value
        case "points": element.attributes[index].value = Self.distinctPoints(Self.inTenths(value))
        case _ where Self.isMeasure(name): element.attributes[index].value = Self.inTenths(value)
        default: break
        }
      }
      if Self.shapes.contains(element.name) {
        let look = element.attributes.filter { Self.looks.contains($0.name) }
        let name = classes[look] ?? "l\(classes.count)"
        if classes[look] == nil {
          classes[look] = name
          rules += ".\(name) { " + look.map { "\($0.name): \($0.value);" }.joined(separator: " ") + " }\n"
        }
        element.attributes.removeAll { Self.looks.contains($0.name) }
        element.attributes.insert(.init("class", name), at: 0)
      }
      if element["font-size"].flatMap(Double.init) == fontSize, element["fill"] == fill {
        element.attributes.removeAll { $0.name == "font-size" || $0.name == "fill" }
      }
      // Most texts stand around their place: the style sheet says so.
      if element["text-anchor"] == "middle" { element.attributes.removeAll { $0.name == "text-anchor" } }
      element.children.removeAll { if case .text(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false } }
      return element
    }
    style = rules
  }

  /// Whether an attribute holds numbers; words are left as they are, whatever digits they hold.
  private static func isMeasure(_ name: String) -> Bool {
    switch name {
    case "width", "height", "viewBox", "transform", "x", "y", "cx", "cy", "rx", "ry", "font-size", "stroke-width": true
    default: false
    }
  }

  /// Numbers without what comes after their first decimal, and without that if it is 0.
  private static func inTenths(_ numbers: String) -> String {
    var result = String.UnicodeScalarView()
    var decimals: Int?
    for scalar in numbers.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if scalar == "." {
        decimals = 0
        continue
      } else if !isDigit {
        decimals = nil
      } else if let count = decimals {
        decimals = count + 1
        if count >= 1 || scalar == "0" { continue }
        result.append(".")
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// The corners of a polygon, each once where it is said again; a polygon is closed by itself.
  private static func distinctPoints(_ points: String) -> String {
    var corners: [Substring] = []
    for corner in points.split(separator: " ") where corner != corners.last { corners.append(corner) }
    if corners.count > 3, corners.first == corners.last { corners.removeLast() }
    // A sign parts numbers, too.
    return corners.joined(separator: " ").replacing(",-", with: "-").replacing(" -", with: "-")
  }
}

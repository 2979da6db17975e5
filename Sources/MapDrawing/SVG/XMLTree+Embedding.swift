package import XML

extension XMLTree {
  /// An SVG as part of a page, without what only a file of its own needs: the page's style sheet says once how text
  /// looks, and tenths of a point are enough on a screen.
  /// - Parameters:
  ///   - fontSize: the size of text that the style sheet says, in points.
  ///   - fill: the colour of text that the style sheet says, as `#rrggbb`.
  /// - Complexity: O(n), where n is the length of the SVG.
  package func embedded(fontSize: Double, fill: String) -> XMLTree {
    mapped { element in
      var element = element
      element.attributes.removeAll { $0.name == "font-family" }
      for index in element.attributes.indices where Self.isMeasure(element.attributes[index].name) {
        element.attributes[index].value = Self.inTenths(element.attributes[index].value)
      }
      if element["font-size"].flatMap(Double.init) == fontSize, element["fill"] == fill {
        element.attributes.removeAll { $0.name == "font-size" || $0.name == "fill" }
      }
      return element
    }
  }

  /// Whether an attribute holds numbers; words are left as they are, whatever digits they hold.
  private static func isMeasure(_ name: String) -> Bool {
    switch name {
    case "width", "height", "viewBox", "transform", "points", "d", "x", "y", "cx", "cy", "rx", "ry", "font-size",
      "stroke-width":
      true
    default: false
    }
  }

  /// Numbers without what comes after their first decimal.
  private static func inTenths(_ numbers: String) -> String {
    var result = String.UnicodeScalarView()
    var decimals: Int?
    for scalar in numbers.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if scalar == "." {
        decimals = 0
      } else if !isDigit {
        decimals = nil
      } else if let count = decimals {
        decimals = count + 1
        if count >= 1 { continue }
      }
      result.append(scalar)
    }
    return String(result)
  }
}

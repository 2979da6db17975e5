extension XMLTree {
  /// The element as text, each element within elements on a line of its own.
  /// - Complexity: O(n), where n is the length of the text.
  package var text: String {
    var text = ""
    write(to: &text)
    text += "\n"
    return text
  }

  /// A document with this element as its root.
  package var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n" + text }

  private func write(to text: inout String) {
    text += "<\(name)"
    for attribute in attributes { text += " \(attribute.name)=\"\(Self.escapedLine(attribute.value))\"" }
    if children.isEmpty {
      text += "/>"
      return
    }
    text += ">"
    // White space beside text would be part of it.
    let holdsText = children.contains { if case .text = $0 { true } else { false } }
    for child in children {
      if !holdsText { text += "\n" }
      switch child {
      case .element(let element): element.write(to: &text)
      case .text(let content): text += Self.escaped(content)
      }
    }
    text += holdsText ? "</\(name)>" : "\n</\(name)>"
  }

  /// The value of an attribute; readers take a line feed that is not escaped for a space.
  private static func escapedLine(_ text: String) -> String {
    escaped(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  /// Text that XML and HTML show as it is, in elements and in attributes; what XML cannot hold is left out.
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

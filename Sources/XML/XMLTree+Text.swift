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
    for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value, isAttribute: true))\"" }
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

  /// Text that XML and HTML show as it is, in elements and in attributes; what XML cannot hold is left out.
  /// - Parameter isAttribute: whether it is the value of an attribute in XML, where readers take a line feed for a space.
  /// - Complexity: O(n), where n is the length of the text.
  package static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !"&<>\"".utf8.contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n" where isAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where isAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
      case "\n", "\t", " "..."~": result.append(scalar)
      default:
        if scalar.value > 0x9F, scalar.value != 0xFFFE, scalar.value != 0xFFFF { result.append(scalar) }
      }
    }
    return String(result)
  }
}

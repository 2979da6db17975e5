extension DOTDocument {
  /// The document in the DOT language: the same document always gives the same text.
  ///
  /// This is the only place that quotes. Quotes, backslashes and ampersands in texts are written so
  /// that libgraphviz shows them as they are; control characters, which XML cannot hold, are left out.
  /// - Complexity: O(n), where n is the length of the text.
  package var text: String {
    var lines = ["digraph \(Self.named(name)) {"]
    func statement(_ head: String, _ attributes: [DOTAttribute]) {
      let list = Self.list(attributes)
      lines.append(list.isEmpty ? "  \(head);" : "  \(head) [\(list)];")
    }
    if !attributes.isEmpty { statement("graph", attributes) }
    if !nodeDefaults.isEmpty { statement("node", nodeDefaults) }
    if !edgeDefaults.isEmpty { statement("edge", edgeDefaults) }
    for node in nodes { statement(Self.named(node.name), node.attributes) }
    for edge in edges {
      let key = "key=\(Self.named(edge.key))"
      let list = Self.list(edge.attributes)
      let all = list.isEmpty ? key : "\(key), \(list)"
      lines.append("  \(Self.named(edge.tail)) -> \(Self.named(edge.head)) [\(all)];")
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ attributes: [DOTAttribute]) -> String {
    attributes.map { attribute in
      switch attribute.value {
      case .text(let text): "\(attribute.name)=\(quoted(escaped(text)))"
      case .leftText(let text):
        "\(attribute.name)=\(quoted(text.split(separator: "\n").map { escaped(String($0)) + "\\l" }.joined()))"
      case .word(let word): "\(attribute.name)=\(quoted(word))"
      case .number(let number): "\(attribute.name)=\(text(number))"
      }
    }.joined(separator: ", ")
  }

  /// A name: a backslash before the closing quote would escape it.
  private static func named(_ name: String) -> String { quoted(replacing(in: name) { $0 == "\\" ? "\\\\" : nil }) }

  /// A DOT string: inside the quotes only the quote itself has to be escaped. What XML 1.0 cannot hold is left out:
  /// control characters and non-characters.
  private static func quoted(_ text: String) -> String {
    "\""
      + replacing(in: text) { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: ""
        default: scalar == "\"" ? "\\\"" : nil
        }
      } + "\""
  }

  /// Turns off libgraphviz's own escapes (`\N`, `\l`) and entities (`&copy;`) in a shown text.
  private static func escaped(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "&": "&amp;"
      case "\n": "\\n"
      default: nil
      }
    }
  }

  /// Replaces Unicode scalars: a quote with a mark on it is one character to Swift, and still ends a DOT string.
  private static func replacing(in text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let replaced = replacement(scalar) {
        result.append(contentsOf: replaced.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A number with at most four decimals and without needless digits.
  static func text(_ number: Double) -> String {
    let scaled = (number * 10_000).rounded()
    precondition(abs(scaled) < 1e15, "a coordinate is out of range")
    let (units, rest) = abs(Int(scaled)).quotientAndRemainder(dividingBy: 10_000)
    let sign = scaled < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(units)" }
    var decimals = String(10_000 + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(units).\(decimals)"
  }
}

extension YAMLText {
  /// A value that was read, to be written again: readers take it for the same, whatever they ask for.
  package init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      // An item of which nothing is written would be no item.
      let isNothing = scalar.string.isEmpty && scalar.isPlain && scalar.tag == nil
      self = isNothing ? .plain("null") : Self.means(scalar) ? .plain(scalar.string) : .text(scalar.string)
    case .sequence(let nodes): self = .list(nodes.map(YAMLText.init))
    case .mapping(let pairs):
      let fields = pairs.map { (key: $0.key.scalar?.string ?? "", value: YAMLText($0.value)) }
      let areWords = fields.allSatisfy { key, _ in
        key.first?.isLetter ?? false
          && key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): true
            default: false
            }
          }
      }
      self = areWords ? .mapping(fields.map { ($0.key, $0.value) }) : .pairs(fields)
    }
  }

  /// Whether a scalar without quotation marks can mean something else than its letters.
  private static func means(_ scalar: YAMLNode.Scalar) -> Bool {
    guard scalar.isPlain, scalar.tag == nil else { return false }
    let digits = "0123456789abcdefABCDEFoOxX_.+-"
    let isNumber =
      scalar.string.unicodeScalars.contains { ("0"..."9").contains($0) }
      && scalar.string.allSatisfy(digits.contains) && (Double(scalar.string) != nil || YAMLNode(scalar).int != nil)
    return isNumber || scalar.string == "~" || scalar.string == "null"
      || YAMLNode(scalar).bool != nil
  }
}

extension YAMLNode {
  fileprivate init(_ scalar: Scalar) { self.init(.scalar(scalar), at: Mark(line: 1, column: 1)) }
}

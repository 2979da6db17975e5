import MapModel
import XML

extension XMLTree {
  /// The name without its prefix, since files differ in the prefixes that they declare.
  var localName: Substring { name.split(separator: ":", omittingEmptySubsequences: false).last ?? "" }

  /// The elements in it.
  var elements: some Sequence<XMLTree> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of a name in it.
  func elements(_ name: String) -> some Sequence<XMLTree> { elements.filter { $0.localName == name } }

  /// The first element of a name in it.
  func first(_ name: String) -> XMLTree? { elements.first { $0.localName == name } }

  /// The text directly in it.
  var ownText: String {
    children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }.trimmingWhitespace
  }

  /// The elements of a name anywhere in it, in their order.
  func all(_ name: String) -> [XMLTree] {
    elements.flatMap { ($0.localName == name ? [$0] : []) + $0.all(name) }
  }
}

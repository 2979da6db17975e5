/// An element of an XML document with all that is in it, as a value.
///
/// Comments, processing instructions and the document type are not kept; neither is white space between elements.
package struct XMLTree: Sendable, Hashable {
  /// An attribute of an element.
  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// What is in an element.
  package enum Child: Sendable, Hashable {
    case element(XMLTree)
    case text(String)
  }

  /// The element's name.
  package var name: String
  /// The attributes, in their order.
  package var attributes: [Attribute]
  /// What is in it, in its order.
  package var children: [Child]

  package init(_ name: String, _ attributes: [Attribute] = [], _ children: [Child] = []) {
    (self.name, self.attributes, self.children) = (name, attributes, children)
  }

  /// The value of an attribute, if the element has it.
  package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The tree with every element changed, those inside before those around them.
  /// - Complexity: O(n), where n is the number of elements, besides what the change takes.
  package func mapped(_ change: (XMLTree) -> XMLTree) -> XMLTree {
    var tree = self
    tree.children = children.map { child in
      guard case .element(let element) = child else { return child }
      return .element(element.mapped(change))
    }
    return change(tree)
  }
}

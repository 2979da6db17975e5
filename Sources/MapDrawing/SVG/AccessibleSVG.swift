package import XML

/// Makes libgraphviz's SVG accessible: a role, a title and a description, a language, and human labels for ids.
///
/// libgraphviz gives none of them: its titles are node names, which browsers show as tooltips.
package struct AccessibleSVG: Sendable {
  /// The figure's id, from which the ids of its title and description are made.
  package var id: String
  package var title: String
  package var description: String
  /// The titles of elements, by their id; other elements have none.
  package var titles: [String: String]

  /// The accessible form of a drawing by libgraphviz.
  /// - Complexity: O(n), where n is the number of elements.
  package func accessible(_ svg: XMLTree) -> XMLTree {
    var svg = svg.mapped(titled)
    svg.attributes.insert(
      contentsOf: [
        .init("role", "img"), .init("lang", "en-GB"), .init("aria-labelledby", "\(id)-title"),
        .init("aria-describedby", "\(id)-description"),
      ], at: 0)
    svg.children.insert(
      contentsOf: [
        .element(XMLTree("title", [.init("id", "\(id)-title")], [.text(title)])),
        .element(XMLTree("desc", [.init("id", "\(id)-description")], [.text(description)])),
      ], at: 0)
    return svg
  }

  /// A group with its own title in place of libgraphviz's.
  private func titled(_ element: XMLTree) -> XMLTree {
    guard element.name == "g", let id = element["id"] else { return element }
    var group = element
    group.children.removeAll { if case .element(let child) = $0 { child.name == "title" } else { false } }
    if let title = titles[id] { group.children.insert(.element(XMLTree("title", [], [.text(title)])), at: 0) }
    return group
  }
}

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
  /// What the ids of all elements begin with, and what refers to them.
  package var prefix = ""

  /// The accessible form of a drawing by libgraphviz.
  /// - Complexity: O(n), where n is the number of elements.
  package func accessible(_ svg: XMLTree) -> XMLTree {
    var svg = svg.mapped { prefixed(titled($0)) }
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

  /// An element whose id is the figure's own, and whose references lead to such.
  private func prefixed(_ element: XMLTree) -> XMLTree {
    if prefix.isEmpty { return element }
    var element = element
    for index in element.attributes.indices {
      let (name, value) = (element.attributes[index].name, element.attributes[index].value)
      if name == "id" {
        element.attributes[index].value = prefix + value
      } else if name == "href" || name == "xlink:href" {
        if value.hasPrefix("#") { element.attributes[index].value = "#" + prefix + value.dropFirst() }
      } else if value.contains("url(#") {
        element.attributes[index].value = value.split(separator: "url(#", omittingEmptySubsequences: false)
          .joined(separator: "url(#" + prefix)
      }
    }
    return element
  }
}

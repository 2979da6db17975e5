/// A graph in the DOT language, as a value: attributes, nodes and edges in the order in which they
/// are written.
///
/// There are no subgraphs: libgraphviz goes through them in the order of their addresses in memory,
/// so that the same document would not always give the same bytes.
///
/// The vocabulary of attributes is closed (``DOTAttribute``), because libgraphviz opens files for
/// some attributes, injects others into SVG unescaped, and crashes on malformed colours.
package struct DOTDocument: Sendable, Hashable {
  /// A node, addressed by a name that is never shown.
  package struct Node: Sendable, Hashable {
    /// The name by which edges refer to the node.
    package var name: String
    /// The node's attributes, in the order of writing.
    package var attributes: [DOTAttribute]

    /// Makes a node.
    package init(_ name: String, _ attributes: [DOTAttribute] = []) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// A directed edge between two nodes, told from parallel ones by its key.
  package struct Edge: Sendable, Hashable {
    /// The name of the node at the tail.
    package var tail: String
    /// The name of the node at the head.
    package var head: String
    /// A key that is unique in the document.
    package var key: String
    /// The edge's attributes, in the order of writing.
    package var attributes: [DOTAttribute]

    /// Makes an edge.
    package init(from tail: String, to head: String, key: String, _ attributes: [DOTAttribute] = []) {
      self.tail = tail
      self.head = head
      self.key = key
      self.attributes = attributes
    }
  }

  /// The graph's name; it must not be empty, since libgraphviz numbers unnamed graphs by a global counter.
  package var name: String
  /// The graph's own attributes.
  package var attributes: [DOTAttribute]
  /// Attributes that hold for all nodes.
  package var nodeDefaults: [DOTAttribute]
  /// Attributes that hold for all edges.
  package var edgeDefaults: [DOTAttribute]
  /// The nodes, drawn in this order, each with the edges that leave it.
  package var nodes: [Node]
  /// The edges.
  package var edges: [Edge]

  /// Makes a document.
  package init(
    name: String, attributes: [DOTAttribute] = [], nodeDefaults: [DOTAttribute] = [],
    edgeDefaults: [DOTAttribute] = [], nodes: [Node] = [], edges: [Edge] = []
  ) {
    precondition(!name.isEmpty, "a DOT document needs a name")
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.edges = edges
  }
}

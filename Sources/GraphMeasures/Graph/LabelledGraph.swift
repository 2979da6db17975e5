/// A directed graph whose nodes have labels of any type: names, identifiers, or values.
///
/// It numbers the labels, and translates back what the measures of ``graph`` say by number.
///
/// ```swift
/// let advice = try LabelledGraph(arcs: [("Ann", "Bob"), ("Bob", "Cem"), ("Ann", "Dia")])
/// advice.byLabel(advice.graph.outDegrees())    // ["Ann": 2, "Bob": 1, "Cem": 0, "Dia": 0]
/// ```
public struct LabelledGraph<Label: Hashable & Sendable>: Sendable, Hashable {
  /// The labels, in the order of the nodes.
  public let labels: [Label]
  /// The graph.
  public let graph: DirectedGraph
  private let nodes: [Label: Int]

  /// Makes a graph of the labels at the ends of arcs.
  ///
  /// - Parameters:
  ///   - labels: Labels that come first, in this order, whether or not an arc has them at an end; those of the arcs
  ///     follow as they occur. A repeated label is one node.
  ///   - arcs: The arcs; loops and repeated ones are dropped.
  /// - Throws: ``GraphError`` if there are too many nodes or arcs.
  /// - Complexity: O(n + m).
  public init(labels: [Label] = [], arcs: some Sequence<(Label, Label)>) throws(GraphError) {
    var known: [Label] = []
    var nodes: [Label: Int] = [:]
    func node(_ label: Label) -> Int {
      if let node = nodes[label] { return node }
      nodes[label] = known.count
      known.append(label)
      return known.count - 1
    }
    for label in labels { _ = node(label) }
    let numbered = arcs.map { (source: node($0), target: node($1)) }
    graph = try DirectedGraph(count: known.count, arcs: numbered)
    self.labels = known
    self.nodes = nodes
  }

  /// The node of a label; `nil` if the graph does not have it.
  public func node(of label: Label) -> Int? { nodes[label] }

  /// What a measure says of each node, by label; values beyond the nodes are left out.
  ///
  /// - Complexity: O(n).
  public func byLabel<Value>(_ values: some Sequence<Value>) -> [Label: Value] {
    Dictionary(uniqueKeysWithValues: zip(labels, values))
  }
}

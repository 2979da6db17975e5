/// The parts that a graph falls into.
public struct Components: Sendable, Hashable {
  /// The component of each node. Components are numbered from 0 by their first node.
  public let labels: [Int]
  /// The number of nodes of each component.
  public let sizes: [Int]

  /// The number of components.
  public var count: Int { sizes.count }

  /// The label of the largest component, the first of several; `nil` for the empty graph.
  public var largest: Int? {
    sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }
  }

  /// The nodes of a component, ascending.
  ///
  /// - Complexity: O(n).
  public func members(of label: Int) -> [Int] { labels.indices.filter { labels[$0] == label } }

  /// The nodes of every component, ascending, in the order of the components' numbers.
  ///
  /// - Complexity: O(n).
  public func members() -> [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, label) in labels.enumerated() { members[label].append(node) }
    return members
  }

  /// Renumbers any labels from `0..<labels.count` by their first node.
  init(labels: [Int]) {
    var numbers = [Int](repeating: -1, count: labels.count)
    var sizes: [Int] = []
    self.labels = labels.map { label in
      if numbers[label] < 0 {
        numbers[label] = sizes.count
        sizes.append(0)
      }
      sizes[numbers[label]] += 1
      return numbers[label]
    }
    self.sizes = sizes
  }
}

extension Components: Codable {
  private enum CodingKeys: CodingKey { case labels }

  /// Reads the labels, whatever they count from; the sizes follow from them.
  public init(from decoder: any Decoder) throws {
    let labels = try decoder.container(keyedBy: CodingKeys.self).decode([Int].self, forKey: .labels)
    var numbers: [Int: Int] = [:]
    for label in labels where numbers[label] == nil { numbers[label] = numbers.count }
    self.init(labels: labels.map { numbers[$0, default: 0] })
  }

  /// Writes the labels.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(labels, forKey: .labels)
  }
}

extension UndirectedGraph {
  /// The connected components of the graph.
  ///
  /// - Complexity: O(n + m).
  public func components() -> Components {
    var labels = [Int](repeating: -1, count: count)
    var queue: [Int] = []
    for root in 0..<count where labels[root] < 0 {
      labels[root] = root
      queue.append(root)
      while let node = queue.popLast() {
        for neighbour in rows[node] where labels[Int(neighbour)] < 0 {
          labels[Int(neighbour)] = root
          queue.append(Int(neighbour))
        }
      }
    }
    return Components(labels: labels)
  }
}

extension DirectedGraph {
  /// The weak components: parts in which everyone is joined when the direction of arcs is left aside.
  ///
  /// - Complexity: O(n + m).
  public func weakComponents() -> Components { undirected.components() }

  /// The components of the graph's undirected form: the weak ones.
  ///
  /// - Complexity: O(n + m).
  public func components() -> Components { weakComponents() }
}

/// Why a graph cannot be made, or two graphs cannot be compared.
public struct GraphError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The number of nodes is negative, or above ``GraphError/nodeLimit``.
    case nodeCount(Int)
    /// An arc or edge has an end that is no node.
    case outside(source: Int, target: Int)
    /// There are more arcs than ``GraphError/arcLimit``.
    case tooManyArcs
    /// Two graphs that must have the same nodes have different numbers of them.
    case unlikeCounts(Int, Int)
  }

  /// The greatest number of nodes that a graph can have.
  public static let nodeLimit = Int(Int32.max) - 1
  /// The greatest number of arcs, repeated ones included, of which a graph can be made.
  public static let arcLimit = Int(Int32.max) / 2

  /// What is wrong.
  public let kind: Kind

  /// Makes an error.
  public init(_ kind: Kind) { self.kind = kind }

  /// What is wrong, as a sentence without a full stop.
  public var description: String {
    switch kind {
    case .nodeCount(let count): "a graph has from 0 to \(Self.nodeLimit) nodes, not \(count)"
    case .outside(let source, let target): "the arc from \(source) to \(target) has an end that is no node of the graph"
    case .tooManyArcs: "a graph is made of at most \(Self.arcLimit) arcs"
    case .unlikeCounts(let one, let other): "a graph of \(one) nodes cannot be compared with one of \(other)"
    }
  }
}

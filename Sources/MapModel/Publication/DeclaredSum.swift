/// A sum that readers of a map's numbers know, or that only seems to hold.
///
/// Disclosure control takes a sum for known where the numbers bear it out; what is declared here is taken for known in any
/// case, or in none.
public struct DeclaredSum: Sendable, Hashable {
  /// What is added up.
  public enum Dimension: String, Sendable, CaseIterable {
    /// Numbers of areas.
    case areas
    /// Numbers of periods.
    case periods
    /// Numbers of different measures.
    case measures
    /// Numbers of connections that differ in one of their ends.
    case actors
    /// Numbers of connections that differ in their relation.
    case relations
  }

  /// What is added up.
  public var dimension: Dimension
  /// The area, actor or relation, by its identifier, or the period or measure, by its name, whose numbers are the sum.
  public var total: String
  /// Those whose numbers are added up.
  public var parts: [String]
  /// Whether it holds.
  public var holds: Bool

  /// Makes a sum.
  public init(of dimension: Dimension, total: String, parts: [String], holds: Bool = true) {
    self.dimension = dimension
    self.total = total
    self.parts = parts
    self.holds = holds
  }
}

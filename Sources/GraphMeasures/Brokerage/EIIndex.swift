/// Whether arcs lead mostly out of groups or stay within them.
///
/// Source: D. Krackhardt and R. N. Stern, "Informal networks and organizational crises: an experimental simulation",
/// Social Psychology Quarterly 51 (1988), doi:10.2307/2786835.
public struct EIIndex: Sendable, Equatable {
  /// The number of arcs between different groups.
  public internal(set) var external = 0
  /// The number of arcs within a group.
  public internal(set) var `internal` = 0

  /// (external - internal) / (external + internal): -1 where all arcs stay within, 1 where all lead out; `nil` without
  /// arcs.
  public var value: Double? {
    external + `internal` == 0 ? nil : Double(external - `internal`) / Double(external + `internal`)
  }
}

extension DirectedGraph {
  /// The E-I index of the whole graph and of each group.
  ///
  /// A group's external arcs are those with one end in it, in either direction; so an arc between two groups counts for
  /// both, and once for the whole.
  ///
  /// - Parameter groups: The group of each node; an arc with an end whose group is `nil` counts nowhere.
  /// - Complexity: O(n + m).
  public func eiIndex(groups: [Int32?]) -> (whole: EIIndex, byGroup: [Int32: EIIndex]) {
    precondition(groups.count == count, "one group for each node")
    let names = Set(groups.compactMap(\.self)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let numbered = groups.map { $0.flatMap { numbers[$0] } }
    var whole = EIIndex()
    var indices = [EIIndex](repeating: EIIndex(), count: names.count)
    for node in 0..<count {
      guard let group = numbered[node] else { continue }
      for target in rows[node] {
        guard let other = numbered[Int(target)] else { continue }
        if group == other {
          whole.internal += 1
          indices[group].internal += 1
        } else {
          whole.external += 1
          indices[group].external += 1
          indices[other].external += 1
        }
      }
    }
    return (whole, Dictionary(uniqueKeysWithValues: zip(names, indices)))
  }
}

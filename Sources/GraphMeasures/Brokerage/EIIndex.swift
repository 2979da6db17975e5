/// Whether arcs lead mostly out of groups or stay within them.
///
/// Source: D. Krackhardt and R. N. Stern, "Informal networks and organizational crises: an experimental simulation",
/// Social Psychology Quarterly 51 (1988), doi:10.2307/2786835.
public struct EIIndex: Sendable, Hashable, Codable {
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

/// The E-I index of a graph and of each of its groups.
public struct GroupedEIIndex<Group: Hashable & Sendable>: Sendable, Hashable {
  /// That of the whole graph.
  public let whole: EIIndex
  /// That of each group.
  public let byGroup: [Group: EIIndex]
}

extension DirectedGraph {
  /// The E-I index of the whole graph and of each group.
  ///
  /// A group's external arcs are those with one end in it, in either direction; so an arc between two groups counts for
  /// both, and once for the whole.
  ///
  /// - Parameter groups: The group of each node; an arc with an end whose group is `nil`, or not given, counts nowhere.
  /// - Complexity: O(n + m).
  public func eiIndex<Group>(groups: [Group?]) -> GroupedEIIndex<Group> {
    let (numbered, names) = NodeGroups.numbered(groups, count: count)
    var whole = EIIndex()
    var indices = [EIIndex](repeating: EIIndex(), count: names.count)
    for node in 0..<count {
      guard let group = numbered[node].map(Int.init) else { continue }
      for target in rows[node] {
        guard let other = numbered[Int(target)].map(Int.init) else { continue }
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
    return GroupedEIIndex(whole: whole, byGroup: Dictionary(uniqueKeysWithValues: zip(names, indices)))
  }
}

/// How often a node stands between two others that are not joined directly, by the groups of the three.
///
/// The counts are those of `brokerage` in the R package sna: w_I, w_O, b_OI, b_IO, b_O.
///
/// Source: R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
/// networks", Sociological Methodology 19 (1989), doi:10.2307/270949.
public struct BrokerageRoles: Sendable, Hashable, Codable {
  /// All three in one group.
  public internal(set) var coordinator = 0
  /// Source and target in one group, the broker in another (sna: itinerant; also: consultant).
  public internal(set) var itinerant = 0
  /// Source in another group; broker and target in one: the broker decides what comes in.
  public internal(set) var gatekeeper = 0
  /// Source and broker in one group; target in another: the broker speaks for its group.
  public internal(set) var representative = 0
  /// All three in different groups.
  public internal(set) var liaison = 0

  /// The number of ordered pairs that the node stands between.
  public var total: Int { coordinator + itinerant + gatekeeper + representative + liaison }

  fileprivate mutating func count(source: Int32, broker: Int32, target: Int32) {
    switch (source == broker, broker == target) {
    case (true, true): coordinator += 1
    case (false, true): gatekeeper += 1
    case (true, false): representative += 1
    case (false, false):
      if source == target { itinerant += 1 } else { liaison += 1 }
    }
  }
}

extension DirectedGraph {
  /// The brokerage roles of every node: over the ordered pairs of nodes with an arc from the first to the broker and
  /// one from the broker to the second, but none from the first to the second.
  ///
  /// - Parameter groups: The group of each node; a path with a node whose group is `nil`, or not given, counts nowhere.
  /// - Complexity: O(Σ in-degree · out-degree).
  public func brokerageRoles<Group: Hashable>(groups: [Group?]) -> [BrokerageRoles] {
    let groups = NodeGroups.numbered(groups, count: count).numbers
    var roles = [BrokerageRoles](repeating: BrokerageRoles(), count: count)
    // The last source from which each node was seen to be reached directly, or which it is.
    var joined = [Int32](repeating: -1, count: count)
    for source in 0..<count {
      guard let sourceGroup = groups[source] else { continue }
      let mark = Int32(source)
      joined[source] = mark
      for target in rows[source] { joined[Int(target)] = mark }
      for broker in rows[source] {
        guard let brokerGroup = groups[Int(broker)] else { continue }
        for target in rows[Int(broker)] where joined[Int(target)] != mark {
          guard let targetGroup = groups[Int(target)] else { continue }
          roles[Int(broker)].count(source: sourceGroup, broker: brokerGroup, target: targetGroup)
        }
      }
    }
    return roles
  }
}

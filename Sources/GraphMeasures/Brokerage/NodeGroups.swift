/// Groups of nodes by number, so that kernels compare numbers whatever the groups are called by.
enum NodeGroups {
  /// The number of each node's group, from 0 as they occur, and what the groups are called.
  ///
  /// A node that `groups` does not reach has none; groups beyond the nodes are left out.
  static func numbered<Group: Hashable>(_ groups: [Group?], count: Int) -> (numbers: [Int32?], names: [Group]) {
    var names: [Group] = []
    var known: [Group: Int32] = [:]
    var numbers = [Int32?](repeating: nil, count: count)
    for (node, group) in groups.prefix(count).enumerated() {
      guard let group else { continue }
      let number = known[group] ?? Int32(names.count)
      if Int(number) == names.count {
        known[group] = number
        names.append(group)
      }
      numbers[node] = number
    }
    return (numbers, names)
  }
}

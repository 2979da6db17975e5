import GraphMeasures
import Testing

@Suite struct BrokerageRolesTests {
  /// One path a → b → c, with every way to group its nodes.
  @Test(
    arguments: [
      ([1, 1, 1], [1, 0, 0, 0, 0]), ([2, 1, 2], [0, 1, 0, 0, 0]), ([2, 1, 1], [0, 0, 1, 0, 0]),
      ([1, 1, 2], [0, 0, 0, 1, 0]), ([1, 2, 3], [0, 0, 0, 0, 1]),
    ] as [([Int32], [Int])])
  func `each role`(groups: [Int32], expected: [Int]) {
    let roles = DirectedGraph.path(3).brokerageRoles(groups: groups)
    #expect(roles.map(\.total) == [0, 1, 0])
    let broker = roles[1]
    let counts = [
      broker.coordinator, broker.itinerant, broker.gatekeeper, broker.representative, broker.liaison,
    ]
    #expect(counts == expected)
  }

  @Test func `a direct arc, a way back to the source and an unknown group do not count`() {
    let triangle = DirectedGraph(3, [(0, 1), (1, 2), (0, 2)])
    #expect(triangle.brokerageRoles(groups: [1, 1, 1]).allSatisfy { $0.total == 0 })
    #expect(DirectedGraph.both(2, [(0, 1)]).brokerageRoles(groups: [1, 2]).allSatisfy { $0.total == 0 })
    #expect(DirectedGraph.path(3).brokerageRoles(groups: [1, nil, 1]).allSatisfy { $0.total == 0 })
    // An arc from the target back to the source joins the pair in the other direction only.
    #expect(DirectedGraph.cycle(3).brokerageRoles(groups: [1, 1, 1]).allSatisfy { $0.coordinator == 1 })
  }

  @Test(arguments: DirectedGraph.samples) func `as three loops`(graph: DirectedGraph) {
    let plain = Plain(graph)
    let groups = (0..<graph.count).map { $0 % 5 == 4 ? nil : Int32($0 * 7 % 3) }
    let roles = graph.brokerageRoles(groups: groups)
    for b in 0..<graph.count {
      var (w, o, into, out, all) = (0, 0, 0, 0, 0)
      for a in 0..<graph.count where plain.arc[a][b] {
        for c in 0..<graph.count where plain.arc[b][c] && a != c && !plain.arc[a][c] {
          guard let x = groups[a], let y = groups[b], let z = groups[c] else { continue }
          if x == y && y == z { w += 1 }
          if x == z && x != y { o += 1 }
          if x != y && y == z { into += 1 }
          if x == y && y != z { out += 1 }
          if x != y && y != z && x != z { all += 1 }
        }
      }
      #expect([roles[b].coordinator, roles[b].itinerant, roles[b].gatekeeper] == [w, o, into])
      #expect([roles[b].representative, roles[b].liaison, roles[b].total] == [out, all, w + o + into + out + all])
    }
  }
}

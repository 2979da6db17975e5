import GraphMeasures

/// Measures straight from their definitions, slow and plain, to hold the kernels against.
struct Plain {
  let count: Int
  /// Whether there is an arc from the first to the second.
  let arc: [[Bool]]
  private let targets: [[Int]]

  init(_ graph: DirectedGraph) {
    count = graph.count
    var arc = [[Bool]](repeating: [Bool](repeating: false, count: graph.count), count: graph.count)
    for node in 0..<graph.count {
      for target in graph.targets(of: node) { arc[node][Int(target)] = true }
    }
    self.arc = arc
    targets = (0..<graph.count).map { graph.targets(of: $0).map(Int.init) }
  }

  func edge(_ a: Int, _ b: Int) -> Bool { arc[a][b] || arc[b][a] }

  /// Distances and numbers of shortest paths from a node; distance -1 where there is none.
  func paths(from source: Int) -> (distance: [Int], number: [Double]) {
    var distance = [Int](repeating: -1, count: count)
    var number = [Double](repeating: 0, count: count)
    distance[source] = 0
    number[source] = 1
    var level = [source]
    while !level.isEmpty {
      var next: [Int] = []
      for node in level {
        for target in targets[node] {
          if distance[target] < 0 {
            distance[target] = distance[node] + 1
            next.append(target)
          }
          if distance[target] == distance[node] + 1 { number[target] += number[node] }
        }
      }
      level = next
    }
    return (distance, number)
  }

  /// The share of each pair's shortest paths, pair by pair.
  func betweenness() -> [Double] {
    let all = (0..<count).map { paths(from: $0) }
    var result = [Double](repeating: 0, count: count)
    for source in 0..<count {
      for target in 0..<count where source != target && all[source].distance[target] > 0 {
        for node in 0..<count where node != source && node != target {
          let (first, second) = (all[source].distance[node], all[node].distance[target])
          guard first >= 0, second >= 0, first + second == all[source].distance[target] else { continue }
          result[node] += all[source].number[node] * all[node].number[target] / all[source].number[target]
        }
      }
    }
    return result
  }

  /// Brandes' algorithm on arrays, for graphs on which the definition takes too long.
  func dependencies() -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for source in 0..<count {
      let (distance, number) = paths(from: source)
      var dependency = [Double](repeating: 0, count: count)
      for node in (0..<count).filter({ distance[$0] >= 0 }).sorted(by: { distance[$0] > distance[$1] }) {
        for target in targets[node] where distance[target] == distance[node] + 1 {
          dependency[node] += number[node] / number[target] * (1 + dependency[target])
        }
        if node != source { result[node] += dependency[node] }
      }
    }
    return result
  }

  func pageRank() -> [Double] {
    guard count > 0 else { return [] }
    let out = arc.map { Double($0.count { $0 }) }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<400 {
      let dangling = (0..<count).reduce(0) { $0 + (out[$1] == 0 ? rank[$1] : 0) } / Double(count)
      rank = (0..<count).map { node in
        let followed = (0..<count).reduce(0) { $0 + (arc[$1][node] ? rank[$1] / out[$1] : 0) }
        return 0.15 / Double(count) + 0.85 * (followed + dangling)
      }
    }
    return rank
  }

  /// Eigenvalues, descending, and eigenvectors of the undirected form, by Jacobi's rotations.
  func eigenpairs() -> [(value: Double, vector: [Double])] {
    var a = (0..<count).map { i in (0..<count).map { edge(i, $0) ? 1.0 : 0 } }
    var v = (0..<count).map { i in (0..<count).map { i == $0 ? 1.0 : 0 } }
    for _ in 0..<25 {
      for p in 0..<count {
        for q in p + 1..<max(count, p + 1) where abs(a[p][q]) > 1e-18 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<count { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
          for k in 0..<count { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
          for k in 0..<count { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
        }
      }
    }
    return (0..<count).map { j in (a[j][j], v.map { $0[j] }) }.sorted { $0.0 > $1.0 }
  }

  private func weight(_ a: Int, _ b: Int) -> Double { (arc[a][b] ? 1 : 0) + (arc[b][a] ? 1 : 0) }

  func structuralHoles() -> (constraint: [Double?], effectiveSize: [Double?]) {
    let nodes = 0..<count
    let total = nodes.map { a in nodes.reduce(0) { $0 + weight(a, $1) } }
    let largest = nodes.map { a in nodes.reduce(0) { max($0, weight(a, $1)) } }
    var constraint = [Double?](repeating: nil, count: count)
    var size = constraint
    for u in nodes where total[u] > 0 {
      var (sum, effective) = (0.0, 0.0)
      for v in nodes where weight(u, v) > 0 {
        var local = weight(u, v) / total[u]
        var redundancy = 0.0
        for w in nodes where weight(u, w) > 0 && weight(w, v) > 0 {
          local += weight(u, w) / total[u] * weight(w, v) / total[w]
          redundancy += weight(u, w) / total[u] * weight(v, w) / largest[v]
        }
        sum += local * local
        effective += 1 - redundancy
      }
      constraint[u] = sum
      size[u] = effective
    }
    return (constraint, size)
  }

  /// Every set of three nodes, classed by what stands in its six places, not by a table.
  func triads() -> [String: Int] {
    var result: [String: Int] = [:]
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        for c in b + 1..<max(count, b + 1) { result[name(of: [a, b, c]), default: 0] += 1 }
      }
    }
    return result
  }

  private func name(of nodes: [Int]) -> String {
    let pairs = [(nodes[0], nodes[1]), (nodes[0], nodes[2]), (nodes[1], nodes[2])]
    let mutual = pairs.count { arc[$0.0][$0.1] && arc[$0.1][$0.0] }
    let null = pairs.count { !edge($0.0, $0.1) }
    let man = "\(mutual)\(3 - mutual - null)\(null)"
    let out = nodes.map { a in nodes.count { arc[a][$0] } }
    let into = nodes.map { a in nodes.count { arc[$0][a] } }
    switch man {
    case "021": return man + (out.contains(2) ? "D" : into.contains(2) ? "U" : "C")
    // The middle node of 111D is entered by both others, that of 111U has arcs to both.
    case "111": return man + (into.contains(2) ? "D" : "U")
    case "030": return man + (out.contains(2) ? "T" : "C")
    // The node outside the mutual pair has arcs to both in 120D, from both in 120U.
    case "120":
      let apart = nodes.indices.first { index in
        nodes.allSatisfy { !(arc[nodes[index]][$0] && arc[$0][nodes[index]]) }
      }
      guard let apart else { return man }
      return man + (out[apart] == 2 ? "D" : into[apart] == 2 ? "U" : "C")
    default: return man
    }
  }

  /// Repeatedly removes nodes with fewer than k neighbours.
  func cores() -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for k in 1..<max(count, 1) {
      var left = Set(0..<count)
      while let thin = left.first(where: { a in left.count { edge(a, $0) } < k }) { left.remove(thin) }
      for node in left { result[node] = k }
    }
    return result
  }

  /// The number of components when a node, or an edge, is left out.
  func componentCount(without node: Int? = nil, withoutEdge removed: (Int, Int)? = nil) -> Int {
    var seen = Set<Int>()
    var result = 0
    for root in 0..<count where root != node && !seen.contains(root) {
      result += 1
      var stack = [root]
      seen.insert(root)
      while let a = stack.popLast() {
        for b in 0..<count where b != node && edge(a, b) && !seen.contains(b) {
          if let removed, [removed.0, removed.1] == [min(a, b), max(a, b)] { continue }
          seen.insert(b)
          stack.append(b)
        }
      }
    }
    return result
  }
}

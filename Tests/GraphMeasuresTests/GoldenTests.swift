import GraphMeasures
import Testing

/// Every measure of the 318 generated and 7 textbook graphs in Golden, against the software that each test names.
///
/// Counts have to be the same, real numbers within a share of 1e-9 of the golden value (see `agrees`), and what is
/// undefined has to be undefined in both.
@Suite struct GoldenTests {
  @Test func `every golden graph is there`() throws {
    #expect(try GoldenGraph.random.get().count == 318)
    #expect(try GoldenGraph.textbook.get().count == 7)
  }

  // MARK: Centrality

  @Test func `degrees are those of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(golden.graph.inDegrees() == golden.inDegree, "\(golden.id)")
      #expect(golden.graph.outDegrees() == golden.outDegree, "\(golden.id)")
    }
  }

  @Test func `betweenness is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.betweenness(), golden.betweenness), "\(golden.id)")
    }
  }

  @Test func `harmonic closeness is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.closeness().harmonic, golden.harmonic), "\(golden.id)")
    }
  }

  @Test func `closeness is that of NetworkX and igraph`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.closeness().closeness, golden.closeness), "\(golden.id)")
    }
  }

  @Test func `PageRank is that of NumPy's linear system, NetworkX and igraph`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.pageRank(), golden.pageRank), "\(golden.id)")
    }
  }

  @Test func `the eigenvector is that of NumPy, NetworkX and igraph`() throws {
    for golden in try GoldenGraph.all() {
      let vector = golden.graph.undirected.eigenvector()
      #expect((vector == nil) == (golden.eigenvector == nil), "\(golden.id)")
      #expect(agree(vector ?? [], golden.eigenvector ?? []), "\(golden.id)")
    }
  }

  @Test func `centralization is that of R igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      let centralization = golden.graph.centralization()
      #expect(agrees(centralization.inDegree, golden.centralization.inDegree), "\(golden.id)")
      #expect(agrees(centralization.outDegree, golden.centralization.outDegree), "\(golden.id)")
      #expect(agrees(centralization.betweenness, golden.centralization.betweenness), "\(golden.id)")
    }
  }

  // MARK: Cohesion

  @Test func `density is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() { #expect(agrees(golden.graph.density(), golden.density), "\(golden.id)") }
  }

  @Test func `reciprocity is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agrees(golden.graph.reciprocity(), golden.reciprocity), "\(golden.id)")
    }
  }

  @Test func `transitivity is that of NetworkX and igraph`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agrees(golden.graph.undirected.transitivity(), golden.transitivity), "\(golden.id)")
    }
  }

  @Test func `the triad census is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      let census = golden.graph.triadCensus()
      let byName = Dictionary(uniqueKeysWithValues: TriadClass.allCases.map { ($0.rawValue, census[$0]) })
      #expect(byName == golden.triads, "\(golden.id)")
    }
  }

  @Test func `components are as many as those of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(golden.graph.weakComponents().count == golden.weakComponents, "\(golden.id)")
      #expect(golden.graph.strongComponents().count == golden.strongComponents, "\(golden.id)")
    }
  }

  @Test func `core numbers are those of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(golden.graph.undirected.coreNumbers() == golden.core, "\(golden.id)")
    }
  }

  @Test func `reach within two steps is that of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(golden.graph.reachCounts(within: 2) == golden.reach2, "\(golden.id)")
    }
  }

  // MARK: Brokerage

  @Test func `constraint is that of NetworkX, igraph and Burt's formula`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.structuralHoles().constraint, golden.constraint), "\(golden.id)")
    }
  }

  @Test func `effective size is that of NetworkX, given tie strengths, and of Burt's formula`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agree(golden.graph.structuralHoles().effectiveSize, golden.effectiveSize), "\(golden.id)")
    }
  }

  @Test func `cut points are those of NetworkX, igraph and sna`() throws {
    for golden in try GoldenGraph.all() {
      #expect(golden.graph.undirected.cutPoints().cutPoints == golden.cutPoints, "\(golden.id)")
    }
  }

  @Test func `bridges are those of NetworkX and igraph`() throws {
    for golden in try GoldenGraph.all() {
      let bridges = golden.graph.undirected.cutPoints().bridges.map { [$0.first, $0.second] }
      #expect(bridges == golden.bridges, "\(golden.id)")
    }
  }

  @Test func `the E-I index is that of NetworkX's mixing matrix`() throws {
    for golden in try GoldenGraph.all() {
      #expect(agrees(golden.graph.eiIndex(groups: golden.groups).whole.value, golden.eiIndex), "\(golden.id)")
    }
  }

  @Test func `brokerage roles are those of sna`() throws {
    for golden in try GoldenGraph.all() {
      let roles = golden.graph.brokerageRoles(groups: golden.groups)
      #expect(roles.map(\.coordinator) == golden.brokerage.coordinator, "\(golden.id)")
      #expect(roles.map(\.itinerant) == golden.brokerage.itinerant, "\(golden.id)")
      #expect(roles.map(\.gatekeeper) == golden.brokerage.gatekeeper, "\(golden.id)")
      #expect(roles.map(\.representative) == golden.brokerage.representative, "\(golden.id)")
      #expect(roles.map(\.liaison) == golden.brokerage.liaison, "\(golden.id)")
    }
  }

  // MARK: Publications

  @Test func `what publications print of the textbook graphs, to the last digit`() throws {
    var checked = 0
    for golden in try GoldenGraph.textbook.get() {
      for published in try #require(golden.source).published {
        let values = try #require(measure(published, of: golden), "\(golden.id): \(published.measure)")
        let half = 0.5 * (0..<published.digits).reduce(1) { power, _ in power / 10 }
        for (name, printed) in published.values {
          let value = try #require(values[name] ?? nil, "\(golden.id): \(published.measure) of \(name)")
          // A value halfway between two prints may be printed as either.
          #expect(abs(value * published.times - printed) <= half * 1.000_001, "\(golden.id): \(name)")
          checked += 1
        }
      }
    }
    #expect(checked == 66)
  }

  /// A published measure as computed here, by the name of the node or triad; `nil` for an unknown one.
  private func measure(_ published: GoldenGraph.Published, of golden: GoldenGraph) -> [String: Double?]? {
    let graph = golden.graph
    if published.measure == "triads" {
      let census = graph.triadCensus()
      return Dictionary(uniqueKeysWithValues: TriadClass.allCases.map { ($0.rawValue, Double(census[$0])) })
    }
    let values: [Double?]? =
      switch published.measure {
      case "outDegree": graph.outDegrees().map(Double.init)
      case "betweenness": graph.betweenness()
      case "closeness": graph.closeness().closeness
      case "pageRank": graph.pageRank(damping: published.damping ?? 0.85)
      case "constraint": graph.structuralHoles().constraint
      case "effectiveSize": graph.structuralHoles().effectiveSize
      default: nil
      }
    guard let values, let names = golden.names else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(names, values))
  }
}

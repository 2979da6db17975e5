import MapAnalysis
import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct LeaveOneOutTests {
  private static let works = Connection.ID(from: "a", to: "b", "works")
  private static let supports = Connection.ID(from: "b", to: "people", "supports")

  /// a works with b, as two interviews say, and b supports people, as one says.
  private static func map() throws -> NetworkMap {
    var map = try PlainMaps.map(
      ["a", "b", "people"], [],
      informants: [
        InformantGroup("staff", name: "Staff", speaksFor: ["people"]), InformantGroup("school", name: "School"),
      ],
      fieldwork: [.init(area: nil, informant: "staff", interviews: 2)])
    func said(_ interview: String, by informants: [InformantGroup.ID]) -> CodedStatement {
      CodedStatement(id: "", interview: interview, informants: informants)
    }
    try map.insert(
      Connection(works, statements: [said("1", by: ["staff"]), said("2", by: ["staff", "school"])]))
    try map.insert(Connection(supports, statements: [said("1", by: ["staff"])]))
    map.claims = [
      Claim(
        "support", words: "People are supported by b.",
        condition: .connection(.init(from: [.actor("b")], to: [.actor("people")])))
    ]
    return map
  }

  /// What is expected without the only evidence of support, worked out by hand.
  private static func changes(_ absence: Presence, _ verdict: ClaimVerdict.Verdict, on map: NetworkMap) -> [String] {
    [
      "connection b supports people said \(absence)", "betweenness b -", "in-degree b,people b", "out-degree a,b a",
      "harmonic-closeness people b", "page-rank people b", "appears isolated-people", "vanishes single-source-people",
      "claim holds \(verdict)",
    ]
  }

  private static func words(_ change: FindingChange) -> String {
    func names(_ actors: [MapActor.ID]) -> String {
      actors.isEmpty ? "-" : actors.map(\.rawValue).joined(separator: ",")
    }
    return switch change {
    case .connection(let id, let before, let after):
      "connection \(id.source) \(id.relation) \(id.target) \(before) \(after)"
    case .firstRank(let measure, let before, let after): "\(measure.rawValue) \(names(before)) \(names(after))"
    case .gapAppears(let gap): "appears \(gap.id)"
    case .gapVanishes(let gap): "vanishes \(gap.id)"
    case .claim(_, let before, let after): "claim \(before) \(after)"
    }
  }

  @Test func `tells what hangs on each interview, that on which most hangs first`() throws {
    let map = try Self.map()
    let result = LeaveOneOut(of: map, by: .interview)
    #expect(result.effects.map(\.id) == ["1", "2"])
    #expect(result.effects.map(\.statements) == [2, 1])
    #expect(result.unattributed == 0)
    // Staff could know and are still asked: support is not found, and the claim fails.
    #expect(Set(result.effects[0].changes.map(Self.words)) == Set(Self.changes(.notFound, .fails, on: map)))
    #expect(result.effects[0].changes.count == 9)
    #expect(result.effects[0].changes.filter(\.isLostConnection).count == 1)
    // What another interview says, too, does not hang on it.
    #expect(result.effects[1].changes == [])
  }

  @Test func `without a group nobody asked it, and what others said, too, stays`() throws {
    let map = try Self.map()
    let result = LeaveOneOut(of: map, by: .informant)
    #expect(result.effects.map(\.id) == ["staff", "school"])
    // Those that it made alone.
    #expect(result.effects.map(\.statements) == [2, 0])
    #expect(Set(result.effects[0].changes.map(Self.words)) == Set(Self.changes(.notKnown, .notKnown, on: map)))
    #expect(result.effects[1].changes == [])
  }

  @Test func `looks at the part that is asked for, and counts what names no source`() throws {
    var map = try Self.map()
    try map.updateConnection(Self.works) { $0.statements.append(CodedStatement(id: "")) }
    var part = MapGraph.Part()
    part.query.families = [.coordination]
    let result = LeaveOneOut(of: map, by: .interview, part: part)
    #expect(result.unattributed == 1)
    let words = result.effects.flatMap { $0.changes.map(Self.words) }
    // The support that goes is no connection of the part, and nobody's rank there hangs on it.
    #expect(
      Set(words) == [
        "vanishes single-evidence", "appears isolated-people", "vanishes single-source-people", "claim holds fails",
      ])
  }

  /// On a map of a real report: what leaves the map without a group is what it alone spoke of.
  @Test func `connections are lost that nobody else speaks of, and no others`() throws {
    let map = try #require(MapFolder.read(at: Package.path(to: "Maps/ami")).map)
    let result = LeaveOneOut(of: map, by: .informant)
    #expect(result.effects.count == map.informants.count)
    for effect in result.effects {
      let group = try #require(InformantGroup.ID(effect.id))
      let lost = effect.changes.compactMap { change -> Connection.ID? in
        guard change.isLostConnection, case .connection(let id, _, _) = change else { return nil }
        return id
      }
      let own = map.connections.values.filter { connection in
        let isFor = { (statements: [CodedStatement]) in
          statements.contains { $0.stance != .absent } || connection.counts.contains { $0.value != .number(0) }
        }
        return isFor(connection.statements) && !isFor(connection.statements.filter { $0.informants != [group] })
      }
      #expect(Set(lost) == Set(own.map(\.id)), "\(group)")
    }
  }
}

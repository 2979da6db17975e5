import MapModel
import Testing

struct NeighbourhoodTests {
  /// a → b ← c → d, and e alone with itself.
  private static let connections = [("a", "b"), ("c", "b"), ("c", "d"), ("e", "e")].map { source, target in
    Connection.ID(from: MapActor.ID(stringLiteral: source), to: MapActor.ID(stringLiteral: target), "works")
  }

  @Test(arguments: [
    ("a", 1, ["a", "b"]), ("a", 2, ["a", "b", "c"]), ("a", 3, ["a", "b", "c", "d"]), ("a", 12, ["a", "b", "c", "d"]),
    ("d", 1, ["c", "d"]), ("e", 5, ["e"]), ("nobody", 1, ["nobody"]), ("a", 0, ["a", "b"]),
  ])
  func `reaches others in either direction`(actor: String, steps: Int, expected: [String]) {
    let found = Neighbourhood(of: .init(stringLiteral: actor), within: steps).actors(along: Self.connections)
    #expect(found.map(\.rawValue).sorted() == expected)
  }
}

import Testing

@testable import MapModel

struct DistinctNamesTests {
  @Test func `numbers what was given already, and what a number would make of another`() {
    var names = DistinctNames()
    #expect(["x", "x", "x-2", "X", "y"].map { names.name($0) } == ["x", "x-2", "x-2-2", "X-3", "y"])
  }

  @Test func `tells all names apart, whatever is wanted`() {
    // A generator with a seed, so that what fails fails again.
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = ["a", "A", "b", "2", "3", "\u{E9}", "e\u{301}", "\u{C9}"]
    var names = DistinctNames()
    var wanted: Set<String> = []
    var given: Set<String> = []
    for _ in 0..<2000 {
      let name = (0...next(3)).map { _ in parts[next(parts.count)] }.joined(separator: "-")
      let result = names.name(name)
      #expect(given.insert(result.lowercased()).inserted, "\(result)")
      if result == name { wanted.insert(name.lowercased()) } else { #expect(result.hasPrefix(name + "-")) }
    }
    #expect(wanted.count > 100)
  }
}

import Foundation
import TestSupport
import Testing

/// Actors and areas of two maps that were once taken for the wrong ones, and others of the kind.
struct NamesOfMapsTests {
  /// Who is taken for whom when two maps are compared: pairs of ids, the first map's first.
  private static func matched(_ one: CaseMap, _ two: CaseMap, _ options: String...) throws -> Set<String> {
    let run = try CaseMap.netmap.run(["compare", one.path, two.path, "--format", "json"] + options)
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let all = try #require(json["matched"] as? [[String: String]])
    return Set(all.map { "\($0["id"] ?? "") \($0["own"] ?? "")" })
  }

  private static func reversed(_ pairs: Set<String>) -> Set<String> {
    Set(pairs.map { $0.split(separator: " ").reversed().joined(separator: " ") })
  }

  @Test(
    arguments: [
      // g10: an alias of the one is the very name of another.
      (
        ["gp GP", "men Mentors, aliases: [Link workers]"], ["x GP", "z Link workers", "w Mentors"],
        ["gp x", "men w"]
      ),
      (["a Alpha, aliases: [Beta]", "b Gamma"], ["c Beta", "d Alpha", "e Gamma"], ["a d", "b e"]),
      // Nothing but an alias fits.
      (["a Alpha, aliases: [Omega]", "b Gamma"], ["c Omega", "e Gamma"], ["a c", "b e"]),
      // Ids that are bare numbers mean others on another map.
      (["1 GP", "2 School", "3 Mentors"], ["1 School", "2 Mentors", "3 GP"], ["1 3", "2 1", "3 2"]),
    ] as [([String], [String], Set<String>)])
  func `actors are matched by id, then name, then alias, whatever the order`(
    first: [String], second: [String], expected: Set<String>
  ) throws {
    func map(_ actors: [String], _ title: String) throws -> CaseMap {
      let ids = actors.map { $0.split(separator: " ")[0] }
      return try .network(actors, zip(ids, ids.dropFirst()).map { ",\($0),\($1),r,present" }, title: title)
    }
    let (one, two) = (try map(first, "One"), try map(second, "Two"))
    let backwards = try map(second.reversed(), "Two")
    #expect(try Self.matched(one, two) == expected)
    #expect(try Self.matched(one, backwards) == expected)
    #expect(try Self.reversed(Self.matched(two, one)) == expected)
    // Numbers as ids are warned of.
    #expect(try one.run("check").contains("[number-as-id]") == first[0].hasPrefix("1 "))
  }

  @Test func `areas are matched by name before alias`() throws {
    let actors = ["a A", "b B"]
    let one = try CaseMap.network(
      actors, ["n,a,b,r,present"], in: ["{id: n, name: North, aliases: [Northern ward]}"], title: "One")
    let two = try CaseMap.network(
      actors, ["y,a,b,r,present", "x,b,a,r,present"], in: ["{id: x, name: Northern ward}", "{id: y, name: North}"],
      title: "Two")
    for maps in [[one, two], [two, one]] {
      let run = try CaseMap.netmap.run(["compare"] + maps.map(\.path) + ["--areas", "North", "--format", "json"])
      #expect(run.code == 0, "\(run.errors)")
      let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let connections = try #require(json["connections"] as? [[String: Any]])
      let there = try #require(connections.first { $0["from"] as? String == "a" }?["presence"] as? [String: String])
      #expect(there.count == 2 && there.values.allSatisfy { $0 == "said" })
      let back = connections.first { $0["from"] as? String == "b" }?["presence"] as? [String: String]
      #expect(back?.values.allSatisfy { $0 == "notKnown" } ?? true)
    }
  }

  // MARK: a02: names of files

  @Test(arguments: [
    ["a", "a-b", "b-c", "c"], ["x", "x-2", "x-2-2"], ["a", "b", "a-b", "b-a"],
  ])
  func `every figure of a comparison has a file of its own`(ids: [String]) throws {
    let areas = ids.enumerated().map { "{id: \($1), name: Town \($0)}" }
    let map = try CaseMap.network(
      ["p Panel", "q Quiet room"], ids.map { "\($0),p,q,r,present" }, in: areas)
    try Self.checkNames(of: map, ids)
  }

  /// Ids that differ in case only are an error, since a cell of a table would mean either; figures are not lost even so.
  @Test(arguments: [["x", "x-2", "X"], ["north", "North", "NORTH"]])
  func `areas whose ids differ in case only are an error, and no figure is lost`(ids: [String]) throws {
    let areas = ids.enumerated().map { "{id: \($1), name: Town \($0)}" }
    let map = try CaseMap.network(["p Panel", "q Quiet room"], [",p,q,r,present"], in: areas)
    #expect(try map.run("check", code: 1).contains("[ambiguous-name]"))
    try Self.checkNames(of: map, ids, options: ["--despite-errors"])
  }

  private static func checkNames(of map: CaseMap, _ ids: [String], options: [String] = []) throws {
    let names = try map.files("compare", options).keys.map { $0.lowercased() }
    #expect(Set(names).count == names.count)
    // The sheet, the union, the matrix, the sides and the pairs.
    let figures = 3 + ids.count + ids.count * (ids.count - 1) / 2
    for ending in ["svg", "dot", "md"] { #expect(names.count { $0.hasSuffix("." + ending) } == figures, "\(names)") }
  }

  // MARK: a01: nested aliases

  @Test(.timeLimit(.minutes(30)), arguments: ["? *x8\n: 1", "? {a: *x8}\n: 1", "? [b, *x8]\n: [c]"])
  func `nested aliases as a key are an error with its line, at once`(key: String) throws {
    let levels = (1...8).map { level in
      "x\(level): &x\(level) [" + Array(repeating: "*x\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    let text = "x0: &x0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n" + levels.joined() + key
    let start = ContinuousClock.now
    let found = try CaseMap(text, files: ["interviews.csv": "from,to,relation\n"], title: "x").run("check", code: 1)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(found.firstMatch(of: #/map\.yaml:(8|9|10|11|12):\d+: error: /#) != nil, "\(found)")
  }
}

import Foundation
import TestSupport
import Testing

/// Lines that once said of one direction what holds of the other, legends of what is not shown, and others of each kind.
struct LineAndLegendTests {
  /// A line between two actors as it is drawn: where its heads are, and how it is broken.
  private struct Line: Hashable {
    var heads: String
    var style: String
  }

  /// The lines between actors in a figure's DOT text.
  private static func lines(_ dot: String?) throws -> [Line] {
    try #require(dot).matches(of: /key="line-[^\n]*?style="(\w+)"[^\n]*?dir="(\w+)"/).map { match in
      Line(heads: String(match.2), style: String(match.1))
    }.sorted { ($0.heads, $0.style) < ($1.heads, $1.style) }
  }

  /// How the legend of a figure draws the kinds of line.
  private static func samples(_ dot: String?) throws -> Set<String> {
    Set(try #require(dot).matches(of: /key="legend-lines-\d+", style="(\w+)"/).map { String($0.1) })
  }

  private static let pair = ["men Mentors, plural: true", "sch Schools, plural: true"]

  @Test(arguments: [
    // g01: there it is said, back it is only unclear.
    ([",men,sch,r,present", ",sch,men,r,unclear"], ["forward dashed", "back dotted"]),
    ([",men,sch,r,unclear", ",sch,men,r,present"], ["forward dotted", "back dashed"]),
    ([",men,sch,s,present", ",sch,men,s,present", ",sch,men,s,absent"], ["forward solid", "back dotted"]),
    // Alike, they are one line; of another family, they are others.
    ([",men,sch,r,present", ",sch,men,r,present"], ["both dashed"]),
    ([",men,sch,r,present", ",sch,men,s,present"], ["forward dashed", "back solid"]),
  ])
  func `each direction has its own state`(said: [String], expected: [String]) throws {
    let map = try CaseMap.network(Self.pair, said)
    let files = try map.files("figures")
    let found = try Self.lines(files["network-map.dot"]).map { "\($0.heads) \($0.style)" }
    #expect(found.sorted() == expected.sorted())
    // Nothing but a line with two heads is titled as if both held.
    let svg = try #require(files["network-map.svg"])
    let titles = svg.matches(of: /<g id="[^"]*-line-[^>]*>\s*<title>([^<]*)</).map { String($0.1) }
    #expect(titles.count == expected.count)
    #expect(
      titles.filter { $0.contains("unclear") || $0.contains("contradicted") }.count
        == expected.count { $0.contains("dotted") })
  }

  private static let towns = ["North", "South"]
  private static let council = ["c Council", "d Hub"]

  /// Each in its own area, one there and one back.
  private static func crossing(_ relation: String) throws -> CaseMap {
    try .network(
      council, ["North,c,d,\(relation),present", "South,d,c,\(relation),present"], in: towns, asked: "c, d")
  }

  @Test(arguments: ["r", "s"])
  func `two connections that are each in one area are drawn in their own, and not in both`(relation: String) throws {
    let map = try Self.crossing(relation)
    let style = relation == "r" ? "dashed" : "solid"
    let files = try map.files("compare")
    #expect(try Self.lines(files["difference-north-south.dot"]).map(\.heads) == ["back", "forward"])
    #expect(try Self.lines(files["side-north.dot"]) == [Line(heads: "forward", style: style)])
    #expect(try Self.lines(files["side-south.dot"]) == [Line(heads: "back", style: style)])
    #expect(try Self.lines(files["union.dot"]).map(\.heads) == ["back", "forward"])
    let words = try #require(files["difference-north-south.md"])
    #expect(words.contains("0 connections are in both, 1 in North only, and 1 in South only."))
    let dot = try #require(files["difference-north-south.dot"])
    #expect(dot.contains("in A only") && dot.contains("in B only") && !dot.contains("in both"))
  }

  /// The page hides a line whose connections are not in the area that is asked for, with its heads.
  @Test func `the page draws each direction as a line of its own where areas have one of them`() throws {
    let page = try Self.crossing("r").run("page", "--output", "-")
    let text = try #require(page.firstMatch(of: /<script type="application\/json" id="data">(.*?)<\/script>/)).1
    let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let connections = try #require(data["connections"] as? [String: Any])
    let fields = try #require(connections["fields"] as? [String])
    let place = try #require(fields.firstIndex(of: "line"))
    let rows = try #require(connections["rows"] as? [[Any]])
    #expect(Set(rows.compactMap { $0[place] as? Int }).count == 2)
    for place in try #require(data["lines"] as? [[Any]]).indices {
      let group = try #require(page.firstMatch(of: try Regex("<g id=\"line-\(place)\"(?s:.*?)</g>"))).0
      #expect(String(page[group.startIndex..<group.endIndex]).matches(of: /<polygon/).count == 1, "\(place)")
    }
  }

  @Test(
    arguments: [
      // g05: unclear in the one, said in the other.
      (["North,f,g,r,unclear", "South,f,g,r,present"], ["dotted"], ["dashed"]),
      (["North,f,g,s,present", "South,f,g,r,unclear"], ["solid"], ["dotted"]),
      (["North,f,g,s,present", "North,g,f,r,present", "South,f,g,s,present"], ["solid", "dashed"], ["solid"]),
    ] as [([String], Set<String>, Set<String>)])
  func `a side has the legend of its own lines, and every side is as large`(
    said: [String], north: Set<String>, south: Set<String>
  ) throws {
    let files = try CaseMap.network(["f Family hub", "g Guidance"], said, in: Self.towns, asked: "f, g").files(
      "compare")
    #expect(try Self.samples(files["side-north.dot"]) == north)
    #expect(try Self.samples(files["side-south.dot"]) == south)
    let sizes = ["north", "south"].map { side in
      files["side-\(side).svg"]?.firstMatch(of: /<svg[^>]*viewBox="([^"]*)"/)?.1
    }
    #expect(sizes[0] != nil && sizes[0] == sizes[1])
  }

  // MARK: g13: statements for and against

  @Test(arguments: [
    (["Xtown", "Ytown", "Ytown", "Ytown"], ["present", "absent", "absent", "absent"], "4 (3 against)", 3),
    (["Xtown", "Xtown", "Ytown"], ["present", "present", "absent"], "3 (1 against)", 1),
    (["Xtown", "Ytown"], ["present", "present"], "2", 0),
    (["Xtown", "Xtown"], ["present", "absent"], "2 (1 against)", 1),
  ])
  func `statements against are told from those for, wherever statements are counted`(
    areas: [String], stances: [String], words: String, against: Int
  ) throws {
    let map = try CaseMap.network(
      ["gp GPs, plural: true", "panel Panel"], zip(areas, stances).map { "\($0),gp,panel,r,\($1)" },
      in: ["Xtown", "Ytown"])
    let line = try #require(try map.run("query").split(separator: "\n").dropFirst().first)
    #expect(line.hasSuffix(" \(words)"), "\(line)")
    let connection = try #require((try map.json("query")["connections"] as? [[String: Any]])?.first)
    #expect(connection["statements"] as? Int == stances.count)
    #expect(connection["statementsAgainst"] as? Int == against)
    let csv = try map.run("query", "--format", "csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    try #require(csv.count == 2)
    let column = try #require(csv[0].firstIndex(of: "statements-against"))
    #expect(Int(csv[1][column]) == against)
    let figure = try #require(try map.files("figures")["network-map.md"])
    #expect(figure.contains("| \(words) |"), "\(figure)")
    let export = try map.run("export", "--as", "json")
    #expect(export.contains("\"statementsAgainst\": \(against)"))
  }
}

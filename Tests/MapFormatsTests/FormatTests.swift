import Foundation
import MapFormats
import MapModel
import TestSupport
import Testing

struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("-5", "-5"), ("@x", "'@x"), ("", ""),
  ])
  func `quotes what has to be quoted and disarms formulas`(text: String, written: String) {
    #expect(CSVText.text(header: ["h"], rows: [[text]]) == "h\n\(written)\n")
  }
}

struct NodeLinkJSONTests {
  @Test func `has the shape that NetworkX reads`() throws {
    let text = try JSONText.text(of: NodeLinkJSON(try SmallMaps.town()))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["directed", "multigraph", "graph", "nodes", "edges"])
    #expect(json["directed"] as? Bool == true)
    #expect(json["multigraph"] as? Bool == true)
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["id"] as? String } == ["council", "mentors", "meeting", "clinic", "children"])
    #expect(nodes[0]["stage"] as? String == "set-up")
    let edges = try #require(json["edges"] as? [[String: Any]])
    #expect(edges.count == 6)
    #expect(edges[3]["source"] as? String == "mentors")
    #expect(edges[3]["target"] as? String == "children")
    #expect(edges[3]["relation"] as? String == "supports")
    #expect(edges[3]["family"] as? String == "support")
    #expect(edges[3]["cases"] as? Int == 34)
  }
}

struct ConnectionListingTests {
  private func listing(in area: Area.ID? = nil, evidence: Bool = false) throws -> ConnectionListing {
    let map = try SmallMaps.town()
    var query = ConnectionQuery()
    query.area = area
    query.relations = ["supports"]
    return ConnectionListing(
      map.connections(matching: query), on: map, in: area, includesEvidence: evidence)
  }

  @Test func `writes unknown cases as null`() throws {
    let text = try JSONText.text(of: try listing())
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]])
    let connections = try #require(json["connections"])
    #expect(connections[0]["cases"] as? Int == 34)
    #expect(connections[0]["areas"] as? [String] == ["north", "south"])
    #expect(connections[0]["status"] as? String == "both")
    #expect(connections[1]["cases"] is NSNull)
    #expect((connections[1]["evidence"] as? [Any])?.isEmpty == true)
  }

  @Test func `lists the evidence of the area asked for`() throws {
    let south = try #require(try listing(in: "south", evidence: true).connections.first)
    #expect(south.cases == .number(4))
    #expect(south.statements == 0)
    #expect(south.evidence.map(\.kind) == ["count", "count"])
    let north = try #require(try listing(in: "north", evidence: true).connections.first)
    #expect(north.evidence.map(\.kind) == ["statement", "count"])
  }

  @Test func `withholds suppressed cases and says so`() throws {
    let map = try SmallMaps.town().mappingConnections { connection in
      var copy = connection
      for index in copy.counts.indices { copy.counts[index].value = .suppressed }
      return copy
    }
    var query = ConnectionQuery()
    query.sources = ["mentors"]
    query.targets = ["children"]
    let listing = ConnectionListing(map.connections(matching: query), on: map)
    let text = try JSONText.text(of: listing)
    #expect(text.contains("\"suppressed\" : true"))
    #expect(text.contains("\"cases\" : null"))
    #expect(listing.csv.contains("[c]"))
  }
}

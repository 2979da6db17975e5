import Foundation
import Documents
import MapDisclosure
import MapModel
import MapReports
import TestSupport
import Testing

struct ConnectionListingTests {
  private func listing(in area: Area.ID? = nil, evidence: Bool = false) throws -> ConnectionListing {
    let map = try SmallMaps.town()
    var query = ConnectionQuery()
    query.scope = Scope(area: area)
    query.relations = ["supports"]
    return ConnectionListing(of: map.published(for: .team), matching: query, includesEvidence: evidence)
  }

  @Test func `writes unknown cases as null`() throws {
    let text = try JSONText.text(of: try listing())
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let connections = try #require(json["connections"] as? [[String: Any]])
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
    #expect(south.evidence.map(\.kind) == [.count, .count])
    let north = try #require(try listing(in: "north", evidence: true).connections.first)
    #expect(north.evidence.map(\.kind) == [.statement, .count])
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
    let listing = ConnectionListing(of: map.published(for: .team), matching: query)
    let text = try JSONText.text(of: listing)
    #expect(text.contains("\"suppressed\" : true"))
    #expect(text.contains("\"cases\" : null"))
    #expect(listing.csv.contains("[c]"))
  }
}

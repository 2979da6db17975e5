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

  @Test func `tells what is owed to the programme, how often, and who differs`() throws {
    let map = try PlainMaps.map(
      ["a", "b", "c"],
      [
        .init("a", "b", in: ["north"], frequency: .rare, attribution: .because, by: ["m"]),
        .init("a", "b", in: ["north"], .absent, by: ["s"]), .init("b", "c"),
      ], informants: [InformantGroup("m", name: "Mentors"), InformantGroup("s", name: "Schools")])
    let listing = ConnectionListing(of: map.published(for: .team), includesEvidence: true)
    let text = try JSONText.text(of: listing)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let connections = try #require(json["connections"] as? [[String: Any]])
    #expect(connections[0]["attributions"] as? [String] == ["because"])
    #expect(connections[0]["frequency"] as? String == "rare")
    #expect(connections[0]["status"] as? String == "contradicted")
    #expect(connections[0]["disagreement"] as? String == "variation")
    let evidence = try #require(connections[0]["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["attribution"] as? String } == ["because", nil])
    #expect(connections[1]["attributions"] as? [String] == [] && connections[1]["frequency"] == nil)
    #expect(connections[1]["disagreement"] == nil)
    #expect(listing.csv.contains(",2,,,1,because,rare,variation"))
    #expect(listing.evidenceCSV.contains(",because,"))
    #expect(listing.text.contains("(North, rare, because of the programme, Mentors)"))
  }

  @Test func `numbers stand beside their targets, and approximate ones have a sign`() throws {
    var map = try SmallMaps.town()
    let id = Connection.ID(from: "mentors", to: "children", "supports")
    try map.updateConnection(id) { connection in
      connection.counts = [Count(area: nil, value: 3200)]
      (connection.counts[0].isApproximate, connection.counts[0].target) = (true, 3000)
    }
    let query = ConnectionQuery(from: ["mentors"], to: ["children"])
    let listing = ConnectionListing(of: map.published(for: .team), matching: query, includesEvidence: true)
    #expect(listing.text.contains("~3200 of a target of 3,000 cases in the programme"))
    let table = ConnectionListing(of: map.published(for: .team), matching: query)
    #expect(table.text.contains("~3,200 of a target of 3,000"))
    let text = try JSONText.text(of: listing)
    #expect(text.contains("\"casesApproximate\" : true") && text.contains("\"casesTarget\" : 3000"))
    #expect(text.contains("\"target\" : 3000") && text.contains("\"count\" : \"~3200\""))
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

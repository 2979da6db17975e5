import Documents
import Foundation
import MapDisclosure
import MapFormats
import MapModel
import TestSupport
import Testing

struct NodeLinkJSONTests {
  @Test func `has the shape that NetworkX reads`() throws {
    let text = try JSONText.text(of: NodeLinkJSON(of: try SmallMaps.town().published(for: .team)))
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

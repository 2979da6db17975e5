import MapModel
import NetworkMaps

/// The gaps of a map, for scripts.
struct GapReport: Encodable {
  struct Entry: Encodable {
    var id: String
    var kind: String
    var area: String?
    var absence: String?
    var actors: [String]
    var missing: [[String]]
    var connections: [[String]]
    var because: String
    var expected: String?
    var reference: String?

    private enum CodingKeys: String, CodingKey {
      case id, kind, area, absence, actors, missing, connections, because, expected, reference
    }

    /// Writes the entry; the whole map is the area `null`.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(kind, forKey: .kind)
      try container.encode(area, forKey: .area)
      try container.encode(absence, forKey: .absence)
      try container.encode(actors, forKey: .actors)
      try container.encode(missing, forKey: .missing)
      try container.encode(connections, forKey: .connections)
      try container.encode(because, forKey: .because)
      try container.encode(expected, forKey: .expected)
      try container.encode(reference, forKey: .reference)
    }
  }

  var gaps: [Entry]
  var disclosure: DisclosureNotes

  init(_ found: [Gap], on map: NetworkMap) {
    gaps = found.map { gap in
      Entry(
        id: gap.id, kind: gap.kind.rawValue, area: gap.area?.rawValue, absence: gap.absence?.rawValue,
        actors: gap.actors.map(\.rawValue), missing: gap.missing.map { [$0.source.rawValue, $0.target.rawValue] },
        connections: gap.connections.map { [$0.source.rawValue, $0.target.rawValue, $0.relation.rawValue] },
        because: gap.because, expected: gap.reason.isEmpty ? nil : gap.reason,
        reference: gap.reference.isEmpty ? nil : gap.reference)
    }
    disclosure = DisclosureNotes(of: map)
  }

  var csv: String {
    CSVText.text(
      header: ["id", "kind", "area", "absence", "actors", "because", "expected", "reference"],
      rows: gaps.map { gap in
        [
          gap.id, gap.kind, gap.area ?? "", gap.absence ?? "", gap.actors.joined(separator: ";"), gap.because,
          gap.expected ?? "", gap.reference ?? "",
        ]
      })
  }
}

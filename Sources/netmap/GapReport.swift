import MapModel
import NetworkMaps

/// The gaps of a map, for scripts.
struct GapReport: Encodable {
  struct Entry: Encodable {
    var id: String
    var kind: String
    @OrNull var area: String?
    @OrNull var absence: String?
    var actors: [String]
    var missing: [[String]]
    var connections: [[String]]
    var because: String
    @OrNull var expected: String?
    @OrNull var reference: String?
  }

  var gaps: [Entry]
  var disclosure: DisclosureNotes

  init(_ found: [Gap], on published: PublishedMap) {
    gaps = found.map { gap in
      Entry(
        id: gap.id, kind: gap.kind.rawValue, area: gap.scope.area?.rawValue, absence: gap.absence?.rawValue,
        actors: gap.actors.map(\.rawValue), missing: gap.missing.map { [$0.source.rawValue, $0.target.rawValue] },
        connections: gap.connections.map { [$0.source.rawValue, $0.target.rawValue, $0.relation.rawValue] },
        because: gap.because, expected: gap.reason.isEmpty ? nil : gap.reason,
        reference: gap.reference.isEmpty ? nil : gap.reference)
    }
    disclosure = published.notes
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

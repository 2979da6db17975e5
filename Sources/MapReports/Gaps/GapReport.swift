import Documents
public import MapAnalysis
public import MapDisclosure
public import MapModel

/// What is missing on a map, and where it is weak: as text, as a table, and as JSON for scripts.
public struct GapReport: Sendable {
  /// The map of which it is.
  public let published: PublishedMap
  /// The area and the period that were asked for, or the whole map.
  public let scope: Scope
  /// The gaps: expectations that are not met, then those of the structure.
  public let gaps: [Gap]

  /// Looks for the gaps of a map.
  /// - Parameter scope: where the gaps are wanted; see ``NetworkMap/gaps(in:)``.
  /// - Complexity: that of ``NetworkMap/gaps(in:)``.
  public init(of published: PublishedMap, in scope: Scope = .wholeMap) {
    (self.published, self.scope) = (published.naming(in: scope), scope)
    gaps = published.map.gaps(in: scope)
  }

  /// What is missing or weak, as a sentence.
  public func sentence(of gap: Gap) -> String { gap.sentence(on: published.map) }

  /// The gaps as comma-separated values.
  public var csv: String {
    // Where times are not asked for, there is nothing to be said of them.
    let tellsTimes = gaps.contains { $0.examined.period != nil }
    return CSVText.text(
      header: ["id", "kind", "area", "absence", "actors", "because", "expected", "reference"]
        + (tellsTimes ? ["period"] : []),
      rows: gaps.map { gap in
        [
          gap.id, gap.kind.rawValue, gap.scope.area?.rawValue ?? "", gap.absence?.rawValue ?? "",
          gap.actors.map(\.rawValue).joined(separator: ";"), gap.because(on: published.map), gap.reason,
          gap.reference,
        ] + (tellsTimes ? [gap.examined.period ?? ""] : [])
      })
  }
}

extension GapReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case gaps, disclosure
  }

  private struct Row: Encodable {
    var id: String
    var kind: String
    @OrNull var area: String?
    /// Left out where no period is asked for.
    var period: String?
    @OrNull var absence: String?
    var actors: [String]
    var missing: [[String]]
    var connections: [[String]]
    var because: String
    @OrNull var expected: String?
    @OrNull var reference: String?

    init(_ gap: Gap, on map: NetworkMap) {
      (id, kind) = (gap.id, gap.kind.rawValue)
      area = gap.scope.area?.rawValue
      period = gap.examined.period
      absence = gap.absence?.rawValue
      actors = gap.actors.map(\.rawValue)
      missing = gap.missing.map { [$0.source.rawValue, $0.target.rawValue] }
      connections = gap.connections.map { [$0.source.rawValue, $0.target.rawValue, $0.relation.rawValue] }
      because = gap.because(on: map)
      expected = gap.reason.isEmpty ? nil : gap.reason
      reference = gap.reference.isEmpty ? nil : gap.reference
    }
  }

  /// Writes the gaps; what does not apply to one is `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(gaps.map { Row($0, on: published.map) }, forKey: .gaps)
    try container.encode(published.notes, forKey: .disclosure)
  }
}

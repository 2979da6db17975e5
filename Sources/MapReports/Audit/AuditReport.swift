import Documents
public import MapDisclosure
import MapModel
import OrderedCollections

/// What outsiders can work out of the numbers that a map's public outputs withhold, for the team that is about to publish.
public struct AuditReport: Sendable, Hashable {
  /// The maps, as they are read.
  let maps: [NetworkMap]
  /// What was found.
  public let audit: DisclosureAudit

  /// Audits maps that are to be published together.
  /// - Precondition: they are prepared for the team.
  /// - Complexity: that of ``DisclosureAudit``.
  public init(of published: PublishedMaps) {
    precondition(published.isForTeam, "an audit holds every number, and is for the team")
    maps = published.alignment.maps
    audit = DisclosureAudit(of: maps)
  }

  /// Whether an outsider can tell too much of any number.
  public var isBroken: Bool { audit.isBroken }

  /// What was found, as people read it.
  public var text: String { TerminalText.text(of: document) }

  /// What was found, a line for each withheld number.
  public var csv: String {
    CSVText.text(
      header: [
        "map", "from", "relation", "to", "measure", "period", "area", "number", "withheld", "least", "most", "verdict",
      ],
      rows: audit.entries.map { entry in
        [
          maps[entry.map].title, entry.connection.source.rawValue, entry.connection.relation.rawValue,
          entry.connection.target.rawValue, entry.count.measure, entry.count.period, entry.count.area?.rawValue ?? "",
          entry.count.value.text(maps[entry.map].disclosure), entry.isSmall ? "small" : "protects",
          CSVText.cell(entry.lowest), CSVText.cell(entry.highest), Self.verdict(entry),
        ]
      })
  }

  private static func verdict(_ entry: DisclosureAudit.Entry) -> String {
    entry.isTooNarrow ? entry.lowest == nil ? "undecided" : "too-narrow" : "open"
  }
}

extension AuditReport: Encodable {
  private enum CodingKeys: String, CodingKey { case minimum, isBroken, withheld, sums, limits }

  private struct Row: Encodable {
    var map: String
    var from: String
    var relation: String
    var to: String
    var measure: String
    var period: String
    @OrNull var area: String?
    @OrNull var number: Int?
    var isSmall: Bool
    @OrNull var least: Int?
    @OrNull var most: Int?
    var verdict: String
  }

  /// Writes the withheld numbers with what can be told of them, and the sums that were found.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(audit.minimum, forKey: .minimum)
    try container.encode(audit.isBroken, forKey: .isBroken)
    try container.encode(
      audit.entries.map { entry in
        var number: Int?
        if case .number(let value) = entry.count.value { number = value }
        return Row(
          map: maps[entry.map].title, from: entry.connection.source.rawValue,
          relation: entry.connection.relation.rawValue, to: entry.connection.target.rawValue,
          measure: entry.count.measure, period: entry.count.period, area: entry.count.area?.rawValue,
          number: number, isSmall: entry.isSmall, least: entry.lowest,
          most: entry.highest, verdict: Self.verdict(entry))
      }, forKey: .withheld)
    try container.encode(audit.sums.map(SumRow.init), forKey: .sums)
    try container.encode(audit.limits.map(SumSentences.sentence), forKey: .limits)
  }
}

import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension AgreementReport: Encodable {
  private enum CodingKeys: String, CodingKey { case unit, coders, agreement, passages, connections, disclosure }

  private struct Row: Encodable {
    var kind: String
    @OrNull var code: String?
    var coders: [String]
    var units: Int
    @OrNull var percent: Double?
    @OrNull var kappa: Double?
    @OrNull var alpha: Double?
  }

  private struct PassageRow: Encodable {
    struct Code: Encodable {
      var code: String
      var coded: [String]
      var notCoded: [String]
    }

    var document: String
    @OrNull var start: Int?
    @OrNull var end: Int?
    var words: String
    var codes: [Code]
  }

  private struct ConnectionRow: Encodable {
    var from: String
    var relation: String
    var to: String
    @OrNull var area: String?
    var values: [String: String]
    var documents: [String]
    var words: [String]
  }

  /// Writes the numbers, undefined ones as `null`, then what is coded differently.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(agreement.unit.rawValue, forKey: .unit)
    try container.encode(agreement.coders, forKey: .coders)
    try container.encode(
      agreement.rows.map { row in
        Row(
          kind: row.subject.kind, code: row.subject.code, coders: row.coders, units: row.units, percent: row.percent,
          kappa: row.kappa, alpha: row.alpha)
      }, forKey: .agreement)
    try container.encode(
      agreement.passages.map { difference in
        let stretch = stretch(of: difference.passage)
        return PassageRow(
          document: difference.passage.document, start: stretch?.lowerBound, end: stretch?.upperBound,
          words: words(of: difference.passage),
          codes: difference.codes.map { .init(code: $0.code, coded: $0.coded, notCoded: $0.notCoded) })
      }, forKey: .passages)
    try container.encode(
      agreement.connections.map { difference in
        ConnectionRow(
          from: difference.connection.source.rawValue, relation: difference.connection.relation.rawValue,
          to: difference.connection.target.rawValue, area: difference.area?.rawValue,
          values: Dictionary(uniqueKeysWithValues: difference.values.map { ($0, $1.rawValue) }),
          documents: difference.documents, words: difference.words)
      }, forKey: .connections)
    try container.encode(published.notes, forKey: .disclosure)
  }
}

import Documents
public import MapAnalysis
public import MapDisclosure
import MapModel
import OrderedCollections

/// How far coders agree, and what they see differently, passage by passage: as text, as tables, and as JSON for scripts.
///
/// It names coders and quotes what they coded, and so is for the team only.
public struct AgreementReport: Sendable {
  /// A table of the report, by its name.
  public enum Table: String, Sendable, CaseIterable {
    /// The numbers of each code, and of connections.
    case agreement
    /// What is coded differently: a row for each code of a passage, and for each connection in a place.
    case differences
  }

  /// The map of which it is.
  public let published: PublishedMap
  /// The numbers and the differences.
  public let agreement: CoderAgreement

  /// Compares the coders of a map.
  /// - Precondition: the map is prepared for the team.
  /// - Complexity: that of ``CoderAgreement``.
  public init(of published: PublishedMap, unit: CoderAgreement.Unit = .passage) {
    precondition(published.isForTeam, "agreement names coders, and is for the team")
    self.published = published
    agreement = CoderAgreement(of: published.map, unit: unit)
  }

  /// A table as comma-separated values.
  public func csv(_ table: Table = .agreement) -> String {
    switch table {
    case .agreement: CSVText.text(header: Self.agreementHeader, rows: agreementRows)
    case .differences: CSVText.text(header: Self.differenceHeader, rows: passageRows + connectionRows)
    }
  }

  private static let agreementHeader = ["kind", "code", "coders", "units", "percent", "kappa", "alpha"]
  private static let differenceHeader = [
    "kind", "document", "start", "end", "code", "from", "relation", "to", "area", "coder", "value", "words",
  ]

  private var agreementRows: [[String]] {
    agreement.rows.map { row in
      [
        row.subject.kind, row.subject.code ?? "", row.coders.joined(separator: ";"), String(row.units),
        CSVText.cell(row.percent), CSVText.cell(row.kappa), CSVText.cell(row.alpha),
      ]
    }
  }

  /// A row for each coder who has read the passage.
  private var passageRows: [[String]] {
    var rows: [[String]] = []
    for difference in agreement.passages {
      let passage = difference.passage
      let stretch = stretch(of: passage)
      let (start, end) = (CSVText.cell(stretch?.lowerBound), CSVText.cell(stretch?.upperBound))
      func add(_ code: String, _ coder: String, _ value: String) {
        rows.append([
          agreement.unit.rawValue, passage.document, start, end, code, "", "", "", "", coder, value, words(of: passage),
        ])
      }
      for code in difference.codes {
        for coder in code.coded { add(code.code, coder, "coded") }
        for coder in code.notCoded { add(code.code, coder, CoderAgreement.CodedValue.notCoded.rawValue) }
      }
    }
    return rows
  }

  private var connectionRows: [[String]] {
    var rows: [[String]] = []
    for difference in agreement.connections {
      let id = difference.connection
      for (coder, value) in difference.values {
        rows.append([
          "connection", difference.documents.joined(separator: ";"), "", "", "", id.source.rawValue,
          id.relation.rawValue, id.target.rawValue, difference.area?.rawValue ?? "", coder, value.rawValue,
          difference.words.joined(separator: " / "),
        ])
      }
    }
    return rows
  }

  /// From where to where a passage goes; a whole document has no such place.
  func stretch(of passage: Passage) -> Range<Int>? { agreement.unit == .passage ? passage.stretch : nil }

  /// The words of a passage; those of a whole document are none.
  func words(of passage: Passage) -> String { agreement.unit == .passage ? passage.words : "" }
}

extension CoderAgreement.Subject {
  /// What kind of units it is about.
  var kind: String {
    switch self {
    case .code: "code"
    case .allCodes: "codes"
    case .connections: "connections"
    }
  }

  /// The code, if it is about one.
  var code: String? { if case .code(let code) = self { code } else { nil } }
}

extension CoderAgreement.ConnectionDifference {
  /// The documents of its statements, each once.
  var documents: [String] { Self.distinct(statements.map(\.interview)) }

  /// The words of its statements, each once.
  var words: [String] { Self.distinct(statements.map(\.excerpt)) }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = [""]
    return texts.filter { seen.insert($0).inserted }
  }
}

import MapModel
import OrderedCollections

/// Writes a map's evidence as the tables that the readers of evidence take.
struct EvidenceWriter {
  static let interviewsName = "interviews.csv"
  static let codingsName = "codings.csv"
  static let fieldworkName = "fieldwork.csv"
  static let outcomesName = "outcomes.csv"

  let map: NetworkMap
  /// What stands in the column of areas for the programme: a word where an empty cell could be taken for a merged one.
  private let programme: String

  init(map: NetworkMap) {
    self.map = map
    let names = map.areaNames
    programme = map.areas.isEmpty ? "" : EvidenceReader.programme.first { names[$0] == nil } ?? ""
  }

  /// The coded statements, those of each connection together.
  var interviews: String {
    var rows: [[String]] = []
    for connection in map.connections.values {
      for statement in connection.statements {
        rows.append([
          statement.id, area(statement.placement), period(statement.time), statement.interview,
          statement.informants.map(\.rawValue).joined(separator: "; "), connection.source.rawValue,
          connection.target.rawValue, connection.relation.rawValue, statement.stance.rawValue,
          statement.frequency?.rawValue ?? "", statement.attribution?.rawValue ?? "", statement.excerpt,
          statement.reference, statement.coder,
        ])
      }
    }
    // Who speaks is among the ends by now.
    return Self.table(StatementReader.columns.filter { $0.name != "speaker" }, rows)
  }

  /// The codings, as they stand beside the statements.
  var codings: String {
    Self.table(
      CodingReader.columns,
      map.codings.map { coding in
        [
          coding.document, coding.segment, coding.stretch.map { String($0.lowerBound) } ?? "",
          coding.stretch.map { String($0.upperBound) } ?? "", coding.code, coding.coder, coding.area, coding.informant,
          coding.excerpt,
        ]
      })
  }

  private func area(_ placement: Placement) -> String {
    switch placement {
    case .programme: ""
    case .everywhere: "all"
    case .areas(let areas): map.areas.keys.filter(areas.contains).map(\.rawValue).joined(separator: "; ")
    }
  }

  private func period(_ time: TimePlacement) -> String {
    switch time {
    case .unsaid: return ""
    case .throughout: return "all"
    case .periods(let names):
      let listed = map.periods.map(\.name).filter(names.contains)
      return (listed + names.subtracting(listed).sorted()).joined(separator: "; ")
    }
  }

  /// Who was interviewed where.
  var fieldwork: String {
    let rows = map.fieldwork.entries.map {
      [$0.area?.rawValue ?? programme, period($0.time), $0.informant.rawValue, String($0.interviews), ""]
    }
    return Self.table(FieldworkReader.columns, rows)
  }

  /// What came of the programme.
  var outcomes: String {
    let rows = map.outcomes.map { outcome in
      [
        outcome.area?.rawValue ?? programme, outcome.name, outcome.value.map { "\($0)" } ?? "[c]",
        outcome.cases.map(String.init) ?? "", outcome.reference,
      ]
    }
    return Self.table(OutcomeReader.columns, rows)
  }

  /// A table of counts, and the measures that count cases in it.
  struct CountTable {
    var name: String
    /// Whether each measure counts cases.
    fileprivate var areOfCases: OrderedDictionary<String, Bool> = [:]
    fileprivate var rows: [[String]] = []

    /// The measures that count cases, the preferred first.
    func caseMeasures(inOrderOf preferred: [String]) -> [String] {
      let measures = areOfCases.filter(\.value).map(\.key)
      return preferred.filter(measures.contains) + measures.filter { !preferred.contains($0) }
    }
    var text: String { EvidenceWriter.table(CountReader.columns, rows) }
  }

  /// The counts, in as few tables as keep each connection's in their order.
  ///
  /// In a table a measure counts cases or does not; where rules count several units, the same measure can do so of one
  /// connection and not of another, and then takes two tables.
  var counts: [CountTable] {
    var tables: [CountTable] = []
    for connection in map.connections.values {
      var place = 0
      for count in connection.counts {
        while place < tables.count, let known = tables[place].areOfCases[count.measure], known != count.isOfCases {
          place += 1
        }
        if place == tables.count {
          tables.append(CountTable(name: place == 0 ? "counts.csv" : "counts-\(place + 1).csv"))
        }
        tables[place].areOfCases[count.measure] = count.isOfCases
        tables[place].rows.append(row(count, of: connection.id))
      }
    }
    return tables
  }

  private func row(_ count: Count, of id: Connection.ID) -> [String] {
    let value =
      switch count.value {
      case .number(let number): (count.isApproximate ? "~" : "") + String(number)
      case .suppressed: "[c]"
      }
    return [
      count.area?.rawValue ?? programme, id.source.rawValue, id.target.rawValue, id.relation.rawValue, count.measure,
      count.period, value, count.target.map(String.init) ?? "", count.reference, count.computation,
      count.isOfParts ? "parts" : "",
    ]
  }

  /// Cells as they are: unlike in tables for spreadsheets, nothing is put before what looks like a formula, so that the
  /// same is read again.
  private static func table(_ columns: [EvidenceTable.Column], _ rows: [[String]]) -> String {
    text(of: [columns.map(\.name)] + rows)
  }

  /// Rows as separated values.
  static func text(of rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let marks = Array("\",;|\t\r\n".utf8)
    guard text.utf8.contains(where: marks.contains) else { return text }
    let doubled = text.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}

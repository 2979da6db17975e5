import MapModel
import OrderedCollections

/// Files of management information with a row for each referral of a case, and the rules that count them.
struct CaseFiles: Sendable {
  /// The columns whose meaning the checks know.
  enum Column: String, CaseIterable, Sendable {
    case id = "case"
    case area, school, source, service, status, referred, started, ended

    /// The columns of dates, in the order in which they should follow each other.
    static let dates: [Column] = [.referred, .started, .ended]
  }

  /// The files, counted together.
  var files: [MapDefinition.EvidenceFile]
  /// What the files call the columns.
  var columns: [Column: String] = [:]
  /// The area of all rows, for files without a column of areas.
  var area: Area.ID?
  /// Further columns that should say the same in every row of a case.
  var details: [String] = []
  /// Whether 03/04/2024 is the fourth of March; if nobody says, the other dates of its column do.
  var isMonthFirst: Bool?
  /// The day on which the files were written: later dates lie in the future. Today, if nobody says.
  var extracted: CalendarDay?
  /// The values of the status of completed cases.
  var completed: [NamePattern] = []
  var rules: [CaseRule] = []
  /// How the rows are counted that stand in a database; `files` are then its tables.
  var query: CaseQuery?
  /// Where the files are named.
  var place: SourceLocation

  var names: [String] { files.map(\.name) }

  /// The headers of the columns that hold names of things, for the checks and the rules.
  var valueHeaders: OrderedSet<String> {
    let known: [Column] = [.area, .school, .source, .service, .status]
    var headers = OrderedSet(known.compactMap { columns[$0] })
    for rule in rules { headers.formUnion(rule.columns.map(header)) }
    return headers
  }

  /// The headers of all columns that the files must have.
  var headers: OrderedSet<String> {
    var headers = OrderedSet(Column.allCases.compactMap { columns[$0] } + details)
    for rule in rules { headers.formUnion(rule.columns.map(header)) }
    return headers
  }

  /// The name of a column in the files: a name under `columns:`, or a header.
  func header(_ column: String) -> String {
    if let known = Column(rawValue: column).flatMap({ columns[$0] }) { return known }
    let folded = NameFolding.folded(column)
    return (Array(columns.values) + details).sorted().first { NameFolding.folded($0) == folded } ?? column
  }
}

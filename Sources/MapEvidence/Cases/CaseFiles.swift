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
  var names: [String]
  /// What the files call the columns.
  var columns: [Column: String] = [:]
  /// The area of all rows, for files without a column of areas.
  var area: Area.ID?
  /// Further columns that should say the same in every row of a case.
  var details: [String] = []
  /// Whether 03/04/2024 is the fourth of March.
  var isMonthFirst = false
  /// The day on which the files were written: later dates lie in the future. Today, if nobody says.
  var extracted: CaseDate?
  /// The values of the status of completed cases.
  var completed: [NamePattern] = []
  var rules: [CaseRule] = []
  /// Where the files are named in `map.yaml`.
  var line: Int?

  /// The headers of the columns that hold names of things, for the checks and the rules.
  var valueHeaders: OrderedSet<String> {
    let known: [Column] = [.area, .school, .source, .service, .status]
    var headers = OrderedSet(known.compactMap { columns[$0] })
    for rule in rules { headers.formUnion(rule.columns.map(header)) }
    return headers
  }

  /// The name of a column in the files: a name under `columns:`, or a header.
  func header(_ column: String) -> String {
    if let known = Column(rawValue: column).flatMap({ columns[$0] }) { return known }
    let folded = NameIndex<Bool>.folded(column)
    return (Array(columns.values) + details).sorted().first { NameIndex<Bool>.folded($0) == folded } ?? column
  }
}

/// A rule that turns rows into a number of a connection.
struct CaseRule: Sendable {
  /// What is counted.
  enum Unit: String, CaseIterable, Sendable {
    /// Every case once.
    case cases
    /// Every row.
    case referrals
    /// Every completed case once.
    case completed
  }

  /// How often a case counts that is referred again.
  enum Repetition: String, CaseIterable, Sendable {
    case once
    /// Once for each date of referral.
    case again
  }

  /// An end of the connection.
  enum End: Sendable {
    case actor(MapActor.ID)
    case column(ColumnEnd)
  }

  /// An end that a column names.
  struct ColumnEnd: Sendable {
    var column: String
    /// Which values are which actor, beside the names of actors.
    var values: [(actor: MapActor.ID, pattern: NamePattern)] = []
    /// Values that stand for nobody on the map.
    var ignored: [NamePattern] = []
    /// What every other value becomes, if each is an actor of its own.
    var each: ActorTemplate?
  }

  /// What actors have in common that are made from values.
  struct ActorTemplate: Sendable {
    var role: Role.ID
    var sector: Sector.ID
    var stage: Stage
    var isBeneficiary = false
    var isPlural = false
  }

  /// A span of days by the date of referral; both ends belong to it.
  struct Period: Sendable {
    var name: String
    var first: CaseDate?
    var last: CaseDate?
  }

  var source: End
  var target: End
  var relation: Relation.ID
  var unit = Unit.cases
  var measure: String
  var repetition = Repetition.once
  var period: Period?
  /// The values that columns must hold.
  var conditions: [(column: String, patterns: [NamePattern])] = []
  /// Whether an area with rows, and none of a connection, counts 0 of it.
  var countsZeros = false
  var line: Int?

  /// The columns that the rule reads, by their names in `map.yaml`.
  var columns: [String] {
    [source, target].compactMap { if case .column(let end) = $0 { end.column } else { nil } }
      + conditions.map(\.column)
  }

  /// Whether values of a column become actors of their own.
  func makesActors(of header: String, _ files: CaseFiles) -> Bool {
    [source, target].contains { end in
      if case .column(let end) = end { files.header(end.column) == header && end.each != nil } else { false }
    }
  }
}

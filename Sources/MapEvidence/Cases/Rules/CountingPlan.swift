import MapModel
import OrderedCollections

/// What the rules of case files mean, as a value: which columns are read, what is asked of their values, which rows say the
/// same, and what each rule counts.
///
/// Nothing here says how counting is done. ``CaseCounter`` counts millions of rows by it; a plain counter in the tests counts
/// by it, too, and both must agree. A query for a database can be written from it, since only ``meaning(of:to:)`` needs the
/// text of a value, and a column has few different values.
///
/// What holds of a row, in this order:
/// 1. It belongs to the *case* whose id it bears. Without an id it is left out.
/// 2. It stands in the *place* of the plan. If that is a column and its value is no area, the row is left out.
/// 3. It *repeats* an earlier row of its case if both say the same in all ``columns``, ``details`` and ``dates``. It is then
///    left out. Names are the same whose ``NameValue/name`` is; days are compared, however they are written.
/// 4. It *conflicts* with an earlier row of its case if both say something of the school, or of one of the details, and not
///    the same. This is reported, and the row counts.
/// 5. A rule *admits* it if both ends stand for actors, all conditions hold, and the day of referral lies in the rule's
///    period. A row without a day of referral lies in no period.
/// 6. The rule counts, for each area and pair of ends, what its admitted rows have that is *distinct*.
/// 7. If the rule counts zeros, each pair of ends that has a count has one in each area in which the rule has any: 0.
/// 8. If a rule that counts cases counts some in several areas for the same ends, it counts those ends for the programme, too,
///    each case once.
/// 9. If it counts some at several parts of a group for the same area and other end, it counts the group there, too, each
///    case once; and for the programme, if it counts some at several parts of it in several areas. A group that rows name
///    themselves has its number from them.
struct CountingPlan: Sendable, Equatable {
  /// The files, which are counted together.
  var files: [String]
  /// The headers of all columns that a file must have.
  var headers: [String]
  /// The header of the column of case ids.
  var id: String
  var place: Place
  /// The columns of names of things.
  var columns: [NameColumn]
  /// Which of the columns of names is the school's.
  var school: Int?
  /// The headers of further columns that should say the same in every row of a case.
  var details: [String]
  /// The headers of the days of referral, start and end; `nil` for those that the files do not have.
  var dates: [String?]
  /// Whether 03/04/2024 is the fourth of March; if nobody says, the other dates of its column do (``DateOrders``).
  var isMonthFirst: Bool?
  /// The day on which the files were written: what is later lies in the future.
  var lastDay: CalendarDay
  var rules: [Rule]
  /// The names of the map's actors and areas.
  var actorNames: NameIndex<MapActor.ID>
  var areaNames: NameIndex<Area.ID>
  /// The map's areas, in their order.
  var areas: [Area.ID]
  /// Of which group each actor of the map is part.
  var groups: [MapActor.ID: MapActor.ID]

  /// Where rows stand.
  enum Place: Sendable, Equatable {
    case area(Area.ID)
    case column(Asked)
    /// Nobody says: the numbers are the programme's.
    case programme
  }

  /// A column of names, and what is asked of its values.
  struct NameColumn: Sendable, Equatable {
    var header: String
    var questions: [Question] = []
  }

  /// A question about the values of a column.
  enum Question: Sendable, Equatable {
    /// Which area is it?
    case area
    /// Which actor is it?
    case actor(ActorQuestion)
    /// Is it one of these?
    case condition([NamePattern])
  }

  /// Which of a column's questions is meant.
  struct Asked: Sendable, Equatable {
    var column: Int
    var question: Int
  }

  /// An end of the connections that a rule makes.
  enum End: Sendable, Equatable {
    case actor(MapActor.ID)
    case column(Asked)
  }

  /// What of the rows counts once.
  enum Distinct: Sendable, Equatable {
    /// Each row.
    case rows
    /// Each case.
    case cases
    /// Each day on which a case was referred.
    case referralDays
  }

  /// What one rule counts.
  struct Rule: Sendable, Equatable {
    var source: End
    var target: End
    var relation: Relation.ID
    var measure: String
    var unit: CaseRule.Unit
    var distinct: Distinct
    /// The questions to which the answer must be yes.
    var conditions: [Asked]
    var period: CaseRule.Period?
    var countsZeros: Bool
  }
}

extension CountingPlan {
  /// Makes the plan of case files; `nil` if nobody says which column holds the case ids, since nothing can be counted then.
  ///
  /// A rule that asks for a column that nobody named (completed cases without a column of statuses) is reported where
  /// `map.yaml` is read, and is no part of the plan: without its condition it would count something else.
  /// - Parameter today: the day on which the files were written, if they do not say.
  init?(
    _ files: CaseFiles, actors: NameIndex<MapActor.ID>, areas: NameIndex<Area.ID>, order: [Area.ID],
    groups: [MapActor.ID: MapActor.ID] = [:], today: CalendarDay
  ) {
    guard let id = files.columns[.id] else { return nil }
    let names = files.valueHeaders
    self.files = files.names
    self.headers = Array(files.headers)
    self.id = id
    columns = names.map { NameColumn(header: $0) }
    school = files.columns[.school].flatMap { names.firstIndex(of: $0) }
    details = files.details
    dates = CaseFiles.Column.dates.map { files.columns[$0] }
    isMonthFirst = files.isMonthFirst
    lastDay = files.extracted ?? today
    (actorNames, areaNames, self.areas, self.groups) = (actors, areas, order, groups)
    (place, rules) = (files.area.map(Place.area) ?? .programme, [])
    if let column = files.columns[.area], let asked = ask(.area, of: column) { place = .column(asked) }
    for rule in files.rules {
      guard let source = end(rule.source, files), let target = end(rule.target, files) else { continue }
      var conditions = rule.conditions.map { (files.header($0.column), $0.patterns) }
      if rule.unit == .completed { conditions.append((files.columns[.status] ?? "", files.completed)) }
      let asked = conditions.compactMap { ask(.condition($1), of: $0) }
      guard asked.count == conditions.count else { continue }
      rules.append(
        Rule(
          source: source, target: target, relation: rule.relation, measure: rule.measure, unit: rule.unit,
          distinct: rule.unit == .referrals ? .rows : rule.repetition == .again ? .referralDays : .cases,
          conditions: asked, period: rule.period, countsZeros: rule.countsZeros))
    }
  }

  private mutating func ask(_ question: Question, of header: String) -> Asked? {
    guard let column = columns.firstIndex(where: { $0.header == header }) else { return nil }
    columns[column].questions.append(question)
    return Asked(column: column, question: columns[column].questions.count - 1)
  }

  private mutating func end(_ end: CaseRule.End, _ files: CaseFiles) -> End? {
    switch end {
    case .actor(let id): .actor(id)
    case .column(let column): ask(.actor(ActorQuestion(column)), of: files.header(column.column)).map(End.column)
    }
  }
}

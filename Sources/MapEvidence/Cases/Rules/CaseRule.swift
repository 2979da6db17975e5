import MapModel

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
  struct ActorTemplate: Sendable, Equatable {
    var role: Role.ID
    var sector: Sector.ID
    var stage: Stage.ID
    var isBeneficiary = false
    var isPlural = false
    /// The group that each is part of.
    var group: MapActor.ID?
  }

  /// A span of days by the date of referral; both ends belong to it.
  struct Period: Sendable, Equatable {
    var name: String
    var first: CalendarDay?
    var last: CalendarDay?
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

  /// The columns that the rule reads, by their names in `map.yaml`.
  var columns: [String] {
    [source, target].compactMap { if case .column(let end) = $0 { end.column } else { nil } }
      + conditions.map(\.column)
  }
}

import OrderedCollections

extension Condition {
  /// Which connections are counted, and by which of their statements: each part narrows, and an empty one asks for nothing.
  public struct Pattern: Sendable, Hashable {
    /// The actors from which they start; empty for anybody.
    public var sources: [ActorSelection]
    /// The actors to which they point; empty for anybody.
    public var targets: [ActorSelection]
    /// The relation; `nil` for any.
    public var relation: Relation.ID?
    /// The family; `nil` for any.
    public var family: Family.ID?
    /// Which statements count.
    public var statements: StatementFilter

    /// Makes a pattern.
    public init(
      from sources: [ActorSelection] = [], to targets: [ActorSelection] = [], relation: Relation.ID? = nil,
      family: Family.ID? = nil, statements: StatementFilter = StatementFilter()
    ) {
      (self.sources, self.targets, self.relation, self.family) = (sources, targets, relation, family)
      self.statements = statements
    }

    /// Whether it asks for nothing.
    public var isEmpty: Bool { self == Pattern() }
  }

  /// An end of a connection.
  public enum End: String, Sendable, CaseIterable {
    /// The source.
    case from
    /// The target.
    case to
  }

  /// A number of the MI.
  public struct Number: Sendable, Hashable {
    /// The connection.
    public var connection: Connection.ID
    /// What is counted, such as `referrals`.
    public var measure: String
    /// The period; empty if there is only one.
    public var period: String

    /// Makes a number.
    public init(_ connection: Connection.ID, measure: String, period: String = "") {
      (self.connection, self.measure, self.period) = (connection, measure, period)
    }
  }

  /// How much of a whole is of a kind.
  public struct Share: Sendable, Hashable {
    /// Of what it is the share.
    public enum Content: Sendable, Hashable {
      /// Of the statements that say that there are connections of a pattern, those for connections of both patterns.
      case statements(of: Pattern, that: Pattern)
      /// Of the connections of a pattern that are certain, those that are certain and of both patterns.
      case connections(of: Pattern, that: Pattern)
      /// Of the actors at one end of the certain connections of a pattern, those at that end of one of both patterns.
      case actors(End, of: Pattern, that: Pattern)
      /// A number of the MI, as a share of another.
      case cases(Number, of: Number)
      /// A number of the MI, as a share of the target that is set for it.
      case target(Number)
    }

    /// How large it should be.
    public enum Bound: Sendable, Hashable {
      /// More than half.
      case most
      /// From one number of hundredths to another; `nil` for no bound.
      case hundredths(least: Int?, greatest: Int?)
    }

    /// Of what.
    public var content: Content
    /// How large it should be.
    public var bound: Bound

    /// Makes a share.
    public init(_ content: Content, _ bound: Bound) { (self.content, self.bound) = (content, bound) }
  }

  /// That there is more in one area than in others.
  public struct More: Sendable, Hashable {
    /// More of what.
    public enum Content: Sendable, Hashable {
      /// Connections of a pattern that are certain there.
      case connections(Pattern)
      /// Cases that the MI counts.
      case cases(Number)
      /// Cases for each 100 of another number.
      case rate(Number, per: Number)
    }

    /// Of what.
    public var content: Content
    /// Where there is more.
    public var area: Area.ID
    /// Where there is less, each compared by itself; `nil` for every other area.
    public var others: [Area.ID]?

    /// Makes a comparison.
    public init(_ content: Content, in area: Area.ID, than others: [Area.ID]?) {
      (self.content, self.area, self.others) = (content, area, others)
    }
  }
}

extension Condition.Share.Content {
  /// The patterns of the whole and of the part, where it is one of evidence.
  public var patterns: (whole: Condition.Pattern, part: Condition.Pattern)? {
    switch self {
    case .statements(let whole, let part), .connections(let whole, let part), .actors(_, let whole, let part):
      (whole, part)
    case .cases, .target: nil
    }
  }
}

extension NetworkMap {
  /// Whether an actor is one of those that a selection means.
  package func isMeant(_ actor: MapActor.ID, by selection: ActorSelection) -> Bool {
    switch selection {
    case .actor(let id): id == actor
    case .sector(let sector): actors[actor]?.sector == sector
    case .role(let role): actors[actor]?.plays(role) ?? false
    }
  }

  /// A connection with the evidence that a pattern counts; `nil` if it is of another kind, or nothing of it counts.
  package func narrowed(_ connection: Connection, to pattern: Condition.Pattern) -> Connection? {
    guard !ways(connection.id, in: pattern).isEmpty,
      pattern.relation == nil || pattern.relation == connection.relation,
      pattern.family == nil || pattern.family == relations[connection.relation]?.family
    else { return nil }
    return pattern.statements.narrowed(connection)
  }

  /// The ways in which the ends of a connection are those of a pattern: a mutual one runs either way.
  package func ways(_ id: Connection.ID, in pattern: Condition.Pattern) -> [Connection.ID] {
    func isMeant(_ actor: MapActor.ID, _ selections: [ActorSelection]) -> Bool {
      selections.isEmpty || selections.contains { self.isMeant(actor, by: $0) }
    }
    let isBothWays = isMutual(id.relation) && id.source != id.target
    let ways = isBothWays ? [id, Connection.ID(from: id.target, to: id.source, id.relation)] : [id]
    return ways.filter { isMeant($0.source, pattern.sources) && isMeant($0.target, pattern.targets) }
  }
}

/// Actors that a condition speaks of: one, or whoever belongs to a sector or plays a role.
public enum ActorSelection: Sendable, Hashable {
  /// One actor.
  case actor(MapActor.ID)
  /// At least one actor of a sector.
  case sector(Sector.ID)
  /// At least one actor that plays a role, as its main one or as another.
  case role(Role.ID)
}

/// Something that can be true of a map, or of an area: what claims say and expectations want.
public enum Condition: Sendable, Hashable {
  /// Connections from each source to each target.
  public struct Link: Sendable, Hashable {
    /// The sources; each must have a connection with each target.
    public var sources: [ActorSelection]
    /// The targets.
    public var targets: [ActorSelection]
    /// The relation; `nil` for any.
    public var relation: Relation.ID?
    /// The family; `nil` for any.
    public var family: Family.ID?
    /// What the connections should owe to the programme; `nil` for whatever they do.
    public var attribution: Attribution?

    /// Makes a link.
    public init(
      from sources: [ActorSelection], to targets: [ActorSelection], relation: Relation.ID? = nil,
      family: Family.ID? = nil, attribution: Attribution? = nil
    ) {
      (self.sources, self.targets, self.relation, self.family) = (sources, targets, relation, family)
      self.attribution = attribution
    }
  }

  /// A route along connections.
  public struct Passage: Sendable, Hashable {
    /// Where it starts.
    public var source: ActorSelection
    /// Where it ends.
    public var target: ActorSelection
    /// The greatest number of steps, at least 1.
    public var steps: Int
    /// Whether two actors that meet in an activity are one step apart.
    public var passesActivities: Bool
    /// Whether connections may be followed against their direction.
    public var isEitherWay: Bool

    /// Makes a passage.
    public init(
      from source: ActorSelection, to target: ActorSelection, within steps: Int, passesActivities: Bool = false,
      isEitherWay: Bool = false
    ) {
      (self.source, self.target, self.steps) = (source, target, steps)
      (self.passesActivities, self.isEitherWay) = (passesActivities, isEitherWay)
    }
  }

  /// A number of the MI and the range in which it should lie.
  public struct Cases: Sendable, Hashable {
    /// The connection.
    public var connection: Connection.ID
    /// What is counted, such as `referrals`.
    public var measure: String
    /// The period; empty if there is only one.
    public var period: String
    /// The smallest number.
    public var least: Int?
    /// The greatest number.
    public var greatest: Int?

    /// Makes a condition.
    public init(
      _ connection: Connection.ID, measure: String, period: String = "", least: Int? = nil, greatest: Int? = nil
    ) {
      (self.connection, self.measure, self.period) = (connection, measure, period)
      (self.least, self.greatest) = (least, greatest)
    }
  }

  /// A measure by which actors can be ranked.
  public enum RankedMeasure: String, Sendable, CaseIterable {
    /// How many shortest paths between others run through the actor.
    case betweenness
    /// How many actors have a connection to it.
    case inDegree = "in-degree"
    /// How many actors it has a connection to.
    case outDegree = "out-degree"
    /// How near all others are to it: the sum of 1/distance from each.
    case harmonicCloseness = "harmonic-closeness"
    /// How much it is pointed to by those that are pointed to themselves.
    case pageRank = "page-rank"
  }

  /// An actor has some connection.
  case actor(ActorSelection)
  /// There are connections.
  case connection(Link)
  /// There is a route.
  case route(Passage)
  /// There are connections both ways.
  case bothWays(Link)
  /// Actors of at least a number of different sectors support somebody.
  case sources(of: MapActor.ID, atLeast: Int)
  /// An actor is among the first of all by a measure.
  case rank(MapActor.ID, RankedMeasure, within: Int)
  /// A number of the MI lies in a range.
  case cases(Cases)
  /// Each source has a connection with each target, and at one end nobody else has one: at `from`, only these sources
  /// connect to the targets; at `to`, the sources connect to these targets only.
  case only(Link, at: End)
  /// There is a route, and every one runs through some actors.
  case onlyRoute(Passage, through: ActorSelection)
  /// A share is as large as it should be.
  case share(Share)
  /// There is more in one area than in others.
  case more(More)
  /// What is said of connections is mostly that they are rare, or that there are none.
  case rarely(Pattern)

  /// The actors that it names, in its order.
  public var actors: [MapActor.ID] {
    func named(_ selections: [ActorSelection]) -> [MapActor.ID] {
      selections.compactMap { if case .actor(let id) = $0 { id } else { nil } }
    }
    func unique(_ actors: [MapActor.ID]) -> [MapActor.ID] {
      actors.enumerated().filter { !actors[..<$0.offset].contains($0.element) }.map(\.element)
    }
    func ends(of numbers: [Number]) -> [MapActor.ID] {
      unique(numbers.flatMap { [$0.connection.source, $0.connection.target] })
    }
    switch self {
    case .actor(let selection): return named([selection])
    case .connection(let link), .bothWays(let link), .only(let link, _): return named(link.sources + link.targets)
    case .route(let passage): return named([passage.source, passage.target])
    case .sources(let actor, _): return [actor]
    case .rank(let actor, _, _): return [actor]
    case .cases(let cases): return [cases.connection.source, cases.connection.target]
    case .onlyRoute(let passage, let selection): return named([passage.source, selection, passage.target])
    case .rarely(let pattern): return named(pattern.sources + pattern.targets)
    case .share(let share):
      switch share.content {
      case .cases(let part, let whole): return ends(of: [part, whole])
      case .target(let number): return ends(of: [number])
      case .statements, .connections, .actors:
        let (whole, part) = share.content.patterns ?? (Pattern(), Pattern())
        return unique(named(whole.sources + whole.targets + part.sources + part.targets))
      }
    case .more(let more):
      switch more.content {
      case .connections(let pattern): return named(pattern.sources + pattern.targets)
      case .cases(let number): return ends(of: [number])
      case .rate(let number, let base): return ends(of: [number, base])
      }
    }
  }
}

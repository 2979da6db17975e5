public import MapModel
public import OrderedCollections

/// What of the evidence speaks for a condition or against it, by identifiers and numbers: reports make a sentence of it.
public enum ConditionReason: Sendable, Hashable {
  /// A step of a route, to its next actor.
  public struct Step: Sendable, Hashable {
    /// How a step is taken.
    public enum Way: Sendable, Hashable {
      /// Along a certain connection.
      case along
      /// Against the direction of a certain connection.
      case against
      /// Through an activity in which both meet; `nil` if the map's meetings do not name it.
      case meeting(MapActor.ID?)
    }

    /// How it is taken.
    public let way: Way
    /// The actor to which it leads.
    public let actor: MapActor.ID

    /// Makes a step.
    public init(_ way: Way, to actor: MapActor.ID) { (self.way, self.actor) = (way, actor) }
  }

  /// What the MI tells of a number of cases.
  public enum CaseNumber: Sendable, Hashable {
    /// There is no such number.
    case none
    /// There are numbers of several periods, and the condition names none.
    case ofSeveralPeriods
    /// The number may not be shown.
    case withheld
    /// The number is rounded; what it stands for lies on one side of what is asked, or on both.
    case rounded(Int, isDecisive: Bool)
    /// The sum of the numbers.
    case counted(Int)
  }

  /// A number as it is shown, and all that it can stand for.
  public struct Amount: Sendable, Hashable {
    /// The number.
    public let shown: Int
    /// What it can be, since it may be rounded or approximate.
    public let range: ClosedRange<Int>

    /// Makes an amount.
    public init(_ shown: Int, in range: ClosedRange<Int>? = nil) {
      (self.shown, self.range) = (shown, range ?? shown...shown)
    }
  }

  /// How much there is in one area.
  public enum Quantity: Sendable, Hashable {
    /// Connections that are certain there, and those that may be.
    case connections(certain: Int, open: Int)
    /// Cases.
    case cases(Amount)
    /// Cases, and what they are set against.
    case rate(Amount, per: Amount)
    /// The MI does not tell: why.
    case notTold(Condition.Number, CaseNumber)
  }

  /// A connection is there: what is known of it where it was looked for, and, on the whole map, what the evidence that is
  /// placed in areas says in each.
  case connection(Connection.ID, Presence, placed: OrderedDictionary<Area.ID, Presence>)
  /// No connection of an actor, or of anybody in a selection, is certain: what is known best of one.
  case unconnected(ActorSelection, Presence)
  /// No connection from one to the other is certain: what is known best of one; `nil` means any relation, or any family.
  case noConnection(from: ActorSelection, to: ActorSelection, Relation.ID?, Family.ID?, Presence)
  /// A route along what is certain, from its first actor.
  case route(from: MapActor.ID, [Step])
  /// There is no route along what is certain: what is known of one.
  case noRoute(Condition.Passage, Presence)
  /// The sectors that certainly support an actor, in the order of the legend, and how many are wanted.
  case sources(of: MapActor.ID, sectors: [Sector.ID], wanted: Int)
  /// An actor that is to be ranked is not on the map.
  case notOnMap(MapActor.ID)
  /// The place of an actor among all by a measure, and how many others have the same value and so the same place.
  case rank(MapActor.ID, Condition.RankedMeasure, place: Int, of: Int, sharedWith: Int)
  /// An actor measures 0, so that it has no place: as all do, or while others measure more.
  case unranked(MapActor.ID, Condition.RankedMeasure, of: Int, isZeroForAll: Bool)
  /// A number of the MI.
  case cases(Condition.Cases, CaseNumber)
  /// A connection is certain, and what it is said to owe to the programme is not what is wanted: all that is said of it says
  /// something else, or somebody does not say.
  case attributed(Connection.ID, wanted: Attribution, said: [Attribution], isAllSaid: Bool)
  /// Others than those that are named stand at an end of such connections; what is known best of their connections.
  case others(Condition.Link, at: Condition.End, [MapActor.ID], Presence)
  /// Nobody else stands at an end of such connections; or nobody could know whether anybody does.
  case noOthers(Condition.Link, at: Condition.End, Presence)
  /// A route that does not run through those through whom all should.
  case otherRoute(from: MapActor.ID, [Step], without: ActorSelection)
  /// Whether a route runs through nobody of a selection is not certain.
  case doubtfulOtherRoute(without: ActorSelection, Presence)
  /// No route runs through nobody of a selection.
  case noOtherRoute(without: ActorSelection)
  /// Numbers are left out, each of which may be a connection that would count.
  case leftOut
  /// A part and the whole of a share.
  case share(Condition.Share, part: Amount, whole: Amount)
  /// There is nothing to take a share of.
  case shareOfNothing(Condition.Share)
  /// No target is set for a number.
  case noTarget(Condition.Number)
  /// A number of the MI that a condition needs, and why it does not decide.
  case number(Condition.Number, CaseNumber)
  /// How much there is in an area and in another.
  case more(Condition.More, than: Area.ID, own: Quantity, other: Quantity)
  /// How many statements of a pattern say that it is rare, that there is none, that it is so sometimes or often, and do not
  /// say how often.
  case rarely(Condition.Pattern, rare: Int, absent: Int, oftener: Int, unsaid: Int)
}

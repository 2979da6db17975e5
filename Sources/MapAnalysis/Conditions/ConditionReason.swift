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
}

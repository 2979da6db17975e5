/// Where the middle of an actor stands in figures, as a person put it.
///
/// The distances are those of the network as it is laid out, with letters of 11 points, before it is fitted to a page.
public struct ActorPosition: Sendable, Hashable {
  /// The actor.
  public var actor: MapActor.ID
  /// The distance from the left of the network, in millimetres.
  public var x: Double
  /// The distance from the top of the network, in millimetres.
  public var y: Double
  /// The figure; `nil` for all that do not place the actor themselves.
  public var figure: FigureDefinition.ID?

  /// The distances that can be kept, in millimetres: a network can grow to the left of where it began, and upwards.
  public static let range = -5000.0...5000.0

  /// Places an actor.
  public init(_ actor: MapActor.ID, x: Double, y: Double, in figure: FigureDefinition.ID? = nil) {
    (self.actor, self.x, self.y, self.figure) = (actor, x, y, figure)
  }
}

extension Sequence where Element == ActorPosition {
  /// The positions of actors in a figure; those that are of no figure hold where it places nobody itself.
  /// - Complexity: O(n) for n positions.
  package func places(in figure: FigureDefinition.ID) -> [MapActor.ID: ActorPosition] {
    var places: [MapActor.ID: ActorPosition] = [:]
    for position in self where position.figure == nil || position.figure == figure {
      if position.figure != nil || places[position.actor]?.figure == nil { places[position.actor] = position }
    }
    return places
  }
}

import MapModel
import OrderedCollections

extension NetworkMap {
  /// An actor's name where there is little room.
  func shortName(of actor: MapActor.ID) -> String { actors[actor]?.shortName ?? actor.rawValue }

  /// An area's name.
  func name(of area: Area.ID) -> String { areas[area]?.name ?? area.rawValue }
}

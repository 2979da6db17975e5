public import MapDisclosure
public import MapModel
import MapReports

extension FigurePlan {
  /// Where actors stand when the whole map, or what is placed in an area or a period, is drawn as a network: the middle of
  /// each, in points to the right and upwards.
  /// - Returns: none, if the map is too large to be read as a network.
  /// - Complexity: that of a figure.
  public static func places(of map: PublishedMap, in scope: Scope = .wholeMap) -> [MapActor.ID: (x: Double, y: Double)]
  {
    let definition = FigureDefinition("map", title: map.map.title, content: .map(.init()))
    let plans = plans(definition, of: map, in: scope)
    guard let plan = plans.first, plans.count == 1, plan.form == .network else { return [:] }
    let ids = Dictionary(plan.content.actors.map { ("actor-\($0.id)", $0.id) }) { first, _ in first }
    var places: [MapActor.ID: (x: Double, y: Double)] = [:]
    for case .shape(let shape) in plan.scene.parts {
      guard let id = ids[shape.id] else { continue }
      func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
      places[id] = (rounded(shape.place.center.x), rounded(shape.place.center.y))
    }
    return places
  }
}

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
    func points(_ millimetres: Double) -> Double {
      (millimetres * LayoutByHand.pointsPerMillimetre * 100).rounded() / 100
    }
    return Dictionary(uniqueKeysWithValues: plan.positions.map { ($0.actor, (x: points($0.x), y: -points($0.y))) })
  }
}

import Documents
import MapModel

extension Collection where Element == FigurePlan {
  /// Where the actors of networks stand, as a table that maps read as their `positions:`.
  public var positionsCSV: String {
    CSVText.text(
      header: ["figure", "actor", "x", "y"],
      rows: flatMap { plan in
        plan.positions.map { position in
          [
            position.figure?.rawValue ?? "", position.actor.rawValue, rounded(position.x, decimals: 1),
            rounded(position.y, decimals: 1),
          ]
        }
      })
  }
}

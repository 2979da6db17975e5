/// The outline of a shape.
package enum Outline: Sendable, Hashable {
  case box
  case rounded
  /// Rounded, with a second outline around the first.
  case roundedDouble
  case ellipse
  case hexagon
  case octagon
  case parallelogram
  /// A sheet with a folded corner.
  case note
  /// A drum.
  case cylinder
  /// A box with a tab.
  case tab

  /// How far the outline lies inside the shape's rectangle on the left or right side, in points.
  /// - Parameters:
  ///   - offset: the distance from the shape's middle, upwards, in points.
  ///   - isRight: whether the right side is meant.
  package func inset(at offset: Double, width: Double, height: Double, isRight: Bool) -> Double {
    let share = min(1, max(-1, 2 * offset / height))
    switch self {
    case .ellipse: return width / 2 * (1 - (1 - share * share).squareRoot())
    case .hexagon: return abs(share) * width * Self.hexagonSlant
    case .parallelogram:
      // Leans to the right: the upper left and the lower right corner are cut off.
      return (isRight ? (1 - share) / 2 : (1 + share) / 2) * Self.parallelogramLean(width: width, height: height)
    default: return 0
    }
  }

  /// How far to both sides of its middle lines can stand on its upper and its lower side, in points.
  package func levelReach(width: Double) -> Double {
    switch self {
    case .ellipse: width * 0.3
    case .hexagon: width * (0.5 - Self.hexagonSlant)
    case .parallelogram: width * (0.5 - Self.parallelogramSlant)
    case .octagon: width * 0.2
    default: max(0, width / 2 - 10)
    }
  }

  /// The width at which lines can stand so far to both sides of its middle.
  package func width(forLevelReach reach: Double) -> Double {
    let share = levelReach(width: 1000) - levelReach(width: 500)
    return (reach - levelReach(width: 500)) * 500 / share + 500
  }

  /// How much of its width each slanted side of a hexagon takes.
  package static let hexagonSlant = 0.25
  /// How far a parallelogram's sides lean, as a share of its height: all have one slant, however wide they are.
  package static let parallelogramSlant = 0.4
  /// How much of its width a slanted side takes at most, so that a tall one has room for its label.
  package static let mostOfParallelogram = 0.25

  /// How far the slanted sides of a parallelogram lean, in points.
  package static func parallelogramLean(width: Double, height: Double) -> Double {
    min(parallelogramSlant * height, mostOfParallelogram * width)
  }
}

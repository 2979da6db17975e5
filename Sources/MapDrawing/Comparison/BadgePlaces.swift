/// Finds places on lines for badges, so that they cover no actor, no head of a line and not each other.
struct BadgePlaces {
  private var taken: [Rectangle]
  private let lines: [LinePath]
  private let heads: [Rectangle]

  /// - Parameters:
  ///   - nodes: where actors stand.
  ///   - paths: all lines, which badges of other lines had better not cover.
  init(nodes: [Rectangle], paths: [Path]) {
    taken = nodes
    lines = paths.map(LinePath.init)
    heads = paths.flatMap(\.heads)
  }

  /// A place on a line for a badge of a width: near its middle, where it covers least.
  mutating func place(on line: Int, _ path: Path, width: Double) -> Point {
    var best: (cost: Double, place: Rectangle)?
    for (point, share) in path.samples {
      let place = Rectangle(center: point, width: width + 2, height: Badge.height + 2)
      let covered = taken.count(where: place.overlaps)
      let hidden = heads.count(where: place.overlaps)
      let crossed = lines.indices.count { $0 != line && lines[$0].touches(place) }
      // Covering an actor or a badge is worst, then heads, other lines, and being far from the middle.
      let cost = Double(covered) * 100 + Double(hidden) * 30 + Double(crossed) * 2 + abs(share - 0.5) * 4
      if cost < best?.cost ?? .infinity { best = (cost, place) }
    }
    let chosen = best?.place ?? Rectangle(center: path.points[0], width: width, height: Badge.height)
    taken.append(chosen)
    return chosen.center
  }
}

extension Path {
  /// Where the heads are.
  fileprivate var heads: [Rectangle] {
    [(startTip, points[0]), (endTip, points[points.count - 1])].compactMap { tip, end in
      tip.map { tip in
        let middle = Point((tip.x + end.x) / 2, (tip.y + end.y) / 2)
        return Rectangle(center: middle, width: max(4, abs(tip.x - end.x)), height: max(4, abs(tip.y - end.y)))
      }
    }
  }

  /// Points along the path, with how far along they are, from 0 to 1.
  fileprivate var samples: [(point: Point, share: Double)] {
    let curves = stride(from: 0, to: points.count - 1, by: 3).map { Array(points[$0...($0 + 3)]) }
    let steps = 8
    return curves.enumerated().flatMap { index, curve in
      (0...steps).map { step in
        let share = Double(step) / Double(steps)
        return (LinePath.point(on: curve, at: share), (Double(index) + share) / Double(curves.count))
      }
    }
  }
}

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

  /// A place on a line for a badge of a width: near its middle, where it covers least; beside the line if it would hide a
  /// head on it.
  mutating func place(on line: Int, _ path: Path, width: Double) -> Point {
    var best: (cost: Double, place: Rectangle)?
    func look(_ point: Point, _ share: Double, besides: Double = 0) {
      let place = Rectangle(center: point, width: width + 2, height: Badge.height + 2)
      let covered = taken.count(where: place.overlaps)
      let hidden = heads.count(where: place.overlaps)
      let crossed = lines.indices.count { $0 != line && lines[$0].touches(place) }
      // Covering an actor or a badge is worst, then heads, other lines, and being far from the middle.
      let cost = Double(covered) * 100 + Double(hidden) * 30 + Double(crossed) * 2 + abs(share - 0.5) * 4 + besides
      if cost < best?.cost ?? .infinity { best = (cost, place) }
    }
    for (point, share) in path.samples { look(point, share) }
    if best.map({ $0.cost >= 30 }) ?? true {
      for (point, share) in path.samples {
        for shift in [
          Point(width / 2 + 3, 0), Point(-width / 2 - 3, 0), Point(0, Badge.height / 2 + 3),
          Point(0, -Badge.height / 2 - 3),
        ] {
          look(point.moved(by: shift), share, besides: 6)
        }
      }
    }
    let chosen = best?.place ?? Rectangle(center: path.points[0], width: width, height: Badge.height)
    taken.append(chosen)
    return chosen.center
  }

  /// A place for a badge of a width at a corner of an actor, clear of its words: the upper left one, unless that hides
  /// more than another.
  mutating func corner(of node: Rectangle, width: Double) -> Point {
    let (across, up) = (width / 2 - 2.5, 1.0)
    let corners = [
      Point(node.left + across, node.top + up), Point(node.right - across, node.top + up),
      Point(node.left + across, node.bottom - up), Point(node.right - across, node.bottom - up),
    ]
    let costs = corners.enumerated().map { place, corner -> (cost: Int, place: Rectangle) in
      let badge = Rectangle(center: corner, width: width, height: Badge.height)
      let covered = taken.count { $0 != node && badge.overlaps($0) }
      let hidden = heads.count(where: badge.overlaps)
      return (covered * 100 + hidden * 30 + lines.count { $0.touches(badge) } * 2 + place, badge)
    }
    let chosen =
      costs.min { $0.cost < $1.cost }?.place ?? Rectangle(center: corners[0], width: width, height: Badge.height)
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

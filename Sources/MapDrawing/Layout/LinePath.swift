/// A course cut into straight pieces, from left to right.
struct LinePath {
  struct Piece {
    var start: Point
    var end: Point
  }

  /// The pieces, sorted by their left ends, which they all start with.
  private var pieces: [Piece] = []
  /// Whether the course never turns back, so that pieces do not overlap in their horizontal reach.
  private var isMonotone = true
  private var bottom = Double.infinity
  private var top = -Double.infinity
  /// How far it reaches to the left and to the right.
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity

  init(_ course: Path) {
    var last = course.points[0]
    var rises: Set<Bool> = []
    func piece(to point: Point) -> Piece {
      defer { last = point }
      return last.x <= point.x ? Piece(start: last, end: point) : Piece(start: point, end: last)
    }
    for start in stride(from: 0, to: course.points.count - 1, by: 3) {
      let curve = Array(course.points[start...(start + 3)])
      // Level stretches need no cutting.
      let steps = curve.allSatisfy { $0.y == curve[0].y } ? 1 : 10
      for step in 1...steps {
        let point = Self.point(on: curve, at: Double(step) / Double(steps))
        if point.x != last.x { rises.insert(point.x > last.x) }
        pieces.append(piece(to: point))
      }
    }
    isMonotone = rises.count < 2
    pieces.sort { $0.start.x < $1.start.x }
    for piece in pieces {
      bottom = min(bottom, piece.start.y, piece.end.y)
      top = max(top, piece.start.y, piece.end.y)
      left = min(left, piece.start.x)
      right = max(right, piece.end.x)
    }
  }

  static func point(on curve: [Point], at share: Double) -> Point {
    let rest = 1 - share
    let weights = [rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share]
    return zip(curve, weights).reduce(Point(0, 0)) { Point($0.x + $1.0.x * $1.1, $0.y + $1.0.y * $1.1) }
  }

  func crossings(with other: LinePath) -> Int {
    guard bottom <= other.top, other.bottom <= top else { return 0 }
    var count = 0
    var first = 0
    for piece in pieces {
      if isMonotone, other.isMonotone {
        while first < other.pieces.count, other.pieces[first].end.x < piece.start.x { first += 1 }
      }
      for candidate in other.pieces[first...] {
        if candidate.start.x > piece.end.x { break }
        if Self.cross(piece, candidate) { count += 1 }
      }
    }
    return count
  }

  /// Whether two pieces cross; half-open, so that a crossing at a joint of pieces counts once.
  private static func cross(_ one: Piece, _ other: Piece) -> Bool {
    func isLeft(_ piece: Piece, _ point: Point) -> Bool {
      (piece.end.x - piece.start.x) * (point.y - piece.start.y)
        - (piece.end.y - piece.start.y) * (point.x - piece.start.x) > 0
    }
    return isLeft(one, other.start) != isLeft(one, other.end) && isLeft(other, one.start) != isLeft(other, one.end)
  }

  /// Whether the path runs through a node.
  func touches(_ place: Rectangle) -> Bool {
    guard bottom < place.top, place.bottom < top else { return false }
    return pieces.contains { piece in
      guard piece.end.x > place.left + 0.5, piece.start.x < place.right - 0.5 else { return false }
      // Looked at closely: at every point or so of the stretch that could lie inside.
      let steps = max(1, Int((piece.end.x - piece.start.x) + abs(piece.end.y - piece.start.y)))
      return (0...steps).contains { step in
        let share = Double(step) / Double(steps)
        let x = piece.start.x + (piece.end.x - piece.start.x) * share
        let y = piece.start.y + (piece.end.y - piece.start.y) * share
        return x > place.left + 0.5 && x < place.right - 0.5 && y > place.bottom + 0.5 && y < place.top - 0.5
      }
    }
  }
}

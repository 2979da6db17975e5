/// What a number is of, in the dense numbers of ``CountCells``: its map, its connection, its measure, period and area.
struct CellPlace: Hashable {
  /// One label an axis, in the order of the axes, and then the map.
  private var labels: SIMD8<Int32>

  /// Where a count stands.
  init(of cell: Int, in cells: CountCells) {
    labels = SIMD8(repeating: 0)
    for axis in SumAxis.allCases { self[axis] = cells.labels(of: axis)[cell] }
    labels[SumAxis.allCases.count] = Int32(cells.map[cell])
  }

  /// The label along an axis; -1 if it is left out.
  subscript(axis: SumAxis) -> Int {
    get { Int(labels[axis.rawValue]) }
    set { labels[axis.rawValue] = Int32(newValue) }
  }

  /// The map.
  var map: Int { Int(labels[SumAxis.allCases.count]) }

  /// The place with another label along an axis.
  func with(_ label: Int, along axis: SumAxis) -> CellPlace {
    var place = self
    place[axis] = label
    return place
  }

  /// What all places of a line along an axis have in common.
  func line(along axis: SumAxis) -> CellPlace { with(-1, along: axis) }

  /// The same in whatever area and period.
  var anywhere: CellPlace { line(along: .area).line(along: .period) }

  /// An order of places that is the same everywhere.
  func isBefore(_ other: CellPlace) -> Bool {
    for index in 0..<labels.scalarCount where labels[index] != other.labels[index] {
      return labels[index] < other.labels[index]
    }
    return false
  }
}

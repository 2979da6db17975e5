import MapModel
import OrderedCollections

/// In what the parts of a sum differ; they have all else in common.
enum SumAxis: Int, CaseIterable {
  case area, period, measure, relation, source, target

  /// The word for it in a map's definition.
  var dimension: DeclaredSum.Dimension {
    switch self {
    case .area: .areas
    case .period: .periods
    case .measure: .measures
    case .relation: .relations
    case .source, .target: .actors
    }
  }

  /// The axes whose lines lie within one connection.
  var isWithinConnection: Bool { self == .area || self == .period || self == .measure }
}

extension CountCells {
  /// What each count is, along an axis.
  func labels(of axis: SumAxis) -> CellColumn {
    switch axis {
    case .area: area
    case .period: period
    case .measure: measure
    case .relation: relation
    case .source: source
    case .target: target
    }
  }

  /// How many labels there are along an axis.
  func labelCount(of axis: SumAxis) -> Int {
    switch axis {
    case .area: areas.values.count
    case .period: periods.values.count
    case .measure: measures.values.count
    case .relation: relations.values.count
    case .source, .target: actors.values.count
    }
  }

  /// What a number along an axis stands for, in words.
  func name(_ label: Int, of axis: SumAxis) -> String {
    let frame = alignment.frame
    switch axis {
    case .area: return areas.values[label].map { frame.areas[$0]?.name ?? $0.rawValue } ?? ""
    case .period: return periods.values[label]
    case .measure: return measures.values[label]
    case .relation:
      let id = relations.values[label]
      return frame.relations[id]?.label ?? id.rawValue
    case .source, .target:
      let id = actors.values[label]
      return frame.actors[id]?.name ?? id.rawValue
    }
  }

  /// Counts of the same in the same place and time, in groups of two and more: where a map spells a period in two ways.
  /// - Complexity: O(n) for n counts, and the sorting of those at connections with several.
  func spellings() -> [[Int]] {
    severalAtConnection.grouped(byColumns: [map, source, target, relation, measure, period, area])
      .lazy.filter { $0.count > 1 }.map(Array.init)
  }

  /// The counts that do not stand alone at their connection; most connections of a large map have one count.
  private var severalAtConnection: [Int] {
    (0..<count).filter { cell in
      (cell > 0 && connection[cell - 1] == connection[cell])
        || (cell + 1 < count && connection[cell + 1] == connection[cell])
    }
  }

  /// Counts that differ only along an axis, in groups of two and more.
  /// - Complexity: O(n) for n counts, and the sorting of groups.
  func lines(along axis: SumAxis) -> [[Int]] {
    var columns = [map, source, target, relation, measure, period, area]
    switch axis {
    case .source: columns.remove(at: 1)
    case .target: columns.remove(at: 2)
    case .relation: columns.remove(at: 3)
    case .measure: columns.remove(at: 4)
    case .period: columns.remove(at: 5)
    case .area: columns.remove(at: 6)
    }
    let cells = axis.isWithinConnection ? severalAtConnection : Array(0..<count)
    return cells.grouped(byColumns: columns).lazy.filter { $0.count > 1 }.map(Array.init)
  }
}

import MapModel
import OrderedCollections

/// The counts of maps in one row, each with where it stands; what maps have in common has one number.
struct CountCells {
  /// The maps, side by side.
  let alignment: MapAlignment
  /// The counts; 0 where the source withholds one.
  private(set) var values: [Int] = []
  /// Whether the source itself withholds a count, so that nobody knows it.
  private(set) var isUnknown: [Bool] = []
  /// Each count's map.
  private(set) var map = CellColumn()
  /// Its connection on its map.
  private(set) var connection = CellColumn()
  /// The actor from which that starts.
  private(set) var source = CellColumn()
  /// The actor to which it points.
  private(set) var target = CellColumn()
  /// Its relation.
  private(set) var relation = CellColumn()
  /// What is counted.
  private(set) var measure = CellColumn()
  /// The period, by its name.
  private(set) var period = CellColumn()
  /// The area; ``programme`` for the whole programme.
  private(set) var area = CellColumn()

  /// The number of the whole programme among the areas.
  static let programme = 0
  /// The number of the period that is not said.
  static let anyPeriod = 0

  private(set) var actors = DenseNumbering<MapActor.ID>()
  private(set) var relations = DenseNumbering<Relation.ID>()
  private(set) var measures = NameNumbering(canonical: NameFolding.measure)
  private(set) var periods = NameNumbering(canonical: NameFolding.period)
  private(set) var areas = DenseNumbering<Area.ID?>()

  /// Collects the counts of maps, in the order of the maps and their connections.
  /// - Complexity: O(n) for n counts.
  init(of alignment: MapAlignment) {
    self.alignment = alignment
    _ = periods.number(of: "")
    _ = areas.number(of: nil)
    var connections = 0
    for (place, map) in alignment.maps.enumerated() {
      for own in map.connections.values where !own.counts.isEmpty {
        let id = alignment.shared(own.id, of: place)
        let ends = (source: actors.number(of: id.source), target: actors.number(of: id.target))
        let kind = relations.number(of: id.relation)
        // A count holds much text, which is not copied.
        for index in own.counts.indices {
          self.map.append(place)
          connection.append(connections)
          source.append(ends.source)
          target.append(ends.target)
          relation.append(kind)
          measure.append(measures.number(of: own.counts[index].measure))
          period.append(periods.number(of: own.counts[index].period))
          area.append(areas.number(of: own.counts[index].area.map { alignment.shared($0, of: place) }))
          if case .number(let number) = own.counts[index].value {
            values.append(number)
            isUnknown.append(false)
          } else {
            values.append(0)
            isUnknown.append(true)
          }
        }
        connections += 1
      }
    }
    if count > 0 { nameDeclared() }
  }

  /// Gives numbers to what maps declare to be the sum of others, whether or not it is counted.
  private mutating func nameDeclared() {
    for (place, map) in alignment.maps.enumerated() {
      for measure in map.measures where !measure.parts.isEmpty {
        for name in [measure.name] + measure.parts { _ = measures.number(of: name) }
      }
      for period in map.periods where !period.contains.isEmpty {
        for name in [period.name] + period.contains { _ = periods.number(of: name) }
      }
      for area in map.areas.values where !area.contains.isEmpty {
        for id in [area.id] + area.contains { _ = areas.number(of: alignment.shared(id, of: place)) }
      }
      for actor in map.actors.values {
        guard let group = actor.group else { continue }
        for id in [group, actor.id] { _ = actors.number(of: alignment.shared(id, of: place)) }
      }
      for sum in map.disclosure.sums where sum.holds {
        for name in [sum.total] + sum.parts {
          switch sum.dimension {
          case .areas: if let id = Area.ID(name) { _ = areas.number(of: alignment.shared(id, of: place)) }
          case .periods: _ = periods.number(of: name)
          case .measures: _ = measures.number(of: name)
          case .relations: if let id = Relation.ID(name) { _ = relations.number(of: id) }
          case .actors: if let id = MapActor.ID(name) { _ = actors.number(of: alignment.shared(id, of: place)) }
          }
        }
      }
    }
  }

  /// How many counts there are.
  var count: Int { values.count }
}

import Documents
import MapModel
import OrderedCollections

/// What the management information counts on a map: each measure, with when, where and how often.
struct CountedMeasures {
  private struct Row {
    var periods: OrderedSet<String> = []
    var areas: Set<Area.ID> = []
    var connections: Set<Connection.ID> = []
    var numbers = 0
    var withheld = 0
  }

  private let rows: OrderedDictionary<String, Row>
  private let map: NetworkMap

  init(of map: NetworkMap, in scope: Scope) {
    let extent = map.extent(of: scope)
    var rows: OrderedDictionary<String, Row> = [:]
    for connection in map.connections.values {
      for count in connection.counts where extent.includes(count) || extent.isNobody(count) {
        rows[count.measure, default: Row()].numbers += 1
        rows[count.measure]?.connections.insert(connection.id)
        if !count.period.isEmpty { rows[count.measure]?.periods.append(count.period) }
        if let area = count.area { rows[count.measure]?.areas.insert(area) }
        if count.value == .suppressed { rows[count.measure]?.withheld += 1 }
      }
    }
    (self.rows, self.map) = (rows, map)
  }

  /// How many numbers there are, and how many of them are withheld.
  var sentence: String {
    let (numbers, withheld) = (rows.values.reduce(0) { $0 + $1.numbers }, rows.values.reduce(0) { $0 + $1.withheld })
    return "The management information (MI) has \(counted(numbers, "number")) of"
      + " \(counted(rows.count, "measure"))"
      + (withheld == 0 ? "." : ", of which \(withheld.grouped) \(withheld == 1 ? "is" : "are") withheld.")
  }

  var table: Document.Table {
    Document.Table(
      ["Measure", "Periods", "Areas", "Connections", "Numbers", "Withheld"], numbers: [3, 4, 5],
      rows: rows.map { measure, row in
        let areas = map.areas.values.filter { row.areas.contains($0.id) }.map(\.name)
        let periods = map.knownPeriods.filter(row.periods.contains)
        return [
          measure, periods.joined(separator: ", "), areas.count == map.areas.count ? "all" : areas.asList,
          row.connections.count.grouped, row.numbers.grouped, row.withheld == 0 ? "" : row.withheld.grouped,
        ]
      }, caption: "What the management information counts")
  }
}

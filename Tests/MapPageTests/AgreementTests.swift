import Foundation
import MapAnalysis
import MapDisclosure
import MapDrawing
import MapModel
import MapReports
import OrderedCollections
import TestSupport
import Testing

@testable import MapPage

/// What is known of a connection or an actor in an area is the same wherever it stands: in the matrix, the figure of the
/// side, the tables, the page's data and the JSON.
struct AgreementTests {
  /// States by area and by what they are of.
  private typealias Cells = [String: [String]]

  private struct JSONReport: Decodable {
    struct Row: Decodable {
      var from: String?
      var to: String?
      var relation: String?
      var id: String?
      var presence: [String: String]
    }
    var connections: [Row]
    var actors: [Row]
  }

  private static func key(_ id: Connection.ID) -> String { "\(id.source) \(id.relation) \(id.target)" }

  /// The rows of comma-separated values without quotes.
  private static func cells(csv: String, keys: [Int], from first: Int) -> Cells {
    Dictionary(
      uniqueKeysWithValues: csv.split(separator: "\n").dropFirst().map { line in
        let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (keys.map { row[$0] }.joined(separator: " "), Array(row[first...]))
      })
  }

  private static func cells(json rows: [JSONReport.Row], areas: [String]) -> Cells {
    Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let key = row.id ?? "\(row.from ?? "") \(row.relation ?? "") \(row.to ?? "")"
        return (key, areas.map { row.presence[$0] ?? "" })
      })
  }

  /// The drawn cells of the matrix, a row for each connection that it has.
  private static func matrix(_ figures: [Figure]) -> [[String]] {
    figures.filter { $0.id.hasPrefix("presence") }.flatMap { figure in
      var rows: OrderedDictionary<Substring, [String]> = [:]
      for case .shape(let shape) in figure.scene.parts where shape.classes.contains("cell") {
        let state = shape.classes.first { $0.hasPrefix("presence-") }?.dropFirst("presence-".count) ?? ""
        rows[shape.id.split(separator: "-")[1], default: []].append(String(state))
      }
      return Array(rows.values)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `states agree, cell by cell`(seed: UInt64) throws {
    var towns = RandomTowns(seed: seed)
    let map = try towns.map()
    let areas = map.areas.keys.map(\.rawValue)
    let published = map.published(for: .team)
    let comparison = PublishedComparison(areasOf: published)
    let report = ComparisonReport(of: comparison, permutations: 10)

    // What the map itself says.
    var connections: Cells = [:]
    for connection in map.connections.values {
      connections[Self.key(connection.id)] = map.areas.keys.map {
        map.presence(of: connection, in: .area($0)).rawValue
      }
    }
    #expect(Self.cells(csv: report.csv(.presence), keys: [0, 1, 2], from: 4) == connections)
    let json = try JSONDecoder().decode(JSONReport.self, from: JSONEncoder().encode(report))
    #expect(Self.cells(json: json.connections, areas: areas) == connections)
    let actors = Self.cells(csv: report.csv(.actors), keys: [0], from: 5)
    #expect(Set(actors.keys) == Set(map.actors.keys.map(\.rawValue)))
    #expect(Self.cells(json: json.actors, areas: areas) == actors)

    // The page.
    let whole = FigureContent(.init(), of: map, isFiltered: true)
    let data = PageData(of: published, content: whole, gaps: map.gaps())
    func states(_ digits: String) -> [String] { digits.compactMap { $0.wholeNumberValue.map { data.states[$0].id } } }
    #expect(Dictionary(uniqueKeysWithValues: data.actors.rows.map { ($0.id, states($0.presence)) }) == actors)
    for row in data.connections.rows {
      let id = [data.actors.rows[row.from].id, data.relations[row.relation].id, data.actors.rows[row.to].id]
      #expect(states(row.presence) == connections[id.joined(separator: " ")])
    }
    #expect(data.connections.rows.count == connections.count)

    // The matrix leaves out rows in which nothing is on the map or reported absent.
    let figures = ComparisonFigures(comparison)
    let all = (0..<figures.count).map { figures[$0] }
    let isTold = { (states: [String]) in
      states.compactMap { Presence(rawValue: $0) }.contains { $0.isOnMap || $0 == .reportedAbsent }
    }
    let told = connections.values.filter(isTold)
    #expect(
      Self.matrix(all).map { $0.joined(separator: " ") }.sorted() == told.map { $0.joined(separator: " ") }.sorted())

    // The figures of sides, the areas' own figures, and their tables.
    for (place, area) in map.areas.keys.enumerated() {
      let side = try #require(all.first { $0.id == "side-\(area)" })
      for case .shape(let shape) in side.scene.parts where shape.classes.contains("actor") {
        let state = try #require(
          actors[String(shape.id.dropFirst("actor-".count))].flatMap { Presence(rawValue: $0[place]) })
        #expect(shape.classes.contains("absent") == !state.isOnMap, "\(shape.id) \(state)")
        #expect(state.isOnMap || shape.label.replacing("\n", with: " ").contains(state.symbol), "\(shape.id) \(state)")
      }
      var directions: [String: Set<Presence>] = [:]
      for connection in map.connections.values {
        let state = map.presence(of: connection, in: .area(area))
        guard state.isOnMap, let family = map.relations[connection.relation]?.family else { continue }
        directions["\(connection.source) \(connection.target) \(family)", default: []].insert(state)
      }
      let own = FigurePlan(FigureDefinition("own", title: "T", content: .map(.init())), of: published, in: .area(area))
      for scene in [side.scene, own.scene] {
        var drawn: [String: Bool] = [:]
        for case .line(let line) in scene.parts where line.classes.contains("line") {
          let ends = line.id.dropFirst("line-".count).split(separator: ".")
          if line.path.endTip != nil { drawn["\(ends[0]) \(ends[1]) \(ends[2])"] = line.classes.contains("unclear") }
          if line.path.startTip != nil { drawn["\(ends[1]) \(ends[0]) \(ends[2])"] = line.classes.contains("unclear") }
        }
        #expect(drawn == directions.mapValues { $0.allSatisfy { !$0.isCertain } }, "\(area)")
      }
      // From, relation, to, family, status.
      let table = own.figure.alternative.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains(" Actor ") }
      let rows = table.map { row in
        row.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
          .dropFirst().dropLast()
      }.filter { $0.count == 8 }.map(Array.init)
      let expected = map.connections.values.filter { map.presence(of: $0, in: .area(area)).isOnMap }.map { connection in
        [
          map.actors[connection.source]?.name ?? "", map.actors[connection.target]?.name ?? "",
          map.presence(of: connection, in: .area(area)).name,
        ].joined(separator: " ")
      }
      #expect(rows.map { "\($0[0]) \($0[2]) \($0[4])" }.sorted() == expected.sorted(), "\(area)")
      // What the page says of cases and statements in the area is what the table there says.
      for row in data.connections.rows {
        let id = Connection.ID(
          from: Identifier(stringLiteral: data.actors.rows[row.from].id),
          to: Identifier(stringLiteral: data.actors.rows[row.to].id),
          Identifier(stringLiteral: data.relations[row.relation].id))
        let connection = try #require(map.connections[id])
        #expect(row.casesIn?[place] == map.cases(of: connection, in: .area(area))?.text(map.disclosure))
        #expect(row.statementsIn?[place] ?? 0 == connection.statements.count { $0.placement.includes(area) })
      }
    }
  }
}

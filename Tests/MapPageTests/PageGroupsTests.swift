import MapDisclosure
import MapModel
import MapReports
import NetworkMaps
import OrderedCollections
import TestSupport
import Testing

@testable import MapPage

/// What the page says of closed groups is what `--collapse` says of them, whichever are closed.
struct PageGroupsTests {
  /// What both say of a connection.
  private struct Row: Hashable {
    var status: Int
    var presence: String
    var cases: String?
    var casesIn: [String?]?
    var statements: Int
    var against: Int
  }

  private static func data(_ published: PublishedMap) -> PageData {
    PageData(of: published, content: FigureContent(.init(), of: published.map, isFiltered: true), gaps: [])
  }

  private static func key(_ data: PageData, _ from: Int, _ to: Int, _ relation: Int) -> String {
    [data.actors.rows[from].id, data.relations[relation].id, data.actors.rows[to].id].joined(separator: " ")
  }

  /// A map with the same evidence, some of whose actors are parts of others.
  static func grouping(_ town: NetworkMap, _ groups: [MapActor.ID: MapActor.ID]) throws -> NetworkMap {
    let actors = town.actors.values.map { actor in
      var part = actor
      part.group = groups[actor.id]
      return part
    }
    var map = try NetworkMap(
      title: town.title, areas: Array(town.areas.values), relations: Array(town.relations.values),
      informants: Array(town.informants.values), fieldwork: town.fieldwork, actors: actors)
    map.periods = town.periods
    for connection in town.connections.values { try map.merge(connection) }
    return map
  }

  @Test(arguments: [Audience.public, .team], 0..<24 as Range<UInt64>)
  func `are those of the collapsed map`(audience: Audience, seed: UInt64) throws {
    // Groups within groups, in all that a random town has.
    var towns = RandomTowns(seed: seed / 2)
    let map = try Self.grouping(
      towns.mapWithPeriods(),
      ["actor1": "actor0", "actor2": "actor1", "actor4": "actor3", "actor5": "actor0"])
    let published = map.published(for: audience)
    let groups = map.actors.keys.filter(map.groupsOfOthers.contains)
    let closed = Set(groups.enumerated().filter { (seed + 1) >> UInt64($0.offset) & 1 == 1 }.map(\.element))
    let collapsed = published.collapsing(.groups(closed))
    let (page, expected) = (Self.data(published), Self.data(collapsed))
    let ids = map.actors.keys
    func top(_ place: Int) -> MapActor.ID { map.groups(of: ids[place]).last(where: closed.contains) ?? ids[place] }

    var found: [String: Row] = [:]
    var sums: [String: (statements: Int, against: Int)] = [:]
    for row in page.connections.rows {
      let ends = [row.from, row.to].map(top), relation = page.relations[row.relation]
      var key = "\(ends[0]) \(relation.id) \(ends[1])"
      // What runs both ways is stored in the order of the map.
      if relation.isMutual == true, map.position(ends[0]) > map.position(ends[1]) {
        key = "\(ends[1]) \(relation.id) \(ends[0])"
      }
      sums[key, default: (0, 0)].statements += row.statements
      sums[key, default: (0, 0)].against += row.against
      if ends == [ids[row.from], ids[row.to]], closed.isDisjoint(with: ends) {
        found[Self.key(page, row.from, row.to, row.relation)] = Row(
          status: row.status, presence: row.presence + (row.presenceAt.map { page.presencesAt[$0] } ?? ""),
          cases: row.cases,
          casesIn: row.casesIn, statements: row.statements, against: row.against)
      }
    }
    for row in page.joined.rows {
      let (source, target) = (ids[row.from], ids[row.to])
      guard top(row.from) == source, top(row.to) == target,
        closed.contains(source) == (row.closed & 1 > 0), closed.contains(target) == (row.closed & 2 > 0)
      else { continue }
      let key = Self.key(page, row.from, row.to, row.relation)
      #expect(found[key] == nil)
      found[key] = Row(
        status: row.status, presence: page.joinedPresences[row.presence], cases: row.cases, casesIn: row.casesIn,
        statements: sums[key]?.statements ?? 0, against: sums[key]?.against ?? 0)
    }
    let wanted = Dictionary(
      uniqueKeysWithValues: expected.connections.rows.map { row in
        (
          Self.key(expected, row.from, row.to, row.relation),
          Row(
            status: row.status, presence: row.presence + (row.presenceAt.map { expected.presencesAt[$0] } ?? ""),
            cases: row.cases, casesIn: row.casesIn, statements: row.statements, against: row.against)
        )
      })
    #expect(Set(found.keys) == Set(wanted.keys))
    for (key, row) in wanted { #expect(found[key] == row, "\(key)") }
    for actor in expected.actors.rows {
      guard let place = page.actors.rows.firstIndex(where: { $0.id == actor.id }), closed.contains(ids[place]) else {
        continue
      }
      let presence = actor.presence + (actor.presenceAt.map { expected.presencesAt[$0] } ?? "")
      #expect(page.actors.rows[place].closed == presence, "\(actor.id)")
    }
  }
}

import Foundation
import MapAnalysis
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct MeasureTests {
  @Test func `each measure has an identifier of its own, a name and a meaning`() {
    let actors = MapMeasures.ofActors.map { [$0.id, $0.name, $0.heading, $0.explanation, $0.brief] }
    let whole = MapMeasures.ofWhole.map { [$0.id, $0.name, $0.heading, $0.explanation, $0.brief] }
    for rows in [actors, whole] {
      for column in 0..<3 { #expect(Set(rows.map { $0[column] }).count == rows.count) }
      #expect(rows.joined().allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
    }
  }

  @Test(arguments: Condition.RankedMeasure.allCases)
  func `what actors can be ranked by is in the catalogue, under the same identifier`(measure: Condition.RankedMeasure) {
    #expect(MapMeasures.ofActors.count { $0.hyphenated == measure.rawValue } == 1)
    #expect(measure.measure.hyphenated == measure.rawValue)
  }

  @Test func `finds its value in a row`() throws {
    let measures = MapMeasures(MapGraph(try SmallMaps.town()))
    let mentors = try #require(measures.actors.first { $0.id == "mentors" })
    func value(_ id: String) throws -> MeasureValue? {
      try #require(MapMeasures.ofActors.first { $0.id == id }).value(in: mentors)
    }
    #expect(try value("inDegree") == .whole(1) && value("outDegree") == .whole(3))
    #expect(try value("casesIn") == nil && value("casesOut") == .whole(34))
    #expect(try value("betweenness") == .real(3) && value("cutPoint") == .flag(true))
    // Council and each of three others, all of different sectors but for none.
    #expect(try value("brokerage") == .whole(3) && value("brokerage.liaison") == .whole(3))
    let whole = Dictionary(uniqueKeysWithValues: MapMeasures.ofWhole.map { ($0.id, $0.value(in: measures.whole)) })
    #expect(whole["actors"] == .whole(5) && whole["connections"] == .whole(6) && whole["density"] == .real(0.3))
    #expect(whole["externalInternalIndex"] == .real(1) && whole["components"] == .whole(1))
  }

  @Test func `a value is written as the bare number or truth`() throws {
    let values: [MeasureValue] = [.whole(3), .real(0.5), .flag(true)]
    #expect(String(decoding: try JSONEncoder().encode(values), as: UTF8.self) == "[3,0.5,true]")
    #expect(values.map(\.number) == [3, 0.5, 1])
  }

  /// A rank is decided by the values that a table shows.
  @Test func `a measure taken alone is that of all measures`() throws {
    for measure in Condition.RankedMeasure.allCases {
      var map = try SmallMaps.town()
      let all = MapMeasures(MapGraph(map)).actors.map { measure.measure.value(in: $0)?.number ?? .nan }
      for actor in map.actors.keys {
        let own = all[try #require(map.actors.index(forKey: actor))]
        let place = all.count { $0 > own * (1 + 1e-9) } + 1
        let others = all.count { abs($0 - own) <= own * 1e-9 } - 1
        map.claims = [Claim("c", words: "", condition: .rank(actor, measure, within: place))]
        let verdict = try #require(map.claimVerdicts().first)
        let isZeroForAll = all.allSatisfy { $0 == 0 }
        // Nobody has a place by what is 0.
        #expect(verdict.verdict == (own > 0 ? .holds : .fails))
        #expect(
          verdict.grounds.map(\.reasons) == [
            [
              own > 0
                ? .rank(actor, measure, place: place, of: 5, sharedWith: others)
                : .unranked(actor, measure, of: 5, isZeroForAll: isZeroForAll)
            ]
          ])
      }
    }
  }
}

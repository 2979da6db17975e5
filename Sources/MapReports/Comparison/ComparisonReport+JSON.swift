import Documents
import GraphMeasures
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ComparisonReport: Encodable {
  /// Writes all that is told of the comparison.
  public func encode(to encoder: any Encoder) throws { try ComparisonJSON(self).encode(to: encoder) }
}

/// A comparison as it stands in JSON.
private struct ComparisonJSON: Encodable {
  struct Side: Encodable {
    var id: String
    var name: String
    var interviews: Int
    var asked: [String: Int]
    var actors: Int
    var connections: Int
  }

  struct ConnectionRow: Encodable {
    var from: String
    var to: String
    var relation: String
    var presence: [String: String]
  }

  struct ActorRow: Encodable {
    var id: String
    var name: String
    var presence: [String: String]
  }

  struct Pair: Encodable {
    struct Assignment: Encodable {
      @OrNull var correlation: Double?
      @OrNull var shareAtLeast: Double?
      var actors: Int
      var permutations: Int
      var seed: UInt64
      @OrNull var warning: String?
    }

    var a: String
    var b: String
    @OrNull var jaccard: Double?
    @OrNull var jaccardKnown: Double?
    @OrNull var jaccardActors: Double?
    var byRelation: [String: Double]
    var bySector: [String: Double]
    var editDistance: Int
    var qap: Assignment
  }

  struct Difference: Encodable {
    var area: String
    /// Connections and actors that are on the map here alone.
    var alone: [[String]]
    var actorsAlone: [String]
    /// Connections and actors that are on the map everywhere else.
    var lacking: [[String]]
    var actorsLacking: [String]
  }

  /// What changed from one period to the next, by the kind of change.
  struct Change: Encodable {
    var earlier: String
    var later: String
    var connections: [String: [[String]]]
    var actors: [String: [String]]
  }

  struct Measure: Encodable {
    struct Standing: Encodable {
      var value: Double
      /// None of a value of 0.
      @OrNull var rank: Int?
      /// How many others have the same rank.
      var sharedWith: Int
    }

    var actor: String
    var measure: String
    var areas: [String: Standing]
  }

  struct GapRow: Encodable {
    var id: String
    var kind: String
    var because: String
    var areas: [String: String]
  }

  struct Rate: Encodable {
    var from: String
    var to: String
    var relation: String
    var measure: String
    var period: String
    @OrNull var per: String?
    var counts: [String: String]
    var per100: [String: Double]
  }

  struct Match: Encodable {
    var id: String
    var name: String
    var own: String
    var ownName: String
  }

  var areas: [String]
  var sides: [Side]
  var connections: [ConnectionRow]
  var actors: [ActorRow]
  var similarity: [Pair]
  var differences: [Difference]
  /// Left out unless the comparison is over time.
  var changes: [Change]?
  var measures: [Measure]
  var gaps: [GapRow]
  var rates: [Rate]
  var matched: [Match]
  var matchedAreas: [Match]
  var unmatched: [String: [String]]
  var disclosure: DisclosureNotes

  init(_ report: ComparisonReport) {
    let comparison = report.comparison
    let ids = comparison.sides.map(\.id.rawValue)
    func bySide<Value>(_ values: [Value?]) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: zip(ids, values).compactMap { id, value in value.map { (id, $0) } })
    }
    func text(_ id: Connection.ID) -> [String] { [id.source.rawValue, id.target.rawValue, id.relation.rawValue] }
    areas = ids
    let asked = comparison.askedGroups()
    sides = comparison.sides.enumerated().map { place, side in
      Side(
        id: side.id.rawValue, name: side.name, interviews: comparison.interviews(on: side),
        asked: Dictionary(uniqueKeysWithValues: asked.map { ($0.name, $0.interviews[place]) }),
        actors: comparison.actors.count { $0.presences[place].isOnMap },
        connections: comparison.connections.count { $0.presences[place].isOnMap })
    }
    connections = comparison.connections.map { row in
      ConnectionRow(
        from: row.id.source.rawValue, to: row.id.target.rawValue, relation: row.id.relation.rawValue,
        presence: bySide(row.presences.map(\.rawValue)))
    }
    actors = comparison.actors.map { row in
      ActorRow(
        id: row.id.rawValue, name: report.frame.name(of: row.id), presence: bySide(row.presences.map(\.rawValue)))
    }
    similarity = report.similarities.map { pair in
      Pair(
        a: ids[pair.first], b: ids[pair.second], jaccard: pair.connections.jaccard,
        jaccardKnown: pair.knownConnections.jaccard, jaccardActors: pair.actors.jaccard,
        byRelation: Dictionary(
          uniqueKeysWithValues: pair.byRelation.compactMap { id, overlap in overlap.jaccard.map { (id.rawValue, $0) } }),
        bySector: Dictionary(
          uniqueKeysWithValues: pair.bySector.compactMap { id, overlap in overlap.jaccard.map { (id.rawValue, $0) } }),
        editDistance: pair.editDistance,
        qap: .init(
          correlation: pair.assignment.correlation, shareAtLeast: pair.assignment.shareAtLeast,
          actors: pair.assignment.actors, permutations: pair.assignment.permutations, seed: pair.assignment.seed,
          warning: pair.assignment.isWeak ? "fewer than \(QuadraticAssignment.fewActors) common actors" : nil))
    }
    differences = ids.indices.map { place in
      Difference(
        area: ids[place], alone: comparison.connections(onlyOn: place).map { text($0.id) },
        actorsAlone: comparison.actors(onlyOn: place).map(\.id.rawValue),
        lacking: comparison.connections(lackedOnlyBy: place).map { text($0.id) },
        actorsLacking: comparison.actors(lackedOnlyBy: place).map(\.id.rawValue))
    }
    let kinds = ComparedChange.Kind.allCases
    changes =
      !comparison.isOverTime
      ? nil
      : report.changes.map { change in
        Change(
          earlier: ids[change.earlier], later: ids[change.later],
          connections: Dictionary(
            uniqueKeysWithValues: kinds.map { ($0.rawValue, change.connections($0).map(text)) }),
          actors: Dictionary(
            uniqueKeysWithValues: kinds.map { ($0.rawValue, change.actors($0).map(\.rawValue)) }))
      }
    measures = report.measures.map { row in
      Measure(
        actor: row.id.rawValue, measure: row.measure.rawValue,
        areas: bySide(row.standings.map { $0.map { .init(value: $0.value, rank: $0.rank, sharedWith: $0.sharedWith) } })
      )
    }
    gaps = report.gaps.map { gap in
      GapRow(
        id: gap.id, kind: gap.kind.rawValue, because: report.sentence(of: gap),
        areas: bySide(gap.states.map { $0 == .notLookedFor ? nil : $0.word }))
    }
    rates = report.rates.map { rate in
      Rate(
        from: rate.connection.source.rawValue, to: rate.connection.target.rawValue,
        relation: rate.connection.relation.rawValue, measure: rate.measure, period: rate.period,
        per: rate.base?.measure, counts: bySide(rate.counts.map { $0?.text(report.frame.disclosure) }),
        per100: bySide(rate.per100))
    }
    let alignment = comparison.alignment
    matched = alignment.matches.map { match in
      Match(
        id: match.shared.id.rawValue, name: match.shared.name, own: match.own.id.rawValue, ownName: match.own.name)
    }
    matchedAreas = alignment.areaMatches.map { match in
      Match(
        id: match.shared.id.rawValue, name: match.shared.name, own: match.own.id.rawValue, ownName: match.own.name)
    }
    unmatched =
      alignment.maps.count < 2
      ? [:]
      : Dictionary(
        uniqueKeysWithValues: alignment.maps.enumerated().map { map, value in
          (String(map + 1), alignment.actors(onlyOn: map).map(\.rawValue))
        })
    disclosure = report.published.maps.notes
  }
}

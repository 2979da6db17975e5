public import MapModel
import OrderedCollections

/// Something that a good network would have and this one has not, or a place where it is weak.
public struct Gap: Sendable, Hashable, Identifiable {
  /// Where the gap comes from.
  public enum Kind: String, Sendable, CaseIterable {
    /// An expectation of the map that is not met.
    case expectation
    /// An actor that nothing connects.
    case isolated
    /// A programme that falls into parts of the same size.
    case parts
    /// A part beside the programme, with which nothing connects it.
    case island
    /// An actor on which others' only way to the programme, or to each other, hangs.
    case cutPoint
    /// A single connection between two parts of the map.
    case bridge
    /// Support that rests on one actor.
    case singleSource
    /// Communication that runs one way only.
    case oneWay
    /// Connections whose evidence is unclear or contradicts itself.
    case unclearEvidence
    /// Connections that rest on one statement.
    case singleEvidence
  }

  /// What is missing or weak, by identifiers and numbers: reports make a sentence of it.
  public enum Cause: Sendable, Hashable {
    /// What two parts of a map differ in.
    public enum Boundary: Sendable, Hashable {
      /// They stand at different stages.
      case stages(Stage.ID, Stage.ID)
      /// They are of different sectors.
      case sectors(Sector.ID, Sector.ID)
    }

    /// What the evidence says to an expectation that is not met.
    case expectation([ConditionReason])
    /// Nothing connects an actor; whether connections were looked for and reported absent.
    case isolated(MapActor.ID, isDenied: Bool)
    /// Nothing connects some parts of the same size, of which none is larger; or the people supported may connect some.
    case parts([[MapActor.ID]], throughBeneficiaries: Bool)
    /// Nothing connects some actors with the rest of the programme; or the people supported may.
    case island([MapActor.ID], throughBeneficiaries: Bool)
    /// Some groups, of which none is largest, are connected with each other through one actor alone, or also through the people
    /// supported.
    case divide(MapActor.ID, groups: [[MapActor.ID]], throughBeneficiaries: Bool = false)
    /// Some actors are connected to the programme through one alone, or also through the people supported.
    case cutPoint(MapActor.ID, stranded: [MapActor.ID], throughBeneficiaries: Bool = false)
    /// The connection of two actors alone joins a group to the rest; how many the smaller group are.
    case bridge(MapActor.ID, MapActor.ID, between: Boundary, fewer: Int)
    /// All support of a beneficiary comes from one actor.
    case singleSource(MapActor.ID, of: MapActor.ID)
    /// A connection to which there is none the other way.
    case oneWay(Connection.ID)
    /// A connection of which the evidence is not clear or contradicts itself.
    case unclearEvidence(Connection.ID, Presence)
    /// Of so many connections so many rest on one statement each.
    case singleEvidence(Int, of: Int)
  }

  /// The identifier: the expectation's, or one made of the kind and the actors; the same in every area.
  public let id: String
  /// What is missing or weak.
  public let cause: Cause
  /// Where it is a gap: on the whole map, or in an area, a period, or both.
  public let scope: Scope
  /// The period of which alone something is expected; `nil` if it is expected at any time.
  public let period: String?
  /// What is known of what is missing; `nil` where nothing is missing, but hangs on one actor.
  public let absence: Presence?
  /// The actors that are missing, or on which it hangs, or that it concerns, in this order.
  public let actors: [MapActor.ID]
  /// The connections or routes that are missing.
  public let missing: [ConditionFinding.Pair]
  /// What is there and weak.
  public let connections: [Connection.ID]
  /// Why something else is expected, and where the report says so; empty for gaps of structure.
  public let reason: String
  /// Where in the report the reason stands.
  public let reference: String

  /// Where it comes from.
  public var kind: Kind {
    switch cause {
    case .expectation: .expectation
    case .isolated: .isolated
    case .parts: .parts
    case .island: .island
    case .cutPoint, .divide: .cutPoint
    case .bridge: .bridge
    case .singleSource: .singleSource
    case .oneWay: .oneWay
    case .unclearEvidence: .unclearEvidence
    case .singleEvidence: .singleEvidence
    }
  }

  /// Whether something is known to be missing, and not just unknown: it is reported absent or was not found.
  public var isKnownAbsence: Bool { absence?.isKnownAbsence ?? false }

  /// Of what the evidence was looked at: where it is a gap, in the period of which something is expected.
  public var examined: Scope { scope.during(period ?? scope.period) }

  init(
    _ id: String, _ cause: Cause, in scope: Scope = .wholeMap, during period: String? = nil, absence: Presence? = nil,
    actors: [MapActor.ID] = [],
    missing: [ConditionFinding.Pair] = [], connections: [Connection.ID] = [], reason: String = "",
    reference: String = ""
  ) {
    (self.id, self.cause, self.scope, self.absence, self.actors) = (id, cause, scope, absence, actors)
    self.period = period
    (self.missing, self.connections, self.reason, self.reference) = (missing, connections, reason, reference)
  }
}

extension NetworkMap {
  /// The map's gaps: expectations that are not met, on the whole map and in each area, then those of its structure.
  /// - Parameter scope: where the gaps are wanted: with an area, of that alone; otherwise of the whole map and of all areas,
  ///   at any time or in a period. What is expected of one period is looked for in that, whether or not it is asked for.
  /// - Complexity: O(a · c · e), where a is the number of areas, c of connections and e of pieces of evidence of each.
  public func gaps(in scope: Scope = .wholeMap) -> [Gap] {
    unmetExpectations(in: scope) + StructuralGaps(self, in: scope).gaps
  }

  private func unmetExpectations(in scope: Scope) -> [Gap] {
    var checks = ConditionChecks(self)
    return expectations.flatMap { expectation -> [Gap] in
      guard expectation.isLookedFor(in: scope) else { return [] }
      var places: [Scope] = scope.area == nil && expectation.extent == .areas ? [] : [scope]
      if scope.area == nil, expectation.extent != .programme { places += areas.keys.map(scope.in) }
      return places.compactMap { place in
        let examined = place.during(expectation.period ?? place.period)
        let finding = checks.finding(expectation.condition, in: examined)
        if finding.isTrue == true { return nil }
        return Gap(
          expectation.id.rawValue, .expectation(finding.reasons), in: place, during: expectation.period,
          absence: finding.absence,
          actors: finding.actors, missing: finding.missing, reason: expectation.reason,
          reference: expectation.reference)
      }
    }
  }
}

extension Expectation {
  /// Whether it is looked for in a scope: not of an area if it is of the whole map, and not of another period than its own.
  func isLookedFor(in scope: Scope) -> Bool {
    (scope.area == nil || extent != .programme) && (scope.period == nil || period == nil || period == scope.period)
  }
}

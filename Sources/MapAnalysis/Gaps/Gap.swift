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
    /// An actor on which others' only way to the programme hangs.
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

  /// The identifier: the expectation's, or one made of the kind and the actors; the same in every area.
  public let id: String
  /// Where it comes from.
  public let kind: Kind
  /// The whole map, or an area.
  public let scope: Scope
  /// What is known of what is missing; `nil` where nothing is missing, but hangs on one actor.
  public let absence: Presence?
  /// The actors that are missing, or on which it hangs, or that it concerns, in this order.
  public let actors: [MapActor.ID]
  /// The connections or routes that are missing.
  public let missing: [ConditionFinding.Pair]
  /// What is there and weak.
  public let connections: [Connection.ID]
  /// A plain sentence, without a full stop.
  public let because: String
  /// Why something else is expected, and where the report says so; empty for gaps of structure.
  public let reason: String
  /// Where in the report the reason stands.
  public let reference: String

  /// What is missing or weak, as a sentence.
  public var sentence: String { (because.first.map { $0.uppercased() + because.dropFirst() } ?? "") + "." }

  /// Whether something is known to be missing, and not just unknown: it is reported absent or was not found.
  public var isKnownAbsence: Bool { absence?.isKnownAbsence ?? false }

  init(
    _ id: String, _ kind: Kind, in scope: Scope = .wholeMap, absence: Presence? = nil, actors: [MapActor.ID] = [],
    missing: [ConditionFinding.Pair] = [], connections: [Connection.ID] = [], because: String, reason: String = "",
    reference: String = ""
  ) {
    (self.id, self.kind, self.scope, self.absence, self.actors) = (id, kind, scope, absence, actors)
    (self.missing, self.connections, self.because) = (missing, connections, because)
    (self.reason, self.reference) = (reason, reference)
  }
}

extension NetworkMap {
  /// The map's gaps: expectations that are not met, on the whole map and in each area, then those of its structure.
  /// - Parameter scope: one area, of which alone the gaps are wanted; otherwise those of the whole map and of all areas.
  /// - Complexity: O(a · c · e), where a is the number of areas, c of connections and e of pieces of evidence of each.
  public func gaps(in scope: Scope = .wholeMap) -> [Gap] {
    unmetExpectations(in: scope) + StructuralGaps(self, in: scope).gaps
  }

  private func unmetExpectations(in scope: Scope) -> [Gap] {
    var checks = ConditionChecks(self)
    return expectations.flatMap { expectation -> [Gap] in
      var places: [Scope] = expectation.extent == .areas ? [] : [.wholeMap]
      if expectation.extent != .programme { places += areas.keys.map(Scope.area) }
      if !scope.isWholeMap { places = expectation.extent == .programme ? [] : [scope] }
      return places.compactMap { place in
        let finding = checks.finding(expectation.condition, in: place)
        if finding.isTrue == true { return nil }
        return Gap(
          expectation.id.rawValue, .expectation, in: place, absence: finding.absence, actors: finding.actors,
          missing: finding.missing, because: finding.because, reason: expectation.reason,
          reference: expectation.reference)
      }
    }
  }
}

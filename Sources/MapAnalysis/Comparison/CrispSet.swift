public import MapModel
import OrderedCollections

/// A comparison as a truth table in the making: sides are cases, what is there or not is a condition.
///
/// It is the crisp-set data of a qualitative comparative analysis (Ragin 1987, "The Comparative Method"): 1 where it is
/// certain that something is there, 0 where it is known to be missing, and `nil` where the evidence does not tell.
public struct CrispSet: Sendable, Hashable {
  /// A column: a condition, or an outcome.
  public struct Column: Sendable, Hashable {
    /// The name: letters a to z, digits and `_`, starting with a letter, unlike for each column.
    public let name: String
    /// What its values are of.
    public let subject: Subject
    /// The values, in the order of the sides.
    public let values: [Double?]
  }

  /// What a column is of.
  public enum Subject: Sendable, Hashable {
    /// Whether a connection is there.
    case connection(Connection.ID)
    /// Whether an expectation is met.
    case expectation(Expectation.ID)
    /// An outcome, by its name.
    case outcome(String)
  }

  /// What conditions are made of.
  public enum Conditions: String, Sendable, CaseIterable {
    /// Each connection that is certain on at least one side.
    case connections
    /// Each expectation of the maps.
    case expectations
  }

  /// The sides.
  public let cases: [ComparisonSide]
  /// The conditions.
  public let conditions: [Column]
  /// The outcomes, as they were measured.
  public let outcomes: [Column]

  /// Makes the table of a comparison.
  public init(_ comparison: MapComparison, of kind: Conditions) {
    cases = comparison.sides
    var taken: Set<String> = []
    func column(_ words: String, _ subject: Subject, _ values: [Double?]) -> Column {
      Column(name: Self.name(words, &taken), subject: subject, values: values)
    }
    switch kind {
    case .connections:
      conditions = comparison.connections.filter { $0.presences.contains(where: \.isCertain) }.map { row in
        column(
          "\(row.id.source)_\(row.id.relation)_\(row.id.target)", .connection(row.id),
          row.presences.map { $0.isCertain ? 1 : $0.isKnownAbsence ? 0 : nil })
      }
    case .expectations:
      let findings = comparison.expectationFindings()
      conditions = findings.map { column($0.expectation.id.rawValue, .expectation($0.expectation.id), $0.values) }
    }
    let outcomes = comparison.sides.map { side in
      // What came of the programme came of the whole of it, and of no period.
      side.scope.period == nil ? comparison.map(of: side).outcomes.filter { $0.area == side.scope.area } : []
    }
    let names = outcomes.joined().reduce(into: OrderedSet<String>()) { $0.append($1.name) }
    self.outcomes = names.map { name in
      column(name, .outcome(name), outcomes.map { $0.first { $0.name == name }?.value })
    }
  }

  /// A name that R takes as it is.
  private static func name(_ words: String, _ taken: inout Set<String>) -> String {
    var name = words.slug(separator: "_")
    if !(name.first?.isLetter ?? false) { name = "x_" + name }
    return name.numbered("_") { taken.insert($0).inserted ? $0 : nil }
  }
}

extension MapComparison {
  /// Whether each expectation is met on each side; `nil` where the evidence does not tell, or it is not looked for.
  fileprivate func expectationFindings() -> [(expectation: Expectation, values: [Double?])] {
    var expectations: OrderedDictionary<Expectation.ID, Expectation> = [:]
    for map in alignment.maps {
      for expectation in map.expectations where expectations[expectation.id] == nil {
        expectations[expectation.id] = expectation
      }
    }
    var checks = alignment.maps.map { ConditionChecks($0) }
    let lookedFor = expectations.values.filter { expectation in sides.contains { expectation.isLookedFor(on: $0) } }
    return lookedFor.map { expectation in
      let values = sides.map { side -> Double? in
        guard let own = alignment.maps[side.map].expectations.first(where: { $0.id == expectation.id }),
          own.isLookedFor(on: side)
        else { return nil }
        let examined = side.scope.during(own.period ?? side.scope.period)
        return checks[side.map].finding(own.condition, in: examined).isTrue.map { $0 ? 1 : 0 }
      }
      return (expectation, values)
    }
  }
}

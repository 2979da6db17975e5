import ArgumentParser
import MapModel
import NetworkMaps

/// The tables of a comparison, as comma-separated values.
struct ComparisonTables {
  /// A table, by its name.
  enum Name: String, CaseIterable, ExpressibleByArgument {
    /// What is known of each connection.
    case presence
    /// What is known of each actor.
    case actors
    /// How many interviews were held with whom.
    case fieldwork
    /// How alike each two sides are.
    case similarity
    /// The same by relation and sector.
    case overlap
    /// What actors measure, and their ranks.
    case measures
    /// On which sides each gap is one.
    case gaps
    /// Numbers of the MI, as they are and for each 100 of a base.
    case rates
    /// Sides as cases and connections as conditions, for qualitative comparative analysis.
    case crispSet = "crisp-set"
    /// Sides as cases and expectations as conditions.
    case expectations = "crisp-set-expectations"
  }

  let report: ComparisonReport
  private var frame: NetworkMap { report.frame }
  private var sides: [ComparisonSide] { report.sides }
  private var sideNames: [String] { sides.map(\.id.rawValue) }

  /// A table with its header.
  func text(of name: Name) -> String {
    switch name {
    case .presence: presence
    case .actors: actors
    case .fieldwork: fieldwork
    case .similarity: similarity
    case .overlap: overlap
    case .measures: measures
    case .gaps: gaps
    case .rates: rates
    case .crispSet: crispSet(CrispSet(report.comparison, of: .connections))
    case .expectations: crispSet(CrispSet(report.comparison, of: .expectations))
    }
  }

  private var presence: String {
    CSVText.text(
      header: ["from", "relation", "to", "family"] + sideNames,
      rows: report.comparison.connections.map { row in
        [
          row.id.source.rawValue, row.id.relation.rawValue, row.id.target.rawValue,
          frame.relations[row.id.relation]?.family.rawValue ?? "",
        ] + row.presences.map(\.rawValue)
      })
  }

  private var actors: String {
    CSVText.text(
      header: ["id", "name", "role", "sector", "stage"] + sideNames,
      rows: report.comparison.actors.compactMap { row in
        frame.actors[row.id].map { actor in
          [actor.id.rawValue, actor.name, actor.role.rawValue, actor.sector.rawValue, actor.stage.rawValue]
            + row.presences.map(\.rawValue)
        }
      })
  }

  private var fieldwork: String {
    CSVText.text(
      header: ["group"] + sideNames,
      rows: report.comparison.askedGroups().map { [$0.name] + $0.interviews.map(String.init) })
  }

  private var similarity: String {
    CSVText.text(
      header: [
        "a", "b", "jaccardConnections", "jaccardKnownConnections", "jaccardActors", "editDistance", "commonActors",
        "qapCorrelation", "qapShareAtLeast", "permutations", "seed",
      ],
      rows: report.similarities.map { pair in
        [
          sideNames[pair.first], sideNames[pair.second], text(pair.connections.jaccard),
          text(pair.knownConnections.jaccard), text(pair.actors.jaccard), String(pair.editDistance),
          String(pair.assignment.actors), text(pair.assignment.correlation), text(pair.assignment.shareAtLeast),
          String(pair.assignment.permutations), String(pair.assignment.seed),
        ]
      })
  }

  private var overlap: String {
    let rows = report.similarities.flatMap { pair -> [[String]] in
      func row(_ of: String, _ id: String, _ overlap: Overlap) -> [String] {
        [
          sideNames[pair.first], sideNames[pair.second], of, id, String(overlap.common), String(overlap.onlyFirst),
          String(overlap.onlySecond), text(overlap.jaccard),
        ]
      }
      return [
        row("connections", "", pair.connections), row("known connections", "", pair.knownConnections),
        row("actors", "", pair.actors),
      ] + pair.byRelation.map { row("connections of a relation", $0.key.rawValue, $0.value) }
        + pair.bySector.map { row("actors of a sector", $0.key.rawValue, $0.value) }
    }
    return CSVText.text(
      header: ["a", "b", "of", "id", "common", "onlyA", "onlyB", "jaccard"], rows: rows)
  }

  private var measures: String {
    CSVText.text(
      header: ["id", "name", "measure"] + sideNames.flatMap { [$0, "\($0)-rank"] },
      rows: report.measures.map { row in
        [row.id.rawValue, frame.name(of: row.id), row.measure.rawValue]
          + row.standings.flatMap { [text($0?.value), $0.map { String($0.rank) } ?? ""] }
      })
  }

  private var gaps: String {
    CSVText.text(
      header: ["id", "kind"] + sideNames + ["because"],
      rows: report.gaps.map { gap in
        [gap.id, gap.kind.rawValue] + gap.states.map(\.word) + [gap.sentence]
      })
  }

  private var rates: String {
    CSVText.text(
      header: ["from", "relation", "to", "measure", "period", "per100"]
        + sideNames.flatMap { [$0, "\($0)-per100"] },
      rows: report.rates.map { rate in
        let id = rate.connection
        return [
          id.source.rawValue, id.relation.rawValue, id.target.rawValue, rate.measure, rate.period,
          rate.base?.measure ?? "",
        ] + zip(rate.counts, rate.per100).flatMap { [$0?.text(frame.disclosure) ?? "", text($1)] }
      })
  }

  /// Cases as rows, as R's package QCA takes them: `read.csv("crisp-set.csv", row.names = 1)`.
  private func crispSet(_ table: CrispSet) -> String {
    CSVText.text(
      header: ["case"] + (table.conditions + table.outcomes).map(\.name),
      rows: table.cases.indices.map { place in
        [table.cases[place].id.rawValue]
          + table.conditions.map { column in column.values[place].map { $0 == 1 ? "1" : "0" } ?? "" }
          + table.outcomes.map { text($0.values[place]) }
      })
  }

  private func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
}

extension ComparedGap.State {
  /// The state in tables.
  var word: String {
    switch self {
    case .none: "none"
    case .gap(let absence): absence?.rawValue ?? "gap"
    case .notLookedFor: ""
    }
  }
}

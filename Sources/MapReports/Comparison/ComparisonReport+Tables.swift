package import Documents
import GraphMeasures
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension ComparisonReport {
  /// A table of a comparison, by its name.
  public enum Table: String, Sendable, CaseIterable {
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
    /// What changed from each period to the next; of comparisons over time alone.
    case changes
    /// Numbers of the MI, as they are and for each 100 of a base.
    case rates
    /// Sides as cases and connections as conditions, for qualitative comparative analysis.
    case crispSet = "crisp-set"
    /// Sides as cases and expectations as conditions.
    case expectations = "crisp-set-expectations"
  }

  /// The tables that the comparison has.
  public var tables: [Table] { Table.allCases.filter { $0 != .changes || comparison.isOverTime } }

  /// A table as comma-separated values.
  public func csv(_ table: Table) -> String { CSVText.text(of: self.table(table)) }

  /// A table with its header, for scripts: all rows, ids in place of names.
  package func table(_ table: Table) -> Document.Table {
    switch table {
    case .presence: presenceTable
    case .actors: actorTable
    case .fieldwork: fieldworkTable
    case .similarity: similarityTable
    case .overlap: overlapTable
    case .measures: measureTable
    case .gaps: gapTable
    case .changes: changeTable
    case .rates: rateTable
    case .crispSet: crispSet(CrispSet(comparison, of: .connections))
    case .expectations: crispSet(CrispSet(comparison, of: .expectations))
    }
  }

  private var sideNames: [String] { sides.map(\.id.rawValue) }

  private var presenceTable: Document.Table {
    Document.Table(
      ["from", "relation", "to", "family"] + sideNames,
      rows: comparison.connections.map { row in
        [
          row.id.source.rawValue, row.id.relation.rawValue, row.id.target.rawValue,
          frame.relations[row.id.relation]?.family.rawValue ?? "",
        ] + row.presences.map(\.rawValue)
      })
  }

  private var actorTable: Document.Table {
    Document.Table(
      ["id", "name", "role", "sector", "stage"] + sideNames,
      rows: comparison.actors.compactMap { row in
        frame.actors[row.id].map { actor in
          [actor.id.rawValue, actor.name, actor.role.rawValue, actor.sector.rawValue, actor.stage.rawValue]
            + row.presences.map(\.rawValue)
        }
      })
  }

  private var fieldworkTable: Document.Table {
    Document.Table(
      ["group"] + sideNames,
      rows: comparison.askedGroups().map { [$0.name] + $0.interviews.map(String.init) })
  }

  private var similarityTable: Document.Table {
    Document.Table(
      [
        "a", "b", "jaccardConnections", "jaccardKnownConnections", "jaccardActors", "editDistance", "commonActors",
        "qapCorrelation", "qapShareAtLeast", "permutations", "seed",
      ],
      rows: similarities.map { pair in
        [
          sideNames[pair.first], sideNames[pair.second], CSVText.cell(pair.connections.jaccard),
          CSVText.cell(pair.knownConnections.jaccard), CSVText.cell(pair.actors.jaccard), String(pair.editDistance),
          String(pair.assignment.actors), CSVText.cell(pair.assignment.correlation),
          CSVText.cell(pair.assignment.shareAtLeast), String(pair.assignment.permutations),
          String(pair.assignment.seed),
        ]
      })
  }

  private var overlapTable: Document.Table {
    let rows = similarities.flatMap { pair -> [[String]] in
      func row(_ of: String, _ id: String, _ overlap: Overlap) -> [String] {
        [
          sideNames[pair.first], sideNames[pair.second], of, id, String(overlap.common), String(overlap.onlyFirst),
          String(overlap.onlySecond), CSVText.cell(overlap.jaccard),
        ]
      }
      return [
        row("connections", "", pair.connections), row("known connections", "", pair.knownConnections),
        row("actors", "", pair.actors),
      ] + pair.byRelation.map { row("connections of a relation", $0.key.rawValue, $0.value) }
        + pair.bySector.map { row("actors of a sector", $0.key.rawValue, $0.value) }
    }
    return Document.Table(
      ["a", "b", "of", "id", "common", "onlyA", "onlyB", "jaccard"], rows: rows)
  }

  private var measureTable: Document.Table {
    Document.Table(
      ["id", "name", "measure"] + sideNames.flatMap { [$0, "\($0)-rank"] },
      rows: measures.map { row in
        [row.id.rawValue, frame.name(of: row.id), row.measure.rawValue]
          + row.standings.flatMap { [CSVText.cell($0?.value), $0.flatMap(\.rank).map(String.init) ?? ""] }
      })
  }

  private var gapTable: Document.Table {
    Document.Table(
      ["id", "kind"] + sideNames + ["because"],
      rows: gaps.map { gap in
        [gap.id, gap.kind.rawValue] + gap.states.map(\.word) + [sentence(of: gap)]
      })
  }

  private var changeTable: Document.Table {
    let rows = changes.flatMap { change -> [[String]] in
      let sides = [sideNames[change.earlier], sideNames[change.later]]
      return ComparedChange.Kind.allCases.flatMap { kind in
        change.connections(kind).map {
          sides + [kind.rawValue, "connection", $0.source.rawValue, $0.relation.rawValue, $0.target.rawValue]
        } + change.actors(kind).map { sides + [kind.rawValue, "actor", $0.rawValue, "", ""] }
      }
    }
    return Document.Table(["earlier", "later", "change", "of", "from", "relation", "to"], rows: rows)
  }

  private var rateTable: Document.Table {
    Document.Table(
      ["from", "relation", "to", "measure", "period", "per100"]
        + sideNames.flatMap { [$0, "\($0)-per100"] },
      rows: rates.map { rate in
        let id = rate.connection
        return [
          id.source.rawValue, id.relation.rawValue, id.target.rawValue, rate.measure, rate.period,
          rate.base?.measure ?? "",
        ] + zip(rate.counts, rate.per100).flatMap { [$0?.text(frame.disclosure) ?? "", CSVText.cell($1)] }
      })
  }

  /// Cases as rows, as R's package QCA takes them: `read.csv("crisp-set.csv", row.names = 1)`.
  private func crispSet(_ table: CrispSet) -> Document.Table {
    Document.Table(
      ["case"] + (table.conditions + table.outcomes).map(\.name),
      rows: table.cases.indices.map { place in
        [table.cases[place].id.rawValue]
          + table.conditions.map { column in column.values[place].map { $0 == 1 ? "1" : "0" } ?? "" }
          + table.outcomes.map { CSVText.cell($0.values[place]) }
      })
  }
}

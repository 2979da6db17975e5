import Documents
import MapDisclosure
import MapModel
import OrderedCollections

extension ConnectionListing {
  /// The listing as comma-separated values, without evidence.
  public var csv: String {
    let tellsTimes = query.scope.period == nil && !published.map.periods.isEmpty
    return CSVText.text(
      header: [
        "from", "to", "relation", "family", "through", "areas", "status", "cases", "statements", "cases-of",
        "cases-period", "statements-against", "attributions", "frequency", "disagreement",
      ] + (tellsTimes ? ["periods"] : []),
      rows: connections.map { entry in
        [
          entry.source.rawValue, entry.target.rawValue, entry.relationName, entry.family?.rawValue ?? "",
          entry.activity?.rawValue ?? "", entry.areas.map(\.rawValue).joined(separator: ";"), entry.presence.rawValue,
          casesText(entry), String(entry.statements), entry.caseTotal?.measure ?? "",
          entry.caseTotal?.periods.joined(separator: ";") ?? "", String(entry.statementsAgainst),
          entry.attributions.map(\.rawValue).joined(separator: ";"),
          entry.frequency == .notSaid ? "" : entry.frequency.name, entry.disagreement?.rawValue ?? "",
        ] + (tellsTimes ? [entry.periods.joined(separator: ";")] : [])
      })
  }

  /// The evidence as comma-separated values: a row for each statement or number, with its connection, and with who coded
  /// it, if any names that, and of which parts of groups it speaks, if any does.
  public var evidenceCSV: String {
    var header = [
      "from", "to", "relation", "status", "kind", "id", "areas", "interview", "informants", "stance", "frequency",
      "measure", "period", "count", "computed", "excerpt", "reference", "attribution", "target",
    ]
    var rows = connections.flatMap { entry in entry.evidence.map { evidence in row(evidence, of: entry) } }
    let coders = connections.flatMap { entry in entry.evidence.map { $0.coder ?? "" } }
    if coders.contains(where: { !$0.isEmpty }) {
      header.append("coder")
      for index in rows.indices { rows[index].append(coders[index]) }
    }
    let parts = connections.flatMap { entry in entry.evidence.map(\.part) }
    if parts.contains(where: { $0 != nil }) {
      header += ["part-from", "part-to"]
      for index in rows.indices {
        rows[index] += [parts[index]?.source.rawValue ?? "", parts[index]?.target.rawValue ?? ""]
      }
    }
    return CSVText.text(header: header, rows: rows)
  }

  private func row(_ evidence: Evidence, of entry: Entry) -> [String] {
    [
      entry.source.rawValue, entry.target.rawValue, entry.relationName, entry.presence.rawValue,
      evidence.kind.rawValue, evidence.id ?? "", evidence.placement.names.joined(separator: ";"),
      evidence.interview ?? "", evidence.informants.map(\.rawValue).joined(separator: ";"),
      evidence.stance?.rawValue ?? "", evidence.frequency?.rawValue ?? "", evidence.measure ?? "",
      evidence.period ?? "", evidence.count ?? "", evidence.computation ?? "", evidence.excerpt ?? "",
      evidence.reference, evidence.attribution?.rawValue ?? "", CSVText.cell(evidence.target),
    ]
  }

  /// The number of cases as text; empty if the MI does not count any.
  func casesText(_ entry: Entry) -> String {
    (entry.caseTotal?.isApproximate == true ? "~" : "") + (entry.cases?.text(published.map.disclosure) ?? "")
  }
}

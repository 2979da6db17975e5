package import Documents
import MapDisclosure
import MapModel
import OrderedCollections

extension CheckReport {
  /// What was found, as people read it.
  public var text: String { TerminalText.text(of: document) }

  /// What was found, as a document.
  package var document: Document {
    var blocks: [Document.Block] = []
    if published.audience == .team { blocks.append(.paragraph(Audience.teamOnly)) }
    for group in published.problems.summarized {
      let example = group.problems[0].example.map { "there: \(TerminalText.escaped($0).prefix(100))" }
      blocks.append(.paragraph(Document.Entry(group.description, details: [example].compactMap(\.self))))
    }
    for usage in published.usage { blocks.append(.paragraph(Self.sentence(usage))) }
    for file in published.untold {
      blocks.append(
        .paragraph("\(file): \(Self.untold); --audience team shows it."))
    }
    blocks += SumSentences.blocks(of: published.sums)
    blocks += published.limits.map { .paragraph(SumSentences.sentence(of: $0)) }
    blocks += published.overlapping.map { .paragraph(SumSentences.overlap(of: $0)) }
    blocks += verdicts
    blocks += disagreements.map { .paragraph(sentence($0)) }
    if let map = published.map {
      blocks.append(.paragraph(summary(of: map.map)))
      if map.map.leavesOutCounts, !map.isForTeam { blocks.append(.paragraph(map.note)) }
    }
    blocks.append(.paragraph(total))
    if published.withholdsExamples {
      blocks.append(
        .paragraph("What stands in the cells is not shown, since it can be personal; --audience team shows it."))
    }
    var document = Document()
    document.add(blocks)
    return document
  }

  /// `For and against in Salford: Mentors refer young people to CAMHS: ...`.
  private func sentence(_ found: FoundDisagreement) -> String {
    guard let map = published.map?.map, let connection = map.connections[found.connection] else { return "" }
    let place = found.scope.area.map { "in \(map.name(of: $0))" } ?? "on the whole map"
    let why =
      map.variation(of: connection, in: found.scope)
      ?? "the evidence contradicts itself, since the same group is on both sides, or nobody says whose word it is"
    // Who names periods and lists none means to tell times apart.
    let times = Set(connection.statements.flatMap(\.time.names))
    let hint =
      map.periods.isEmpty && times.count > 1
      ? " Its statements are of several periods (\(times.sorted().asList)), which are told apart once they are listed"
        + " \(map.origin.place(of: "periods", sheet: "Periods"))." : ""
    return "For and against \(place): \(map.clause(found.connection)): \(why).\(hint)"
  }

  private func summary(of map: NetworkMap) -> String {
    "\(map.title): \(map.evidenceInWords()),"
      + " \(counted(map.areas.count, "area")), \(counted(map.figures.count, "figure"))."
  }

  /// The verdicts on claims; while there are errors, that there are some.
  private var verdicts: [Document.Block] {
    guard published.hasErrors, let claims, !claims.rows.isEmpty else { return claims?.blocks ?? [] }
    return [
      .paragraph(
        "Whether \(counted(claims.rows.count, "claim holds", plural: "claims hold")) is told when the errors are mended, since only a part of the"
          + " evidence could be read; --format json tells it of that part.")
    ]
  }

  /// `14 errors of 2 kinds, 1 warning. Begin with the first: what stands below it can follow from it.`
  private var total: String {
    let groups = published.problems.grouped
    func words(_ severity: Problem.Severity) -> String {
      let (number, kinds) = (
        published.problems.count { $0.severity == severity }, groups.count { $0.severity == severity }
      )
      return counted(number, severity.rawValue) + (kinds < number ? " of \(counted(kinds, "kind"))" : "")
    }
    if groups.isEmpty { return "No problems." }
    let isMany = groups.count { $0.severity == .error } > 1
    return "\(words(.error)), \(words(.warning))."
      + (isMany ? " Begin with the first: what stands below it can follow from it." : "")
  }

  /// Why it is not told how much of a file is used, behind the file's name.
  static let untold = "how many rows are used tells how many cases there are"

  /// `cases.csv: 951 of 1000 rows are used (95.1 %); not used: 40 duplicate-row, 9 missing-case.`
  static func sentence(_ usage: FileUsage) -> String {
    let share = usage.share.map { " (\((($0 * 1000).rounded() / 10)) %)" } ?? ""
    let reasons = usage.leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { reason, count in
      "\(count) \(Self.reasons[reason] ?? reason)"
    }
    let others = usage.notRead.map {
      counted($1, $0 == "unknown-code" ? "code" : $0) + (Self.reasons[$0].map { " \($0)" } ?? "")
    }
    let rest =
      (reasons.isEmpty ? "" : "; not used: \(reasons.joined(separator: ", "))")
      + (others.isEmpty ? "" : "; not read: \(others.joined(separator: ", "))")
    return "\(usage.file): \(usage.used) of \(counted(usage.total, usage.unit == .rows ? "row" : "segment"))"
      + " \(usage.used == 1 ? "is" : "are") used on the map\(share)\(rest)."
  }

  /// What the codes of reasons mean that are not those of problems.
  private static let reasons = [
    "no-rule": "that no rule counts", "no-meaning": "whose codes do not speak of the map",
    "incomplete": "whose codes name no whole connection", "unknown-code": "that the map does not know",
    "unclear-direction": "whose codes do not say which actor is the source",
  ]
}

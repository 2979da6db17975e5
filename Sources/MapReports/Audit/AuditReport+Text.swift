package import Documents
import MapDisclosure
import MapModel
import OrderedCollections

extension AuditReport {
  /// What was found, as a document.
  package var document: Document {
    var blocks: [Document.Block] = [.paragraph(Audience.teamOnly)]
    if audit.entries.isEmpty {
      blocks.append(.paragraph("Public outputs withhold no number that the map has."))
    } else {
      blocks.append(.table(table))
      blocks.append(.paragraph(summary))
    }
    if let bySource { blocks.append(.paragraph(bySource)) }
    blocks += SumSentences.blocks(of: audit.sums)
    blocks += audit.limits.map { .paragraph(SumSentences.sentence(of: $0)) }
    var document = Document()
    document.add(blocks)
    return document
  }

  /// What is withheld from the team, too.
  private var bySource: String? {
    let counts = maps.flatMap { $0.connections.values.flatMap(\.counts) }
    let withheld = counts.count { $0.value == .suppressed }
    return withheld == 0
      ? nil
      : "\(counted(withheld, "number")) withheld by the source: nobody here knows \(withheld == 1 ? "it" : "them"), so that"
        + " no range can be given. What the others tell of \(withheld == 1 ? "it" : "them") is protected likewise."
  }

  private var table: Document.Table {
    let areMaps = maps.count > 1
    return Document.Table(
      (areMaps ? ["MAP"] : []) + ["NUMBER", "OF", "WHERE", "IS", "OUTSIDERS CAN TELL", ""],
      rows: audit.entries.map { entry in
        let map = maps[entry.map]
        let what = [entry.count.measure, entry.count.period].filter { !$0.isEmpty }.joined(separator: ", ")
        let place = entry.count.area.map { map.areas[$0]?.name ?? $0.rawValue } ?? "the programme"
        return (areMaps ? [map.title] : [])
          + [
            what, map.clause(entry.connection), place,
            entry.count.value.text(map.disclosure) + (entry.isSmall ? "" : " (protects others)"), range(of: entry),
            entry.isTooNarrow ? "TOO NARROW" : "",
          ]
      })
  }

  private func range(of entry: DisclosureAudit.Entry) -> String {
    guard let lowest = entry.lowest else { return "not decided" }
    guard let highest = entry.highest else { return "\(lowest) or more" }
    return highest == lowest ? "\(lowest)" : "\(lowest) to \(highest)"
  }

  private var summary: String {
    let narrow = audit.entries.count(where: \.isTooNarrow)
    let whole = counted(audit.entries.count, "number")
    return narrow == 0
      ? "\(whole) withheld; of each, what outsiders can tell holds a number of \(audit.minimum) or more and is at least"
        + " \(audit.minimum) wide. They are taken to have every public output, to know this program and the settings, and"
        + " every sum that is declared in the map, told by names, or found in the numbers; not what was published"
        + " elsewhere or earlier."
      : "\(narrow) of \(whole) withheld \(narrow == 1 ? "is" : "are") not protected: publish nothing of this map before"
        + " a larger `minimum`, fewer break-downs, or a sum that is declared (`disclosure: sums:`) mends it."
  }
}

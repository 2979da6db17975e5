import MapModel
import NetworkMaps

/// The measures of a map as people read them.
struct MeasureText {
  let report: MeasureReport
  let published: PublishedMap

  private var map: NetworkMap { published.map }

  /// A column of the table: its heading, its cells, and what it means.
  private struct Column {
    var heading: String
    var meaning: String
    var cell: (MeasureReport.Entry) -> String
  }

  private var columns: [Column] {
    func number(_ value: Double?, _ digits: Int) -> String { value.map { Self.rounded($0, digits) } ?? "" }
    return [
      Column(heading: "IN", meaning: "how many actors have a connection to it") { String($0.inDegree) },
      Column(heading: "OUT", meaning: "how many actors it has a connection to") { String($0.outDegree) },
      Column(heading: "CASES IN", meaning: "cases that the MI counts on connections to it") {
        $0.casesIn.map(String.init) ?? ""
      },
      Column(heading: "CASES OUT", meaning: "cases that the MI counts on connections from it") {
        $0.casesOut.map(String.init) ?? ""
      },
      Column(
        heading: "BETWEENNESS",
        meaning: "between how many pairs of others it stands on the shortest route: who links those who do not know"
          + " each other"
      ) { number($0.betweenness, 1) },
      Column(
        heading: "CLOSENESS",
        meaning: "how near all others are to it: each counts 1 if it has a connection to it, 1/2 at two steps, and so"
          + " on"
      ) { number($0.harmonicCloseness, 1) },
      Column(
        heading: "PAGERANK",
        meaning: "its share, in per cent, of somebody's time who goes from actor to actor along the arrows"
      ) { number($0.pageRank * 100, 1) },
      Column(heading: "EIGENVECTOR", meaning: "how well connected those are with whom it is connected, 0 to 1") {
        number($0.eigenvector, 2)
      },
      Column(
        heading: "CONSTRAINT",
        meaning: "how far its contacts all know each other: low means that it alone links separate circles"
      ) { number($0.constraint, 2) },
      Column(
        heading: "EFFECTIVE SIZE", meaning: "how many of its contacts it does not also reach through another contact"
      ) { number($0.effectiveSize, 1) },
      Column(
        heading: "CORE", meaning: "the k of the closest group it belongs to, in which each has at least k connections"
      ) { String($0.core) },
      Column(heading: "BROKERAGE", meaning: "how often it stands between two others that have no connection") {
        String($0.brokerage.total)
      },
      Column(heading: "CUT POINT", meaning: "whether the map falls apart without it") { $0.cutPoint ? "yes" : "" },
    ]
  }

  /// The whole text: what is lost, the table, the measures of the map, and what the columns mean.
  func text(explains: Bool) -> String {
    let chosen = report.actors.filter { $0.inDegree + $0.outDegree > 0 }
    let order = chosen.sorted {
      ($1.betweenness, $1.inDegree + $1.outDegree) < ($0.betweenness, $0.inDegree + $0.outDegree)
    }
    var table = TextTable(header: ["ACTOR"] + columns.map(\.heading), numbers: Set(1..<columns.count))
    table.rows = order.map { entry in [shortName(entry.id)] + columns.map { $0.cell(entry) } }
    let alone = report.actors.count - chosen.count
    let rest =
      alone == 0 ? "" : "\(counted(alone, "actor")) without connections \(alone == 1 ? "is" : "are") not listed.\n"
    let shown = columns.filter { column in order.contains { !column.cell($0).isEmpty } }
    let width = shown.map(\.heading.count).max() ?? 0
    let meanings =
      shown.map { column in
        column.heading + String(repeating: " ", count: width + 2 - column.heading.count) + column.meaning + "\n"
      }.joined() + "\n"
    let note =
      published.isForTeam || report.showsCases && !published.note.isEmpty ? published.note + "\n" : ""
    return (report.without.map { losses($0) + "\n" } ?? "") + table.text + rest + "\n"
      + (explains ? meanings : "") + whole + note
  }

  private func shortName(_ id: String) -> String { Identifier(id).flatMap { map.actors[$0]?.shortName } ?? id }

  private func names(_ ids: [String]) -> String { ids.map(shortName).asList }

  /// The measures of the whole, as sentences.
  private var whole: String {
    let whole = report.map
    func percent(_ share: Double?) -> String { share.map { Self.rounded($0 * 100, 1) + " %" } ?? "" }
    var lines = [
      "\(counted(whole.actors, "actor")), \(counted(whole.connections, "directed connection")) between them."
    ]
    if whole.density != nil {
      lines.append("\(percent(whole.density)) of the possible connections are there (density).")
    }
    if whole.reciprocity != nil { lines.append("\(percent(whole.reciprocity)) of them are returned (reciprocity).") }
    if whole.transitivity != nil {
      lines.append("\(percent(whole.transitivity)) of the pairs with a common contact are connected (transitivity).")
    }
    if let index = whole.externalInternalIndex {
      lines.append(
        "\(percent((index + 1) / 2)) of the connections run between different sectors (E-I index"
          + " \(Self.rounded(index, 2))).")
    }
    if let betweenness = whole.centralization.betweenness {
      lines.append(
        "Betweenness centralization \(percent(betweenness)): 0 where all link alike, 100 % where one actor links all.")
    }
    lines.append(
      whole.components == 1
        ? "All actors hang together." : "The map falls into \(whole.components) parts, actors on their own included.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is lost if some actors leave.
  private func losses(_ lost: MeasureReport.Lost) -> String {
    let without = "Without \(names(lost.removed)):"
    var lines: [String] = []
    for support in lost.supports {
      let stay = support.stranded + support.remaining + support.apart
      lines.append(
        "- \(shortName(support.beneficiary)): of \(counted(support.leaving.count + stay.count, "source")) of support,"
          + " \(support.remaining.count) \(support.remaining.count == 1 ? "stays" : "stay") within reach of the programme"
          + (support.remaining.isEmpty ? "." : ": \(names(support.remaining))."))
      if !support.stranded.isEmpty { lines.append("  Cut off from the programme: \(names(support.stranded)).") }
      if !support.apart.isEmpty { lines.append("  Never connected with the programme: \(names(support.apart)).") }
    }
    if !lost.cutOff.isEmpty {
      lines.append("- Cut off from the largest part of the map: \(names(lost.cutOff)).")
    }
    // Those that lose the same sectors are told together.
    for sectors in Set(lost.lostSectors.values).sorted(by: { $0.joined() < $1.joined() }) {
      let losing = report.actors.map(\.id).filter { lost.lostSectors[$0] == sectors }
      let sectorNames = sectors.compactMap { Identifier($0).flatMap { map.legend.sectors[$0]?.name } }
      lines.append("- \(names(losing)) no longer connected with: \(sectorNames.joined(separator: "; ")).")
    }
    lines.append(
      "- Of \(counted(lost.routes.before, "pair")) of actors in set-up and delivery with a way between them,"
        + " \(lost.routes.after) \(lost.routes.after == 1 ? "has" : "have") one left.")
    return ([without] + lines).joined(separator: "\n") + "\n"
  }

  /// A number with a fixed count of decimals.
  static func rounded(_ value: Double, _ digits: Int) -> String {
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10.0 : 100.0
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let number = Int(scaled)
    let sign = value < 0 && number > 0 ? "-" : ""
    if digits == 0 { return sign + String(number) }
    let fraction = String(number % Int(scale))
    return sign + String(number / Int(scale)) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

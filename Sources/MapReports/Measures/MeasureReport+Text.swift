package import Documents
import GraphMeasures
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension MeasureReport {
  /// The measures as people read them: what is lost, the table, and the measures of the map.
  /// - Parameter explains: whether it says in a line what each column means.
  public func text(explains: Bool = false) -> String { TerminalText.text(of: document(explains: explains)) }

  /// The measures as a document.
  package func document(explains: Bool = false) -> Document {
    let order = connected
    let columns = MeasureColumn.all
    let alone = measures.actors.count - order.count
    var document = Document()
    document.add(published.opening)
    if let departure { document.add(losses(departure)) }
    let rest = "\(counted(alone, "actor without connections is", plural: "actors without connections are")) not listed."
    document.add([.table(table(of: order, columns))] + (alone == 0 ? [] : [.paragraph(rest)]))
    if explains {
      let shown = columns.filter { column in order.contains { !column.cell($0).isEmpty } }
      document.add([.terms(shown.map { Document.Term($0.heading, meaning: $0.meaning) })])
    }
    let groups = [published.map.groupSentence(among: measures.actors.map(\.id))].compactMap(\.self)
    document.add((wholeSentences + groups + (note.isEmpty ? [] : [note])).map { .paragraph($0) })
    return document
  }

  /// The actors with connections, those that link most others first.
  var connected: [MapMeasures.ActorMeasures] {
    measures.actors.filter { $0.inDegree + $0.outDegree > 0 }.sorted {
      ($1.betweenness, $1.inDegree + $1.outDegree) < ($0.betweenness, $0.inDegree + $0.outDegree)
    }
  }

  func table(of actors: [MapMeasures.ActorMeasures], _ columns: [MeasureColumn]) -> Document.Table {
    Document.Table(
      ["Actor"] + columns.map(\.heading), numbers: Set(1..<columns.count),
      rows: actors.map { own in [name(own.id)] + columns.map { $0.cell(own) } })
  }

  private func name(_ actor: MapActor.ID) -> String { published.map.shortName(of: actor) }

  private func names(_ actors: [MapActor.ID]) -> String { actors.map(name).asList }

  /// The measures of the whole, as sentences.
  var wholeSentences: [String] {
    let whole = measures.whole
    func percent(_ share: Double) -> String { rounded(share * 100, decimals: 1) + " %" }
    var lines = [
      "\(counted(whole.actors, "actor")), \(counted(whole.connections, "directed connection")) between them."
    ]
    if let density = whole.density {
      lines.append("\(percent(density)) of the possible connections are there (density).")
    }
    if let reciprocity = whole.reciprocity {
      lines.append("\(percent(reciprocity)) of them are returned (reciprocity).")
    }
    if let transitivity = whole.transitivity {
      lines.append("\(percent(transitivity)) of the pairs with a common contact are connected (transitivity).")
    }
    if let index = whole.externalInternal {
      lines.append(
        "\(percent((index + 1) / 2)) of the connections run between different sectors (E-I index"
          + " \(rounded(index, decimals: 2))).")
    }
    if let betweenness = whole.centralization.betweenness {
      lines.append(
        "Betweenness centralization \(percent(betweenness)): 0 where all link alike, 100 % where one actor links all.")
    }
    lines.append(
      whole.components == 1
        ? "All actors hang together." : "The map falls into \(whole.components) parts, actors on their own included.")
    return lines
  }

  /// What is lost if some actors leave.
  private func losses(_ lost: Departure) -> [Document.Block] {
    var items: [Document.Entry] = []
    if lost.parts.count > 1 {
      let parts = lost.parts.map(names).joined(separator: "; ")
      items.append(
        Document.Entry(
          "What is left of the programme is in \(lost.parts.count) parts, apart from each other: \(parts)."))
    }
    items += lost.supports.map { support($0, parts: lost.parts.count) }
    if !lost.cutOff.isEmpty {
      let of =
        switch lost.parts.count {
        case 0: "No longer connected with anybody else of the programme"
        case 1: "Cut off from the largest part of the programme"
        default: "Cut off from all of these parts"
        }
      items.append(Document.Entry("\(of): \(names(lost.cutOff))."))
    }
    // Those that lose the same sectors are told together.
    let together = Dictionary(grouping: lost.lostSectors, by: \.sectors)
    let order = together.keys.sorted { $0.map(\.rawValue).joined() < $1.map(\.rawValue).joined() }
    for sectors in order {
      let losing = Set((together[sectors] ?? []).map(\.actor))
      let sectorNames = sectors.compactMap { published.map.legend.sectors[$0]?.name }
      items.append(
        Document.Entry(
          "\(names(actors.map(\.id).filter(losing.contains))) no longer connected with:"
            + " \(sectorNames.joined(separator: "; "))."))
    }
    items.append(
      Document.Entry(
        "Of \(counted(lost.routes.before, "pair")) of actors at different stages with a way between them,"
          + " \(counted(lost.routes.after, "has", plural: "have")) one left."))
    // What nobody places may connect in an area what seems lost.
    let placed = scope.isWholeMap ? "" : ", of what is placed there"
    return [.paragraph("Without \(names(lost.removed))\(placed):"), .list(items)]
  }

  /// What a beneficiary keeps and loses.
  /// - Parameter parts: in how many parts the programme is then.
  private func support(_ support: Departure.Support, parts: Int) -> Document.Entry {
    let remaining = support.remaining
    let sources = support.leaving.count + support.stranded.count + remaining.count + support.apart.count
    var entry = Document.Entry(
      "\(name(support.beneficiary)): of \(counted(sources, "source")) of support,"
        + " \(counted(remaining.count, "stays", plural: "stay")) within reach of \(parts > 1 ? "one of these parts of the programme" : "the programme")"
        + (remaining.isEmpty ? "." : ": \(names(remaining))."))
    if !support.stranded.isEmpty { entry.details.append("Cut off from the programme: \(names(support.stranded)).") }
    if !support.apart.isEmpty { entry.details.append("Never connected with the programme: \(names(support.apart)).") }
    return entry
  }
}

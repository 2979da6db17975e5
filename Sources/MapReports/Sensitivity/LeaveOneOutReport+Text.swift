package import Documents
import MapAnalysis
import MapDisclosure
import MapModel
import OrderedCollections

extension LeaveOneOutReport {
  /// The table, and what changes without each, as people read it.
  public var text: String { TerminalText.text(of: document) }

  /// The same as a document.
  package var document: Document {
    var document = Document()
    document.add(published.opening)
    if !result.effects.isEmpty { document.add([.table(table)]) }
    for effect in result.effects where !effect.changes.isEmpty {
      document.add([.heading("Without \(name(of: effect))"), .list(effect.changes.map(sentence))])
    }
    document.add((summary + (published.note.isEmpty ? [] : [published.note])).map { .paragraph($0) })
    return document
  }

  private var noun: String { result.source == .interview ? "interview" : "informant group" }

  private var table: Document.Table {
    Document.Table(
      ["Without", "Statements", "Lost", "Other status", "First ranks", "Gaps", "Claims", "All"], numbers: Set(1..<8),
      rows: result.effects.map { effect in
        let kinds = effect.changes.map { ChangeRow($0).kind }
        let lost = effect.changes.count(where: \.isLostConnection)
        func count(_ kind: String) -> Int { kinds.count { $0 == kind } }
        let numbers = [
          effect.statements, lost, count("connection") - lost, count("first-rank"), count("gap"), count("claim"),
          effect.changes.count,
        ]
        return [name(of: effect)] + numbers.map(String.init)
      })
  }

  /// How many sources there are, and on how many nothing hangs alone.
  var summary: [String] {
    let map = published.map
    let all = map.connections.values.reduce(0) { $0 + $1.statements.count }
    if result.effects.isEmpty { return ["No statement names an \(noun), so none can be left out."] }
    let free = result.effects.count(where: \.changes.isEmpty)
    var sentences = [
      "\(counted(result.effects.count, noun)) left out in turn; on \(free) of them no finding hangs alone. Findings:"
        + " connections, who is first by a measure, gaps, and verdicts on claims."
    ]
    if result.unattributed > 0 {
      sentences.append(
        "\(result.unattributed) of \(counted(all, "statement")) \(result.unattributed == 1 ? "names" : "name") no"
          + " \(noun) and \(result.unattributed == 1 ? "is" : "are") never left out.")
    }
    return sentences
  }

  /// A change as a sentence.
  func sentence(_ change: FindingChange) -> String {
    let map = published.map
    func names(_ actors: [MapActor.ID]) -> String { actors.isEmpty ? "nobody" : actors.map(map.name).asList }
    func place(_ gap: Gap) -> String { map.inWords(gap.scope) }
    switch change {
    case .connection(let id, let before, let after):
      return "\(map.clause(id)): \(before.name) becomes \(after.name)\(change.isLostConnection ? " (lost)" : "")."
    case .firstRank(let measure, let before, let after):
      return "First by \(measure.measure.name): \(names(after)) in place of \(names(before))."
    case .gapAppears(let gap): return "New gap\(place(gap)): \(gap.because(on: map))."
    case .gapVanishes(let gap): return "No gap any more\(place(gap)): \(gap.because(on: map))."
    case .claim(let claim, let before, let after):
      return "\u{201C}\(claim.words)\u{201D} (\(claim.id)): \(before.verb(1)) becomes \(after.verb(1))."
    }
  }
}

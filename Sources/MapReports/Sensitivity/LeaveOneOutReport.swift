import Documents
public import MapAnalysis
public import MapDisclosure
import MapModel
import OrderedCollections

/// How much hangs on each interview, or each group of informants: as text, as a table, and as JSON for scripts.
///
/// It is worked out on what its audience may see, so it tells the public nothing that the published evidence does not.
public struct LeaveOneOutReport: Sendable {
  /// The map of which it is.
  public let published: PublishedMap
  /// What changes without each.
  public let result: LeaveOneOut

  /// Leaves out each interview, or each group, of a map in turn.
  /// - Parameter part: of what part of the map connections, ranks and gaps are looked at.
  /// - Precondition: interviews are left out for the team only: their names are nobody else's.
  /// - Complexity: that of ``LeaveOneOut``.
  public init(of published: PublishedMap, by source: LeaveOneOut.Source, part: MapGraph.Part = MapGraph.Part()) {
    precondition(source == .informant || published.isForTeam, "interviews are named to the team only")
    self.published = published
    result = LeaveOneOut(of: published.map, by: source, part: part)
  }

  /// What an interview or a group is called.
  func name(of effect: LeaveOneOut.Effect) -> String {
    InformantGroup.ID(effect.id).flatMap { result.source == .informant ? published.map.informants[$0]?.name : nil }
      ?? effect.id
  }

  /// A row for each change, and one of the kind `none` for what changes nothing, as comma-separated values.
  public var csv: String {
    CSVText.text(
      header: ["left-out", "statements", "kind", "what", "area", "before", "after"],
      rows: result.effects.flatMap { effect in
        let start = [effect.id, String(effect.statements)]
        return effect.changes.isEmpty
          ? [start + ["none", "", "", "", ""]] : effect.changes.map { start + ChangeRow($0).cells }
      })
  }
}

/// A change as scripts read it.
struct ChangeRow: Encodable {
  var kind: String
  /// The connection (source, relation and target), the measure, the gap or the claim.
  var what: String
  @OrNull var area: String?
  /// The status, the first actors, the verdict, or whether it is a gap.
  var before: String
  var after: String

  init(_ change: FindingChange) {
    func names(_ actors: [MapActor.ID]) -> String { actors.map(\.rawValue).joined(separator: ";") }
    switch change {
    case .connection(let id, let before, let after):
      (kind, what) = ("connection", "\(id.source) \(id.relation) \(id.target)")
      (self.before, self.after) = (before.rawValue, after.rawValue)
    case .firstRank(let measure, let before, let after):
      (kind, what, self.before, self.after) = ("first-rank", measure.rawValue, names(before), names(after))
    case .gapAppears(let gap):
      (kind, what, before, after, area) = ("gap", gap.id, "none", "gap", gap.scope.area?.rawValue)
    case .gapVanishes(let gap):
      (kind, what, before, after, area) = ("gap", gap.id, "gap", "none", gap.scope.area?.rawValue)
    case .claim(let claim, let before, let after):
      (kind, what, self.before, self.after) = ("claim", claim.id.rawValue, before.rawValue, after.rawValue)
    }
  }

  var cells: [String] { [kind, what, area ?? "", before, after] }
}

extension LeaveOneOutReport: Encodable {
  private enum CodingKeys: String, CodingKey { case leftOut, effects, unattributed, disclosure }

  private struct Row: Encodable {
    var id: String
    var name: String
    var statements: Int
    var changed: Int
    var changes: [ChangeRow]
  }

  /// Writes what changes without each, those on which most hangs first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result.source.rawValue, forKey: .leftOut)
    try container.encode(
      result.effects.map { effect in
        Row(
          id: effect.id, name: name(of: effect), statements: effect.statements, changed: effect.changes.count,
          changes: effect.changes.map(ChangeRow.init))
      }, forKey: .effects)
    try container.encode(result.unattributed, forKey: .unattributed)
    try container.encode(published.notes, forKey: .disclosure)
  }
}

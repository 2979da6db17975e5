public import MapModel
import OrderedCollections

/// How much hangs on whom: what a map says, and what it would say without each interview, or each group of informants.
///
/// This is the jackknife of statistics (Tukey 1958, "Bias and confidence in not-quite large samples", Annals of
/// Mathematical Statistics 29) turned on findings: nothing is estimated, it is told which findings rest on one source alone.
public struct LeaveOneOut: Sendable, Hashable {
  /// What is left out, one at a time.
  public enum Source: String, Sendable, CaseIterable {
    /// An interview: its statements go. Who was asked is not known by interview, so fieldwork stays as it is.
    case interview
    /// A group of informants: statements that it alone made go, and nobody asked it.
    case informant
  }

  /// What changes without one source.
  public struct Effect: Sendable, Hashable, Identifiable {
    /// The interview's name, or the group's identifier.
    public let id: String
    /// How many statements go.
    public let statements: Int
    /// The findings that change: connections, then first ranks, gaps and claims.
    public let changes: [FindingChange]
  }

  /// What is left out.
  public let source: Source
  /// The effect of each, those on which most findings hang first, then those with most statements, then in the order of the
  /// map.
  public let effects: [Effect]
  /// How many statements name no source, and so are never left out.
  public let unattributed: Int

  /// Leaves out each source of a map in turn.
  /// - Parameter part: of what part of the map connections and ranks are findings, and of which area gaps are; claims are of
  ///   the whole.
  /// - Complexity: for each source that of measures by which actors are ranked, of gaps and of claims.
  public init(of map: NetworkMap, by source: Source, part: MapGraph.Part = MapGraph.Part()) {
    let statements = map.connections.values.lazy.flatMap(\.statements)
    var counts: OrderedDictionary<String, Int> = [:]
    // A group that said nothing alone was asked all the same.
    if source == .informant { for group in map.informants.keys { counts[group.rawValue] = 0 } }
    var unattributed = 0
    for statement in statements {
      let names = source == .interview ? [statement.interview] : statement.informants.map(\.rawValue)
      let known = names.filter { !$0.isEmpty }
      if known.isEmpty { unattributed += 1 }
      // A statement of several groups is still there without one of them.
      for name in known { counts[name, default: 0] += known.count == 1 ? 1 : 0 }
    }
    let before = Findings(of: map, part)
    let effects = counts.map { name, count in
      Effect(
        id: name, statements: count,
        changes: before.changes(to: Findings(of: map.leavingOut(name, source), part)))
    }
    (self.source, self.unattributed) = (source, unattributed)
    self.effects = effects.enumerated().sorted { one, other in
      (other.element.changes.count, other.element.statements, one.offset)
        < (one.element.changes.count, one.element.statements, other.offset)
    }.map(\.element)
  }
}

extension NetworkMap {
  /// The map without one interview, or one group of informants.
  fileprivate func leavingOut(_ name: String, _ source: LeaveOneOut.Source) -> NetworkMap {
    var map = mappingEvidence { statement in
      switch source {
      case .interview: return statement.interview == name ? nil : statement
      case .informant:
        guard statement.informants.contains(where: { $0.rawValue == name }) else { return statement }
        var others = statement
        others.informants.removeAll { $0.rawValue == name }
        return others.informants.isEmpty ? nil : others
      }
    }
    if source == .informant { map.fieldwork.entries.removeAll { $0.informant.rawValue == name } }
    return map
  }
}

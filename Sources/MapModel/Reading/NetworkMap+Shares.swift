import OrderedCollections

extension NetworkMap {
  /// Claims that take a share of what is not on the map, so that no evidence can decide them.
  /// - Parameter place: the file and the line in which a claim stands; `nil` for a map that was made in code.
  /// - Complexity: O(k · c), where k is the number of shares and c of connections.
  package func shareProblems(at place: (Claim.ID) -> SourceLocation?) -> [Problem] {
    claims.compactMap { claim in
      guard case .share(let share) = claim.condition, let missing = missingWhole(of: share.content) else { return nil }
      let location = place(claim.id)
      return Problem(
        .warning, code: .shareOfNothing, file: location?.file ?? ReferenceCheck.file, line: location?.line,
        message:
          "The claim \"\(claim.id)\" takes a share of nothing: \(missing). It cannot be told; mend its `whole:`, or"
          + " add the evidence")
    }
  }

  /// What a share would be of and is not on the map, as a clause.
  private func missingWhole(of content: Condition.Share.Content) -> String? {
    func counts(_ number: Condition.Number) -> [Count] {
      let id = stored(number.connection)
      return connections[id, default: Connection(id)].counts.filter {
        $0.measure == number.measure && (number.period.isEmpty || $0.period == number.period)
      }
    }
    switch content {
    case .cases(_, let whole):
      return counts(whole).isEmpty ? "the MI has no such number of \(whole.measure.quotedInMessage)" : nil
    case .target(let number):
      return counts(number).contains { $0.target != nil }
        ? nil : "no target is set for \(number.measure.quotedInMessage)"
    case .statements(let whole, _), .connections(let whole, _), .actors(_, let whole, _):
      return connections.values.contains { narrowed($0, to: whole) != nil }
        ? nil : "no evidence speaks of such a connection"
    }
  }
}

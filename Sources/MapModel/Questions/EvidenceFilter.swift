/// What of a map's evidence counts, where not all is meant to: what some people said, or said of its time or cause, or
/// what one coder coded.
public struct EvidenceFilter: Sendable, Hashable {
  /// What statements say of themselves; numbers of the MI do not count then.
  public var statements: StatementFilter
  /// The groups of informants of which one must have made a statement; empty for any. Numbers, which are nobody's words, do
  /// not count then.
  public var informants: Set<InformantGroup.ID>
  /// Who must have coded a statement; `nil` for anybody. Numbers, which nobody coded, count all the same.
  public var coder: String?

  /// Makes a filter; without anything, all evidence counts.
  public init(
    statements: StatementFilter = StatementFilter(), informants: Set<InformantGroup.ID> = [], coder: String? = nil
  ) {
    (self.statements, self.informants, self.coder) = (statements, informants, coder)
  }

  /// Whether all evidence counts.
  public var isEmpty: Bool { self == EvidenceFilter() }

  /// Whether numbers of the MI count.
  public var keepsCounts: Bool { statements.isEmpty && informants.isEmpty }

  /// Whether a statement counts.
  public func includes(_ statement: CodedStatement) -> Bool {
    (informants.isEmpty || statement.informants.contains(where: informants.contains))
      && (coder == nil || statement.coder == coder) && statements.includes(statement)
  }
}

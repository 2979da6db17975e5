/// Which statements count as evidence: what narrows the evidence of connections, beside what narrows the connections.
///
/// Numbers of the MI say neither what a connection owes to the programme nor how often it is so: where statements are
/// narrowed, they do not count.
public struct StatementFilter: Sendable, Hashable {
  /// What the connection owes to the programme; a statement that does not say is left out. Empty for any.
  public var attributions: Set<Attribution>
  /// How often it is said to occur; a statement that does not say is left out. Empty for any.
  public var frequencies: Set<Frequency>

  /// Makes a filter; without anything, all evidence counts.
  public init(attributions: Set<Attribution> = [], frequencies: Set<Frequency> = []) {
    (self.attributions, self.frequencies) = (attributions, frequencies)
  }

  /// Whether all evidence counts.
  public var isEmpty: Bool { attributions.isEmpty && frequencies.isEmpty }

  /// Whether a statement counts.
  public func includes(_ statement: CodedStatement) -> Bool {
    (attributions.isEmpty || statement.attribution.map(attributions.contains) ?? false)
      && (frequencies.isEmpty || statement.frequency.map(frequencies.contains) ?? false)
  }

  /// A connection with the evidence that counts; `nil` if there is none.
  /// - Complexity: O(n), where n is the number of statements.
  public func narrowed(_ connection: Connection) -> Connection? {
    if isEmpty { return connection }
    let statements = connection.statements.filter(includes)
    return statements.isEmpty ? nil : Connection(connection.id, statements: statements)
  }
}

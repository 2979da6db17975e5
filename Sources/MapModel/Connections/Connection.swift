import OrderedCollections

/// A directed connection from one actor to another, of one relation, with the evidence that it rests on.
///
/// Connections of different relations between the same actors are distinct.
public struct Connection: Sendable, Hashable, Identifiable {
  /// What tells a connection from others: its ends and its relation.
  public struct ID: Sendable, Hashable {
    /// The source actor.
    public var source: MapActor.ID
    /// The target actor.
    public var target: MapActor.ID
    /// The relation.
    public var relation: Relation.ID

    /// Makes a key.
    public init(from source: MapActor.ID, to target: MapActor.ID, _ relation: Relation.ID) {
      self.source = source
      self.target = target
      self.relation = relation
    }

    /// The ends and the relation in one text: `mentors refers-to camhs`.
    var text: String { "\(source) \(relation) \(target)" }

    /// Feeds the ends to a hasher: few connections differ only in their relation, so they are enough to find one.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(target)
    }
  }

  /// The ends and the relation.
  public let id: ID
  /// The statements that speak of the connection, in the order of the file.
  public var statements: [CodedStatement]
  /// The numbers that speak of the connection, in the order of the file.
  public var counts: [Count]

  /// Makes a connection.
  public init(_ id: ID, statements: [CodedStatement] = [], counts: [Count] = []) {
    self.id = id
    self.statements = statements
    self.counts = counts
  }

  /// The actor from which the connection starts.
  public var source: MapActor.ID { id.source }
  /// The actor to which the connection points.
  public var target: MapActor.ID { id.target }
  /// The kind of connection.
  public var relation: Relation.ID { id.relation }
}

extension Connection {
  /// The connection once for each part of which its evidence speaks, where groups stand for their parts; itself where
  /// they do not.
  ///
  /// That a group as a whole has nobody, as the MI counts, is so of each of its parts.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  var byPart: [Connection] {
    let isOfParts = statements.contains { $0.part != nil } || counts.contains { $0.part != nil }
    if !isOfParts { return [self] }
    let statements = OrderedDictionary(grouping: statements, by: \.part)
    let counts = OrderedDictionary(grouping: counts, by: \.part)
    let nobody = counts[nil]?.filter(\.isZeroOfCases) ?? []
    return OrderedSet(statements.keys).union(counts.keys).map { part in
      let inherited = part == nil ? [] : nobody.map { $0.of(part) }
      return Connection(id, statements: statements[part] ?? [], counts: (counts[part] ?? []) + inherited)
    }
  }
}

extension Count {
  /// The same number, of a part.
  fileprivate func of(_ part: Connection.ID?) -> Count {
    var count = self
    count.part = part
    return count
  }
}

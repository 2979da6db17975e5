import OrderedCollections

/// A group of people who were interviewed, such as mentors or schools.
public struct InformantGroup: Sendable, Hashable, Identifiable {
  /// An informant group's identifier.
  public typealias ID = Identifier<InformantGroup>

  /// The identifier.
  public let id: ID
  /// The name.
  public var name: String
  /// Other names under which evidence speaks of it.
  public var aliases: [String]
  /// The actors for whom the group can speak: it could know of a connection with any of them.
  public var speaksFor: Set<MapActor.ID>
  /// Whether it is meant that the group can speak for no actor: without it, an empty ``speaksFor`` may have been forgotten.
  public var speaksForNobody: Bool

  /// Makes a group.
  public init(
    _ id: ID, name: String, aliases: [String] = [], speaksFor: Set<MapActor.ID> = [], speaksForNobody: Bool = false
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.speaksFor = speaksFor
    self.speaksForNobody = speaksForNobody
  }
}

/// Who was interviewed where, and of what time: what tells "not found" from "not known".
public struct Fieldwork: Sendable, Hashable {
  /// How many interviews were held with one group in one area.
  public struct Entry: Sendable, Hashable {
    /// The area; `nil` for interviews about the programme as a whole.
    public var area: Area.ID?
    /// The time of which they can tell: without it, of no period in particular.
    public var time: TimePlacement
    /// The group.
    public var informant: InformantGroup.ID
    /// The number of interviews, not negative.
    public var interviews: Int

    /// Makes an entry.
    public init(area: Area.ID?, time: TimePlacement = .unsaid, informant: InformantGroup.ID, interviews: Int) {
      self.area = area
      self.time = time
      self.informant = informant
      self.interviews = interviews
    }
  }

  /// The entries, in the order of the file.
  public var entries: [Entry]

  /// Makes fieldwork from entries.
  public init(_ entries: [Entry] = []) { self.entries = entries }
}

extension NetworkMap {
  /// The groups that were interviewed at least once in a scope; for the whole map, anywhere.
  ///
  /// Interviews of which it is not said of what time they are count in no period, as those about the programme as a whole
  /// count in no area: nobody may be said to have been asked who was not.
  /// - Complexity: O(f), where f is the number of the fieldwork's entries.
  public func informants(in scope: Scope = .wholeMap) -> Set<InformantGroup.ID> { informants(in: extent(of: scope)) }

  package func informants(in extent: ScopeExtent) -> Set<InformantGroup.ID> {
    Set(fieldwork.entries.lazy.filter { $0.interviews > 0 && extent.includes($0) }.map(\.informant))
  }

  /// The actors for which a group can speak that was interviewed at least once in a scope, and whose silence tells something.
  /// - Complexity: O(f + n), where f is the number of the fieldwork's entries and n of the actors that groups speak for.
  package func spokenFor(in extent: ScopeExtent) -> Set<MapActor.ID> {
    if let known = extent.spokenFor { return known }
    return tellingInformants(in: extent).reduce(into: []) { $0.formUnion(informants[$1]?.speaksFor ?? []) }
  }

  /// How many interviews were held in a scope, or, for the whole map, in all: with everybody, or with one group.
  ///
  /// No sum of interviews comes near the greatest number there is; a mistake may, and is then that number.
  public func interviews(in scope: Scope = .wholeMap, with group: InformantGroup.ID? = nil) -> Int {
    let extent = extent(of: scope)
    return fieldwork.entries.reduce(0) { sum, entry in
      let isMeant = extent.includes(entry) && (group == nil || entry.informant == group)
      let (added, isTooLarge) = sum.addingReportingOverflow(isMeant ? entry.interviews : 0)
      return isTooLarge ? .max : added
    }
  }
}

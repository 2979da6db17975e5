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

  /// Makes a group.
  public init(_ id: ID, name: String, aliases: [String] = [], speaksFor: Set<MapActor.ID> = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.speaksFor = speaksFor
  }
}

/// Who was interviewed where: what tells "not found" from "not known".
public struct Fieldwork: Sendable, Hashable {
  /// How many interviews were held with one group in one area.
  public struct Entry: Sendable, Hashable {
    /// The area; `nil` for interviews about the programme as a whole.
    public var area: Area.ID?
    /// The group.
    public var informant: InformantGroup.ID
    /// The number of interviews, not negative.
    public var interviews: Int

    /// Makes an entry.
    public init(area: Area.ID?, informant: InformantGroup.ID, interviews: Int) {
      self.area = area
      self.informant = informant
      self.interviews = interviews
    }
  }

  /// The entries, in the order of the file.
  public var entries: [Entry]

  /// Makes fieldwork from entries.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The groups that were interviewed at least once in an area; for the whole map, anywhere.
  public func informants(in scope: Scope = .wholeMap) -> Set<InformantGroup.ID> {
    Set(entries.lazy.filter { (scope.area == nil || $0.area == scope.area) && $0.interviews > 0 }.map(\.informant))
  }

  /// How many interviews were held in an area, or, for the whole map, in all: with everybody, or with one group.
  ///
  /// No sum of interviews comes near the greatest number there is; a mistake may, and is then that number.
  public func interviews(in scope: Scope = .wholeMap, with group: InformantGroup.ID? = nil) -> Int {
    entries.reduce(0) { sum, entry in
      let isMeant = (scope.area == nil || entry.area == scope.area) && (group == nil || entry.informant == group)
      let (added, isTooLarge) = sum.addingReportingOverflow(isMeant ? entry.interviews : 0)
      return isTooLarge ? .max : added
    }
  }
}

import Documents
public import MapModel
package import OrderedCollections

extension NetworkMap {
  // MARK: Names

  /// An actor's name in sentences.
  package func name(of actor: MapActor.ID) -> String {
    actors[actor]?.name ?? lookedFor[actor] ?? actor.rawValue
  }

  /// An actor's name where there is little room.
  func shortName(of actor: MapActor.ID) -> String {
    actors[actor]?.shortName ?? lookedFor[actor] ?? actor.rawValue
  }

  /// An area's name.
  func name(of area: Area.ID) -> String { areas[area]?.name ?? area.rawValue }

  /// Where and when something is, as the end of a clause: ` in Doncaster in Year 1`; empty for the whole map.
  package func inWords(_ scope: Scope) -> String { names(of: scope).map { " " + say("in \($0)") }.joined() }

  /// The area and the period of a scope, as far as it has them.
  package func names(of scope: Scope) -> [String] { [scope.area.map(name(of:)), scope.period].compactMap(\.self) }

  // MARK: Numbers

  /// How many are on the map, and from how much evidence: `36 actors (1 more is only looked for), 93 connections from 203
  /// statements (21 against) and 37 counts`.
  func evidenceInWords(in scope: Scope = .wholeMap) -> String {
    let extent = extent(of: scope)
    let statements = connections.values.flatMap { $0.statements.filter(extent.includes) }
    let against = statements.count { $0.stance == .absent }
    let counts = connections.values.reduce(0) { sum, connection in
      sum + connection.counts.count { extent.includes($0) || extent.isNobody($0) }
    }
    let present = connections.values.count { presence(of: $0, in: extent).isOnMap }
    let onMap = actorsOnMap(in: scope)
    // A group of which nothing is said but of its parts is there as them.
    let groups = groupsOfOthers.subtracting(onMap).count
    let missing = actors.count - onMap.count - groups + lookedFor.count
    let parts =
      (groups == 0 ? [] : [counted(groups, "more is a group", plural: "more are groups") + " of them"])
      + (missing == 0 || !scope.isWholeMap
        ? [] : [counted(missing, "more is", plural: "more are") + " only looked for"])
    let more = parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    return "\(counted(onMap.count, "actor"))\(more), \(counted(present, "connection")) from"
      + " \(counted(statements.count, "statement"))\(against == 0 ? "" : " (\(against) against)") and"
      + " \(counted(counts, "count"))"
  }

  // MARK: Connections

  /// A number of statements, with how many of them are against: `4 (3 against)`.
  package static func statementsText(_ number: Int, against: Int) -> String {
    against == 0 ? String(number) : "\(number) (\(against) against)"
  }

  /// The verb of a connection, agreeing with its source.
  package func verb(of id: Connection.ID) -> String {
    guard let relation = relations[id.relation] else { return id.relation.rawValue }
    return actors[id.source]?.isPlural ?? false ? relation.pluralLabel : relation.label
  }

  /// A connection as a clause: `Lead Mentors oversee Attendance Mentors`.
  package func clause(_ id: Connection.ID) -> String {
    "\(name(of: id.source)) \(verb(of: id)) \(targetName(of: id))"
  }

  /// The target's name behind the source's: what connects parts of a group connects them with each other.
  func targetName(of id: Connection.ID) -> String {
    id.source == id.target && grouped.groups.values.contains(id.source) ? say("each other") : name(of: id.target)
  }

  /// The areas in which a connection is on the map, at any time or in a period, in words; where the evidence is not plain, it says so.
  ///
  /// `Doncaster (unclear), Salford`, or `all areas`; empty if it is placed in none.
  public func placesInWords(of connection: Connection, during period: String? = nil) -> String {
    inWords(placedPresences(of: connection, during: period))
  }

  /// The periods in which a connection is on the map, in words; those in which the evidence is not plain say so.
  ///
  /// What is said of a term holds of its year, which is not named for that alone; and what is said of a year holds of it,
  /// whatever is said of its terms.
  /// - Parameter named: the periods that the evidence names.
  package func inWords(_ presences: OrderedDictionary<String, Presence>, named: Set<String>) -> String {
    let placed = presences.filter { $0.value.isOnMap }
    func doubt(_ presence: Presence) -> Presence? { presence.isCertain ? nil : presence }
    return placed.filter { period, presence in
      let alike = placed.filter { doubt($0.value) == doubt(presence) && $0.key != period }.keys
      if alike.contains(where: { named.contains($0) && isPeriod(period, within: $0) }) { return false }
      return named.contains(period) || !alike.contains { isPeriod($0, within: period) }
    }.map { period, presence in
      period + (presence == .unclear || presence == .contradicted ? " (\(presence.name))" : "")
    }.joined(separator: ", ")
  }

  /// Areas in words, of which it is already known what the evidence says.
  package func inWords(_ presences: OrderedDictionary<Area.ID, Presence>) -> String {
    let placed = presences.filter { $0.value.isOnMap }
    func isPlain(_ presence: Presence) -> Bool { presence != .unclear && presence != .contradicted }
    if !placed.isEmpty, placed.count == areas.count, placed.values.allSatisfy(isPlain) { return say("all areas") }
    return placed.map { area, presence in
      name(of: area) + (isPlain(presence) ? "" : " (\(presence.name))")
    }.joined(separator: ", ")
  }
}

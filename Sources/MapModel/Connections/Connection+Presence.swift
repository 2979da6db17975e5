extension Connection {
  /// The evidence of one placement, summed up.
  private struct Weight {
    var said = false
    var recorded = false
    var unclear = false
    var against = false

    var isFor: Bool { said || recorded }
    var isContradicted: Bool { isFor && against }

    init(_ connection: Connection, _ isIncluded: (Placement) -> Bool) {
      for statement in connection.statements where isIncluded(statement.placement) {
        switch statement.stance {
        case .present: said = true
        case .absent: against = true
        case .unclear: unclear = true
        }
      }
      // Numbers of cases decide; others, such as of schools, can show that there is a connection, not that there is none.
      var (hasCases, hasSomeCases, hasOthers) = (false, false, false)
      for count in connection.counts where isIncluded(count.placement) {
        let isSome = count.value != .number(0)
        if count.isOfCases {
          hasCases = true
          hasSomeCases = hasSomeCases || isSome
        } else {
          hasOthers = hasOthers || isSome
        }
      }
      recorded = hasCases ? hasSomeCases : hasOthers
      if hasCases && !hasSomeCases { against = true }
    }

    static func kind(said: Bool, recorded: Bool) -> Presence? {
      switch (said, recorded) {
      case (true, true): .both
      case (true, false): .said
      case (false, true): .recorded
      case (false, false): nil
      }
    }

    var presence: Presence? {
      if isContradicted { return .contradicted }
      if let kind = Self.kind(said: said, recorded: recorded) { return kind }
      if unclear { return .unclear }
      return against ? .reportedAbsent : nil
    }
  }

  /// What the evidence placed in an area says; `nil` if no evidence is placed there.
  ///
  /// Evidence that names the area and evidence of every area weigh the same.
  /// - Complexity: O(n), where n is the number of pieces of evidence.
  public func placedPresence(in area: Area.ID) -> Presence? {
    Weight(self) { $0.includes(area) }.presence
  }

  /// The areas in which evidence is placed: a big map has many areas, and most connections few.
  private func evidentAreas(of areas: some Sequence<Area.ID>) -> [Area.ID] {
    var named: [Area.ID] = []
    for statement in statements {
      switch statement.placement {
      case .programme: break
      case .everywhere: return Array(areas)
      case .areas(let some): for area in some where !named.contains(area) { named.append(area) }
      }
    }
    for count in counts {
      if let area = count.area, !named.contains(area) { named.append(area) }
    }
    return named
  }

  /// What the evidence says of the connection on the whole map.
  ///
  /// Present in one area and absent in another is variation, not contradiction: the connection is contradicted
  /// only if wherever there is evidence for it there is also evidence against it.
  /// - Parameter areas: the map's areas.
  /// - Returns: one of `said`, `recorded`, `both`, `unclear`, `contradicted` and `reportedAbsent`.
  /// - Complexity: O(a · n), where a is the number of areas and n of pieces of evidence.
  public func presence(over areas: some Sequence<Area.ID>) -> Presence {
    // Big maps are counted, and most of their connections rest on one number.
    if statements.isEmpty, counts.count == 1 { return counts[0].value == .number(0) ? .reportedAbsent : .recorded }
    var weights = evidentAreas(of: areas).map { area in Weight(self) { $0.includes(area) } }
    weights.append(Weight(self) { $0 == .programme })
    if weights.count == 1 { weights.append(Weight(self) { $0 == .everywhere }) }
    let undisputed = weights.filter { $0.isFor && !$0.against }
    if let kind = Weight.kind(
      said: undisputed.contains(where: \.said), recorded: undisputed.contains(where: \.recorded))
    {
      return kind
    }
    if weights.contains(where: \.isContradicted) { return .contradicted }
    return weights.contains(where: \.unclear) ? .unclear : .reportedAbsent
  }
}

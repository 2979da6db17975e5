import MapModel

extension CountingPlan {
  /// What a value means to a question.
  enum Meaning: Sendable, Equatable {
    /// An area, by its place among the map's.
    case area(Int)
    /// An actor of the map.
    case actor(MapActor.ID)
    /// An actor of its own, which the value names.
    case ownActor(CaseRule.ActorTemplate)
    /// Yes, it is one of the values that a condition asks for; or no.
    case condition(Bool)
    /// Nobody on the map.
    case ignored
    /// The map does not know the value.
    case unknown
    /// The cell says nothing.
    case missing
  }

  /// What a value of a column means to a question about the column.
  func meaning(of value: NameValue, to question: Question) -> Meaning {
    if value.isMissing { return .missing }
    switch question {
    case .area: return areaNames[value.text].flatMap { areas.firstIndex(of: $0) }.map(Meaning.area) ?? .unknown
    case .condition(let patterns): return .condition(patterns.contains { $0.matches(folded: value.name) })
    case .actor(let question): return question.meaning(of: value, actorNames)
    }
  }

  /// Which actor the values of a column are.
  struct ActorQuestion: Sendable, Equatable {
    /// A spelling, and the actor that it means; nobody on the map if it has none.
    private struct Spelling: Equatable {
      var pattern: NamePattern
      var actor: MapActor.ID?
      var meaning: Meaning { actor.map(Meaning.actor) ?? .ignored }
    }

    /// Those of the rule that are whole names, and those with `*`; where several fit, the first holds.
    private var names: [Spelling]
    private var patterns: [Spelling]
    /// What every other value becomes, if each is an actor of its own.
    let each: CaseRule.ActorTemplate?

    init(_ end: CaseRule.ColumnEnd) {
      let spellings =
        end.values.map { Spelling(pattern: $0.pattern, actor: $0.actor) } + end.ignored.map { Spelling(pattern: $0) }
      names = spellings.filter(\.pattern.isWholeName)
      patterns = spellings.filter { !$0.pattern.isWholeName }
      each = end.each
    }

    /// Names that are written out win over patterns, and what the rule says over what the map does.
    fileprivate func meaning(of value: NameValue, _ known: NameIndex<MapActor.ID>) -> Meaning {
      if let named = names.first(where: { $0.pattern.matches(folded: value.name) }) { return named.meaning }
      if let actor = known[value.text] { return .actor(actor) }
      if let fitting = patterns.first(where: { $0.pattern.matches(folded: value.name) }) { return fitting.meaning }
      return each.map(Meaning.ownActor) ?? .unknown
    }
  }
}

extension CountingPlan.NameColumn {
  /// Whether a row without a value cannot be used by some rule.
  var isNeeded: Bool {
    questions.contains { if case .condition = $0 { false } else { true } }
  }

  /// Whether values become actors of their own.
  var makesActors: Bool {
    questions.contains { if case .actor(let question) = $0 { question.each != nil } else { false } }
  }

  /// Whether a value should be an actor to some rule, and is known to none.
  /// - Parameter meanings: what the value means to each question.
  func isUnknownActor(_ meanings: [CountingPlan.Meaning]) -> Bool {
    let asked = zip(questions, meanings).filter { if case .actor = $0.0 { true } else { false } }
    return !asked.isEmpty && asked.allSatisfy { $0.1 == .unknown }
  }

  /// Whether a value should be an area, and is none.
  func isUnknownArea(_ meanings: [CountingPlan.Meaning]) -> Bool {
    zip(questions, meanings).contains { $0 == .area && $1 == .unknown }
  }
}

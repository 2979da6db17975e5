import Documents
public import MapModel
import OrderedCollections

extension Presence {
  /// A short name for tables and sentences.
  public var name: String {
    switch self {
    case .said: say("said")
    case .recorded: say("recorded")
    case .both: say("said and recorded")
    case .unclear: say("unclear")
    case .contradicted: say("contradicted")
    case .reportedAbsent: say("reported absent")
    case .unplaced: say("unplaced")
    case .notFound: say("not found")
    case .notKnown: say("not known")
    }
  }

  /// A sign for matrices and figures: one or two letters, or a mark; unlike for each state.
  public var symbol: String {
    switch self {
    case .said: "S"
    case .recorded: "R"
    case .both: "SR"
    case .unclear: "U"
    case .contradicted: "C"
    case .reportedAbsent: "\u{00D7}"
    case .unplaced: "~"
    case .notFound: "\u{2013}"
    case .notKnown: "?"
    }
  }

  /// What the state means, as a clause.
  public var meaning: String {
    switch self {
    case .said: say("somebody said so")
    case .recorded: say("the MI counts it")
    case .both: say("somebody said so and the MI counts it")
    case .unclear: say("only unclear statements speak for it")
    case .contradicted: say("some evidence speaks for it and some against it")
    case .reportedAbsent: say("somebody said that there is none, or the MI counts 0")
    case .unplaced: say("said of the programme, without an area")
    case .notFound: say("people who could know were asked, and none placed it there")
    case .notKnown: say("nobody who could know was asked")
    }
  }

  /// What is put behind something that is on the map though the evidence does not settle it: ` (unclear)`; else nothing.
  package var doubt: String { isOnMap && !isCertain ? " (\(name))" : "" }

  /// What is known of something that is missing, as a clause.
  var clause: String {
    switch self {
    case .reportedAbsent: say("the evidence says that there is none")
    case .unplaced: say("it is said of the programme, without an area")
    case .notFound: say("nobody spoke of one, though somebody who could know was asked")
    case .unclear: say("the evidence is not clear")
    case .contradicted: say("the evidence contradicts itself")
    default: say("nobody who could know was asked")
    }
  }

  /// What the state means, as a clause, of a place and a time.
  package func meaning(in scope: Scope, on map: NetworkMap) -> String {
    if self == .notKnown, map.leavesOutCounts {
      return say("nobody speaks of it, and a number that is left out may be of it")
    }
    return self == .unplaced ? Self.elsewhere(scope, on: map).map { say("known\($0)") } ?? meaning : meaning
  }

  /// What is known of something that is missing in a place and at a time, as a clause.
  func clause(in scope: Scope, on map: NetworkMap) -> String {
    if self == .notKnown, map.leavesOutCounts {
      return say("nobody speaks of one, and a number that is left out may be of one")
    }
    return self == .unplaced ? Self.elsewhere(scope, on: map).map { say("it is known\($0)") } ?? clause : clause
  }

  /// Where and when something is known that is not placed in a scope; `nil` where that can only be the programme.
  private static func elsewhere(_ scope: Scope, on map: NetworkMap) -> String? {
    switch (scope.area, scope.period) {
    case (nil, _?): say(", but not of that period")
    case (_?, _?): say(", but not of that area and period")
    case (let area, nil):
      map.hasAreas(around: area) ? say(" of the programme or of a wider area, and not where in it") : nil
    }
  }
}

extension NetworkMap {
  /// Whether an area lies in another; without one, whether any does.
  fileprivate func hasAreas(around area: Area.ID?) -> Bool {
    areas.values.contains { wide in area.map { contained(in: wide.id).contains($0) } ?? !wide.contains.isEmpty }
  }
}

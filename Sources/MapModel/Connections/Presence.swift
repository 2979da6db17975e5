/// What the evidence says of a connection, on the whole map or in an area.
public enum Presence: String, Sendable, CaseIterable {
  /// Somebody said so.
  case said
  /// The MI counts cases.
  case recorded
  /// Somebody said so and the MI counts cases.
  case both
  /// Only unclear statements speak for it.
  case unclear
  /// Evidence for and against has the same placement.
  case contradicted
  /// Somebody said that there is none, or the MI counts 0.
  case reportedAbsent
  /// It is known of the programme, or of a wider area or a longer time, and nobody says where or when in it.
  case unplaced
  /// Somebody who could know was asked there, and nothing was found.
  case notFound
  /// Nobody who could know was interviewed there.
  case notKnown

  /// How much the evidence says, from 9 for what is said and recorded to 1 for what nobody can know: the one order of the
  /// nine states, by which several are summed up.
  public var strength: Int {
    switch self {
    case .both: 9
    case .recorded: 8
    case .said: 7
    case .contradicted: 6
    case .unclear: 5
    case .reportedAbsent: 4
    case .unplaced: 3
    case .notFound: 2
    case .notKnown: 1
    }
  }

  /// Whether the connection is on the map: the evidence speaks for it, however weakly.
  public var isOnMap: Bool {
    switch self {
    case .said, .recorded, .both, .unclear, .contradicted: true
    case .reportedAbsent, .unplaced, .notFound, .notKnown: false
    }
  }

  /// Whether it is certain that there is something: somebody said so, or the MI counts it, and nothing speaks against it.
  public var isCertain: Bool {
    switch self {
    case .said, .recorded, .both: true
    default: false
    }
  }

  /// Whether something is known to be missing, and not just unknown: it is reported absent or was not found.
  public var isKnownAbsence: Bool { self == .reportedAbsent || self == .notFound }

  /// What a set of connections says of an actor that stands at one end of each of them.
  ///
  /// An actor is there if one of its connections is. That somebody never met it says nothing of whether it is there: it
  /// is reported absent only if all that is said of its connections is that there are none, and none is not known.
  /// Otherwise what is known best of one of them is known of the actor; and where nothing is, it was not found if anybody
  /// was asked, since anybody can know an actor.
  package init(ofActorWith connections: some Sequence<Presence>, isAnybodyAsked: Bool) {
    let found = Set(connections)
    if found.contains(where: \.isCertain) {
      let isSaid = found.contains(.said) || found.contains(.both)
      let isRecorded = found.contains(.recorded) || found.contains(.both)
      self = isSaid && isRecorded ? .both : isSaid ? .said : .recorded
      return
    }
    if found.contains(.reportedAbsent), found.allSatisfy(\.isKnownAbsence) {
      self = .reportedAbsent
      return
    }
    let best = found.subtracting([.reportedAbsent]).strongest ?? .notKnown
    self = best.strength > Presence.notFound.strength ? best : isAnybodyAsked ? .notFound : .notKnown
  }
}

extension Sequence<Presence> {
  /// The state that says most; `nil` of none.
  package var strongest: Presence? { self.max { $0.strength < $1.strength } }
}

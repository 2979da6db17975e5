/// Where a piece of evidence holds.
public enum Placement: Sendable, Hashable {
  /// The source speaks of the programme and does not say where: it places nothing in any one area.
  case programme
  /// The source says so of every area.
  case everywhere
  /// The source names one or more areas.
  case areas(Set<Area.ID>)

  /// Whether the evidence is placed in an area.
  public func includes(_ area: Area.ID) -> Bool {
    switch self {
    case .programme: false
    case .everywhere: true
    case .areas(let areas): areas.contains(area)
    }
  }
}

/// What a statement claims of a connection.
public enum Stance: String, Sendable, CaseIterable {
  /// There is such a connection.
  case present
  /// There is none.
  case absent
  /// It is not clear whether there is one.
  case unclear
}

/// How often a connection is said to occur.
public enum Frequency: String, Sendable, CaseIterable {
  /// Often, or in most cases.
  case common
  /// Sometimes.
  case some
  /// Seldom.
  case rare
}

/// Where in the map's files something stands.
public struct SourceLocation: Sendable, Hashable {
  /// The file's name, relative to the map folder.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// Makes a location.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// A coded interview segment that speaks of a connection.
public struct CodedStatement: Sendable, Hashable {
  /// The statement's own identifier in the file.
  public var id: String
  /// Where it holds.
  public var placement: Placement
  /// When it holds.
  public var time: TimePlacement
  /// The interview that it comes from; empty if the source does not say.
  public var interview: String
  /// The groups of which somebody said it; empty if the source does not say.
  public var informants: [InformantGroup.ID]
  /// Who coded it; empty if the source does not say.
  public var coder: String
  /// What it claims.
  public var stance: Stance
  /// How often the connection is said to occur, if the source says.
  public var frequency: Frequency?
  /// What it says that the connection owes to the programme, if it says so.
  public var attribution: Attribution?
  /// The words of the source.
  public var excerpt: String
  /// Where in the source the words stand.
  public var reference: String
  /// Where in the map's files the statement stands.
  public var location: SourceLocation?
  /// Whether the words and where they stand are withheld from the output's audience.
  public var isWithheld = false
  /// The connection of which it speaks, where that is one of a part and a group stands for the part.
  public internal(set) var part: Connection.ID?

  /// Makes a statement.
  public init(
    id: String, placement: Placement = .programme, time: TimePlacement = .unsaid, interview: String = "",
    informants: [InformantGroup.ID] = [], stance: Stance = .present, frequency: Frequency? = nil,
    attribution: Attribution? = nil,
    excerpt: String = "",
    reference: String = "", coder: String = "", location: SourceLocation? = nil
  ) {
    self.id = id
    self.placement = placement
    self.time = time
    self.interview = interview
    self.informants = informants
    self.coder = coder
    self.stance = stance
    self.frequency = frequency
    self.attribution = attribution
    self.excerpt = excerpt
    self.reference = reference
    self.location = location
  }
}

/// A number from the management information (MI) that speaks of a connection.
public struct Count: Sendable, Hashable {
  /// A number, or the decision not to give it.
  public enum Value: Sendable, Hashable {
    /// The number; a map takes none below 0 or above ``Count/greatest``.
    case number(Int)
    /// A number greater than zero that is withheld, because it is small enough to give somebody away.
    case suppressed

    /// The number, or what stands in its place if it is withheld.
    public func text(_ settings: DisclosureSettings) -> String {
      switch self {
      case .number(let number): String(number)
      case .suppressed: settings.symbol
      }
    }
  }

  /// The number as it is shown, with `~` where it is approximate.
  public func text(_ settings: DisclosureSettings) -> String {
    if isApproximate, case .number = value { return "~" + value.text(settings) }
    return value.text(settings)
  }

  /// More than there are people: a map takes no greater number, so that no sum of them is too large to hold.
  public static let greatest = 1_000_000_000_000

  /// The area; `nil` for a number of the whole programme.
  public var area: Area.ID?
  /// What was counted, such as `referrals`.
  public var measure: String
  /// Whether the measure counts cases of the connection, so that it adds to the connection's cases.
  public var isOfCases: Bool
  /// The period; empty if the source does not say.
  public var period: String
  /// The number.
  public var value: Value
  /// Where in the source the number stands.
  public var reference: String
  /// How the number was computed, if it is not in the source as it is.
  public var computation: String
  /// Where in the map's files the number stands.
  public var location: SourceLocation?
  /// Whether the number is rounded for the output's audience.
  public var isRounded = false
  /// Whether the source gives it as about so much: it is shown with `~`.
  public var isApproximate = false
  /// How many there should be, where the programme has set itself a target.
  public var target: Int?
  /// Whether it is a number of a group's parts together, each case once: it is taken where the group stands for them, and is
  /// no connection of the group beside theirs.
  public var isOfParts = false
  /// The connection that is counted, where that is one of a part and a group stands for the part.
  public internal(set) var part: Connection.ID?

  /// Makes a count.
  public init(
    area: Area.ID?, measure: String = "cases", isOfCases: Bool = true, period: String = "", value: Int,
    reference: String = "", computation: String = "", location: SourceLocation? = nil
  ) {
    self.area = area
    self.measure = measure
    self.isOfCases = isOfCases
    self.period = period
    self.value = .number(value)
    self.reference = reference
    self.computation = computation
    self.location = location
  }

  /// Where the number holds.
  public var placement: Placement { area.map { .areas([$0]) } ?? .programme }

  /// When the number holds.
  public var time: TimePlacement { period.isEmpty ? .unsaid : .periods([period]) }

  /// Whether it says that there is nobody.
  package var isZeroOfCases: Bool { isOfCases && value == .number(0) }
}

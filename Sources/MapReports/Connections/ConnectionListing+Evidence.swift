public import MapModel

extension ConnectionListing {
  /// A statement or a number on which a connection rests.
  public struct Evidence: Sendable, Hashable {
    /// What evidence can be.
    public enum Kind: String, Sendable {
      /// Something that was said.
      case statement
      /// Something that was counted.
      case count
    }

    /// Whether it was said or counted.
    public let kind: Kind
    /// The statement's id.
    public let id: String?
    /// Where it holds.
    public let placement: Placement
    /// The interview.
    public let interview: String?
    /// The groups of which somebody said it.
    public let informants: [InformantGroup.ID]
    /// Who coded it.
    public let coder: String?
    /// Present, absent or unclear.
    public let stance: Stance?
    /// How often.
    public let frequency: Frequency?
    /// What the connection owes to the programme.
    public let attribution: Attribution?
    /// The words of the source.
    public let excerpt: String?
    /// What was counted.
    public let measure: String?
    /// In which period, or periods; `all` for all the time.
    public let period: String?
    /// The number, or the sign that it is withheld.
    public let count: String?
    /// How many there should be.
    public let target: Int?
    /// How the number was computed.
    public let computation: String?
    /// Where in the source it stands.
    public let reference: String
    /// The connection of a part of which it speaks, where a group stands for the part.
    public let part: Connection.ID?
  }
}

extension ConnectionListing.Evidence {
  init(_ statement: CodedStatement) {
    self.init(
      kind: .statement, id: Self.given(statement.id), placement: statement.placement,
      interview: Self.given(statement.interview), informants: statement.informants,
      coder: Self.given(statement.coder), stance: statement.stance,
      frequency: statement.frequency, attribution: statement.attribution, excerpt: Self.given(statement.excerpt),
      measure: nil, period: Self.given(statement.time.inCell), count: nil, target: nil, computation: nil,
      reference: statement.isWithheld ? "" : statement.reference, part: statement.part)
  }

  init(_ count: Count, _ settings: DisclosureSettings) {
    self.init(
      kind: .count, id: nil, placement: count.placement, interview: nil, informants: [], coder: nil, stance: nil,
      frequency: nil, attribution: nil, excerpt: nil, measure: count.measure, period: Self.given(count.period),
      count: count.text(settings), target: count.target,
      computation: Self.given(count.computation), reference: count.reference, part: count.part)
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension TimePlacement {
  /// The periods by name, `all`, or nothing where the source does not say when.
  var inCell: String { self == .throughout ? "all" : names.sorted().joined(separator: ";") }
}

extension Placement {
  /// The areas in alphabetical order of their ids.
  package var sortedAreas: [Area.ID] {
    if case .areas(let areas) = self { areas.sorted() } else { [] }
  }

  /// The ids of the areas in alphabetical order, `all`, or nothing for the programme.
  var names: [String] { self == .everywhere ? ["all"] : sortedAreas.map(\.rawValue) }
}

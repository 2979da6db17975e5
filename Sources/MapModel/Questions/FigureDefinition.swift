import OrderedCollections

/// A named view of a map: which actors and connections it shows, and what it says.
public struct FigureDefinition: Sendable, Hashable, Identifiable {
  /// A figure's identifier.
  public typealias ID = Identifier<FigureDefinition>

  /// What a figure shows.
  public enum Content: Sendable, Hashable {
    /// The legend alone, of all that is on the map.
    case legend
    /// The part of the map that a selection keeps.
    case map(Selection)
  }

  /// The form in which a figure shows its part of a map.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Every actor, and lines between them.
    case network
    /// Groups of actors, or sectors, by stages, with numbers of actors and connections.
    case overview
    /// Rows and columns of actors; of groups or sectors, where there are too many actors.
    case matrix
  }

  /// Which connections a figure keeps; an empty list keeps all.
  public struct Selection: Sendable, Hashable {
    /// The actors that may stand at either end; they are shown even if nothing connects them.
    public var actors: [MapActor.ID]
    /// The relations.
    public var relations: [Relation.ID]
    /// The families.
    public var families: [Family.ID]
    /// The starts of references: a connection is kept if evidence for it has such a reference.
    public var references: [String]
    /// What connections owe to the programme: only statements that say so count.
    public var attributions: [Attribution]
    /// Which groups stand for the actors that are part of them; `nil` if none does.
    public var collapse: Collapse?
    /// The actor of which only the surroundings are kept; `nil` for all.
    public var around: Neighbourhood?

    /// Makes a selection.
    public init(
      actors: [MapActor.ID] = [], relations: [Relation.ID] = [], families: [Family.ID] = [],
      references: [String] = [], attributions: [Attribution] = [], collapse: Collapse? = nil,
      around: Neighbourhood? = nil
    ) {
      self.actors = actors
      self.relations = relations
      self.families = families
      self.references = references
      self.attributions = attributions
      self.collapse = collapse
      self.around = around
    }

    /// The same where groups do not stand for their parts: who asks for a group gets its parts as well.
    package func withParts(on map: NetworkMap) -> Selection {
      guard let collapse, !actors.isEmpty else { return self }
      var copy = self
      copy.actors += map.actors.keys.filter { actor in
        !actors.contains(actor) && map.groups(of: actor).contains { collapse.includes($0) && actors.contains($0) }
      }
      return copy
    }

    /// The same where groups stand for their parts: who asks for a part gets the group.
    package func grouped(as grouped: GroupedActors) -> Selection {
      var copy = self
      copy.actors = Array(OrderedSet(actors.map { grouped.groups[$0] ?? $0 }))
      if let centre = around?.actor { copy.around?.actor = grouped.groups[centre] ?? centre }
      return copy
    }
  }

  /// The identifier, also the name of the figure's files.
  public let id: ID
  /// The number in the report, such as `5.3`; empty if there is none.
  public var number: String
  /// The title.
  public var title: String
  /// What the figure says, in one sentence.
  public var message: String
  /// What the figure shows.
  public var content: Content
  /// The area and the period of which it shows it; the whole map if it names none.
  public var scope: Scope
  /// Whether the widths of lines tell, in bands, how many cases are counted.
  public var weighsCases: Bool
  /// Whether lines tell how often connections are said to occur.
  public var weighsFrequency: Bool
  /// Whether each relation has lines of its own, in a colour and with a mark of its own.
  public var tellsRelations: Bool
  /// The attribute of actors that their sizes tell; `nil` if all are as large as their names.
  public var sizedBy: String?
  /// The form; `nil` for a network, or for what is drawn in its place if it were too large to be legible.
  public var form: Form?
  /// How large it is drawn, and what stands beside the network.
  public var drawing: DrawingSettings

  /// Makes a definition.
  public init(
    _ id: ID, number: String = "", title: String, message: String = "", content: Content, in scope: Scope = .wholeMap,
    weighsCases: Bool = false, weighsFrequency: Bool = false, tellsRelations: Bool = false, sizedBy: String? = nil,
    form: Form? = nil, drawing: DrawingSettings = DrawingSettings()
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.message = message
    self.content = content
    self.scope = scope
    self.weighsCases = weighsCases
    self.weighsFrequency = weighsFrequency
    self.tellsRelations = tellsRelations
    self.sizedBy = sizedBy
    self.form = form
    self.drawing = drawing
  }

  /// The title with its number, such as `Figure 5.3 Actors involved in programme set up`.
  public var heading: String { number.isEmpty ? title : "Figure \(number) \(title)" }
}

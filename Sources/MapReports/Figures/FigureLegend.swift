import Documents
package import MapModel
import OrderedCollections

/// The key of a figure: only what the figure shows, always in the order of the map's legend.
package struct FigureLegend: Sendable {
  /// A sign with its meaning.
  package struct Entry: Sendable {
    package enum Sign: Sendable {
      case role(Role.Shape)
      case sector(Sector)
      /// A kind of line, as wide as the narrowest of it.
      case line(Family, isMutual: Bool, isUnclear: Bool, LineStanding, CaseBand)
      /// A relation's lines, where they are told apart.
      case relation(RelationLook, Relation, Family, isUnclear: Bool)
      /// A width, on a kind of line that has it.
      case band(CaseBand, Family, isMutual: Bool, isUnclear: Bool)
      /// How often it is said to be so, on a kind of line of which it is.
      case frequency(SaidFrequency, Family, isMutual: Bool, isUnclear: Bool)
      case mark(String)
      /// How large an actor is, as a share of the width of the largest.
      case size(Double)
      case node(ActorStanding)
      case missing
      case badge(BadgeContent)
      case actor(MapActor, Legend, ActorStanding, String)
      case presence(Presence)
      case cell(String, ActorMatrix.Ground)
    }

    package var sign: Sign
    package var text: String
    /// What the text means, in a sentence; shown where there is room for it.
    package var definition = ""

    package init(sign: Sign, text: String, definition: String = "") {
      (self.sign, self.text, self.definition) = (sign, text, definition)
    }
  }

  /// Signs of one kind under a heading.
  package struct Part: Sendable {
    package var id: String
    package var heading: String
    package var entries: [Entry]

    package init(id: String, heading: String, entries: [Entry]) {
      (self.id, self.heading, self.entries) = (id, heading, entries)
    }
  }

  /// The parts that have entries.
  package var parts: [Part]

  /// The mark of an actor that plays further roles.
  package static let mark = "\u{2020}"

  /// The legend of what a figure shows.
  package init(of content: FigureContent, on map: NetworkMap) {
    let roles = Set(content.actors.map(\.role))
    // Who is not there stands back without the colours of its sector.
    let sectors = Set(content.actors.filter { content.standings[$0.id]?.hasColors ?? true }.map(\.sector))
    let byFamily: [Entry.Sign] = map.legend.families.values.flatMap { family in
      [false, true].flatMap { isMutual in
        [false, true].flatMap { isUnclear in
          LineStanding.allCases.compactMap { standing in
            let alike = content.lines.filter {
              ($0.family, $0.isMutual, $0.isUnclear, $0.standing) == (family.id, isMutual, isUnclear, standing)
            }
            let bands = alike.map { $0.band ?? $0.frequency?.band ?? .few }
            let narrowest = bands.filter { $0 != .untold }.min() ?? bands.first
            return narrowest.map { .line(family, isMutual: isMutual, isUnclear: isUnclear, standing, $0) }
          }
        }
      }
    }
    self.init(
      roles: map.legend.roles.values.filter { roles.contains($0.id) },
      sectors: map.legend.sectors.values.filter { sectors.contains($0.id) },
      lines: content.relations.isEmpty ? byFamily : Self.relations(of: content, on: map),
      bands: Self.bands(of: content, on: map),
      frequencies: Self.frequencies(of: content, on: map),
      marks: Self.marks(of: content.actors.filter { !$0.otherRoles.isEmpty }, on: map), gaps: Self.signs(of: content),
      more: content.legendParts)
  }

  /// How relations look that are told apart, and how where the evidence is not clear.
  private static func relations(of content: FigureContent, on map: NetworkMap) -> [Entry.Sign] {
    content.relations.flatMap { id, look -> [Entry.Sign] in
      guard let relation = map.relations[id], let family = map.family(of: id) else { return [] }
      let lines = content.lines.filter { $0.relation == id }
      return [false, true].filter { isUnclear in lines.contains { $0.isUnclear == isUnclear } }
        .map { .relation(look, relation, family, isUnclear: $0) }
    }
  }

  /// Who plays further roles, and which; of very many, how many they are.
  private static func marks(of actors: [MapActor], on map: NetworkMap) -> [String] {
    if actors.count > mostMarks { return [say("\(actors.count.grouped) actors, too many to be named here")] }
    return actors.map { actor in
      let others = actor.otherRoles.compactMap { map.legend.roles[$0]?.name }
      return say("\(actor.shortName) also: \(others.joined(separator: ", "))")
    }
  }

  /// A longer list is no legend.
  private static let mostMarks = 40

  /// What widths mean, for each family that has them: its lines are as wide as their samples, and as those of no other.
  private static func bands(of content: FigureContent, on map: NetworkMap) -> [Entry] {
    widths(CaseBand.allCases, of: content, on: map, \.band) { band, family, isMutual, isUnclear in
      .band(band, family, isMutual: isMutual, isUnclear: isUnclear)
    } text: { band, _ in
      band == .untold && !content.withholdsCases ? "Not counted" : band.text
    }
  }

  /// What widths that tell how often mean, for each family that has them.
  private static func frequencies(of content: FigureContent, on map: NetworkMap) -> [Entry] {
    widths(SaidFrequency.all, of: content, on: map, \.frequency) { often, family, isMutual, isUnclear in
      .frequency(often, family, isMutual: isMutual, isUnclear: isUnclear)
    } text: { often, isOnly in
      isOnly ? often.meaning : often.meaning.insideSentence
    }
  }

  /// The widths that lines have, of each family by itself.
  private static func widths<Width: Equatable>(
    _ all: [Width], of content: FigureContent, on map: NetworkMap, _ width: (FigureContent.Line) -> Width?,
    sign: (Width, Family, _ isMutual: Bool, _ isUnclear: Bool) -> Entry.Sign,
    text: (Width, _ isOnlyFamily: Bool) -> String
  ) -> [Entry] {
    let families = map.legend.families.values.filter { family in content.lines.contains { $0.family == family.id } }
    let isOnly = families.count == 1
    return families.flatMap { family in
      all.compactMap { one -> Entry? in
        let lines = content.lines.filter { $0.family == family.id && width($0) == one }
        if lines.isEmpty { return nil }
        return Entry(
          sign: sign(one, family, lines.allSatisfy(\.isMutual), lines.allSatisfy(\.isUnclear)),
          text: (isOnly ? "" : "\(family.name): ") + text(one, isOnly))
      }
    }
  }

  private static func signs(of content: FigureContent) -> [Entry] {
    let standings = Set(content.actors.compactMap { content.standings[$0.id] })
    var entries: [Entry] = []
    if standings.contains(.missing) {
      entries.append(Entry(sign: .node(.missing), text: say("Actor that is expected and missing")))
    }
    if !content.missing.isEmpty {
      entries.append(Entry(sign: .missing, text: say("Connection or route that is expected and missing")))
    }
    if standings.contains(.bearing) {
      entries.append(Entry(sign: .node(.bearing), text: say("Others hang on this actor alone")))
    }
    return entries
  }

  private init(
    roles: [Role], sectors: [Sector], lines: [Entry.Sign], bands: [Entry],
    frequencies: [Entry], marks: [String], gaps: [Entry], more: [Part]
  ) {
    let tellsRelations = lines.contains { if case .relation = $0 { true } else { false } }
    let entries = [
      Part(
        id: "roles", heading: say("Shape: main role in the programme"),
        entries: roles.map { Entry(sign: .role($0.shape), text: $0.name, definition: $0.definition) }),
      Part(
        id: "sectors", heading: say("Colour: sector"), entries: sectors.map { Entry(sign: .sector($0), text: $0.name) }),
      Part(
        id: "lines", heading: tellsRelations ? say("Line: relation") : say("Line: kind of connection"),
        entries: lines.map { Entry(sign: $0, text: Self.meaning(of: $0)) }),
      Part(id: "bands", heading: say("Width: cases counted"), entries: bands),
      Part(id: "frequencies", heading: say("Width: how often it is said to be so"), entries: frequencies),
      Part(
        id: "marks", heading: say("Mark: plays further roles"),
        entries: marks.map { Entry(sign: .mark(Self.mark), text: $0) }),
      Part(id: "gaps", heading: say("Gaps"), entries: gaps),
    ]
    self.init(parts: entries + more)
  }

  /// A legend of given parts; those without entries are left out.
  package init(parts: [Part]) { self.parts = parts.filter { !$0.entries.isEmpty } }

  static func meaning(of sign: Entry.Sign) -> String {
    if case .relation(_, let relation, let family, let isUnclear) = sign {
      let kind = relation.isDirected ? family.name.insideSentence : say("\(family.name.insideSentence), mutual")
      let name = "\(relation.label) (\(kind))"
      return isUnclear ? say("\(name), where the evidence is not clear") : name
    }
    guard case .line(let family, let isMutual, let isUnclear, let standing, _) = sign else { return "" }
    let name = isMutual ? say("\(family.name), mutual") : family.name
    if isUnclear { return say("\(name), where the evidence is not clear") + standing.place }
    return name + (isMutual || family.direction.isEmpty ? "" : ", \(family.direction)") + standing.place
  }
}

extension LineStanding {
  /// Where a line is, in figures of what differs between two sides.
  fileprivate var place: String {
    switch self {
    case .plain, .missing: ""
    case .common: ": in both"
    case .mixed: ": in both, not alike"
    case .onlyFirst: ": in A only"
    case .onlySecond: ": in B only"
    }
  }
}

package import MapModel
import OrderedCollections

/// The key of a figure: only what the figure shows, always in the order of the map's legend.
package struct FigureLegend: Sendable {
  /// A sign with its meaning.
  package struct Entry: Sendable {
    package enum Sign: Sendable {
      case role(Role.Shape)
      case sector(Sector)
      case line(Relation.Family, isUnclear: Bool, LineStanding)
      case band(CaseBand)
      case frequency(SaidFrequency)
      case mark(String)
      case node(ActorStanding)
      case missing
      case badge(BadgeContent)
      case actor(MapActor, Legend, ActorStanding, String)
      case presence(Presence)
    }

    package var sign: Sign
    package var text: String

    package init(sign: Sign, text: String) { (self.sign, self.text) = (sign, text) }
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
    self.init(
      roles: map.legend.roles.values.filter { roles.contains($0.id) },
      sectors: map.legend.sectors.values.filter { sectors.contains($0.id) },
      lines: Relation.Family.allCases.flatMap { family in
        [false, true].flatMap { isUnclear in
          LineStanding.allCases.compactMap { standing in
            content.lines.contains { ($0.family, $0.isUnclear, $0.standing) == (family, isUnclear, standing) }
              ? .line(family, isUnclear: isUnclear, standing) : nil
          }
        }
      },
      bands: CaseBand.allCases.filter { band in content.lines.contains { $0.band == band } },
      frequencies: SaidFrequency.all.filter { often in content.lines.contains { $0.frequency == often } },
      marks: content.actors.filter { !$0.otherRoles.isEmpty }.map { actor in
        let others = actor.otherRoles.compactMap { map.legend.roles[$0]?.name }
        return "\(actor.shortName) also: \(others.joined(separator: ", "))"
      }, gaps: Self.signs(of: content), more: content.legendParts)
  }

  private static func signs(of content: FigureContent) -> [Entry] {
    let standings = Set(content.actors.compactMap { content.standings[$0.id] })
    var entries: [Entry] = []
    if standings.contains(.missing) {
      entries.append(Entry(sign: .node(.missing), text: "Actor that is expected and missing"))
    }
    if !content.missing.isEmpty {
      entries.append(Entry(sign: .missing, text: "Connection or route that is expected and missing"))
    }
    if standings.contains(.bearing) {
      entries.append(Entry(sign: .node(.bearing), text: "Others hang on this actor alone"))
    }
    return entries
  }

  private init(
    roles: [Role], sectors: [Sector], lines: [Entry.Sign], bands: [CaseBand],
    frequencies: [SaidFrequency], marks: [String], gaps: [Entry], more: [Part]
  ) {
    let entries = [
      Part(
        id: "roles", heading: "Shape: main role in the programme",
        entries: roles.map { Entry(sign: .role($0.shape), text: $0.name) }),
      Part(
        id: "sectors", heading: "Colour: sector", entries: sectors.map { Entry(sign: .sector($0), text: $0.name) }),
      Part(
        id: "lines", heading: "Line: kind of connection",
        entries: lines.map { Entry(sign: $0, text: Self.meaning(of: $0)) }),
      Part(
        id: "bands", heading: "Width: cases counted",
        entries: bands.map { Entry(sign: .band($0), text: $0.text) }),
      Part(
        id: "frequencies", heading: "Width: how often it is said to be so",
        entries: frequencies.map { Entry(sign: .frequency($0), text: $0.meaning) }),
      Part(
        id: "marks", heading: "Mark: plays further roles",
        entries: marks.map { Entry(sign: .mark(Self.mark), text: $0) }),
      Part(id: "gaps", heading: "Gaps", entries: gaps),
    ]
    self.init(parts: entries + more)
  }

  /// A legend of given parts; those without entries are left out.
  package init(parts: [Part]) { self.parts = parts.filter { !$0.entries.isEmpty } }

  private static func meaning(of sign: Entry.Sign) -> String {
    guard case .line(let family, let isUnclear, let standing) = sign else { return "" }
    let kind =
      switch (family, isUnclear) {
      case (.support, false): "Support, towards the people supported"
      case (.support, true): "Support, where the evidence is not clear"
      case (.coordination, false): "Coordination, from the one who acts"
      case (.coordination, true): "Coordination, where the evidence is not clear"
      }
    return kind + standing.place
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

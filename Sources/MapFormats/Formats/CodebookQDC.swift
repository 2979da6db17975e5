import MapDisclosure
import MapModel
import MapReports
import OrderedCollections
import Tabular
import XML

/// The map's own vocabulary as a REFI-QDA codebook, for those who code interviews: each code says in the map's words what it
/// means, so that a project coded with it is read without a list of codes in `map.yaml`.
struct CodebookQDC {
  /// A code with those under it.
  private struct Code {
    var name: String
    var description = ""
    var isCodable = true
    var color: String?
    var codes: [Code] = []
  }

  private let map: NetworkMap
  private let actorNames: NameIndex<MapActor.ID>

  init(of published: PublishedMap) { (map, actorNames) = (published.map, published.map.actorNames) }

  /// The codebook as XML; the same names always have the same identifiers.
  var document: String {
    XMLTree(
      "CodeBook", [.init("xmlns", "urn:QDA-XML:codebook:1.0"), .init("origin", "netmap")],
      [.element(XMLTree("Codes", [], headings.map { .element(Self.element($0, under: "")) }))]
    ).document
  }

  private var headings: [Code] {
    var headings: [Code] = []
    for kind in CodeKind.allCases {
      let codes = codes(of: kind)
      if !codes.isEmpty {
        headings.append(Code(name: kind.heading, description: Self.advice(kind), isCodable: false, codes: codes))
      }
    }
    return headings
  }

  private static func advice(_ kind: CodeKind) -> String {
    switch kind {
    case .actor:
      "Who is named in a passage. Code the passage with its actors and one relation; overlapping codes are put together."
    case .from: "Who does it, where the actors and the relation alone do not say who is the source."
    case .to: "To whom it is done, where the actors and the relation alone do not say who is the target."
    case .relation: "What connects the actors of the passage."
    case .stance: "Whether the passage says that the connection is there. Without such a code it is taken to be there."
    case .frequency: "How often it is so, if the passage says it."
    case .attribution: "What the connection owes to the programme, if the passage says it."
    case .area: "Where it is so, if that is not the place of the interview."
    case .period: "When it was so, if that is not the time of the interview."
    case .informant: "Who speaks, if that is not the group of the interview."
    }
  }

  private func codes(of kind: CodeKind) -> [Code] {
    switch kind {
    case .actor:
      return map.actors.values.map { actor in
        let role = map.legend.roles[actor.role]?.name ?? actor.role.rawValue
        let aliases = actor.aliases.isEmpty ? "" : " Also called: \(actor.aliases.joined(separator: ", "))."
        let text = [actor.description, "\(role).\(aliases)"].filter { !$0.isEmpty }.joined(separator: " ")
        return Code(
          name: kind.code(of: name(actor)), description: text, color: map.legend.sectors[actor.sector]?.fill.description
        )
      }
    case .from, .to:
      // Where all relations are mutual, nobody is the source.
      guard map.relations.values.contains(where: \.isDirected) else { return [] }
      return map.actors.values.map { Code(name: kind.code(of: name($0))) }
    case .relation: return relations
    case .stance:
      return Stance.allCases.map { stance in
        let text =
          switch stance {
          case .present: "The passage says that the connection is there."
          case .absent: "The passage says that there is no such connection."
          case .unclear: "The passage leaves it unclear whether the connection is there."
          }
        return Code(name: kind.code(of: stance.rawValue), description: text)
      }
    case .frequency:
      return Frequency.allCases.map {
        Code(name: kind.code(of: $0.rawValue), description: "It is so \($0.adverb).")
      }
    case .attribution:
      return Attribution.allCases.map {
        Code(name: kind.code(of: $0.rawValue), description: "The passage speaks of \($0.subject).")
      }
    case .area:
      let index = map.areaNames
      return map.areas.values.map {
        Code(name: kind.code(of: Self.name($0.name, or: $0.id.rawValue, index[$0.name] == $0.id)))
      }
    case .period: return map.periods.map { Code(name: kind.code(of: $0.name)) }
    case .informant:
      let index = map.informantNames
      return map.informants.values.map {
        Code(name: kind.code(of: Self.name($0.name, or: $0.id.rawValue, index[$0.name] == $0.id)))
      }
    }
  }

  /// The relations under their families.
  private var relations: [Code] {
    let index = map.relationNames
    return map.legend.families.values.compactMap { family in
      let codes = map.relations.values.filter { $0.family == family.id }.map { relation in
        Code(
          name: CodeKind.relation.code(
            of: Self.name(relation.label, or: relation.id.rawValue, index[relation.label] == relation.id)),
          description: relation.isDirected ? "The source \(relation.label) the target." : "It runs both ways.")
      }
      return codes.isEmpty ? nil : Code(name: family.name, isCodable: false, codes: codes)
    }
  }

  private func name(_ actor: MapActor) -> String {
    Self.name(actor.name, or: actor.id.rawValue, actorNames[actor.name] == actor.id)
  }

  /// A name by which evidence finds what is meant: the id where the name stands for something else, or looks like several
  /// codes or a path of them.
  private static func name(_ name: String, or id: String, _ isFound: Bool) -> String {
    let isPlain = !["\\", "::", " > ", ";", "\n"].contains { name.contains($0) }
    return isFound && isPlain ? name : id
  }

  private static func element(_ code: Code, under path: String) -> XMLTree {
    let path = path.isEmpty ? code.name : "\(path) > \(code.name)"
    var attributes: [XMLTree.Attribute] = [
      .init("guid", identifier(of: path)), .init("name", code.name),
      .init("isCodable", code.isCodable ? "true" : "false"),
    ]
    if let color = code.color { attributes.append(.init("color", color)) }
    let description: [XMLTree.Child] =
      code.description.isEmpty ? [] : [.element(XMLTree("Description", [], [.text(code.description)]))]
    return XMLTree("Code", attributes, description + code.codes.map { .element(element($0, under: path)) })
  }

  /// An identifier made of a path (RFC 9562, version 8), so that tools know the code again when the codebook is written anew.
  private static func identifier(of path: String) -> String {
    var bytes = Array(SHA256.digest(of: Array("netmap code \(path)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(bytes.hexadecimal.utf8)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
    return parts.joined(separator: "-")
  }
}

extension MapFormat {
  /// The map's words as a codebook for coding tools.
  static let codebook = MapFormat(
    "qdc",
    summary:
      "a codebook in the map's own words, which coding tools import (REFI-QDA), so that what is coded with it fits the map",
    fileExtension: "qdc",
    losses: ["connections and their evidence", "fieldwork, expectations and claims", "figures and places"]
  ) { published, _ in
    CodebookQDC(of: published).document
  }
}

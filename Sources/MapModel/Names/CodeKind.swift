/// What a code of a coding tool can say of the map in its own words, as in `actor: GPs` or `stance: absent`.
package enum CodeKind: String, CaseIterable, Sendable {
  case actor, from, to, relation, stance, frequency, attribution, area, period, informant

  /// What stands together under one heading of a codebook.
  package var heading: String {
    switch self {
    case .actor: "Actors"
    case .from: "Actors as sources"
    case .to: "Actors as targets"
    case .relation: "Relations"
    case .stance: "Stances"
    case .frequency: "Frequencies"
    case .attribution: "Attributions"
    case .area: "Areas"
    case .period: "Periods"
    case .informant: "Informants"
    }
  }

  /// The code that says this of something.
  package func code(of name: String) -> String { "\(rawValue): \(name)" }

  /// The kind of a code, and what it says it of; `nil` if the code does not start as these do.
  package static func parts(of code: String) -> (kind: CodeKind, name: String)? {
    guard let colon = code.firstIndex(of: ":"),
      let kind = CodeKind(rawValue: NameFolding.folded(String(code[..<colon])))
    else { return nil }
    let name = String(code[code.index(after: colon)...]).trimmingWhitespace
    return name.isEmpty ? nil : (kind, name)
  }
}

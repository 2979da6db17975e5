import MapModel
import YAML

extension DefinitionReader {
  /// Reads a step of the theory of change; claims stand above it.
  mutating func readTheoryStep(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .theory),
      let id: TheoryStep.ID = yaml.identifier(fields, "id")
    else { return }
    let words = yaml.prose(fields, "words", isRequired: true)
    let claims = yaml.texts(fields, "claims").compactMap { text, node -> Claim.ID? in
      // A claim that is there and has errors was reported where it stands.
      if let id = Claim.ID(text), claimNames.contains(text) { return definition.claimPlaces[id] == nil ? nil : id }
      let known = NameIndex(claimNames.sorted())
      reportUnknown("claim", text, node) { _ in known.suggestion(for: text) }
      return nil
    }
    guard !isTaken(id, "step of the theory", fields), let words else { return }
    if let twice = claims.first(where: { claim in claims.count { $0 == claim } > 1 }) {
      yaml.report(
        fields.values["claims"], .duplicateID, "The step names the claim \"\(twice)\" twice; delete one")
      return
    }
    take(id, "step of the theory")
    definition.theory.append(
      TheoryStep(id, words: words, reference: yaml.prose(fields, "reference") ?? "", claims: claims))
  }
}

extension NameIndex<String> {
  /// An index of names that stand for themselves.
  fileprivate init(_ names: some Sequence<String>) {
    self.init()
    for name in names { add(name, for: name) }
  }
}

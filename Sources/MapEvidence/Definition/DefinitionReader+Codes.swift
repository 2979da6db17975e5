import MapModel
import YAML

extension DefinitionReader {
  /// Reads what the codes of a coding tool mean.
  mutating func readCodes(_ fields: YAMLReader.Fields) {
    for node in yaml.list(fields, "codes") { readCode(node) }
  }

  private mutating func readCode(_ node: YAMLNode) {
    guard
      let fields = fields(of: node, in: .codes),
      let code = yaml.text(fields, "code", isRequired: true)
    else { return }
    var meaning = Codebook.Meaning()
    meaning.source = entity(fields, "from", "actor", definition.actorNames)
    meaning.target = entity(fields, "to", "actor", definition.actorNames)
    meaning.relation = entity(fields, "relation", "relation", definition.relationNames)
    meaning.actor = entity(fields, "actor", "actor", definition.actorNames)
    meaning.end = yaml.choice(fields, "as")
    meaning.stance = yaml.choice(fields, "stance")
    meaning.frequency = yaml.choice(fields, "frequency")
    meaning.attribution = yaml.choice(fields, "attribution")
    meaning.area = entity(fields, "area", "area", definition.areaNames)
    meaning.period = period(fields, "period")
    meaning.informant = entity(fields, "informant", "informant group", definition.informantNames)
    let isIgnored = yaml.flag(fields, "ignore")
    if !isIgnored, fields.values.count == 1 {
      yaml.report(
        node, .missingKey,
        "The code says nothing; give it `actor:`, `relation:`, `from:` and `to:`, `stance:`, `area:`, `period:` or `ignore:"
          + " true`")
    }
    if meaning.relation == nil, fields.has("from") || fields.has("to") {
      yaml.report(node, .missingKey, "A code with `from:` or `to:` needs a `relation:`; an actor alone is `actor:`")
    }
    if meaning.actor == nil, fields.has("as") {
      yaml.report(fields.values["as"], .missingKey, "`as:` says at which end an `actor:` stands; there is none")
    }
    if !definition.codebook.add(code, meaning) {
      yaml.report(
        fields.values["code"], .duplicateID, "The code \(code.quotedInMessage) already has a meaning; delete one")
    }
  }

  /// Reads who coded, and what they read without coding anything.
  mutating func readCoder(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .coders),
      let name = yaml.prose(fields, "name", isRequired: true)
    else { return }
    if definition.coderPlaces[name] != nil || definition.coderNames.add(name, for: name) != nil {
      yaml.report(fields.values["name"], .duplicateID, "This coder is listed already; delete one of the two")
      return
    }
    definition.coderPlaces[name] = yaml.place(of: fields.node)
    definition.coders.append(Coder(name, documents: yaml.proses(fields, "documents")))
  }

  /// Reads where and with whom interviews were held.
  mutating func readDocuments(_ fields: YAMLReader.Fields) {
    for node in yaml.list(fields, "documents") {
      guard let document = self.fields(of: node, in: .documents),
        let name = yaml.text(document, "document", isRequired: true)
      else { continue }
      definition.codebook.documents.append(
        .init(
          pattern: NamePattern(name), area: entity(document, "area", "area", definition.areaNames),
          period: period(document, "period"),
          informant: entity(document, "informant", "informant group", definition.informantNames)))
    }
  }

  private mutating func entity<ID>(
    _ fields: YAMLReader.Fields, _ key: String, _ kind: String, _ index: NameIndex<ID>
  ) -> ID? {
    guard let text = yaml.text(fields, key) else { return nil }
    if let id = index[text] { return id }
    reportUnknown(
      kind.replacing(" ", with: "-"), text, fields.values[key]
    ) { _ in index.suggestion(for: text) }
    return nil
  }
}

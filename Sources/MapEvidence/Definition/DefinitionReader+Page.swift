import MapModel
import YAML

extension DefinitionReader {
  /// Reads under `page:` how the interactive page is told; figures and claims stand above it.
  mutating func readPage(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["page"], let page = yaml.fields(of: node, as: "`page`", keys: DefinitionKeys.page)
    else {
      return
    }
    for step in yaml.list(page, "steps") { readStep(step) }
    readWords(page)
  }

  /// Reads a step of a talk. What its view names must be on the map, else the talk would show something else.
  private mutating func readStep(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .steps) else { return }
    guard let text = yaml.prose(fields, "text", isRequired: true) else { return }
    var step = PageStep(text, view: yaml.text(fields, "view") ?? "")
    // Who copies a link may copy all of it.
    if let mark = step.view.firstIndex(of: "#") { step.view = String(step.view[step.view.index(after: mark)...]) }
    for (key, value) in step.parts {
      guard PageStep.keys.contains(key) else {
        yaml.report(
          fields.values["view"], .unknownValue,
          "The view of a step says \(key.quotedInMessage), which is no part of a page's address; it should be what stands"
            + " behind the # in the address of the page, such as `area=...&actor=...`")
        return
      }
      if !isKnown(value, as: key) {
        yaml.report(
          fields.values["view"], .unknownValue,
          "The view of a step names the \(Self.kind(of: key)) \(value.quotedInMessage), which the map does not have; copy"
            + " the address of the page once more, or mend the id")
        return
      }
    }
    definition.pageSteps.append(step)
  }

  private static func kind(of key: String) -> String {
    switch key {
    case "area", "with": "area"
    case "period", "versus": "period"
    case "view": "figure"
    case "claim": "claim"
    case "relation": "relation"
    case "closed", "opened": "group"
    default: "actor"
    }
  }

  /// Whether the map has what a view names; of what is made of several ids the page itself judges.
  private func isKnown(_ value: String, as key: String) -> Bool {
    switch key {
    case "period", "versus": Int(value).map { (1...max(1, definition.periods.count)).contains($0) } ?? false
    case "area", "with": definition.areas.contains { $0.id.rawValue == value }
    case "actor", "from", "to": definition.actors.contains { $0.id.rawValue == value }
    case "view": definition.figures.contains { $0.id.rawValue == value }
    case "claim": definition.claims.contains { $0.id.rawValue == value }
    case "relation": definition.relations.contains { $0.id.rawValue == value }
    case "closed", "opened":
      value == "*"
        || value.split(separator: ".").allSatisfy { id in
          definition.actors.contains { $0.group?.rawValue == String(id) }
        }
    default: true
    }
  }
}

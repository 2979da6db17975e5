import MapModel
import YAML

extension DefinitionReader {
  /// What figures that no map defines are called, or begin with.
  private static let figuresOfCommands = ["network-map", "around-", "gaps", "comparison"]

  /// Reads where an actor stands in figures.
  mutating func readPosition(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .positions), yaml.text(fields, "actor", isRequired: true) != nil,
      let actor = actors(fields, "actor").first
    else { return }
    var figure: FigureDefinition.ID?
    if let text = yaml.text(fields, "figure") {
      let defined = definition.figures.first { $0.id.rawValue == text || $0.number == text }?.id
      figure = defined ?? FigureDefinition.ID(text).flatMap { isOfCommand(text) ? $0 : nil }
      if figure == nil {
        yaml.report(
          fields.values["figure"], .unknownValue,
          "There is no figure \(text.quotedInMessage) in map.yaml; `figure` is an id or a number of one, or is left out for"
            + " all")
        return
      }
    }
    guard let x = distance(fields, "x"), let y = distance(fields, "y") else { return }
    if definition.positions.contains(where: { $0.actor == actor && $0.figure == figure }) {
      yaml.report(
        fields.values["actor"], .duplicateID,
        "The actor has a position \(figure == nil ? "for all figures" : "in that figure") already; delete one of the two"
      )
      return
    }
    definition.positions.append(ActorPosition(actor, x: x, y: y, in: figure))
  }

  private func isOfCommand(_ figure: String) -> Bool { Self.figuresOfCommands.contains(where: figure.hasPrefix) }

  private mutating func distance(_ fields: YAMLReader.Fields, _ key: String) -> Double? {
    guard let text = yaml.text(fields, key, isRequired: true) else { return nil }
    // "inf" and "nan" are numbers to Swift.
    if let value = Double(text), ActorPosition.range.contains(value) { return value }
    let most = Int(ActorPosition.range.upperBound)
    yaml.report(
      fields.values[key], .unknownValue,
      "`\(key)` of \(fields.what) is \(text.quotedInMessage); it should be a number of mm from -\(most) to \(most), without"
        + " the unit")
    return nil
  }
}

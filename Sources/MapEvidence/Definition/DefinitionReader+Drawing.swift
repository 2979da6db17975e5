import MapModel
import YAML

extension DefinitionReader {
  /// Reads under `drawing:` how large figures are drawn, and what stands beside the network.
  /// - Parameter keys: what can be said there.
  mutating func readDrawing(_ fields: YAMLReader.Fields, keys: [String]) -> DrawingSettings {
    guard let node = fields.values["drawing"], let drawing = yaml.fields(of: node, as: "`drawing`", keys: keys)
    else { return DrawingSettings() }
    var settings = DrawingSettings()
    settings.legend = yaml.choice(drawing, "legend")
    if drawing.has("title") { settings.showsTitle = yaml.flag(drawing, "title") }
    settings.width = length(drawing, "width", in: DrawingSettings.sides, "mm")
    settings.height = length(drawing, "height", in: DrawingSettings.sides, "mm")
    settings.textSize = length(drawing, "text", in: DrawingSettings.textSizes, "points")
    return settings
  }

  private mutating func length(
    _ fields: YAMLReader.Fields, _ key: String, in range: ClosedRange<Double>, _ unit: String
  ) -> Double? {
    guard let text = yaml.text(fields, key) else { return nil }
    // "inf" and "nan" are numbers to Swift.
    if let value = Double(text), range.contains(value) { return value }
    yaml.report(
      fields.values[key], .unknownValue,
      "`\(key)` of `drawing` is \(text.quotedInMessage); it should be a number of \(unit) from \(Int(range.lowerBound)) to"
        + " \(Int(range.upperBound)), without the unit")
    return nil
  }
}

import MapModel
import YAML

extension DefinitionReader {
  /// Reads a section of the chapter; figures stand above it.
  mutating func readReportSection(_ node: YAMLNode) {
    guard let fields = fields(of: node, in: .report) else { return }
    let content: ReportSection.Content? = yaml.choice(fields, "section", isRequired: true)
    let (title, words) = (yaml.prose(fields, "title") ?? "", yaml.prose(fields, "words") ?? "")
    let figures = yaml.texts(fields, "figures").compactMap { text, node -> FigureDefinition.ID? in
      // A figure can be named by its number, which is what its author knows.
      if let found = definition.figures.first(where: { $0.id.rawValue == text })
        ?? definition.figures.first(where: { $0.number == text })
      {
        return found.id
      }
      var known = NameIndex<String>()
      for figure in definition.figures { known.add(figure.id.rawValue, for: figure.id.rawValue) }
      reportUnknown("figure", text, node) { _ in known.suggestion(for: text) }
      return nil
    }
    guard let content else { return }
    if content != .figures, content != .map, !figures.isEmpty {
      yaml.report(
        fields.values["figures"], .unusedKey,
        "A section of \(content.rawValue) shows no figures of the map; list them in a section of `figures` or `map`")
      return
    }
    if content == .words, words.isEmpty {
      yaml.report(fields.node, .missingKey, "A section of the author's own words needs `words`")
      return
    }
    definition.report.append(ReportSection(content, title: title, words: words, figures: figures))
  }
}

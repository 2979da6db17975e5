import MapModel
import Yams

extension DefinitionReader {
  /// Reads which files hold the evidence and what they call their columns.
  mutating func readFiles(_ fields: YAMLReader.Fields) {
    if let node = fields.values["interviews"],
      let file = readFile(node, "`interviews`", StatementReader.columns, isOfCounts: false)
    {
      definition.interviews = file
    }
    if let node = fields.values["fieldwork"],
      let file = readFile(node, "`fieldwork`", FieldworkReader.columns, isOfCounts: false)
    {
      definition.fieldwork = file
    }
    for node in yaml.list(fields, "mi") {
      if let file = readFile(node, "an item of `mi`", CountReader.columns, isOfCounts: true) {
        definition.counts.append(file)
      }
    }
  }

  private mutating func readFile(
    _ node: Node, _ what: String, _ columns: [EvidenceTable.Column], isOfCounts: Bool
  ) -> MapDefinition.EvidenceFile? {
    guard
      let fields = yaml.fields(
        of: node, as: what, keys: isOfCounts ? ["file", "columns", "cases"] : ["file", "columns"]),
      let name = yaml.text(fields, "file", isRequired: true)
    else { return nil }
    if name.hasPrefix("/") || name.split(separator: "/").contains("..") || name.contains("\\") {
      yaml.report(
        fields.values["file"], "outside-folder",
        "\(name.quotedInMessage) lies outside the map folder; copy the file into the folder and give its name")
      return nil
    }
    var file = MapDefinition.EvidenceFile(name: name)
    if isOfCounts { file.caseMeasures = Set(texts(fields, "cases")) }
    if let node = fields.values["columns"],
      let names = yaml.fields(of: node, as: "`columns` of \(what)", keys: columns.map(\.name))
    {
      for column in columns {
        if let given = yaml.text(names, column.name) { file.columns[column.name] = given }
      }
    }
    return file
  }
}

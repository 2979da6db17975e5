import MapModel
import YAML

extension DefinitionReader {
  /// Reads which files hold the evidence and what they call their columns.
  mutating func readFiles(_ fields: YAMLReader.Fields) {
    if let node = fields.values["interviews"] { readInterviews(node) }
    if let node = fields.values["codings"] { definition.codings = readFile(node, "`codings`", CodingReader.columns) }
    if let node = fields.values["fieldwork"],
      let file = readFile(node, "`fieldwork`", FieldworkReader.columns)
    {
      definition.fieldwork = file
    }
    if let node = fields.values["outcomes"], let file = readFile(node, "`outcomes`", OutcomeReader.columns) {
      definition.outcomes = file
    }
    for node in yaml.list(fields, "mi") { readMI(node) }
    readComparison(fields)
  }

  /// Interviews are coded as statements, or as segments whose codes the codebook explains.
  private mutating func readInterviews(_ node: YAMLNode) {
    guard let fields = yaml.fields(of: node, as: "`interviews`", keys: ["file", "columns", "documents"]),
      let name = fileName(fields, "file")
    else { return }
    let columns = definition.codebook.isEmpty ? StatementReader.columns : CodedSegmentReader.columns
    definition.interviews = MapDefinition.EvidenceFile(name: name)
    definition.interviews.columns = columnNames(fields, columns.map(\.name))
    readDocuments(fields)
  }

  /// An item of `mi` with rules holds a row for each referral; without, a number in each row.
  private mutating func readMI(_ node: YAMLNode) {
    let what = "an item of `mi`"
    guard node["rules"] != nil else {
      guard let fields = yaml.fields(of: node, as: what, keys: ["file", "columns", "cases"]),
        let name = fileName(fields, "file")
      else { return }
      var file = MapDefinition.EvidenceFile(name: name)
      let measures = texts(fields, "cases")
      // A list without items says that none does.
      if !measures.isEmpty || fields.values["cases"]?.sequence != nil { file.caseMeasures = measures }
      file.columns = columnNames(fields, CountReader.columns.map(\.name))
      definition.counts.append(file)
      return
    }
    guard let fields = yaml.fields(of: node, as: what, keys: ["file", "files"] + Self.caseKeys) else { return }
    let names = yaml.texts(fields, "files").compactMap { name(ofFile: $0.text, $0.node) }
    if let name = names.isEmpty ? fileName(fields, "file") : nil {
      readCaseFiles(fields, names: [name])
    } else if !names.isEmpty {
      readCaseFiles(fields, names: names)
    }
  }

  /// Reads by what counts are divided when areas are compared.
  private mutating func readComparison(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["comparison"],
      let comparison = yaml.fields(of: node, as: "`comparison`", keys: ["per"])
    else { return }
    for node in yaml.list(comparison, "per") {
      guard let base = self.fields(of: node, in: .bases),
        let measure = yaml.text(base, "measure", isRequired: true)
      else { continue }
      definition.countBases.append(CountBase(measure: measure, name: yaml.prose(base, "name") ?? measure))
    }
  }

  private mutating func readFile(
    _ node: YAMLNode, _ what: String, _ columns: [EvidenceTable.Column]
  ) -> MapDefinition.EvidenceFile? {
    guard let fields = yaml.fields(of: node, as: what, keys: ["file", "columns"]), let name = fileName(fields, "file")
    else { return nil }
    var file = MapDefinition.EvidenceFile(name: name)
    file.columns = columnNames(fields, columns.map(\.name))
    return file
  }

  mutating func fileName(_ fields: YAMLReader.Fields, _ key: String) -> String? {
    yaml.text(fields, key, isRequired: true).flatMap { name(ofFile: $0, fields.values[key]) }
  }

  private mutating func name(ofFile name: String, _ node: YAMLNode?) -> String? {
    definition.mentionedFiles.append(name)
    if name.hasPrefix("/") || name.split(separator: "/").contains("..") || name.contains("\\") {
      yaml.report(
        node, .outsideFolder,
        "\(name.quotedInMessage) lies outside the map folder; copy the file into the folder and give its name")
      return nil
    }
    return name
  }

  mutating func columnNames(_ fields: YAMLReader.Fields, _ columns: [String]) -> [String: String] {
    guard let node = fields.values["columns"],
      let names = yaml.fields(of: node, as: "`columns` of \(fields.what)", keys: columns)
    else { return [:] }
    var given: [String: String] = [:]
    for column in columns { given[column] = yaml.text(names, column) }
    return given
  }
}

import MapModel
import YAML

extension DefinitionReader {
  /// Reads which files hold the evidence and what they call their columns.
  mutating func readFiles(_ fields: YAMLReader.Fields) {
    readFolders(fields)
    if let node = fields.values["interviews"] { readInterviews(node) }
    if let node = fields.values["codings"] { definition.codings = readFile(node, "`codings`", CodingReader.columns) }
    if let node = fields.values["fieldwork"] {
      let files = files(node, "`fieldwork`", FieldworkReader.columns)
      if !files.isEmpty { definition.fieldwork = files }
    }
    if let node = fields.values["outcomes"], let file = readFile(node, "`outcomes`", OutcomeReader.columns) {
      definition.outcomes = file
    }
    for node in yaml.list(fields, "mi") { readMI(node) }
    readComparison(fields)
  }

  /// Interviews are coded as statements, or as segments whose codes the codebook explains.
  private mutating func readInterviews(_ node: YAMLNode) {
    let isCoded = !definition.codebook.isEmpty || Self.namesProject(node)
    let columns = isCoded ? CodedSegmentReader.columns : StatementReader.columns
    let files = files(node, "`interviews`", columns, others: ["documents"])
    if !files.isEmpty { definition.interviews = files }
    if node.mapping != nil { readDocuments(yaml.knownFields(of: node)) }
  }

  /// Whether the project of a coding tool is among the files that a node names.
  private static func namesProject(_ node: YAMLNode) -> Bool {
    if let scalar = node.scalar { return QDAProject.isName(ofFile: scalar.string.trimmingWhitespace) }
    return (node.sequence ?? [node["file"], node["files"]].compactMap(\.self)).contains { namesProject($0) }
  }

  /// An item of `mi` with rules holds a row for each referral; without, a number in each row.
  private mutating func readMI(_ node: YAMLNode) {
    let what = "an item of `mi`"
    guard node["rules"] != nil else {
      guard let fields = yaml.fields(of: node, as: what, keys: DefinitionKeys.counts),
        var file = file(fields)
      else { return }
      let measures = texts(fields, "cases")
      // A list without items says that none does.
      if !measures.isEmpty || fields.values["cases"]?.sequence != nil { file.caseMeasures = measures }
      file.columns = columnNames(fields, CountReader.columns.map(\.name))
      definition.counts.append(file)
      return
    }
    if node["query"] != nil {
      guard let fields = yaml.fields(of: node, as: what, keys: DefinitionKeys.queried) else { return }
      if let query = readQuery(fields) {
        readCaseFiles(fields, of: query.tables.map { .init(name: $0.text) }, query: query)
      }
      return
    }
    guard let fields = yaml.fields(of: node, as: what, keys: DefinitionKeys.cases) else { return }
    let files = severalFiles(fields)
    if !files.isEmpty { readCaseFiles(fields, of: files) }
  }

  /// Reads by what counts are divided when areas are compared.
  private mutating func readComparison(_ fields: YAMLReader.Fields) {
    guard let node = fields.values["comparison"],
      let comparison = yaml.fields(of: node, as: "`comparison`", keys: DefinitionKeys.comparison)
    else { return }
    for node in yaml.list(comparison, "per") {
      guard let base = self.fields(of: node, in: .bases),
        let measure = yaml.text(base, "measure", isRequired: true)
      else { continue }
      definition.countBases.append(CountBase(measure: measure, name: yaml.prose(base, "name") ?? measure))
    }
  }

  /// One file: a name, or a mapping that says more of it.
  private mutating func readFile(
    _ node: YAMLNode, _ what: String, _ columns: [EvidenceTable.Column]
  ) -> MapDefinition.EvidenceFile? {
    guard let fields = yaml.fields(of: node, as: what, keys: DefinitionKeys.file), var file = file(fields)
    else { return nil }
    file.columns = columnNames(fields, columns.map(\.name))
    return file
  }

  /// One file or several: `a.csv`, `{file: a.csv}`, `[a.csv, {file: b.xlsx, sheet: Coded}]` or `{files: [...], columns: ...}`.
  /// - Parameter others: the keys that are read elsewhere.
  private mutating func files(
    _ node: YAMLNode, _ what: String, _ columns: [EvidenceTable.Column], others: [String] = []
  ) -> [MapDefinition.EvidenceFile] {
    if node.scalar != nil { return name(ofFile: node).map { [.init(name: $0)] } ?? [] }
    if let items = node.sequence {
      return items.compactMap { item in
        item.scalar == nil
          ? readFile(item, "an item of \(what)", columns) : name(ofFile: item).map { .init(name: $0) }
      }
    }
    guard let fields = yaml.fields(of: node, as: what, keys: ["file", "files", "sheet", "columns"] + others) else {
      return []
    }
    let names = columnNames(fields, columns.map(\.name))
    return severalFiles(fields).map { file in
      var file = file
      if file.columns.isEmpty { file.columns = names }
      return file
    }
  }

  /// The files under `files:`, of which each can have a sheet of its own, or the one under `file:`.
  private mutating func severalFiles(_ fields: YAMLReader.Fields) -> [MapDefinition.EvidenceFile] {
    let sheet = yaml.text(fields, "sheet")
    let found = yaml.list(fields, "files").compactMap { item -> MapDefinition.EvidenceFile? in
      if item.scalar != nil { return name(ofFile: item).map { .init(name: $0, sheet: sheet) } }
      return yaml.fields(of: item, as: "an item of `files`", keys: ["file", "sheet"]).flatMap { file($0) }
    }
    return found.isEmpty ? [file(fields)].compactMap(\.self) : found
  }

  mutating func file(_ fields: YAMLReader.Fields) -> MapDefinition.EvidenceFile? {
    guard yaml.text(fields, "file", isRequired: true) != nil, let node = fields.values["file"],
      let name = name(ofFile: node)
    else { return nil }
    return .init(name: name, sheet: yaml.text(fields, "sheet"))
  }

  /// The name of a file of the map folder, or of one of the folders beside it that the map lists.
  mutating func name(ofFile node: YAMLNode) -> String? {
    guard let name = node.scalar?.string.trimmingWhitespace, !name.isEmpty else { return nil }
    definition.mentionedFiles.append(name)
    if definition.mayRead(name) { return name }
    yaml.report(
      node, .outsideFolder,
      "\(name.quotedInMessage) lies outside the map folder; copy the file into the folder and give its name, or list the"
        + " folder where it is: `folders: [\(MapDefinition.folder(of: name))]`")
    return nil
  }

  /// Reads from which folders beside the map's files may be named.
  private mutating func readFolders(_ fields: YAMLReader.Fields) {
    for (text, node) in yaml.texts(fields, "folders") {
      if text.hasPrefix("/") || text.contains("\\") || text.contains(":") {
        yaml.report(
          node, .outsideFolder,
          "\(text.quotedInMessage) is not a way from the map folder to one beside it, such as `../data`")
      } else {
        definition.folders.append(text)
      }
    }
  }

  mutating func columnNames(_ fields: YAMLReader.Fields, _ columns: [String]) -> [String: String] {
    // Where a cell holds several codes, what stands between them is said with the columns.
    let keys = columns + (columns.contains("code") ? ["separator"] : [])
    guard let node = fields.values["columns"],
      let names = yaml.fields(of: node, as: "`columns` of \(fields.what)", keys: keys)
    else { return [:] }
    var given: [String: String] = [:]
    for key in keys { given[key] = yaml.text(names, key) }
    return given
  }
}

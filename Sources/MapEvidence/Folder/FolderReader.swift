import MapModel
import OrderedCollections
import Tabular
import YAML

/// Reads the files of a map in their order: the definition, then the evidence, of which a map is made in the end.
struct FolderReader {
  private let options: ReadingOptions
  private var files: FolderFiles
  private var usage: [FileUsage] = []

  init(_ files: MapFiles, _ options: ReadingOptions) {
    self.options = options
    self.files = FolderFiles(files, takesDigests: options.takesDigests)
  }

  /// What evidence says, before it is on a map.
  private struct Evidence {
    var fieldwork = Fieldwork()
    var outcomes: [Outcome] = []
    var statements: [(id: Connection.ID, statement: CodedStatement)] = []
    var codings: [Coding] = []
    var counts: [(id: Connection.ID, count: Count)] = []
    /// What each rule of files of cases counted.
    var counted: [OrderedDictionary<Connection.ID, Connection>] = []
  }

  /// Reads everything.
  mutating func read() -> MapReading {
    guard var definition = readDefinition() else {
      return MapReading(
        map: nil, problems: files.problems, inputs: files.inputs, fileNames: [files.files.definitionName])
    }
    let named = [files.files.definitionName] + definition.fileNames
    files.expect(named)
    var rows = EvidenceReader(definition)
    var evidence = readTables(definition, &rows)
    readCases(&definition, &rows, &evidence)
    files.problems += rows.problems + rows.leftOut.problems + nameProblems(of: definition)
    let map = makeMap(of: definition, evidence)
    files.problems = files.problems.map(files.placed)
    if files.files.definitionName != MapFolder.definitionName {
      files.problems = files.problems.map { problem in
        // What is a list of the definition is a sheet there.
        DefinitionList.all.filter { $0.path.count == 1 }.reduce(problem) {
          $0.calling("under `\($1.path[0]):` in \(MapFolder.definitionName)", "on the sheet \($1.sheet)")
        }.calling(MapFolder.definitionName, "the workbook")
      }
    }
    let names = OrderedSet(named + definition.mentionedFiles)
    return MapReading(
      map: map, problems: sortedProblems, inputs: files.inputs, fileNames: Array(names), usage: usage)
  }

  /// The definition of a map alone, and what is wrong with it.
  static func definition(of files: MapFiles) -> (definition: MapDefinition?, problems: [Problem]) {
    var reader = FolderReader(files, ReadingOptions())
    let definition = reader.readDefinition()
    return (definition, reader.files.problems)
  }

  private mutating func readDefinition() -> MapDefinition? {
    let name = files.files.definitionName
    if name != MapFolder.definitionName { return files.definition().flatMap { readWorkbook($0, name) } }
    guard let bytes = files.bytes(of: name, .definition, isDeclared: true) else { return nil }
    let (definition, problems) = DefinitionReader.read(DecodedText(bytes).text, file: name, with: &files)
    files.problems += problems
    return definition
  }

  /// What is wrong with the names of actors where they are drawn.
  private func nameProblems(of definition: MapDefinition) -> [Problem] {
    guard let faults = options.nameFaults else { return [] }
    return definition.actors.flatMap { actor in
      faults(actor.shortName).map { fault in
        let mark = definition.nameNodes[actor.id]?.mark
        return Problem(
          .warning, code: fault.code, file: mark?.table?.label ?? files.files.definitionName, line: mark?.line,
          column: mark?.column, message: fault.message, cause: fault.cause)
      }
    }
  }

  private mutating func readWorkbook(_ book: Workbook, _ name: String) -> MapDefinition? {
    var workbook = WorkbookDefinition(book, file: name)
    let (document, problems) = workbook.read()
    files.problems += problems
    guard let document else { return nil }
    let (definition, others) = DefinitionReader.read(document, file: name)
    files.problems += others
    return definition
  }

  private mutating func table(
    _ file: MapDefinition.EvidenceFile, _ kind: InputFile.Kind, _ columns: [EvidenceTable.Column],
    tools: [ToolHeader] = [], for reader: EvidenceReader
  ) -> EvidenceTable? {
    guard let (source, label) = files.table(file, kind, isWhole: true) else { return nil }
    var table: EvidenceTable
    switch source {
    case .text(let source):
      guard let bytes = try? FileChunks.all(of: source, takesDigest: false).bytes else { return nil }
      table = EvidenceTable(
        bytes, file: label, columns: columns, names: file.columns, tools: tools, problems: &files.problems)
    case .sheet(let sheet, let workbook):
      table = EvidenceTable(
        sheet, of: workbook, file: label, columns: columns, names: file.columns, tools: tools,
        problems: &files.problems)
    }
    table.fillDittoMarks(unless: reader.isName, &files.problems)
    return table
  }

  /// Reads the tables of which each row is a piece of evidence.
  private mutating func readTables(_ definition: MapDefinition, _ rows: inout EvidenceReader) -> Evidence {
    var evidence = Evidence()
    for file in definition.fieldwork {
      guard let table = table(file, .fieldwork, FieldworkReader.columns, for: rows) else { continue }
      evidence.fieldwork.entries += FieldworkReader.read(table, with: &rows).entries
    }
    if let table = table(definition.outcomes, .outcomes, OutcomeReader.columns, for: rows) {
      evidence.outcomes = OutcomeReader.read(table, symbols: definition.symbols, with: &rows)
    }
    for file in definition.interviews { readInterviews(file, definition, &rows, &evidence) }
    if let file = definition.codings, let table = table(file, .interviews, CodingReader.columns, for: rows) {
      evidence.codings += CodingReader.read(table, with: &rows)
    }
    for file in definition.counts {
      guard let table = table(file, .counts, CountReader.columns, for: rows) else { continue }
      evidence.counts += CountReader.read(
        table, caseMeasures: file.caseMeasures, symbols: definition.symbols, with: &rows)
    }
    return evidence
  }

  private mutating func readInterviews(
    _ file: MapDefinition.EvidenceFile, _ definition: MapDefinition, _ rows: inout EvidenceReader,
    _ evidence: inout Evidence
  ) {
    if QDAProject.isName(ofFile: file.name) { return readProject(file, definition, &rows, &evidence) }
    let columns = definition.codebook.isEmpty ? StatementReader.columns : CodedSegmentReader.columns
    guard let table = table(file, .interviews, columns, tools: ToolHeader.all, for: rows) else { return }
    if definition.codebook.isEmpty, !table.isOfTool {
      let statements = StatementReader.read(table, with: &rows)
      rows.take(statements)
      evidence.statements += statements
    } else {
      let reader = CodedSegmentReader(definition, separator: file.columns["separator"] ?? table.separator)
      take(reader.read(table, with: &rows), &rows, &evidence)
    }
  }

  /// Reads a project of a coding tool as the table of its codings.
  private mutating func readProject(
    _ file: MapDefinition.EvidenceFile, _ definition: MapDefinition, _ rows: inout EvidenceReader,
    _ evidence: inout Evidence
  ) {
    guard let source = files.wholeFile(file.name, isDeclared: file.isDeclared) else { return }
    let outer = rows.problems
    rows.problems = []
    defer { rows.problems = outer + QDAProject.problems(rows.problems, in: file.name) }
    do throws(QDAFault) {
      let project = try QDAProject(source)
      let table = try project.table(file: file.name, names: file.columns, &rows.problems)
      var found = CodedSegmentReader(definition).read(table, with: &rows)
      found.usage.notRead.merge(project.notRead) { $0 + $1 }
      take(found, &rows, &evidence)
    } catch { rows.problems.append(Problem(code: .notText, file: file.name, message: error.description)) }
  }

  private mutating func take(
    _ segments: (statements: [(id: Connection.ID, statement: CodedStatement)], codings: [Coding], usage: FileUsage),
    _ rows: inout EvidenceReader, _ evidence: inout Evidence
  ) {
    rows.take(segments.statements)
    evidence.statements += segments.statements
    evidence.codings += segments.codings
    usage.append(segments.usage)
  }

  /// Counts the files of cases; the actors that values become join the definition.
  private mutating func readCases(
    _ definition: inout MapDefinition, _ rows: inout EvidenceReader, _ evidence: inout Evidence
  ) {
    for (index, declared) in definition.caseFiles.enumerated() {
      if declared.query != nil {
        var reader = CaseQueryReader(declared, definition, options)
        let result = reader.read(&files)
        files.problems += reader.problems
        guard let result else { continue }
        definition.actors += result.actors
        evidence.counted += rows.accepted(
          result.connections, of: declared, areAlone: definition.caseFiles.count == 1)
        if index < definition.caseFiles.count - 1 { definition.addNames(of: result.actors) }
        continue
      }
      let tables = declared.files.compactMap { files.table($0, .counts, isWhole: false) }
      guard tables.count == declared.files.count else { continue }
      var cases = declared
      for (place, table) in tables.enumerated() { cases.files[place].name = table.label }
      let sources = tables.map(\.source)
      guard let result = CaseReader(cases, from: sources, definition, options)?.read() else { continue }
      files.note(result.digests)
      files.problems += result.problems
      usage += result.usage
      definition.actors += result.actors
      evidence.counted += rows.accepted(
        result.connections, of: cases, areAlone: definition.caseFiles.count == 1)
      if index < definition.caseFiles.count - 1 { definition.addNames(of: result.actors) }
    }
  }

  private mutating func makeMap(of definition: MapDefinition, _ evidence: Evidence) -> NetworkMap? {
    do throws(MapError) {
      var map = try NetworkMap(
        title: definition.title, source: definition.source, legend: definition.legend, areas: definition.areas,
        relations: definition.relations, informants: definition.informants, fieldwork: evidence.fieldwork,
        actors: definition.actors, figures: definition.figures, disclosure: definition.disclosure)
      let name = files.files.definitionName
      if name != MapFolder.definitionName { map.origin.workbook = name }
      map.drawing = definition.drawing
      map.positions = definition.positions
      map.report = definition.report
      map.claims = definition.claims
      map.theory = definition.theory
      map.pageSteps = definition.pageSteps
      (map.language, map.pageWords) = (definition.language, definition.pageWords)
      map.expectations = definition.expectations
      map.lookedFor = definition.lookedFor
      map.outcomes = evidence.outcomes
      map.countBases = definition.countBases
      (map.codings, map.coders) = (evidence.codings, definition.coders)
      map.periods = definition.periods
      map.measures = definition.measures
      for name in definition.counts.flatMap({ $0.caseMeasures ?? [] }) where !map.caseMeasures.contains(name) {
        map.caseMeasures.append(name)
      }
      for (id, statement) in evidence.statements { try map.merge(Connection(id, statements: [statement])) }
      for (id, count) in evidence.counts { try map.merge(Connection(id, counts: [count])) }
      // A rule's actors that are not on the map were left out; its relations and areas come from the definition.
      for connections in evidence.counted { map.insertChecked(connections) }
      files.problems += map.connectionProblems() + map.additionProblems()
      files.problems += map.fieldworkProblems(
        in: definition.fieldwork.first?.name ?? files.files.definitionName)
      files.problems += map.shareProblems { definition.claimPlaces[$0] }
      files.problems += map.coderProblems(in: files.files.definitionName, places: definition.coderPlaces)
      return map
    } catch {
      files.problems.append(
        Problem(code: .inconsistentMap, file: files.files.definitionName, message: error.description))
      return nil
    }
  }

  /// Problems by file, in the order in which files were read, then by place.
  private var sortedProblems: [Problem] {
    let order = Dictionary(files.inputs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
    return files.problems.enumerated().sorted { left, right in
      func key(_ item: (offset: Int, element: Problem)) -> (Int, String, Int, Int, Int) {
        let problem = item.element
        return (order[problem.file] ?? .max, problem.sheet ?? "", problem.line ?? 0, problem.column ?? 0, item.offset)
      }
      return key(left) < key(right)
    }.map(\.element)
  }
}

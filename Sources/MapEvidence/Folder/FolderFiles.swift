import MapModel
import Tabular
import YAML

/// The files of a map as they are read, each once, with what is wrong with them as files.
struct FolderFiles {
  let files: MapFiles
  let takesDigests: Bool
  private(set) var inputs: [InputFile] = []
  var problems: [Problem] = []
  /// The files that the definition names more than once: their bytes are kept from the first time.
  private var repeated: Set<String> = []
  private var kept: [String: [UInt8]] = [:]
  private var workbooks: [String: EvidenceWorkbook] = [:]
  /// The sheets that were read, by what stands for a sheet in the place of a file's name.
  private var sheets: [String: (file: String, name: String)] = [:]

  init(_ files: MapFiles, takesDigests: Bool) { (self.files, self.takesDigests) = (files, takesDigests) }

  /// Learns which files will be asked for more than once.
  mutating func expect(_ names: [String]) {
    var seen: Set<String> = []
    for name in names.map(MapFiles.normalized) where !seen.insert(name).inserted { repeated.insert(name) }
  }

  /// The bytes of a file; `nil` if it cannot be read, which is then a problem.
  /// - Parameter isDeclared: whether the definition names it, so that it must be there.
  mutating func bytes(of name: String, _ kind: InputFile.Kind, isDeclared: Bool) -> [UInt8]? {
    guard let source = source(of: name, isDeclared: isDeclared) else { return nil }
    do {
      let (bytes, digest) = try FileChunks.all(of: source, takesDigest: takesDigests)
      inputs.append(InputFile(name: name, kind: kind, sha256: digest))
      if repeated.contains(MapFiles.normalized(name)) { kept[MapFiles.normalized(name)] = bytes }
      return bytes
    } catch {
      problems.append(
        Problem(
          code: .unreadableFile, file: name,
          message: "The file cannot be read; check that you may open it, and that it is a file"))
      return nil
    }
  }

  /// Where a file's bytes are that is read as a whole but not as a table; `nil` if it is not there.
  mutating func wholeFile(_ name: String, isDeclared: Bool) -> ByteSource? {
    guard let source = source(of: name, isDeclared: isDeclared) else { return nil }
    note(name, source)
    return source
  }

  /// What a table is read from, and what stands for it in the place of a file's name; `nil` if it is not there.
  /// - Parameter isWhole: whether text is to be in memory as a whole; otherwise it is read part by part later, and its
  ///   digest noted then.
  mutating func table(
    _ file: MapDefinition.EvidenceFile, _ kind: InputFile.Kind, isWhole: Bool
  ) -> (source: EvidenceSource, label: String)? {
    let known = workbooks[MapFiles.normalized(file.name)]
    guard known == nil else { return sheet(of: file, known) }
    guard let source = source(of: file.name, isDeclared: file.isDeclared) else { return nil }
    if SpreadsheetFile.isNamed(file.name) || file.sheet != nil && SpreadsheetFile.isStart(of: source) {
      return sheet(of: file, in: source)
    }
    if let sheet = file.sheet {
      problems.append(
        Problem(
          code: .missingSheet, file: file.name,
          message: "The file is text, which has no sheets; delete `sheet: \(sheet)` in map.yaml, or name the workbook"))
    }
    guard isWhole || repeated.contains(MapFiles.normalized(file.name)) else {
      inputs.append(InputFile(name: file.name, kind: kind))
      return (.text(source), file.name)
    }
    guard let bytes = bytes(of: file.name, kind, isDeclared: file.isDeclared) else { return nil }
    if SpreadsheetFile.isStart(bytes) {
      inputs.removeLast()
      return sheet(of: file, in: .memory(bytes))
    }
    return (.text(.memory(bytes)), file.name)
  }

  private mutating func sheet(
    of file: MapDefinition.EvidenceFile, in source: ByteSource
  ) -> (source: EvidenceSource, label: String)? {
    do throws(WorkbookFault) {
      return sheet(of: file, EvidenceWorkbook(file: file.name, workbook: try Workbook(source)))
    } catch {
      note(file.name, source)
      problems.append(EvidenceTable.problem(of: error, file.name))
      return nil
    }
  }

  private mutating func sheet(
    of file: MapDefinition.EvidenceFile, _ workbook: EvidenceWorkbook?
  ) -> (source: EvidenceSource, label: String)? {
    guard let workbook, let source = files.source(of: file.name) else { return nil }
    if workbooks.updateValue(workbook, forKey: MapFiles.normalized(file.name)) == nil { note(file.name, source) }
    guard let sheet = workbook.sheet(named: file.sheet, &problems) else { return nil }
    let label = YAMLNode.Table(file: file.name, sheet: sheet.name).label
    sheets[label] = (file.name, sheet.name)
    return (.sheet(sheet, of: workbook.workbook), label)
  }

  /// The workbook that holds the definition; `nil` if it cannot be read, which is then a problem.
  mutating func definition() -> Workbook? {
    let name = files.definitionName
    guard let source = source(of: name, isDeclared: true) else { return nil }
    note(name, source)
    do throws(WorkbookFault) {
      let workbook = try Workbook(source)
      workbooks[MapFiles.normalized(name)] = EvidenceWorkbook(file: name, workbook: workbook)
      for sheet in workbook.sheets { sheets[YAMLNode.Table(file: name, sheet: sheet.name).label] = (name, sheet.name) }
      return workbook
    } catch {
      problems.append(EvidenceTable.problem(of: error, name))
      return nil
    }
  }

  /// Notes a workbook or a project as a file that was read.
  private mutating func note(_ name: String, _ source: ByteSource) {
    var digest: String?
    if takesDigests, var file = try? FileChunks(source, takesDigest: true) { digest = try? file.digest() }
    inputs.append(InputFile(name: name, kind: .workbook, sha256: digest))
  }

  /// Notes the digests of the files of cases that were asked for last.
  mutating func note(_ digests: [String?]) {
    for (index, digest) in zip(inputs.indices.suffix(digests.count), digests) {
      if let digest { inputs[index].sha256 = digest }
    }
  }

  /// The problem with the sheet and the cell at which it is, if it is in a workbook.
  func placed(_ problem: Problem) -> Problem {
    guard let sheet = sheets[problem.file] else { return problem }
    let cell = problem.line.flatMap { line in
      problem.column.map { CellReference(row: line, column: $0).description }
    }
    return problem.placed(inSheet: sheet.name, of: sheet.file, cell: cell).callingLinesRows()
  }

  private mutating func source(of name: String, isDeclared: Bool) -> ByteSource? {
    if let bytes = kept[MapFiles.normalized(name)] { return .memory(bytes) }
    guard let source = files.source(of: name) else { return missing(name, isDeclared: isDeclared) }
    switch source.standing {
    case .file: return source
    case .nothing: return missing(name, isDeclared: isDeclared)
    case .folder: return other(name, "a folder", "name the file in it that is meant")
    case .pipe: return other(name, "a pipe", "write what comes out of it into a file first, and name that")
    case .socket: return other(name, "a socket", "write what comes out of it into a file first, and name that")
    case .device: return other(name, "a device", "copy what it holds into a file, and name that")
    }
  }

  private mutating func other(_ name: String, _ what: String, _ remedy: String) -> ByteSource? {
    problems.append(
      Problem(code: .notAFile, file: name, message: "This is \(what) and not a file, and was not read; \(remedy)"))
    return nil
  }

  private mutating func missing(_ name: String, isDeclared: Bool) -> ByteSource? {
    if name == files.definitionName {
      problems.append(Problem(code: .missingFile, file: name, message: withoutDefinition))
    } else if isDeclared || name == "interviews.csv" {
      problems.append(
        Problem(
          isDeclared ? .error : .warning, code: .missingFile, file: name,
          message: isDeclared
            ? "map.yaml names this file and it is not in the folder; put it there, or take it out of map.yaml"
            : "There is no interviews.csv, so nothing on the map was said by anybody"))
    }
    return nil
  }

  private var withoutDefinition: String {
    switch files.place {
    case .memory: "There is no map.yaml among the files, so they are not a map"
    case .folder(let path): MissingDefinition.message(at: path)
    }
  }
}

extension Problem {
  /// The problem of a sheet, whose numbers are those of rows; with these beginnings, the message speaks of one.
  fileprivate func callingLinesRows() -> Problem {
    let pairs = [
      ("already stands in line ", "already stands in row "),
      ("The header stands in line ", "The header stands in row "),
      (" lines above it were skipped", " rows above it were skipped"),
      (" line above it was skipped", " row above it was skipped"),
    ]
    let number = message.hasPrefix("Line ") ? message.dropFirst(5).prefix(while: \.isNumber) : ""
    return pairs.reduce(self) { $0.calling($1.0, $1.1) }.calling("Line \(number) already", "Row \(number) already")
  }
}

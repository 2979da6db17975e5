public import MapModel
import OrderedCollections
import Tabular

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that holds a map: `map.yaml`, and the evidence beside it.
public enum MapFolder {
  /// The name of the definition.
  public static let definitionName = "map.yaml"

  /// Reads a map folder; problems are collected, not thrown.
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: how it is read; what is read does not depend on it.
  /// - Complexity: O(n), where n is the size of the files.
  public static func read(at path: String, options: ReadingOptions = ReadingOptions()) -> MapReading {
    var folder = Files(path: path, takesDigests: options.takesDigests)
    var problems: [Problem] = []
    guard let bytes = folder.bytes(of: definitionName, .definition, isDeclared: true, &problems) else {
      return MapReading(map: nil, problems: problems, inputs: folder.inputs)
    }
    var definitionReader = DefinitionReader(file: definitionName)
    let isDefinition = definitionReader.read(DecodedText(bytes).text)
    problems += definitionReader.yaml.problems
    guard isDefinition else { return MapReading(map: nil, problems: problems, inputs: folder.inputs) }
    var definition = definitionReader.definition
    var reader = EvidenceReader(definitionReader)

    func table(
      _ file: MapDefinition.EvidenceFile, _ kind: InputFile.Kind, _ columns: [EvidenceTable.Column],
      presets: [[String: String]] = []
    ) -> EvidenceTable? {
      guard let bytes = folder.bytes(of: file.name, kind, isDeclared: file.isDeclared, &problems)
      else { return nil }
      return EvidenceTable(
        bytes, file: file.name, columns: columns, names: file.columns, presets: presets, problems: &problems)
    }
    let fieldwork = table(definition.fieldwork, .fieldwork, FieldworkReader.columns)
      .map { FieldworkReader.read($0, with: &reader) }
    let outcomes = table(definition.outcomes, .outcomes, OutcomeReader.columns)
      .map { OutcomeReader.read($0, with: &reader) }
    var usage: [FileUsage] = []
    var statements: [(id: Connection.ID, statement: CodedStatement)] = []
    if definition.codebook.isEmpty {
      statements =
        table(definition.interviews, .interviews, StatementReader.columns)
        .map { StatementReader.read($0, with: &reader) } ?? []
    } else if let table = table(
      definition.interviews, .interviews, CodedSegmentReader.columns, presets: CodedSegmentReader.presets)
    {
      let segments = CodedSegmentReader(definition).read(table, with: &reader)
      (statements, usage) = (segments.statements, [segments.usage])
    }
    let counts = definition.counts.flatMap { file in
      table(file, .counts, CountReader.columns)
        .map { CountReader.read($0, caseMeasures: file.caseMeasures, with: &reader) } ?? []
    }
    var counted: [OrderedDictionary<Connection.ID, Connection>] = []
    for (index, files) in definition.caseFiles.enumerated() {
      guard files.names.allSatisfy({ folder.has($0, &problems) }) else { continue }
      guard let result = CaseReader(files, in: path, definitionReader, options)?.read() else { continue }
      problems += result.problems
      usage += result.usage
      definition.actors += result.actors
      counted += reader.accepted(result.connections, of: files, areAlone: definition.caseFiles.count == 1)
      if index == definition.caseFiles.count - 1 { break }
      // The next files mean the same actors by the same names.
      for actor in result.actors {
        for name in [actor.id.rawValue, actor.name] { definitionReader.actorNames.add(name, for: actor.id) }
      }
    }
    problems += reader.problems + reader.leftOut.problems(in: definitionName)

    var map: NetworkMap?
    do throws(MapError) {
      var built = try NetworkMap(
        title: definition.title, source: definition.source, legend: definition.legend, areas: definition.areas,
        relations: definition.relations, informants: definition.informants, fieldwork: fieldwork ?? Fieldwork(),
        actors: definition.actors, figures: definition.figures, disclosure: definition.disclosure)
      built.claims = definition.claims
      built.expectations = definition.expectations
      built.outcomes = outcomes ?? []
      built.countBases = definition.countBases
      for (id, statement) in statements { try built.merge(Connection(id, statements: [statement])) }
      for (id, count) in counts { try built.merge(Connection(id, counts: [count])) }
      // A rule's actors that are not on the map were left out; its relations and areas come from the definition.
      for connections in counted { built.insertChecked(connections) }
      problems += built.connectionProblems()
      map = built
    } catch {
      problems.append(Problem(code: "inconsistent-map", file: definitionName, message: error.description))
    }
    return MapReading(map: map, problems: sorted(problems, by: folder.inputs), inputs: folder.inputs, usage: usage)
  }

  /// Problems by file, in the order in which files were read, then by place.
  private static func sorted(_ problems: [Problem], by inputs: [InputFile]) -> [Problem] {
    let order = Dictionary(inputs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
    return problems.enumerated().sorted { left, right in
      func key(_ item: (offset: Int, element: Problem)) -> (Int, Int, Int, Int) {
        (
          order[item.element.file] ?? .max, item.element.line ?? 0, item.element.column ?? 0, item.offset
        )
      }
      return key(left) < key(right)
    }.map(\.element)
  }

  /// The folder's files, remembered as they are read.
  private struct Files {
    let path: String
    let takesDigests: Bool
    var inputs: [InputFile] = []

    /// Whether a file of cases is there; it is then read part by part.
    mutating func has(_ name: String, _ problems: inout [Problem]) -> Bool {
      guard exists(name) else {
        problems.append(Self.missing(name, isDeclared: true))
        return false
      }
      inputs.append(
        InputFile(name: name, kind: .counts, sha256: takesDigests ? SHA256.hexadecimal(ofFile: path + "/" + name) : nil)
      )
      return true
    }

    mutating func bytes(
      of name: String, _ kind: InputFile.Kind, isDeclared: Bool, _ problems: inout [Problem]
    ) -> [UInt8]? {
      guard exists(name) else {
        if name == MapFolder.definitionName {
          problems.append(
            Problem(
              code: "missing-file", file: name,
              message: FileManager.default.fileExists(atPath: path)
                ? "The folder \(path.quotedInMessage) holds no map.yaml, so it is not a map; `netmap new DIR` makes one"
                : "There is no folder \(path.quotedInMessage); mind the spelling and where you are"))
        } else if isDeclared || name == "interviews.csv" {
          problems.append(Self.missing(name, isDeclared: isDeclared))
        }
        return nil
      }
      do {
        let data = try Data(contentsOf: URL(filePath: path + "/" + name))
        let bytes = [UInt8](data)
        // Of what was read, not of what may stand there later.
        let digest = takesDigests ? SHA256.digest(of: bytes).hexadecimal : nil
        inputs.append(InputFile(name: name, kind: kind, sha256: digest))
        return bytes
      } catch {
        problems.append(
          Problem(
            code: "unreadable-file", file: name,
            message: "The file cannot be read; check that you may open it, and that it is a file"))
        return nil
      }
    }

    private func exists(_ name: String) -> Bool {
      var isFolder: Bool = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder) && !isFolder
    }

    private static func missing(_ name: String, isDeclared: Bool) -> Problem {
      Problem(
        isDeclared ? .error : .warning, code: "missing-file", file: name,
        message: isDeclared
          ? "map.yaml names this file and it is not in the folder; put it there, or take it out of map.yaml"
            + (name.hasSuffix(".csv") ? "" : ". Evidence is read from CSV files; save a spreadsheet as CSV UTF-8")
          : "There is no interviews.csv, so nothing on the map was said by anybody")
    }
  }
}

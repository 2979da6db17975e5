public import MapModel
import Tabular
import YAML

/// A map in another form: a folder as a workbook, or a workbook as a folder.
///
/// Nothing of the map is lost: what was made is read again before it is returned, and gives an equal map. Only comments, and
/// how `map.yaml` was laid out, are not kept.
public struct MapConversion: Sendable {
  /// The bytes of each file, by its name: one workbook, or the files of a folder.
  public let files: [String: [UInt8]]
  /// What stands where it was, and has to be beside the new form, too.
  public let notes: [String]

  /// The name of the workbook that is made of a folder.
  public static let workbookName = "map.xlsx"

  /// Lists that get a sheet to be filled in although a map does not have them: what makes more of it than a picture.
  private static let listsToFill: [DefinitionList] = [.informants, .claims, .expectations, .figures]

  /// Makes a workbook of a map folder.
  /// - Parameter path: the folder.
  /// - Throws: ``MapConversionError`` if the map has errors, or a workbook cannot hold it.
  /// - Complexity: O(n), where n is the size of the files.
  public static func workbook(ofFolder path: String) throws(MapConversionError) -> MapConversion {
    try workbook(of: MapFiles(at: path), emptyLists: listsToFill)
  }

  /// Makes a workbook of a map.
  /// - Throws: ``MapConversionError`` if a workbook cannot hold it.
  /// - Complexity: O(n), where n is the number of entities and pieces of evidence.
  public static func workbook(of map: NetworkMap) throws(MapConversionError) -> MapConversion {
    let files: [String: [UInt8]]
    do { files = try MapFolder.files(of: map) } catch { throw MapConversionError(.unholdable("\(error)")) }
    return try workbook(of: MapFiles(files), emptyLists: listsToFill)
  }

  /// The map to start from, as a workbook: with the legend in its sheets, and others to be filled in.
  /// - Parameter isEmpty: whether it holds no more than the legend, so that nothing of the example need be deleted.
  public static func starterWorkbook(isEmpty: Bool = false) throws(MapConversionError) -> MapConversion {
    guard let map = MapFolder.read(.starter).map else { throw MapConversionError(.unholdable("it cannot be read")) }
    let legend = YAMLText.document([("legend", DefinitionWriter(map, counts: []).legend)])
    var files = Dictionary(StarterMap.files.map { ($0.name, Array($0.text.utf8)) }) { first, _ in first }
    if isEmpty {
      // The tables keep their headers, and the definition what a map cannot be without.
      files = files.mapValues { Array($0.prefix { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")] }
      files[MapFolder.definitionName] = Array(
        "format: 1\ntitle: Name of the programme\nmi: [{file: referrals.csv}]\ndisclosure: {minimum: 10}\n".utf8)
    }
    files[MapFolder.definitionName, default: []] += Array(legend.utf8)
    return try workbook(of: MapFiles(files), emptyLists: [.areas, .periods, .actors, .relations] + listsToFill)
  }

  /// - Parameter emptyLists: lists that get a sheet although the map does not have them.
  static func workbook(
    of files: MapFiles, emptyLists: [DefinitionList] = []
  ) throws(MapConversionError) -> MapConversion {
    let before = try sound(files)
    var folder = FolderFiles(files, takesDigests: false)
    let document = folder.bytes(of: files.definitionName, .definition, isDeclared: true).flatMap {
      DefinitionReader.document(DecodedText($0).text, file: files.definitionName, with: &folder)
    }
    guard let document else { throw MapConversionError(.unholdable("the map has no definition")) }
    var draft: WorkbookDraft
    let bytes: [UInt8]
    do {
      draft = try WorkbookDraft(document, isThere: { files.source(of: $0)?.standing == .file }) { name, sheet in
        EvidenceCells.rows(of: name, sheet: sheet, in: files)
      }
      try draft.addEmpty(emptyLists)
      bytes = try draft.bytes()
    } catch let fault as WorkbookFault {
      throw MapConversionError(.unholdable(fault.description))
    } catch let fault as ListRows.Unholdable {
      throw MapConversionError(
        .unholdable("`\(fault.path.header)` of the definition holds a list of lists, which no cell can"))
    } catch {
      throw MapConversionError(.unholdable("\(error)"))
    }
    try check(files.with([workbookName: bytes], definition: workbookName), is: before)
    return MapConversion(files: [workbookName: bytes], notes: draft.notes)
  }

  /// Makes a map folder of a workbook.
  /// - Parameter path: the workbook.
  /// - Throws: ``MapConversionError`` if the map has errors.
  /// - Complexity: O(n), where n is the size of the files.
  public static func folder(ofWorkbook path: String) throws(MapConversionError) -> MapConversion {
    try folder(of: MapFiles(at: path))
  }

  static func folder(of files: MapFiles) throws(MapConversionError) -> MapConversion {
    let before = try sound(files)
    let name = files.definitionName
    guard let source = files.source(of: name), let book = try? Workbook(source) else {
      throw MapConversionError(.unholdable("the workbook cannot be read"))
    }
    var definition = WorkbookDefinition(book, file: name)
    guard var document = definition.read().document else {
      throw MapConversionError(.unholdable("the workbook has no definition"))
    }
    var made: [String: [UInt8]] = [:]
    var notes: [String] = []
    document = document.mapped { key, entry in
      if key == "query" {
        notes += DatabaseFiles.of(entry).map { "\($0) is read where it stands; copy it into the new folder" }
        return entry
      }
      guard let file = entry["file"]?.scalar?.string else { return entry }
      guard file == name, let sheet = entry["sheet"]?.scalar?.string,
        let rows = EvidenceCells.rows(of: name, sheet: sheet, in: files)
      else {
        notes.append("\(file) is read where it stands; copy it into the new folder")
        return entry
      }
      let kind = EvidenceSheet.all.first { $0.key == key && $0.sheet == sheet }
      let stem = kind?.key ?? sheet.slug(longest: 60)
      let unique = stem.numbered { made["\($0).csv"] == nil ? "\($0).csv" : nil }
      made[unique] = Array(EvidenceWriter.text(of: rows).utf8)
      return entry.replacing(["sheet"], by: nil).setting(
        ["file"], to: YAMLNode(.scalar(.init(unique)), at: entry.mark))
    }
    guard case .mapping(let fields) = YAMLText(document) else {
      throw MapConversionError(.unholdable("the definition has keys that are no words"))
    }
    made[MapFolder.definitionName] = Array(YAMLText.document(fields).utf8)
    try check(files.with(made, definition: MapFolder.definitionName), is: before)
    return MapConversion(files: made, notes: notes)
  }

  /// A map that can be read without errors.
  private static func sound(_ files: MapFiles) throws(MapConversionError) -> NetworkMap {
    // What a database counts is no part of the map's form, and stays with it.
    var options = ReadingOptions()
    options.programs = .passedOver
    let reading = MapFolder.read(files, options: options)
    let errors = reading.problems.filter { $0.severity == .error }
    guard errors.isEmpty, let map = reading.map else { throw MapConversionError(.errors(errors)) }
    return map
  }

  private static func check(_ files: MapFiles, is map: NetworkMap) throws(MapConversionError) {
    let unkept = map.parts(unlike: try sound(files))
    guard unkept.isEmpty else { throw MapConversionError(.changed(parts: unkept)) }
  }
}

extension YAMLNode {
  /// The value with every mapping in it changed, those inside before those around them; items of a list go by its key.
  fileprivate func mapped(_ key: String = "", _ change: (String, YAMLNode) -> YAMLNode) -> YAMLNode {
    switch content {
    case .scalar: self
    case .sequence(let nodes): YAMLNode(.sequence(nodes.map { $0.mapped(key, change) }), at: mark)
    case .mapping(let pairs):
      change(
        key, YAMLNode(.mapping(pairs.map { ($0.key, $0.value.mapped($0.key.scalar?.string ?? "", change)) }), at: mark))
    }
  }
}

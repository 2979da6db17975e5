import MapModel
import YAML

/// Lists of the definition that stand in tables of their own.
extension DefinitionReader {
  /// The document with the rows of tables in place of what names them: `actors: {file: actors.csv}`.
  mutating func withTables(_ document: YAMLNode, from files: inout FolderFiles) -> YAMLNode {
    var document = document
    var named: [(list: DefinitionList, path: [String])] = []
    for list in DefinitionList.all {
      // Families and stages stand under `legend:` or beside it.
      let paths = list.path.count == 1 ? [list.path, ["legend"] + list.path] : [list.path]
      named += paths.map { (list, $0) }.filter { document[path: $0.1[...]]?["file"] != nil }
    }
    // Which folders may be named is known before their files are; what is wrong with them is reported with the rest.
    definition.folders = document["folders"]?.items.compactMap(\.scalar?.string) ?? []
    defer { definition.folders = [] }
    var tables: [(list: DefinitionList, path: [String], fields: YAMLReader.Fields, file: MapDefinition.EvidenceFile)] =
      []
    for (list, path) in named {
      guard let node = document[path: path[...]],
        let fields = yaml.fields(of: node, as: "`\(list.path.last ?? "")`", keys: DefinitionKeys.file),
        let file = file(fields)
      else { continue }
      tables.append((list, path, fields, file))
    }
    files.expect(tables.map(\.file.name))
    for (list, path, fields, file) in tables {
      let names = columnNames(fields, list.names)
      let items = files.table(file, .definition, isWhole: true).map {
        ListTable.items($0.source, of: list, names: names, in: file.name, &yaml)
      }
      document = document.replacing(path[...], by: YAMLNode(.sequence(items ?? []), at: fields.node.mark))
    }
    return document
  }
}

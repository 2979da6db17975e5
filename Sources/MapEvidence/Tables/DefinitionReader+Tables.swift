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
    var tables: [(list: DefinitionList, path: [String], fields: YAMLReader.Fields, name: String)] = []
    for (list, path) in named {
      guard let node = document[path: path[...]],
        let fields = yaml.fields(of: node, as: "`\(list.path.last ?? "")`", keys: ["file", "columns"]),
        let name = fileName(fields, "file")
      else { continue }
      tables.append((list, path, fields, name))
    }
    files.expect(tables.map(\.name))
    for (list, path, fields, name) in tables {
      let names = columnNames(fields, list.names)
      let bytes = files.bytes(of: name, .definition, isDeclared: true)
      let items = bytes.map { ListTable.items($0, file: name, of: list, names: names, &yaml) } ?? []
      document = document.replacing(path[...], by: YAMLNode(.sequence(items), at: fields.node.mark))
    }
    return document
  }
}

import MapModel
import YAML

extension DefinitionReader {
  /// Reads where in a database cases stand, and who counts them.
  mutating func readQuery(_ fields: YAMLReader.Fields) -> CaseQuery? {
    guard let node = fields.values["query"],
      let item = yaml.fields(
        of: node, as: "`query`", keys: DefinitionKeys.query)
    else { return nil }
    var query = CaseQuery()
    query.engine = yaml.choice(item, "engine")
    for key in ["table", "tables"] {
      for (text, node) in yaml.texts(item, key) {
        if let name = TableName(text) {
          query.tables.append(name)
        } else {
          yaml.report(
            node, .wrongType,
            "\(text.quotedInMessage) is not the name of a table; write schema.table, and parts that hold a full stop in"
              + " quotation marks")
        }
      }
    }
    query.file = item.values["file"].flatMap { name(ofFile: $0) }
    query.counts = item.values["counts"].flatMap { name(ofFile: $0) }
    query.checks = item.values["checks"].flatMap { name(ofFile: $0) }
    if let node = item.values["seconds"] {
      if let seconds = node.int, 1...86_400 ~= seconds {
        query.seconds = seconds
      } else {
        yaml.report(node, .badNumber, "`seconds` should be a whole number from 1 to 86400")
      }
    }
    if query.engine == nil, query.counts == nil, item.values["engine"] == nil, item.values["counts"] == nil {
      yaml.report(
        node, .missingKey,
        "`query` should say which program counts (`engine: duckdb` or `engine: psql`), or which file holds what it gave"
          + " (`counts: counts.csv`; `netmap sql count` prints the statement)")
    }
    if query.engine != nil, query.counts != nil {
      yaml.report(
        item.values["counts"], .unusedKey,
        "The program counts (`engine:`), so that no file of counts is read; delete `engine:` or `counts:`")
      query.engine = nil
    }
    if query.file != nil, query.engine != .duckdb {
      yaml.report(item.values["file"], .unusedKey, "Only DuckDB reads files; say `engine: duckdb`, or delete `file:`")
      query.file = nil
    }
    if query.tables.isEmpty, let file = query.file, let name = TableName(file: file) { query.tables = [name] }
    if query.tables.isEmpty {
      yaml.report(node, .missingKey, "`query` should say in which table the cases stand: `table: public.cases`")
      return nil
    }
    return query
  }
}

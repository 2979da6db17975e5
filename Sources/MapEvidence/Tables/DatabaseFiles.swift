import YAML

/// What the `query:` of an item of `mi` names, as it is written: tables of a database, and files beside the definition.
enum DatabaseFiles {
  /// The files, in the order in which they are named.
  static func of(_ query: YAMLNode) -> [String] {
    ["file", "counts", "checks"].compactMap { query[$0]?.scalar?.string }
  }

  /// The tables, by the first of which rules know the item; the file of rows, where only that is named.
  static func tables(of query: YAMLNode?) -> [String] {
    let tables = ["table", "tables"].flatMap { query?[$0]?.items.compactMap(\.scalar?.string) ?? [] }
    return tables.isEmpty ? ["file", "counts"].compactMap { query?[$0]?.scalar?.string } : tables
  }
}

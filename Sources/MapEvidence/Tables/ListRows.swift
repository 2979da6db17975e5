import MapModel
import OrderedCollections
import YAML

/// A list of the map as rows of a table, from which ``ListTable`` reads the same items.
struct ListRows {
  /// What a table cannot hold: a list whose items are no texts.
  struct Unholdable: Error {
    let path: ColumnPath
  }

  private(set) var columns: OrderedSet<ColumnPath> = []
  private(set) var rows: [[ColumnPath: String]] = []

  /// Makes rows of items.
  /// - Parameter list: the list, in whose order of keys the columns stand.
  init(_ items: [YAMLNode], of list: DefinitionList) throws(Unholdable) {
    var found: OrderedSet<ColumnPath> = []
    var earlier: [ColumnPath: Set<ColumnPath>] = [:]
    for item in items {
      let cells = try Self.cells(item, [], namesSeveral: list.namesSeveral)
      for (before, cell) in zip(cells, cells.dropFirst()) { earlier[cell.path, default: []].insert(before.path) }
      found.append(contentsOf: cells.map(\.path))
      rows.append(Dictionary(cells.map { ($0.path, $0.cell) }) { first, _ in first })
    }
    // An order that all rows have is the columns' order.
    let order = Dictionary(list.names.enumerated().map { ($1, $0) }) { first, _ in first }
    var left = OrderedSet(
      found.enumerated().sorted {
        (order[$0.element.keys[0]] ?? .max, $0.offset) < (order[$1.element.keys[0]] ?? .max, $1.offset)
      }.map(\.element))
    while let first = left.first {
      let next = left.first { column in
        column.keys[0] == first.keys[0]
          && !earlier[column, default: []].contains { $0.keys[0] == column.keys[0] && left.contains($0) }
      }
      columns.append(left.remove(next ?? first) ?? first)
    }
  }

  /// The header and the rows, with empty cells where an item says nothing.
  var cells: [[String]] {
    [columns.map(\.header)] + rows.map { row in columns.map { row[$0] ?? "" } }
  }

  /// The cells of a value, by the keys that lead to them.
  /// - Parameter namesSeveral: whether a cell of a column is read as several texts.
  static func cells(
    _ node: YAMLNode, _ keys: [String], namesSeveral: ([String]) -> Bool = { _ in false }
  ) throws(Unholdable) -> [(path: ColumnPath, cell: String)] {
    switch node.content {
    case .scalar(let scalar):
      if scalar.string.isEmpty { return [] }
      // Only an attribute can be a number or a text that looks like one.
      let isNumber = scalar.isPlain || keys.first != "attributes"
      let text = scalar.isQuoted ? scalar.string : scalar.string.trimmingWhitespace
      // A semicolon or a quotation mark of one text would be taken for a sign between several.
      let cell = namesSeveral(keys) ? CellItems.join([text]) : CellItems.cell(text, isNumber: isNumber)
      return [(ColumnPath(keys), cell)]
    case .sequence(let nodes):
      var texts: [String] = []
      for node in nodes {
        guard let text = node.scalar?.string else { throw Unholdable(path: ColumnPath(keys)) }
        texts.append(text)
      }
      return [(ColumnPath(keys), CellItems.join(texts))]
    case .mapping(let pairs):
      var found: [(path: ColumnPath, cell: String)] = []
      for (key, value) in pairs {
        guard let name = key.scalar?.string else { throw Unholdable(path: ColumnPath(keys)) }
        found += try cells(value, keys + [name], namesSeveral: namesSeveral)
      }
      return found
    }
  }
}

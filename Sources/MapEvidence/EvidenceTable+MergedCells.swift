import MapModel
import Tabular

extension EvidenceTable {
  /// Gives rows whose cell is empty under a merged one what stands above.
  ///
  /// Spreadsheets save of merged cells the first, and leave the others empty. In such a table a name stands once, with empty
  /// cells below.
  mutating func fillMergedCells(_ problems: inout [Problem]) {
    for column in columns where column.merging == .whereMarkedOrEmpty { fill(column, &problems) }
  }

  private mutating func fill(_ column: Column, _ problems: inout [Problem]) {
    let names = rows.map { NameFolding.folded($0.text(column.name)) }
    guard let first = names.firstIndex(where: { !$0.isEmpty }), let last = names.lastIndex(where: { !$0.isEmpty })
    else {
      return
    }
    var empty = names.indices.filter { $0 > first && names[$0].isEmpty }
    // In other tables names repeat from row to row.
    if zip(names, names.dropFirst()).contains(where: { $0 == $1 && !$0.isEmpty }) { return }
    // Where an empty cell has a meaning of its own, a name that comes again tells that none is merged.
    let named = names.filter { !$0.isEmpty }
    if !column.isRequired, Set(named).count < named.count { return }
    var filled = rows
    for index in empty {
      var cell = filled[index].cells[column.name] ?? .init(text: "", line: filled[index].line, column: 1)
      cell.text = filled[index - 1].text(column.name)
      filled[index].cells[column.name] = cell
    }
    // What would say again what another row says stands for something else, as the number of the programme below those of
    // areas does.
    func key(_ row: Row) -> [String] { columns.filter(\.isKey).map { NameFolding.folded(row.text($0.name)) } }
    let counts = Dictionary(filled.map { (key($0), 1) }, uniquingKeysWith: +)
    let repeated = Set(empty.filter { counts[key(filled[$0])] ?? 0 > 1 })
    if repeated.contains(where: { $0 < last }) { return }
    empty.removeAll { repeated.contains($0) }
    // An empty cell of a column that is needed can only be a merged one, or forgotten; of another, it has a meaning.
    guard column.isRequired ? empty.count > 1 : empty.contains(where: { $0 < last }) else { return }
    for index in empty { rows[index] = filled[index] }
    let lines = empty.map { filled[$0].line }
    let isOne = lines.count == 1
    problems.append(
      Problem(
        .warning, code: .mergedCells, file: file, line: lines[0],
        message: "\(isOne ? "1 cell" : "\(lines.count) cells") of the column \(column.name.quotedInMessage)"
          + " \(isOne ? "is" : "are") empty below a name, as spreadsheets save merged cells; \(isOne ? "it was" : "they were")"
          + " read as the name above. Write it in each row"
          + (column.name == "area" ? ", or `programme` where a row is of the programme as a whole" : ""),
        count: lines.count, lines: isOne ? [] : Array(lines.prefix(5))))
  }
}

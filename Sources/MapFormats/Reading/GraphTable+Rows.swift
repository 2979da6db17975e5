import MapModel

extension GraphTable {
  /// Why a row of a table is no node and no edge.
  enum Aside: String {
    case total = "rows that are totals"
    case note = "rows that are notes"
    case header = "rows that repeat the header"
    case number = "rows with a number in the place of a name"
  }

  /// The words of a row, as they are told to who looks for it.
  func words(of row: Row) -> String {
    let words = row.cells.filter { !$0.isEmpty }.joined(separator: " | ")
    let shown = words.count > 60 ? words.prefix(59) + "\u{2026}" : words[...]
    return "\(place(of: row)) (\(String(shown).quotedInMessage))"
  }

  /// Finds out which rows are none of nodes.
  /// - Parameters:
  ///   - column: where nodes are named.
  ///   - ends: what edges call their ends, folded: those are nodes whatever they look like.
  func asides(named column: Int, ends: Set<String>) -> [Aside?] {
    let names = rows.map { Self.text($0, column) }
    let filled = rows.map { row in row.cells.count { !$0.isEmpty } }
    let areNumbers = names.count(where: Self.isNumber) * 2 > names.count { !$0.isEmpty }
    // Below the last row of several cells, what stands alone is no row of the table if rows are left blank before it.
    let last = filled.lastIndex { $0 > 1 } ?? -1
    var isApart = false
    return rows.indices.map { place in
      if place > 0, rows[place].place > rows[place - 1].place + 1, place > last { isApart = true }
      let name = names[place]
      if name.isEmpty || ends.contains(NameFolding.folded(name)) { return nil }
      if let aside = aside(rows[place], named: name) {
        isApart = true
        return aside
      }
      if Self.isNumber(name) { return areNumbers ? nil : .number }
      if place <= last || filled[place] > 1 { return nil }
      guard RowWords.isNote(name, isAlone: false) || (isApart && last >= 0) else { return nil }
      isApart = true
      return .note
    }
  }

  /// Whether numbers name the ends of edges, as where tools count nodes: more than one in four.
  func numbersAreEnds(_ source: Int, _ target: Int) -> Bool {
    let ends = rows.flatMap { [Self.text($0, source), Self.text($0, target)] }.filter { !$0.isEmpty }
    return ends.count(where: Self.isNumber) * 4 > ends.count
  }

  /// What the row of an edge is instead, by what its ends are called.
  func aside(_ row: Row, from source: String, to target: String) -> Aside? {
    if let aside = aside(row, named: source) ?? (source.isEmpty ? aside(row, named: target) : nil) { return aside }
    let name = source.isEmpty ? target : source
    return source.isEmpty != target.isEmpty && RowWords.isNote(name, isAlone: false) ? .note : nil
  }

  /// What is plain by a name and by what stands beside it: nothing but numbers stand beside a total.
  private func aside(_ row: Row, named name: String) -> Aside? {
    if row.cells == columns.prefix(row.cells.count).map(\.self), row.cells.count > 1 { return .header }
    let others = row.cells.filter { !$0.isEmpty && $0 != name }
    let areNumbers = others.allSatisfy { $0.first?.isNumber ?? false }
    let isTotal = RowWords.isTotal(name) || RowWords.beginsWithTotal(name) || RowWords.isOfNumber(name)
    return areNumbers && isTotal ? .total : nil
  }
}

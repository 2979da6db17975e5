import MapModel

extension GraphTable {
  /// What a matrix of ties says, with a row for each actor and a column for each.
  struct Matrix {
    /// Which matrices are looked for in a table. Beside a table of edges, one of actors with ones and zeros says what these are.
    enum Kinds { case none, square, all }

    /// Its actors, those without ties, too.
    var names: [String] = []
    /// Its ties, with what they say: `source`, `target`, `direction`, `weight`, `relation`.
    var ties: [Row] = []
    /// Whether its columns are others than its rows, as actors and the meetings to which they go.
    var isOfTwoKinds = false
    var isSymmetric = false
    /// How many cells of the diagonal say something.
    var diagonal = 0
    /// How many cells say that nothing is known.
    var missing = 0

    static let columns = ["source", "target", "direction", "weight", "relation"]
  }

  /// The matrix that rows are; `nil` if they are none. Titles may stand above, and totals beside and below.
  static func matrix(_ rows: [Row]) -> Matrix? {
    for start in rows.indices.prefix(6) {
      if let matrix = matrix(rows[start], rows[(start + 1)...]) { return matrix }
    }
    return nil
  }

  private static func matrix(_ header: Row, _ body: ArraySlice<Row>) -> Matrix? {
    let body = body.filter { row in
      row.cells.contains { !$0.isEmpty } && !RowWords.isTotal(row.cells.first ?? "")
    }
    let filled = header.cells.filter { !$0.isEmpty }
    guard body.count > 1, filled.count > 1, !header.cells.contains(where: isEnd) else { return nil }
    let width = body.map(\.cells.count).max() ?? 0
    // R leaves out the corner.
    let isShort = header.cells.count == width - 1
    let columns = (isShort ? header.cells : Array(header.cells.dropFirst())).map { $0 }
    let names = body.map { $0.cells.first ?? "" }
    let places = columns.indices.filter { !columns[$0].isEmpty && !RowWords.isTotal(columns[$0]) }
    let (rowKeys, columnKeys) = (names.map(NameFolding.folded), places.map { NameFolding.folded(columns[$0]) })
    guard Set(rowKeys).count == rowKeys.count, Set(columnKeys).count == columnKeys.count, !rowKeys.contains("") else {
      return nil
    }
    func cell(_ row: Int, _ place: Int) -> String { text(body[row], place + 1) }
    let isSquare = Set(rowKeys) == Set(columnKeys)
    if !isSquare {
      // Ones and zeros: numbers of another kind can be what is said of nodes.
      let cells = names.indices.flatMap { row in places.map { cell(row, $0) } }
      guard places.count > 1, !names.allSatisfy(isNumber), cells.allSatisfy({ Tie($0)?.isPlain ?? true }),
        cells.contains(where: { Tie($0) != nil })
      else { return nil }
    }
    var matrix = Matrix(names: names, isOfTwoKinds: !isSquare)
    if !isSquare { matrix.names += places.map { columns[$0] } }
    var ties: [[Int]: Tie] = [:]
    let rowOf = Dictionary(uniqueKeysWithValues: rowKeys.enumerated().map { ($1, $0) })
    for row in names.indices {
      for (number, place) in places.enumerated() {
        let text = cell(row, place)
        if ["na", "n/a", "nan", "?"].contains(text.lowercased()) { matrix.missing += 1 }
        guard let tie = Tie(text) else { continue }
        let column = isSquare ? rowOf[columnKeys[number]] ?? number : names.count + number
        if column == row { matrix.diagonal += 1 } else { ties[[row, column]] = tie }
      }
    }
    matrix.isSymmetric = isSquare && !ties.isEmpty && ties.allSatisfy { ties[[$0.key[1], $0.key[0]]] == $0.value }
    for (ends, tie) in ties.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where !matrix.isSymmetric || ends[0] < ends[1] {
      matrix.ties.append(
        Row(
          place: body[ends[0]].place,
          cells: [
            matrix.names[ends[0]], matrix.names[ends[1]], matrix.isSymmetric ? "undirected" : "directed",
            tie.weight, tie.relation,
          ]))
    }
    return matrix
  }

  /// Whether a header names an end of an edge, so that the table is a list of edges.
  private static func isEnd(_ name: String) -> Bool {
    ["source", "target", "from", "to", "type", "weight", "relation"].contains(NameFolding.folded(name))
  }

  /// What a cell of a matrix says of a tie; there is no such value where there is no tie.
  private struct Tie: Equatable {
    var weight = ""
    var relation = ""
    /// Whether it says no more than that there is a tie.
    var isPlain: Bool { relation.isEmpty && (weight.isEmpty || weight == "1") }

    init?(_ text: String) {
      if let number = Double(text) {
        if number == 0 { return nil }
        weight = text
      } else if ["x", "y", "yes", "true", "\u{2713}", "\u{2714}"].contains(text.lowercased()) {
        return
      } else if ["", "-", "\u{2013}", "n", "no", "false", "na", "n/a", "nan", "?", "."].contains(text.lowercased()) {
        return nil
      } else {
        relation = text
      }
    }
  }
}

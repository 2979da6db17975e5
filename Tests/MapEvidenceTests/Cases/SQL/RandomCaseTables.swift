import MapModel
import Tabular

@testable import MapEvidence

/// Random case files as a database has them: every row with all its cells, neither totals nor notes, and cells with more
/// traps of Unicode and white space than files have.
struct RandomCaseTables {
  /// The rows of each file, the header first.
  let tables: [(name: String, rows: [[String?]])]
  /// The folder with the files, and the same map with tables in their place.
  let files: [String: String]
  let definitionOfQuery: String

  init(seed: UInt64) {
    var random = RandomCaseFiles(seed: seed)
    let written = random.files()
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    func changed(_ cell: String) -> String? {
      switch below(24) {
      case 0: return cell.isEmpty ? nil : "\u{A0}" + cell + "\u{2003}"
      case 1: return cell + "\t"
      case 2: return cell.replacing("Elm", with: "\u{C9}lm").replacing("Oak", with: "Oake\u{301}")
      case 3: return cell.replacing("Elm", with: "E\u{301}lm").replacing("Oak", with: "Oak\u{E9}")
      case 4: return cell.replacing("St Mary's", with: "St\u{A0}Mary\u{2019}s")
      case 5: return cell.replacing("Elm", with: "O'Elm; \"x\" \\ -- /*")
      default: return cell.isEmpty && below(2) == 0 ? nil : cell
      }
    }
    var tables: [(name: String, rows: [[String?]])] = []
    for name in written.keys.sorted() where !["map.yaml", "interviews.csv"].contains(name) {
      let table = DelimitedText(Array((written[name] ?? "").utf8)).rows.map { $0.cells.map(\.text) }
      let rows = table.dropFirst().filter { cells in
        let filled = cells.filter { !$0.isEmpty }
        let first = filled.first ?? ""
        return cells.count == table[0].count && !RowWords.isTotal(first) && !RowWords.isPlainTotal(first)
          && !RowWords.isNote(first, isAlone: filled.count == 1) && first.split(separator: " ").count < 5
      }
      tables.append((name, [table[0]] + rows.map { $0.map(changed) }))
    }
    let definition = written["map.yaml"] ?? ""
    let order = ["one.csv", "two.csv", "three.csv"].filter { name in tables.contains { $0.name == name } }
    let start = "- files: [\(order.joined(separator: ", "))]"
    let names = order.map { $0.replacing(".csv", with: "") }
    definitionOfQuery = definition.replacing(
      start, with: "- query: {tables: [\(names.joined(separator: ", "))], counts: counts.csv, checks: checks.csv}")
    var files = written
    for table in tables {
      files[table.name] = table.rows.map { row in
        row.map { "\"\(($0 ?? "").replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
      }.joined()
    }
    self.files = files
    self.tables = order.map { name in
      (name.replacing(".csv", with: ""), tables.first { $0.name == name }?.rows ?? [])
    }
  }
}

import Documents
import MapModel

/// Actors and relations that `map.yaml` defines with errors, so that they are not on the map, by id with their line.
///
/// Evidence that names them is left out with them and counted, instead of being reported row by row.
struct LeftOut {
  var actors: [MapActor.ID: Int] = [:]
  var relations: [Relation.ID: Int] = [:]
  /// How many rows were left out for each line of `map.yaml`.
  private(set) var rows: [Int: Int] = [:]

  var isEmpty: Bool { actors.isEmpty && relations.isEmpty }

  /// Whether a connection needs something that was left out; if so, its row is counted.
  mutating func takes(_ id: Connection.ID) -> Bool {
    guard let line = actors[id.source] ?? actors[id.target] ?? relations[id.relation] else { return false }
    rows[line, default: 0] += 1
    return true
  }

  /// A warning for each line of `map.yaml` that took evidence with it.
  func problems(in file: String) -> [Problem] {
    rows.sorted { $0.key < $1.key }.map { line, count in
      Problem(
        .warning, code: .leftOut, file: file, line: line,
        message: "What has errors here is not on the map, and \(counted(count, "row")) of evidence"
          + " that \(count == 1 ? "names" : "name") it were left out with it",
        cause: "What has errors is not on the map, and evidence that names it was left out with it")
    }
  }
}

import Documents
import MapModel

/// Actors and relations that the map defines with errors, so that they are not on it, by id with their place.
///
/// Evidence that names them is left out with them and counted, instead of being reported row by row.
struct LeftOut {
  var actors: [MapActor.ID: SourceLocation] = [:]
  var relations: [Relation.ID: SourceLocation] = [:]
  /// How many rows were left out for each place.
  private(set) var rows: [SourceLocation: Int] = [:]

  var isEmpty: Bool { actors.isEmpty && relations.isEmpty }

  /// Whether a connection needs something that was left out; if so, its row is counted.
  mutating func takes(_ id: Connection.ID) -> Bool {
    guard let place = actors[id.source] ?? actors[id.target] ?? relations[id.relation] else { return false }
    rows[place, default: 0] += 1
    return true
  }

  /// A warning for each place that took evidence with it.
  var problems: [Problem] {
    rows.sorted { ($0.key.file, $0.key.line) < ($1.key.file, $1.key.line) }.map { place, count in
      Problem(
        .warning, code: .leftOut, file: place.file, line: place.line,
        message: "What has errors here is not on the map, and \(counted(count, "row")) of evidence"
          + " that \(count == 1 ? "names" : "name") it were left out with it")
    }
  }
}

import MapModel
import Tabular
import OrderedCollections

/// What readers of evidence share: the names of the definition, and the problems found so far.
struct EvidenceReader {
  let actors: NameIndex<MapActor.ID>
  let areas: NameIndex<Area.ID>
  let relations: NameIndex<Relation.ID>
  let informants: NameIndex<InformantGroup.ID>
  /// The actors for whom groups of informants speak that speak for one alone.
  private let speakers: [InformantGroup.ID: MapActor.ID]
  /// The periods that the map lists; if it lists none, names of periods are free.
  private let periods: NameIndex<String>
  private let listsPeriods: Bool
  private let coders: NameIndex<String>
  var leftOut: LeftOut
  /// The places of actors in the definition, if it has mutual relations, and these.
  private let ranks: [MapActor.ID: Int]
  private let mutual: Set<Relation.ID>
  /// What was suggested for unknown names: a file can hold the same one a million times.
  private var hints: [String: String] = [:]
  var problems: [Problem] = []
  /// Where each count stands, over all files.
  var countPlaces: [CountReader.Key: SourceLocation] = [:]
  /// Where the id of each statement stands that has one, over all files.
  var statementPlaces: [String: SourceLocation] = [:]
  /// The ids of the statements of the files before.
  private var takenIDs: Set<String> = []

  init(_ definition: MapDefinition) {
    actors = definition.actorNames
    areas = definition.areaNames
    relations = definition.relationNames
    informants = definition.informantNames
    speakers = definition.informants.reduce(into: [:]) { if $1.speaksFor.count == 1 { $0[$1.id] = $1.speaksFor.first } }
    periods = definition.periodNames
    listsPeriods = !definition.periods.isEmpty
    coders = definition.coderNames
    leftOut = definition.leftOut
    mutual = Set(definition.relations.filter { !$0.isDirected }.map(\.id))
    ranks =
      mutual.isEmpty
      ? [:] : Dictionary(definition.actors.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// A row being read: where it stands, and whether a part of it could not be read.
  struct Row {
    let cells: EvidenceTable.Row
    let file: String
    var isUsable = true
  }

  mutating func report(
    _ row: inout Row, _ column: String, _ code: Problem.Code, _ message: String, severity: Problem.Severity = .error
  ) {
    let cell = row.cells.cells[column]
    if severity == .error { row.isUsable = false }
    problems.append(
      Problem(
        severity, code: code, file: row.file, line: cell?.line ?? row.cells.line, column: cell?.column,
        message: message
          + (severity == .error ? (message.hasSuffix("?") ? "" : ".") + " \(Problem.rowWasLeftOut)" : ""),
        cause: message))
  }

  /// The entity that a cell names; `nil` is reported.
  mutating func entity<ID>(
    _ row: inout Row, _ column: String, _ kind: String, _ index: NameIndex<ID>
  ) -> ID? {
    let text = row.cells.text(column)
    if text.isEmpty {
      report(
        &row, column, .missingValue,
        "The column \"\(column)\" is empty; name \(Self.article(kind)) \(kind) of map.yaml")
      return nil
    }
    return entity(named: text, &row, column, kind, index)
  }

  private mutating func entity<ID>(
    named text: String, _ row: inout Row, _ column: String, _ kind: String, _ index: NameIndex<ID>
  ) -> ID? {
    if let id = index[text] { return id }
    if let name = RowWords.withoutNoteMark(text), let id = index[name] {
      report(
        &row, column, .noteMark, "The mark of a note stands behind \(name.quotedInMessage); it was left out",
        severity: .warning)
      return id
    }
    let key = "\(kind) \(text)"
    // Whoever has hundreds of unknown names mends something else first, and each is compared with all that are known.
    let hint =
      hints[key] ?? Self.hint(for: text, kind, index, isSought: hints.count < DefinitionReader.mostSuggestions)
    hints[key] = hint
    report(
      &row, column, .unknown(kind),
      "There is no \(kind) \(text.quotedInMessage) in map.yaml; \(hint)")
    return nil
  }

  private static func hint<ID>(
    for text: String, _ kind: String, _ index: NameIndex<ID>, isSought: Bool
  ) -> String {
    if isSought, let near = index.suggestion(for: text) {
      return "did you mean \(near.quotedInMessage)? If not, \(remedy(for: text, kind))"
    }
    return remedy(for: text, kind)
  }

  private static func remedy(for text: String, _ kind: String) -> String {
    switch kind {
    case "relation": return "add it there, or use the id or the label of one"
    case "area" where NameFolding.isOfAll(text):
      return "for the programme as a whole, leave the cell empty"
    case "area" where text.contains(","), "period" where text.contains(","):
      return "several \(kind)s are separated by `;`"
    default: return "add it there, or as an alias of \(article(kind)) \(kind)"
    }
  }

  /// Whether anything that rows name is called so.
  func isName(_ text: String) -> Bool {
    actors[text] != nil || areas[text] != nil || relations[text] != nil || informants[text] != nil
      || periods[text] != nil
  }

  /// The actor whose words something is: by name, or as the only one for which a group of informants speaks.
  func speaker(_ name: String) -> MapActor.ID? { actors[name] ?? informants[name].flatMap { speakers[$0] } }

  /// An end of a connection: the actor that a row names, or who speaks if it names none.
  private mutating func end(_ row: inout Row, _ column: String, other: String) -> MapActor.ID? {
    let speaker = row.cells.text("speaker")
    guard row.cells.text(column).isEmpty, !speaker.isEmpty, !row.cells.text(other).isEmpty else {
      return entity(&row, column, "actor", actors)
    }
    return self.speaker(speaker) ?? entity(&row, "speaker", "actor", actors)
  }

  /// The ends and the relation that a row names.
  mutating func connection(_ row: inout Row) -> Connection.ID? {
    let source = end(&row, "from", other: "to")
    let target = end(&row, "to", other: "from")
    let relation = entity(&row, "relation", "relation", relations)
    guard let source, let target, let relation else { return nil }
    let id = stored(Connection.ID(from: source, to: target, relation))
    if leftOut.takes(id) {
      row.isUsable = false
      return nil
    }
    return id
  }

  /// A connection as a map stores it: a mutual one from the end that comes first in the definition.
  private func stored(_ id: Connection.ID) -> Connection.ID {
    guard mutual.contains(id.relation), ranks[id.target] ?? .max < ranks[id.source] ?? .max else { return id }
    return Connection.ID(from: id.target, to: id.source, id.relation)
  }

  /// What case files count and nothing else has given, without what was left out of the definition.
  /// - Parameters:
  ///   - connections: those of each rule.
  ///   - areAlone: whether no other files are counted case by case.
  mutating func accepted(
    _ connections: [OrderedDictionary<Connection.ID, Connection>], of files: CaseFiles, areAlone: Bool
  ) -> [OrderedDictionary<Connection.ID, Connection>] {
    let rules = files.rules.map { [$0.relation.rawValue, $0.measure, $0.period?.name ?? ""] }
    // Rules that differ in one of these cannot clash, and there can be very many counts.
    let mayClash = !areAlone || !countPlaces.isEmpty || Set(rules).count < rules.count
    if !mayClash, leftOut.isEmpty { return connections }
    var clashes: Set<String> = []
    func accepted(_ connection: Connection) -> Connection? {
      if leftOut.takes(connection.id) { return nil }
      guard mayClash else { return connection }
      var accepted = connection
      accepted.counts = connection.counts.filter { count in
        let key = CountReader.Key(
          id: stored(connection.id), area: count.area, measure: count.measure, period: count.period)
        let place = SourceLocation(file: files.names[0], line: 1)
        // What is given of a group goes before what its parts come to.
        if count.isOfParts, countPlaces[key] != nil { return false }
        if countPlaces.updateValue(place, forKey: key) == nil { return true }
        if clashes.insert(count.measure).inserted { reportClash(count.measure, files) }
        return false
      }
      return accepted.counts.isEmpty ? nil : accepted
    }
    return connections.map { $0.compactMapValues(accepted) }
  }

  private mutating func reportClash(_ measure: String, _ files: CaseFiles) {
    problems.append(
      Problem(
        code: .duplicateCount, file: files.place.file, line: files.place.line,
        message: "The measure \(measure.quotedInMessage) of the same connection, area and period is counted twice;"
          + " give one of the rules another `measure:`, or delete it. The second number was left out"))
  }

  /// The entities that a cell lists, separated by `;`.
  mutating func entities<ID>(
    _ row: inout Row, _ column: String, _ kind: String, _ index: NameIndex<ID>
  ) -> [ID] {
    // A name may hold the separator, so the whole cell is tried first.
    let text = row.cells.text(column)
    if text.isEmpty { return [] }
    if let id = index[text] { return [id] }
    var ids: [ID] = []
    for part in text.split(separator: ";") {
      let name = String(part).trimmingWhitespace
      if name.isEmpty { continue }
      if let id = entity(named: name, &row, column, kind, index), !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// An id that no statement of a file before has: this one, or with a number.
  func freeID(_ id: String) -> String {
    var (free, number) = (id, 1)
    while takenIDs.contains(free) {
      number += 1
      free = "\(id)-\(number)"
    }
    return free
  }

  /// Notes the ids of a file's statements.
  mutating func take(_ statements: [(id: Connection.ID, statement: CodedStatement)]) {
    for statement in statements { takenIDs.insert(statement.statement.id) }
  }

  /// The words for the programme as a whole in a column of areas; an empty cell means it, too, but for where it could be one
  /// that was merged with the cell above.
  static let programme = ["programme", "the programme", "whole programme", "the whole programme"]

  /// Whether a cell says that its row is of the programme as a whole.
  func isOfProgramme(_ area: String) -> Bool {
    Self.programme.contains(NameFolding.folded(area)) && areas[area] == nil
  }

  /// The one area of which a row is; `nil` for the programme, which an empty cell means, and the word `programme`.
  mutating func area(_ row: inout Row, fault: String) -> Area.ID? {
    if isOfProgramme(row.cells.text("area")) { return nil }
    let areas = entities(&row, "area", "area", areas)
    if areas.count > 1 { report(&row, "area", .severalAreas, fault) }
    return areas.first
  }

  /// Where a row holds: areas, `all`, or the programme.
  mutating func placement(_ row: inout Row) -> Placement {
    if row.cells.text("area").lowercased() == "all" { return .everywhere }
    let ids = entities(&row, "area", "area", areas)
    if ids.isEmpty, row.isUsable, !row.cells.text("area").isEmpty {
      report(&row, "area", .missingValue, "The area names nothing; leave it empty if the source does not say where")
    }
    return ids.isEmpty ? .programme : .areas(Set(ids))
  }

  /// When a row holds: periods, `all`, or at a time that is not said.
  mutating func time(_ row: inout Row) -> TimePlacement {
    let text = row.cells.text("period")
    if text.isEmpty { return .unsaid }
    if text.lowercased() == "all" { return .throughout }
    let names =
      listsPeriods
      ? entities(&row, "period", "period", periods)
      : text.split(separator: ";").map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    if names.isEmpty, row.isUsable {
      report(&row, "period", .missingValue, "The period names nothing; leave it empty if the source does not say when")
    }
    return names.isEmpty ? .unsaid : .periods(Set(names))
  }

  /// A period as the map calls it; another keeps its name, since not all that is counted must be listed.
  func period(_ text: String) -> String { text.isEmpty ? text : periods[text] ?? text }

  /// Who coded a row, spelt as the map lists its coders.
  func coder(_ cells: EvidenceTable.Row) -> String {
    let name = cells.text("coder")
    return name.isEmpty ? "" : coders[name] ?? name
  }

  static func article(_ noun: String) -> String { "aeiou".contains(noun.prefix(1)) ? "an" : "a" }
}

import Documents
public import MapDisclosure
import MapModel
import OrderedCollections

/// What was found when a map was read: its problems, how much of its files is used, and whether its claims hold.
public struct CheckReport: Sendable {
  /// The reading, as its audience may know it.
  public let published: PublishedReading
  /// What the evidence makes of the map's claims; `nil` if there is no map.
  public let claims: ClaimReport?

  /// Makes the report of a reading.
  /// - Complexity: that of ``ClaimReport``.
  public init(of published: PublishedReading) {
    self.published = published
    claims = published.map.map { ClaimReport(of: $0) }
  }

  /// Connections for and against which evidence speaks at the same place, on the whole map and in each area, in the order
  /// of the map.
  var disagreements: [FoundDisagreement] {
    guard let map = published.map?.map else { return [] }
    return map.connections.values.filter(\.mayBeContradicted)
      .sorted { map.order($0.id) < map.order($1.id) }
      .flatMap { connection in
        // Evidence can be against other evidence only where there is some of the connection.
        let areas = connection.isSaidOfAll ? Array(map.areas.keys) : map.areas(around: connection.namedAreas)
        return ([Scope.wholeMap] + areas.map(Scope.area)).compactMap { scope in
          map.disagreement(about: connection, in: scope).map {
            FoundDisagreement(connection: connection.id, scope: scope, kind: $0)
          }
        }
      }
  }

  /// The problems as comma-separated values: what, where, how often, and what to do.
  public var csv: String { CSVText.text(of: problemTable) }

  /// The same as a table.
  var problemTable: Document.Table {
    let isForTeam = published.audience == .team
    let header = ["severity", "code", "file", "line", "column", "message", "count", "lines", "sheet", "cell"]
    return Document.Table(
      header + (isForTeam ? ["example"] : []),
      rows: published.problems.map { row(of: $0) + (isForTeam ? [$0.example ?? ""] : []) })
  }

  private func row(of problem: Problem) -> [String] {
    let lines = problem.lines.isEmpty && !problem.isCountWithheld ? [problem.line].compactMap(\.self) : problem.lines
    return [
      problem.severity.rawValue, problem.code.rawValue, problem.file, CSVText.cell(problem.line),
      CSVText.cell(problem.column),
      problem.message, problem.isCountWithheld ? "" : String(problem.count),
      lines.map { String($0) }.joined(separator: ";"),
      problem.sheet ?? "", problem.cell ?? "",
    ]
  }
}

extension Connection {
  /// Whether there is evidence for it and evidence against it.
  fileprivate var mayBeContradicted: Bool {
    let (isSaid, isDenied) = (
      statements.contains { $0.stance == .present } || counts.contains { $0.value != .number(0) },
      statements.contains { $0.stance == .absent } || counts.contains { $0.value == .number(0) }
    )
    return isSaid && isDenied
  }

  /// Whether evidence is of every area.
  fileprivate var isSaidOfAll: Bool { statements.contains { $0.placement == .everywhere } }

  fileprivate var namedAreas: Set<Area.ID> {
    var areas = Set(counts.compactMap(\.area))
    for statement in statements { if case .areas(let named) = statement.placement { areas.formUnion(named) } }
    return areas
  }
}

extension NetworkMap {
  /// Areas with those in which they lie and those that lie in them, in the order of the map.
  fileprivate func areas(around named: Set<Area.ID>) -> [Area.ID] {
    // What is said of a larger area can hold in those that lie in it.
    if named.contains(where: { areas[$0]?.contains.isEmpty == false }) { return Array(areas.keys) }
    return areas.values.filter { named.contains($0.id) || !$0.contains.isEmpty }.map(\.id)
  }
}

/// Evidence for and against a connection at the same place.
struct FoundDisagreement {
  var connection: Connection.ID
  var scope: Scope
  var kind: Disagreement
}

extension CheckReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case audience, problems, groups, usage, sums, overlapping, limits, claims, theory, disagreements
  }

  private struct ProblemRow: Encodable {
    var severity: String
    var code: String
    var file: String
    @OrNull var line: Int?
    @OrNull var column: Int?
    @OrNull var sheet: String?
    @OrNull var cell: String?
    var message: String
    /// Not said where how many there are is for the team only.
    @OrNull var count: Int?
    var lines: [Int]
    var example: String?

    init(_ problem: Problem) {
      (severity, code, file) = (problem.severity.rawValue, problem.code.rawValue, problem.file)
      line = problem.line
      column = problem.column
      sheet = problem.sheet
      cell = problem.cell
      (message, lines, example) = (problem.message, problem.lines, problem.example)
      count = problem.isCountWithheld ? nil : problem.count
    }
  }

  /// Problems of one cause, with all places.
  private struct GroupRow: Encodable {
    struct Place: Encodable {
      var file: String
      /// Left out where the file is no workbook.
      var sheet: String?
      @OrNull var count: Int?
      var lines: [Int]
    }

    var severity: String
    var code: String
    var message: String
    @OrNull var count: Int?
    var places: [Place]

    init(_ group: ProblemGroup) {
      (severity, code) = (group.severity.rawValue, group.code.rawValue)
      (message, count) = (group.message, group.isCountWithheld ? nil : group.count)
      places = group.places.map {
        Place(file: $0.file, sheet: $0.sheet, count: $0.isCountWithheld ? nil : $0.count, lines: $0.lines)
      }
    }
  }

  private struct DisagreementRow: Encodable {
    var from: String
    var to: String
    var relation: String
    @OrNull var area: String?
    var kind: String

    init(_ found: FoundDisagreement) {
      (from, to) = (found.connection.source.rawValue, found.connection.target.rawValue)
      (relation, kind) = (found.connection.relation.rawValue, found.kind.rawValue)
      area = found.scope.area?.rawValue
    }
  }

  private struct UsageRow: Encodable {
    var file: String
    var unit: String
    @OrNull var total: Int?
    @OrNull var used: Int?
    var notUsed: [String: Int]
    /// What else is in the file; left out where there is nothing.
    var notRead: [String: Int]?

    init(_ usage: FileUsage) {
      (file, unit, notUsed) = (usage.file, usage.unit.rawValue, usage.leftOut)
      total = usage.total
      used = usage.used
      if !usage.notRead.isEmpty { notRead = Dictionary(uniqueKeysWithValues: usage.notRead.map { ($0.key, $0.value) }) }
    }

    /// A file of which it is not told.
    init(untold file: String) {
      (self.file, unit, notUsed) = (file, FileUsage.Unit.rows.rawValue, [:])
      total = nil
      used = nil
    }
  }

  /// Writes the problems, the usage of files and the verdicts on claims.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(published.audience.rawValue, forKey: .audience)
    try container.encode(published.problems.map(ProblemRow.init), forKey: .problems)
    try container.encode(published.problems.grouped.map(GroupRow.init), forKey: .groups)
    try container.encode(
      published.usage.map { UsageRow($0) } + published.untold.map(UsageRow.init(untold:)), forKey: .usage)
    try container.encode(published.sums.map(SumRow.init), forKey: .sums)
    try container.encode(published.overlapping.map(SumRow.init), forKey: .overlapping)
    try container.encode(published.limits.map(SumSentences.sentence), forKey: .limits)
    try container.encode(claims?.rows ?? [], forKey: .claims)
    try container.encode(claims?.steps ?? [], forKey: .theory)
    try container.encode(disagreements.map(DisagreementRow.init), forKey: .disagreements)
  }
}

import NetworkMaps

/// What `netmap check` found, for scripts and for whoever sent the data.
struct CheckReport: Encodable {
  struct Entry: Encodable {
    var severity: String
    var code: String
    var file: String
    @OrNull var line: Int?
    @OrNull var column: Int?
    var message: String
    var count: Int
    var lines: [Int]
    var example: String?

    init(_ problem: Problem) {
      severity = problem.severity.rawValue
      code = problem.code
      file = problem.file
      line = problem.line
      column = problem.column
      message = problem.message
      count = problem.count
      lines = problem.lines
      example = problem.example
    }
  }

  struct Usage: Encodable {
    var file: String
    var unit: String
    var total: Int
    var used: Int
    var notUsed: [String: Int]
  }

  struct ClaimEntry: Encodable {
    var id: String
    var verdict: String
    var because: String
    var words: String
    var reference: String
  }

  var audience: String
  var problems: [Entry]
  var usage: [Usage]
  var claims: [ClaimEntry]

  init(_ reading: PublishedReading, _ verdicts: [ClaimVerdict]) {
    audience = reading.audience.rawValue
    problems = reading.problems.map(Entry.init)
    claims = verdicts.map { verdict in
      ClaimEntry(
        id: verdict.id.rawValue, verdict: verdict.verdict.rawValue, because: verdict.because,
        words: verdict.claim.words, reference: verdict.claim.reference)
    }
    usage = reading.usage.map { usage in
      Usage(
        file: usage.file, unit: usage.unit.rawValue, total: usage.total, used: usage.used, notUsed: usage.leftOut)
    }
  }

  /// The problems as a table: what, where, how often, and what to do.
  static func csv(_ reading: PublishedReading) -> String {
    let isTeam = reading.audience == .team
    let header = ["severity", "code", "file", "line", "column", "message", "count", "lines"]
    return CSVText.text(
      header: header + (isTeam ? ["example"] : []),
      rows: reading.problems.map { row(of: $0) + (isTeam ? [$0.example ?? ""] : []) })
  }

  private static func row(of problem: Problem) -> [String] {
    let lines = problem.lines.isEmpty ? [problem.line].compactMap(\.self) : problem.lines
    let place = [problem.line, problem.column].map { $0.map(String.init) ?? "" }
    return [problem.severity.rawValue, problem.code, problem.file] + place
      + [problem.message, String(problem.count), lines.map(String.init).joined(separator: ";")]
  }
}

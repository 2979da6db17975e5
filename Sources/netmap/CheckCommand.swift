import ArgumentParser
import MapModel
import NetworkMaps

/// `netmap check`: every problem of a map.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List every problem in a map's definition and evidence.",
    discussion: "Ends with exit code 1 if there are errors; warnings alone are fine.")

  @Argument(help: "The map folder.", completion: .directory)
  var map: String

  @Option(help: "How to print: text, csv or json.")
  var format: OutputFormat = .text

  func run() throws {
    let reading = MapFolder.read(at: map, options: MapOptions.readingOptions())
    switch format {
    case .text: printText(reading)
    case .csv: Console.print(Self.csv(reading.problems))
    case .json: Console.print(try JSONText.text(of: Report(problems: reading.problems.map(Report.Entry.init))))
    }
    if reading.hasErrors { throw ExitCode(1) }
  }

  private func printText(_ reading: MapFolder.Reading) {
    for problem in reading.problems { Console.print(problem.description + "\n") }
    let errors = reading.problems.count { $0.severity == .error }
    let warnings = reading.problems.count - errors
    if let map = reading.map {
      let statements = map.connections.values.reduce(0) { $0 + $1.statements.count }
      let counts = map.connections.values.reduce(0) { $0 + $1.counts.count }
      let present = map.connections.values.count { map.presence(of: $0).isOnMap }
      Console.print(
        "\(map.title.visibleOnOneLine): \(counted(map.actors.count, "actor")), \(counted(present, "connection")) from"
          + " \(counted(statements, "statement")) and \(counted(counts, "count")),"
          + " \(counted(map.areas.count, "area")), \(counted(map.figures.count, "figure")).\n")
    }
    Console.print(
      errors + warnings == 0
        ? "No problems.\n" : "\(counted(errors, "error")), \(counted(warnings, "warning")).\n")
  }

  private static func csv(_ problems: [Problem]) -> String {
    CSVText.text(
      header: ["severity", "code", "file", "line", "column", "message"],
      rows: problems.map { problem in
        [
          problem.severity.rawValue, problem.code, problem.file, problem.line.map(String.init) ?? "",
          problem.column.map(String.init) ?? "", problem.message,
        ]
      })
  }

  /// The report for scripts.
  private struct Report: Encodable {
    struct Entry: Encodable {
      var severity: String
      var code: String
      var file: String
      var line: Int?
      var column: Int?
      var message: String

      private enum CodingKeys: String, CodingKey {
        case severity, code, file, line, column, message
      }

      /// Writes the entry; a place that is not known is `null`.
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(severity, forKey: .severity)
        try container.encode(code, forKey: .code)
        try container.encode(file, forKey: .file)
        try container.encode(line, forKey: .line)
        try container.encode(column, forKey: .column)
        try container.encode(message, forKey: .message)
      }

      init(_ problem: Problem) {
        severity = problem.severity.rawValue
        code = problem.code
        file = problem.file
        line = problem.line
        column = problem.column
        message = problem.message
      }
    }

    var problems: [Entry]
    /// Claims come with the analysis of maps; until then no map has any.
    var claims: [String] = []
  }
}

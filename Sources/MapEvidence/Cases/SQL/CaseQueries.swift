public import MapModel
import Tabular

/// Statements by which a database counts the cases of a map.
///
/// Case data stay where they are. What comes out of the database are the different values of columns that rules read
/// (``profile(withComparedColumns:)``), numbers of connections (``Decided/counts``) and numbers of checks.
public struct CaseQueries: Sendable {
  /// What is wrong with the request, in words.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
  }

  /// Statements by what the values of a profile mean.
  public struct Decided: Sendable {
    /// Counts by the rules of the map.
    public let counts: String
    /// Checks of rows that only the whole table can answer.
    public let checks: String
    /// What the values show to be wrong, by the profile's lines.
    public let problems: [Problem]
  }

  let tables: CaseTables
  /// The smallest number of rows whose value messages may name: whoever prints statements has the cases.
  var minimum = 1

  /// Prepares statements for the rules of a map.
  /// - Parameters:
  ///   - files: the map; of its evidence nothing is read.
  ///   - tableNames: the tables in which the rows stand. One takes the place of all files that the map names, else each
  ///     that of one file; without any, tables are called as the map says, or as its files.
  ///   - item: which item of `mi` with rules is meant, from 1; `nil` for the only one.
  /// - Throws: ``Fault`` if the map has no such rules, or its definition has errors.
  public init(
    _ files: MapFiles, tables tableNames: [TableName] = [], dialect: SQLDialect, item: Int? = nil,
    today: CalendarDay = .today
  ) throws(Fault) {
    let (definition, problems) = FolderReader.definition(of: files)
    guard let definition, !problems.contains(where: { $0.severity == .error }) else {
      let first = problems.first { $0.severity == .error }
      throw Fault(description: "\(first?.description ?? "The map cannot be read"). `netmap check` lists all errors")
    }
    let all = definition.caseFiles
    guard !all.isEmpty else {
      throw Fault(
        description: "The map has no rules that count cases; give an item of `mi:` in map.yaml `columns:` and `rules:`")
    }
    guard let cases = item.map({ all.indices.contains($0 - 1) ? all[$0 - 1] : nil }) ?? (all.count == 1 ? all[0] : nil)
    else {
      throw Fault(description: "The map has \(all.count) items of `mi` with rules; say which is meant: `--item 1`")
    }
    self = try CaseQueries(cases, definition, tableNames, dialect, today)
  }

  init(
    _ cases: CaseFiles, _ definition: MapDefinition, _ tableNames: [TableName], _ dialect: SQLDialect,
    _ today: CalendarDay
  ) throws(Fault) {
    var cases = cases
    let tableNames = tableNames.isEmpty ? cases.query?.tables ?? [] : tableNames
    if let table = tableNames.first, tableNames.count == 1 {
      cases.files = [.init(name: table.text)]
    } else if !tableNames.isEmpty, tableNames.count != cases.files.count {
      throw Fault(
        description:
          "The map counts \(cases.files.count) files together, and \(tableNames.count) tables are named; name"
          + " one table for all, or one for each file, in their order")
    }
    let names = tableNames.isEmpty ? cases.files.map { Self.table(ofFile: $0.name) } : tableNames
    guard
      let plan = CountingPlan(
        cases, actors: definition.actorNames, areas: definition.areaNames, order: definition.areas.map(\.id),
        groups: definition.actorGroups, today: today)
    else { throw Fault(description: "Nobody says which column holds the case ids; name it under `columns:`") }
    tables = CaseTables(plan, in: names, dialect)
  }

  /// The table that bears a file's name, without its folder and its ending.
  private static func table(ofFile name: String) -> TableName {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let stem = last.split(separator: ".").first.map(String.init) ?? last
    return TableName(named: stem)
  }

  /// A statement for the different values of the columns that rules read, each with its number of rows.
  /// - Parameter hasAll: whether columns are among them that are only compared, such as dates of birth.
  public func profile(withComparedColumns hasAll: Bool = false) -> String {
    tables.profile(withComparedColumns: hasAll)
  }

  /// Statements for counts and checks, by a profile in a file.
  /// - Throws: ``Fault`` if it is none, or of another map.
  public func decided(byProfileAt path: String) throws(Fault) -> Decided {
    let source = ByteSource.disk(path: path)
    guard source.standing == .file, let bytes = try? FileChunks.all(of: source, takesDigest: false).bytes else {
      throw Fault(
        description:
          "The profile \(path.quotedInMessage) cannot be read; run the statement of `netmap sql profile` first,"
          + " and save its result as CSV")
    }
    return try decided(by: bytes, file: path)
  }

  /// Statements for counts and checks.
  /// - Parameters:
  ///   - profile: what the statement of ``profile(withComparedColumns:)`` gave, as CSV.
  ///   - file: what messages call it.
  /// - Throws: ``Fault`` if it is none, or of another map.
  public func decided(by profile: [UInt8], file: String) throws(Fault) -> Decided {
    var problems: [Problem] = []
    guard let profile = CaseProfile(profile, file: file, of: tables, problems: &problems),
      !problems.contains(where: { $0.severity == .error })
    else { throw Fault(description: problems.first { $0.severity == .error }?.description ?? "\(file) is no profile") }
    let values = DecidedValues(tables, profile)
    let statement = CountStatement(tables: tables, values: values)
    let context = CaseFindings.Context(
      files: [file], minimum: minimum, actors: tables.plan.actorNames, areas: tables.plan.areaNames,
      isMonthFirst: tables.plan.isMonthFirst ?? false)
    return Decided(
      counts: statement.text, checks: CheckStatement(counts: statement).text,
      problems: problems + values.findings.problems(context))
  }
}

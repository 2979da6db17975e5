import MapModel
import Tabular

/// Reads numbers of cases that a database counted: from the files in which somebody saved them, or from a program that
/// counts them now.
struct CaseQueryReader {
  private let cases: CaseFiles
  private let definition: MapDefinition
  private let options: ReadingOptions
  private(set) var problems: [Problem] = []

  init(_ cases: CaseFiles, _ definition: MapDefinition, _ options: ReadingOptions) {
    (self.cases, self.definition, self.options) = (cases, definition, options)
  }

  /// Reads the numbers; `nil` if there are none to be had, which is then reported.
  mutating func read(_ files: inout FolderFiles) -> CaseReader.Result? {
    guard let query = cases.query else { return nil }
    let queries: CaseQueries
    do throws(CaseQueries.Fault) {
      var made = try CaseQueries(cases, definition, [], query.engine?.dialect ?? .postgresql, options.today)
      made.minimum = definition.disclosure.minimum
      queries = made
    } catch {
      // A column of ids that nobody names was reported where the definition is read.
      return nil
    }
    if let engine = query.engine {
      switch options.programs {
      case .started: return run(engine, query, queries, files)
      case .passedOver: return nil
      case .refused:
        problems.append(
          Problem(
            code: .programNotStarted, file: cases.place.file, line: cases.place.line,
            message:
              "The map asks for `\(engine.rawValue)` to count cases, and no program is started unless you say so. If"
              + " you trust whoever made the map, look at what `query:` names and add --run-queries; or save what `netmap"
              + " sql count` gives in a file and name that: `query: {table: \(query.tables[0].text), counts: counts.csv}`"
          ))
        return nil
      }
    }
    guard let name = query.counts, let bytes = files.bytes(of: name, .counts, isDeclared: true) else { return nil }
    if let name = query.checks, let bytes = files.bytes(of: name, .counts, isDeclared: true) {
      problems += CheckResult.problems(bytes, file: name)
    }
    return result(bytes, file: name, queries.tables.plan)
  }

  private mutating func result(_ bytes: [UInt8], file: String, _ plan: CountingPlan) -> CaseReader.Result? {
    guard let counted = CountResult(bytes, file: file, by: plan, problems: &problems)?.connections else { return nil }
    let connections = counted.all(of: counted.sortedGroups, threads: 1)
    return CaseReader.Result(connections: connections, actors: counted.actors.made, dateOrders: DateOrders(plan))
  }

  // MARK: Programs

  /// Lets a program count: once for the values, once for the numbers and once for the checks.
  private mutating func run(
    _ engine: CaseQuery.Engine, _ query: CaseQuery, _ queries: CaseQueries, _ files: FolderFiles
  ) -> CaseReader.Result? {
    let place = cases.place
    let label = "\(engine.rawValue) (\(cases.names.joined(separator: ", ")))"
    do throws(DatabaseProgram.Fault) {
      let program = try DatabaseProgram(engine, query, files.files)
      let profile = try program.run(queries.profile())
      let decided: CaseQueries.Decided
      do throws(CaseQueries.Fault) {
        decided = try queries.decided(by: profile, file: label)
      } catch { throw .failed(error.description) }
      problems += decided.problems
      let result = result(try program.run(decided.counts), file: label, queries.tables.plan)
      problems += CheckResult.problems(try program.run(decided.checks), file: label)
      return result
    } catch {
      let code: Problem.Code = if case .missing = error { .missingProgram } else { .failedQuery }
      problems.append(Problem(code: code, file: place.file, line: place.line, message: error.description))
      return nil
    }
  }
}

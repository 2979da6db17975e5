import Foundation
import TestSupport
import Testing

@testable import MapEvidence

/// An engine that runs statements, by a script that starts and stops it.
struct Engine: Sendable, CustomTestStringConvertible {
  /// Tables and statements that read them.
  struct Job: Encodable {
    /// By name, the header and the rows.
    var tables: [String: [[String?]]] = [:]
    var statements: [String]
    /// What is done before the tables are made.
    var prepare: String?
  }

  /// What a statement gave: a table as CSV, or an error.
  struct Answer: Decodable {
    var csv: String?
    var error: String?
  }

  let dialect: SQLDialect
  var testDescription: String { dialect.rawValue }

  /// Python with the engines, or what reaches them.
  static let python = InstalledProgram(Package.path + "/.build/peers/bin/python")
  static let script = Package.path + "/Tests/MapEvidenceTests/Engines/engines.py"
  /// What starts at once, in this order: those that take longest last.
  static let all = [SQLDialect.sqlite, .duckdb, .postgresql, .spark].map(Engine.init)

  /// Whether its tests run.
  var isThereOrDemanded: Bool {
    if InstalledProgram.areDemanded { return true }
    let check =
      switch dialect {
      case .sqlite: "import sqlite3"
      case .duckdb: "import duckdb"
      case .spark: "import pyspark, shutil, sys; sys.exit(shutil.which('java') is None)"
      default: "import glob, sys; sys.exit(not glob.glob('/usr/lib/postgresql/*/bin/initdb'))"
      }
    return Self.python.isThereOrDemanded && (try? Self.python.run(["-c", check]).code) == 0
  }

  /// Runs jobs, one after the other.
  func run(_ jobs: [Job]) throws -> [[Answer]] {
    let text = String(decoding: try JSONEncoder().encode(jobs), as: UTF8.self)
    let folder = try TemporaryFolder(["jobs.json": text])
    let results = folder.path + "/results.json"
    let run = try Self.python.run([Self.script, dialect.rawValue, folder.path + "/jobs.json", results])
    guard run.code == 0 else { throw EngineError(description: String(run.text.suffix(3000))) }
    return try JSONDecoder().decode([[Answer]].self, from: Data(contentsOf: URL(filePath: results)))
  }
}

struct EngineError: Error, CustomStringConvertible { var description: String }

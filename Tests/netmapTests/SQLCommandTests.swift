import Foundation
import TestSupport
import Testing

/// Cases that stand in a database, through the built program and programs of databases.
struct SQLCommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let script = Package.path(to: "Tests/MapEvidenceTests/Engines/engines.py")
  private static let hasPostgreSQL = InstalledProgram("psql").isThereOrDemanded && python.isThereOrDemanded
  private static let hasDuckDB =
    InstalledProgram(Package.path(to: ".build/peers/bin/duckdb")).isThereOrDemanded

  /// The path on which `netmap` and the programs of the peers are found.
  private static let path =
    [
      URL(filePath: netmap.path).deletingLastPathComponent().path(), Package.path(to: ".build/peers/bin"),
      ProcessInfo.processInfo.environment["PATH"] ?? "",
    ].joined(separator: ":")

  /// The map of `Maps/case-level` with a query in the place of its files.
  private static func folder(_ query: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let source = URL(filePath: Package.path(to: "Maps/case-level"))
    try FileManager.default.createDirectory(atPath: folder.path + "/my-map", withIntermediateDirectories: true)
    for name in ["fieldwork.csv", "highlights.csv"] {
      try folder.write(Data(contentsOf: source.appending(path: name)), to: "my-map/" + name)
    }
    let text = try String(contentsOf: source.appending(path: "map.yaml"), encoding: .utf8)
    let changed = text.replacing(
      "- files: [cases-2024.csv, cases-2025.csv]     # counted together: a case in both files is one case",
      with: "- query: \(query)")
    #expect(changed != text)
    try folder.write(Data(changed.utf8), to: "my-map/map.yaml")
    return folder
  }

  /// What the team sees of all that is counted, with the file of cases read as a file.
  private static func expected(_ cases: Data) throws -> String {
    let folder = try folder("{counts: x}")
    let text = try folder.text(of: "my-map/map.yaml").replacing("- query: {counts: x}", with: "- file: cases-2025.csv")
    try folder.write(Data(text.utf8), to: "my-map/map.yaml")
    try folder.write(cases, to: "my-map/cases-2025.csv")
    return try counts(folder)
  }

  private static func counts(_ folder: TemporaryFolder, environment: [String: String] = [:]) throws -> String {
    let run = try netmap.run(
      ["query", "my-map", "--audience", "team", "--format", "csv", "--run-queries"], in: folder.path,
      environment: environment)
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  @Test(.enabled("there is no PostgreSQL, or no Python") { hasPostgreSQL })
  func `the walk of the article leads from a table in PostgreSQL to a figure`() throws {
    let article = try String(
      contentsOfFile: Package.path(to: "Sources/NetworkMaps/NetworkMaps.docc/CasesInADatabase.md"), encoding: .utf8)
    let blocks = article.components(separatedBy: "```sh\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 4)
    let folder = try Self.folder("{table: public.cases, counts: counts.csv, checks: checks.csv}")
    let script =
      "cd '\(folder.path)'\n" + blocks.joined() + "netmap query my-map --audience team --format csv > all.csv\n"
    // Without files between: the program itself is run.
    let own =
      script + "sed -i 's/counts: counts.csv, checks: checks.csv/engine: psql/' my-map/map.yaml\n"
      + "rm my-map/counts.csv my-map/checks.csv\nnetmap query my-map --run-queries --audience team --format csv > own.csv\n"
    try folder.write(Data(own.utf8), to: "walk.sh")
    let cases = Package.path(to: "Maps/case-level/cases-2025.csv")
    let walk = InstalledProgram(Package.path(to: ".build/peers/bin/python"), environment: ["PATH": Self.path])
    let run = try walk.run([Self.script, "walk", folder.path + "/walk.sh", cases])
    #expect(run.code == 0, "\(run.text)")
    #expect(run.text.contains("passed: all"), "\(run.text)")
    #expect(folder.names.contains("Figures"))
    let expected = try Self.expected(Data(contentsOf: URL(filePath: cases)))
    #expect(expected.split(separator: "\n").count > 20)
    #expect(try folder.text(of: "all.csv") == expected)
    #expect(try folder.text(of: "own.csv") == expected)
  }

  @Test(.enabled("there is no DuckDB") { hasDuckDB })
  func `netmap runs DuckDB on a file of the map folder`() throws {
    let folder = try Self.folder("{engine: duckdb, file: cases.csv}")
    let cases = URL(filePath: Package.path(to: "Maps/case-level/cases-2025.csv"))
    // A table has all cells of each row, and none of a part of a row.
    let lines = try String(contentsOf: cases, encoding: .utf8).split(whereSeparator: \.isNewline)
    let commas = lines[0].count { $0 == "," }
    let rows = lines.filter { line in line.count { $0 == "," } == commas && !line.contains("\"") }
    let table = Data((rows.joined(separator: "\n") + "\n").utf8)
    try folder.write(table, to: "my-map/cases.csv")
    #expect(try Self.counts(folder, environment: ["PATH": Self.path]) == Self.expected(table))
  }

  @Test func `a program that is not there, or fails, is told in a sentence`() throws {
    let folder = try Self.folder("{engine: duckdb, file: cases.csv}")
    let missing = try Self.netmap.run(
      ["check", "my-map", "--run-queries"], in: folder.path, environment: ["PATH": folder.path])
    #expect(missing.code == 1)
    #expect(missing.output.contains("The program `duckdb` is not there"), "\(missing.output)")
    func fails(_ script: String) throws -> String {
      try folder.write(Data("#!/bin/sh\n\(script)\n".utf8), to: "duckdb")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/duckdb")
      return try Self.netmap.run(
        ["check", "my-map", "--run-queries"], in: folder.path,
        environment: ["PATH": folder.path + ":/usr/bin:/bin"]
      ).output
    }
    #expect(try fails("echo 'Catalog Error: no such table' >&2; exit 1").contains("ended with an error: Catalog Error"))
    #expect(try fails("echo surprise").contains("should name the columns table_number"))
    let text = try folder.text(of: "my-map/map.yaml").replacing(
      "file: cases.csv}", with: "file: cases.csv, seconds: 1}")
    try folder.write(Data(text.utf8), to: "my-map/map.yaml")
    #expect(try fails("exec sleep 20").contains("was stopped after 1 second without an answer"))
  }

  @Test func `no verb starts a program that a map names unless that is agreed to`() throws {
    let folder = try Self.folder("{engine: duckdb, file: cases.csv}")
    try folder.write(Data("#!/bin/sh\ntouch '\(folder.path)/started'\n".utf8), to: "duckdb")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/duckdb")
    func run(_ arguments: String...) throws -> BuiltProgram.Run {
      try Self.netmap.run(arguments, in: folder.path, environment: ["PATH": folder.path + ":/usr/bin:/bin"])
    }
    let check = try run("check", "my-map")
    #expect(check.code == 1)
    #expect(check.output.contains("no program is started unless you say so"), "\(check.output)")
    #expect(check.output.contains("--run-queries") && check.output.contains("counts: counts.csv"))
    let others = [
      ["query", "my-map"], ["compare", "my-map"], ["audit", "my-map"], ["convert", "my-map", "map.xlsx"],
      ["page", "my-map", "--output", "map.html"], ["sql", "profile", "my-map", "--dialect", "duckdb"],
    ]
    for arguments in others { _ = try Self.netmap.run(arguments, in: folder.path, environment: ["PATH": folder.path]) }
    #expect(!folder.names.contains("started"))
    _ = try run("check", "my-map", "--run-queries")
    #expect(folder.names.contains("started"))
  }

  @Test(arguments: [
    "{table: public.cases, counts: counts.csv, checks: checks.csv}",
    "{engine: psql, tables: [a, '\"odd;name\"'], seconds: 5}",
    "{engine: duckdb, file: cases.duckdb, table: '\"odd.name\"'}",
  ])
  func `a map with a query becomes a workbook and a folder again`(query: String) throws {
    let folder = try Self.folder(query)
    let header = "rule,area,from,relation,to,measure,period,count,of,reference\n"
    try folder.write(Data(header.utf8), to: "my-map/counts.csv")
    try folder.write(Data("code,column_name,other_column,row_count\nrows,,,3\n".utf8), to: "my-map/checks.csv")
    let there = try Self.netmap.run(["convert", "my-map", "my-map/map.xlsx"], in: folder.path)
    #expect(there.code == 0, "\(there.errors)")
    let back = try Self.netmap.run(["convert", "my-map/map.xlsx", "back"], in: folder.path)
    #expect(back.code == 0, "\(back.errors)")
    for file in ["counts.csv", "checks.csv"] where query.contains(file) {
      #expect(back.errors.contains("\(file) is read where it stands"), "\(back.errors)")
    }
    // The statements say all that the query and its rules do.
    func statement(_ map: String) throws -> String {
      let run = try Self.netmap.run(["sql", "profile", map, "--dialect", "postgresql"], in: folder.path)
      #expect(run.code == 0, "\(run.errors)")
      return run.output
    }
    #expect(try statement("back") == statement("my-map"))
    #expect(try statement("my-map/map.xlsx") == statement("my-map"))
    let text = try folder.text(of: "back/map.yaml").replacing("\"", with: "")
    for word in ["engine: ", "seconds: 5", "counts: counts.csv", "checks: checks.csv"] where query.contains(word) {
      #expect(text.contains(word), "\(text)")
    }
  }

  @Test func `wrong usage is told with what to do`() throws {
    let map = Package.path(to: "Maps/ami")
    let without = try Self.netmap.run("sql", "profile", map, "--dialect", "duckdb")
    #expect(without.code == 1 && without.errors.contains("The map has no rules that count cases"), "\(without.errors)")
    let cases = Package.path(to: "Maps/case-level")
    let table = try Self.netmap.run("sql", "profile", cases, "--dialect", "duckdb", "--table", "a..b")
    #expect(table.code == 2 && table.errors.contains("is not the name of a table"), "\(table.errors)")
    let profile = try Self.netmap.run("sql", "count", cases, "--dialect", "duckdb", "--profile", "nothing.csv")
    #expect(profile.code == 1 && profile.errors.contains("netmap sql profile"), "\(profile.errors)")
    let help = try Self.netmap.run("sql", "--help")
    #expect(help.output.contains("not run here"), "\(help.output)")
  }
}

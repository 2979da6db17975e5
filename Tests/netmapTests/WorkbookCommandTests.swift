import Foundation
import TestSupport
import Testing

/// Maps that are workbooks, through the built program, and as other programs see them.
struct WorkbookCommandTests {
  private static let netmap = BuiltProgram("netmap")
  private static let office = InstalledProgram("soffice")
  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))

  private static func made(_ folder: TemporaryFolder, _ arguments: [String]) throws {
    let run = try netmap.run(arguments, in: folder.path)
    #expect(run.code == 0, "\(arguments) \(run.errors)")
  }

  @Test func `a new workbook passes check, is drawn, and becomes a folder that says the same`() throws {
    let folder = try TemporaryFolder()
    try Self.made(folder, ["new", "--workbook", "map.xlsx"])
    try Self.made(folder, ["new", "map"])
    try Self.made(folder, ["convert", "map.xlsx", "again"])
    let runs = try ["map.xlsx", "map", "again"].map { map in
      try [["check", map], ["query", map, "--evidence"], ["gaps", map]].map { try Self.netmap.run($0, in: folder.path) }
    }
    #expect(runs.flatMap { $0 }.allSatisfy { $0.code == 0 })
    #expect(runs[0].map(\.output) == runs[1].map(\.output))
    #expect(runs[0].map(\.output) == runs[2].map(\.output))
    try Self.made(folder, ["figures", "map.xlsx", "--output", "Figures"])
    #expect(folder.names == ["Figures", "again", "map", "map.xlsx"])
  }

  @Test func `an empty workbook passes check, and has no row of the example`() throws {
    let folder = try TemporaryFolder()
    try Self.made(folder, ["new", "--workbook", "--empty", "map.xlsx"])
    let check = try Self.netmap.run(["check", "map.xlsx"], in: folder.path)
    #expect(check.code == 0 && check.output.contains("0 actors, 0 connections"), "\(check.output)")
    #expect(check.output.hasSuffix("No problems.\n"), "\(check.output)")
    let gaps = try Self.netmap.run(["gaps", "map.xlsx"], in: folder.path).output
    #expect(gaps.contains("listed on the sheet Expectations of map.xlsx") && !gaps.contains("map.yaml"), "\(gaps)")
    #expect(try Self.netmap.run(["new", "--empty", "map"], in: folder.path).code == 2)
    #expect(folder.names == ["map.xlsx"])
  }

  @Test func `groups that were interviewed and speak for nobody are told, with the sheet to fill`() throws {
    let folder = try TemporaryFolder()
    try Self.made(folder, ["new", "map"])
    let text = try folder.text(of: "map/map.yaml")
    let silent = text.replacing(", speaks-for: [friends, coordinators, reading-hour]", with: "")
    #expect(silent != text)
    try folder.write(Data(silent.utf8), to: "map/map.yaml")
    try Self.made(folder, ["convert", "map", "map.xlsx"])
    let check = try Self.netmap.run(["check", "map.xlsx"], in: folder.path).output
    #expect(check.contains("Interviews were held with \"Volunteers\", of whom nothing says"), "\(check)")
    #expect(check.contains("on the sheet Informants") && check.contains("[silent-group]"), "\(check)")
    let meant = text.replacing("[friends, coordinators, reading-hour]", with: "[]")
    try folder.write(Data(meant.utf8), to: "map/map.yaml")
    try Self.made(folder, ["convert", "map", "meant.xlsx"])
    #expect(try Self.netmap.run(["check", "meant.xlsx"], in: folder.path).output.hasSuffix("No problems.\n"))
  }

  @Test func `neither the workbook nor what is in the way is written over`() throws {
    let folder = try TemporaryFolder(["plain": "old\n"])
    try Self.made(folder, ["new", "--workbook", "map.xlsx"])
    let before = try Data(contentsOf: URL(filePath: folder.path + "/map.xlsx"))
    for (arguments, code) in [
      (["new", "--workbook", "map.xlsx"], 2), (["new", "--workbook", "map"], 2), (["new", "other.xlsx"], 2),
      (["convert", "map.xlsx", "map.xlsx"], 2), (["convert", "map.xlsx", "other.xlsx"], 2),
      (["convert", "map.xlsx", "."], 2), (["page", "map.xlsx", "--output", "map.xlsx"], 2),
      (["convert", "plain", "new.xlsx"], 1), (["convert", "nothing", "new.xlsx"], 1),
    ] as [([String], Int32)] {
      let run = try Self.netmap.run(arguments, in: folder.path)
      #expect(run.code == code, "\(arguments) \(run.errors)")
      #expect(!run.errors.isEmpty && run.output.isEmpty, "\(arguments)")
    }
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/map.xlsx")) == before)
    #expect(folder.names == ["map.xlsx", "plain"])
  }

  @Test(
    .enabled(if: office.isThereOrDemanded, "LibreOffice is not installed"),
    arguments: ["ami", "wellbeing", "case-level"])
  func `a map that LibreOffice has opened and saved is the same map`(name: String) throws {
    let folder = try TemporaryFolder()
    try Self.made(folder, ["convert", Package.path(to: "Maps/\(name)"), "map.xlsx"])
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let run = try Self.office.run(
      [profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "saved", "map.xlsx"],
      in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    for verb in [["check"], ["query", "--format", "json"], ["measure", "--format", "csv"]] {
      let runs = try ["map.xlsx", "saved/map.xlsx", Package.path(to: "Maps/\(name)")].map { map in
        try Self.netmap.run([verb[0], map] + verb.dropFirst() + ["--audience", "team"], in: folder.path)
      }
      #expect(runs[0].output == runs[1].output, "\(verb)")
      if verb != ["check"] { #expect(runs[0].output == runs[2].output, "\(verb)") }
    }
  }

  @Test(.enabled(if: python.isThereOrDemanded, "openpyxl is not installed"))
  func `openpyxl finds the explanations and the choices of a new workbook`() throws {
    let folder = try TemporaryFolder([
      "look.py": """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      actors = book["Actors"]
      print(actors.freeze_panes, actors["A1"].value, actors["A1"].font.bold, actors["A2"].value[:2])
      column = {c.value: c.column_letter for c in actors[1]}["role"]
      for validation in actors.data_validations.dataValidation:
          if f"{column}3" in validation.sqref: print(validation.type, validation.formula1)
      statements = book["Statements"]
      column = {c.value: c.column_letter for c in statements[1]}["stance"]
      for validation in statements.data_validations.dataValidation:
          if f"{column}3" in validation.sqref: print(validation.type, validation.formula1)
      print(book["referrals"]["G3"].value)
      """
    ])
    try Self.made(folder, ["new", "--workbook", "map.xlsx"])
    let run = try Self.python.run(["look.py", "map.xlsx"], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    #expect(
      run.text == """
        A3 id True # 
        list 'Roles'!$A$3:$A$2000
        list "present,absent,unclear"
        48

        """)
  }
}

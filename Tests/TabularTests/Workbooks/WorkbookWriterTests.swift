import Foundation
import TestSupport
import Testing

@testable import Tabular

struct WorkbookWriterTests {
  private static func fault(_ sheets: [WorkbookSheet]) -> String? {
    do throws(WorkbookFault) {
      _ = try WorkbookWriter.bytes(of: sheets)
      return nil
    } catch { return error.description }
  }

  @Test func `says what Excel could not open`() {
    for name in ["", String(repeating: "x", count: 32), "a/b", "a[1]", "'a", "history"] {
      #expect(Self.fault([WorkbookSheet(name)])?.contains("cannot be the name") == true)
    }
    #expect(Self.fault([WorkbookSheet("a"), WorkbookSheet("A")])?.contains("Two sheets") == true)
    var hidden = WorkbookSheet("a")
    hidden.isHidden = true
    #expect(Self.fault([hidden])?.contains("shows") == true)
    for (text, words) in [
      ("\u{1B}[31m", "control character"), ("\u{FFFF}", "control character"),
      (String(repeating: "x", count: 32_768), "32,767"),
    ] {
      #expect(Self.fault([WorkbookSheet("a", [.init([.empty, .text(text)])])])?.contains(words) == true)
    }
    #expect(Self.fault([WorkbookSheet("a", [.init([.decimal(.nan)])])])?.hasPrefix("Cell A1") == true)
    var choices = WorkbookSheet("a")
    choices.choices = [.init(column: 1, rows: 1...2, .list(["a,b"]))]
    #expect(Self.fault([choices])?.contains("hold commas") == true)
  }

  // MARK: Other programs

  private static let python = InstalledProgram(Package.path(to: ".build/peers/bin/python"))
  private static let hasOpenpyxl =
    InstalledProgram.areDemanded || (try? python.run(["-c", "import openpyxl"]).code) == 0
  private static let office = InstalledProgram("soffice")

  private static let texts = [
    "a", "007", " b ", "=1+1", "<&>\"'", "\u{E9}\u{1F600}", "two\nlines", "#N/A", "TRUE", "_x0041_",
  ]

  private static func randomSheets() -> [WorkbookSheet] {
    (1...3).map { number in
      var sheet = WorkbookSheet("Sheet's \(number)")
      sheet.isHidden = number == 2
      sheet.frozenRows = 1
      sheet.columns = [.init(width: 10, isText: true), .init(width: 20)]
      sheet.choices = [
        .init(column: 1, rows: 2...9, .list(["a \"b\"", "c"])),
        .init(column: 2, rows: 2...9, .range(sheet: "Sheet's 1", column: 1, rows: 1...3), allowsOthers: true),
      ]
      sheet.rows = (0..<Int.random(in: 1...60)).map { row in
        let cells: [WorkbookSheet.Cell] = (0..<Int.random(in: 0...12)).map { _ in
          switch Int.random(in: 0...5) {
          case 0: .empty
          case 1: .whole(Int.random(in: -1_000_000_000_000...1_000_000_000_000))
          // As many digits as Excel keeps.
          case 2: .decimal(Double(Int.random(in: -999_999...999_999)) / 1000)
          case 3: .truth(.random())
          default: .text(texts.randomElement() ?? "")
          }
        }
        return .init(cells, look: row == 0 ? .header : .plain)
      }
      return sheet
    }
  }

  /// What a cell shows.
  private static func shown(_ cell: WorkbookSheet.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .whole(let number): String(number)
    case .decimal(let number): number == number.rounded() ? String(Int(number)) : "\(number)"
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    }
  }

  private static func shown(_ sheet: WorkbookSheet) -> [[String]] {
    sheet.rows.map { trimmed($0.cells.map(shown)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ cells: [String]) -> [String] {
    cells.prefix((cells.lastIndex { !$0.isEmpty } ?? -1) + 1) + []
  }

  private static func read(_ path: String) throws -> [[[String]]] {
    let workbook = try Workbook(.disk(path: path))
    return try workbook.sheets.map { try workbook.table(of: $0).rows.map { trimmed($0.cells) } }
  }

  @Test(.enabled(if: hasOpenpyxl, "no openpyxl: .setup/peers installs it"), arguments: 0..<5)
  func `openpyxl reads what is written, and writes what is read, cell by cell`(_: Int) throws {
    let sheets = Self.randomSheets()
    let folder = try TemporaryFolder()
    let bytes = try WorkbookWriter.bytes(of: sheets)
    #expect(try WorkbookWriter.bytes(of: sheets) == bytes)
    try folder.write(Data(bytes), to: "ours.xlsx")
    let script = """
      import json, openpyxl, random, datetime, decimal
      ours = openpyxl.load_workbook("ours.xlsx")
      def shown(v):
        if v is None: return ""
        if isinstance(v, bool): return str(v).upper()
        if isinstance(v, float): return format(decimal.Decimal(repr(v)).normalize(), "f")
        if isinstance(v, datetime.datetime): return v.date().isoformat() if v.time() == datetime.time() else v.isoformat()
        if isinstance(v, datetime.date): return v.isoformat()
        return str(v)
      def rows(sheet): return [[shown(c) for c in row] for row in sheet.iter_rows(values_only=True)]
      json.dump([[s.title, s.sheet_state, s.freeze_panes, rows(s)] for s in ours], open("ours.json", "w"))
      theirs = openpyxl.Workbook()
      theirs.remove(theirs.active)
      made = []
      for n in range(3):
        sheet = theirs.create_sheet("S%d" % n)
        lines = []
        for r in range(random.randrange(1, 60)):
          line = []
          for c in range(random.randrange(1, 12)):
            day = datetime.datetime(1900, 3, 1) + datetime.timedelta(days=random.randrange(60000))
            v = random.choice([None, "text", "0012", " x", "\\u00e9", "a\\nb", True, False, random.randrange(-10**14, 10**14),
              random.randrange(10**6) / 1000, random.random() < 2 and round(random.random(), 12), day,
              day + datetime.timedelta(seconds=random.randrange(86400)), day.date()])
            if v is not None: sheet.cell(r + 1, c + 1, v)
            line.append(shown(v))
          lines.append(line)
        made.append(lines)
      theirs.save("theirs.xlsx")
      json.dump(made, open("theirs.json", "w"))
      """
    let run = try Self.python.run(["-c", script], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    let ours = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.text(of: "ours.json").utf8)) as? [[Any]])
    #expect(ours.map { $0[0] as? String } == sheets.map(\.name))
    #expect(ours.map { $0[1] as? String } == ["visible", "hidden", "visible"])
    #expect(ours.allSatisfy { $0[2] as? String == "A2" })
    // openpyxl leaves `_x005F_` out where it stands, but turns nothing else back.
    let theirView = ours.map { ($0[3] as? [[String]] ?? []).map(Self.trimmed).filter { !$0.isEmpty } }
    #expect(theirView == sheets.map(Self.shown))
    #expect(try Self.read(folder.path + "/ours.xlsx") == sheets.map(Self.shown))
    let theirs = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.text(of: "theirs.json").utf8)) as? [[[String]]])
    #expect(try Self.read(folder.path + "/theirs.xlsx") == theirs.map { $0.map(Self.trimmed).filter { !$0.isEmpty } })
  }

  @Test(.enabled(if: office.isThereOrDemanded, "no LibreOffice: .setup/peers installs it"))
  func `LibreOffice opens what is written, and what it saves is read`() throws {
    let sheets = Self.randomSheets()
    let folder = try TemporaryFolder()
    try folder.write(Data(WorkbookWriter.bytes(of: sheets)), to: "ours.xlsx")
    let run = try Self.office.run(
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx", "--outdir",
        "saved",
        "ours.xlsx",
      ], in: folder.path)
    #expect(run.code == 0, "\(run.text)")
    let saved = try Self.read(folder.path + "/saved/ours.xlsx")
    #expect(saved.count == sheets.count)
    for (sheet, rows) in zip(sheets, saved) {
      for (written, read) in zip(Self.shown(sheet), rows) { #expect(read == written) }
      #expect(rows.count == Self.shown(sheet).count)
    }
  }
}

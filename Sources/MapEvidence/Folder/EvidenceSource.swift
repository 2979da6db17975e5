import MapModel
import Tabular

/// What a table of evidence is read from.
enum EvidenceSource: Sendable {
  case text(ByteSource)
  case sheet(Workbook.Sheet, of: Workbook)
}

/// A workbook of which sheets are read.
struct EvidenceWorkbook {
  let file: String
  let workbook: Workbook

  /// The sheet of a name, or the only one that is shown and holds something.
  func sheet(named name: String?, _ problems: inout [Problem]) -> Workbook.Sheet? {
    if let name { return sheet(called: name, &problems) }
    var found: [Workbook.Sheet] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      do throws(WorkbookFault) {
        var stream = try workbook.stream(of: sheet)
        if try stream.next() != nil { found.append(sheet) }
      } catch {
        problems.append(EvidenceTable.problem(of: error, file))
        return nil
      }
    }
    if found.count == 1 { return found[0] }
    let hidden = workbook.sheets.filter(\.isHidden).map(\.name.quotedInMessage)
    let message =
      found.isEmpty
      ? "No sheet of the workbook holds anything"
        + (hidden.isEmpty
          ? "" : " and is shown; name a hidden one in map.yaml if it is meant: \(hidden.joined(separator: ", "))")
      : "The workbook has several sheets (\(Self.list(found))); say in map.yaml which is meant: `sheet: \(found[0].name)`"
    problems.append(Problem(code: found.isEmpty ? .emptyFile : .missingSheet, file: file, message: message))
    return nil
  }

  private func sheet(called name: String, _ problems: inout [Problem]) -> Workbook.Sheet? {
    var names = NameIndex<String>()
    for sheet in workbook.sheets { names.add(sheet.name, for: sheet.name) }
    guard let sheet = workbook[name] ?? names[name].flatMap({ workbook[$0] }) else {
      let hint =
        names.suggestion(for: name).map { "did you mean \($0.quotedInMessage)?" }
        ?? "it has \(Self.list(workbook.sheets))"
      problems.append(
        Problem(
          code: .missingSheet, file: file, message: "The workbook has no sheet \(name.quotedInMessage); \(hint)"))
      return nil
    }
    if sheet.isHidden {
      problems.append(
        Problem(
          .warning, code: .hiddenCells, file: file,
          message:
            "The sheet \(name.quotedInMessage) is hidden, and was read since map.yaml names it; people who open the"
            + " workbook do not see it"))
    }
    return sheet
  }

  private static func list(_ sheets: [Workbook.Sheet]) -> String {
    let names = sheets.prefix(12).map(\.name.quotedInMessage)
    return names.joined(separator: ", ") + (sheets.count > 12 ? " and \(sheets.count - 12) more" : "")
  }
}

extension EvidenceTable {
  /// What to say of a workbook, or a sheet, that cannot be read.
  static func problem(of fault: WorkbookFault, _ file: String) -> Problem {
    switch fault.kind {
    case .unreadable: Problem(code: .unreadableFile, file: file, message: fault.description)
    case .missingSheet: Problem(code: .missingSheet, file: file, message: fault.description)
    case .otherFile, .locked, .damaged, .tooLarge: Problem(code: .notText, file: file, message: fault.description)
    }
  }

  /// What to say of cells that do not show what they should.
  static func problems(of notes: SheetNotes, _ file: String) -> [Problem] {
    func problem(_ code: Problem.Code, _ places: SheetNotes.Places, _ one: String, _ several: String) -> Problem? {
      guard let first = places.first else { return nil }
      return Problem(
        .warning, code: code, file: file, line: first.row, column: code == .hiddenCells ? nil : first.column,
        message: places.count == 1 ? one : several, messageWithoutNumbers: several, count: places.count)
    }
    return [
      problem(
        .unsavedResult, notes.formulasWithoutValue,
        "The result of a formula was not saved, so that its cell is empty; open the workbook in Excel or LibreOffice, and"
          + " save it",
        "The results of formulas were not saved, so that their cells are empty; open the workbook in Excel or LibreOffice,"
          + " and save it"),
      problem(
        .formulaError, notes.errors, "A cell shows the error of a formula and was read as it shows; mend the formula",
        "Cells show errors of formulas and were read as they show; mend the formulas"),
      problem(
        .hiddenCells, notes.hiddenRows,
        "A row is hidden, and was read like the others; delete it if it is not meant, or show it",
        "Rows are hidden, as by a filter, and were read like the others; delete them if they are not meant, or show them"
      ),
    ].compactMap(\.self)
  }
}

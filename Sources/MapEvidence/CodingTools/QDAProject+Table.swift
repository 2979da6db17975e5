import MapModel
import OrderedCollections
import Tabular

extension QDAProject {
  /// What is attached to a document or a selection.
  private struct Attachment {
    var values: [String: String] = [:]
    var groups: OrderedSet<String> = []

    mutating func add(_ grouping: Grouping) {
      values.merge(grouping.values) { first, _ in first }
      if !grouping.name.isEmpty { groups.append(grouping.name) }
    }
  }

  /// The columns that can come from a variable of a document or of a case.
  private static let variableColumns = ["area", "period", "informant", "speaker"]

  /// All words of selections together are at most this long, since they can overlap as often as one likes.
  private static let greatestExcerpts = 1 << 28

  /// The codings as a table of coded segments, a row for each.
  /// - Parameters:
  ///   - names: for columns that come from a variable of another name, this name.
  ///   - problems: gets what is not as it should be, although it can be read.
  /// - Throws: ``QDAFault`` if the texts cannot be read.
  /// - Complexity: O(n), where n is the number of codings and the length of all texts.
  func table(
    file: String, names: [String: String], _ problems: inout [Problem]
  ) throws(QDAFault) -> EvidenceTable {
    let wanted = variables(for: names, file, &problems)
    var attachments: [String: Attachment] = [:]
    for grouping in groupings { for member in grouping.members { attachments[member, default: .init()].add(grouping) } }
    var rows: [EvidenceTable.Row] = []
    var findings = Findings()
    var distinct = DistinctNames()
    var length = 0
    for document in documents {
      if document.selections.isEmpty, document.codings.isEmpty { continue }
      var cells: [String: String] = [:]
      let ancestors = ancestors(of: document)
      cells["interview"] = distinct.name(name(of: document))
      let text = try text(of: document, &findings)
      let attached = ancestors.compactMap { attachments[$0.id] }
      add(ancestors.map(\.values) + attached.map(\.values), attached.flatMap(\.groups), wanted, to: &cells)
      for (number, selection) in document.selections.enumerated() {
        var own = cells
        place(selection, number + 1, in: text, &findings, &own)
        if let attachment = attachments[selection.id] {
          add([attachment.values], Array(attachment.groups), wanted, to: &own)
        }
        length += (own["excerpt"]?.utf8.count ?? 0) * selection.codings.count
        if length > Self.greatestExcerpts {
          throw QDAFault("The selections of the project hold more than \(Self.greatestExcerpts >> 20) MB of words")
        }
        for coding in selection.codings { row(coding, own, &rows, &findings) }
      }
      // What holds for a whole document.
      cells["segment"] = CodedSegmentReader.wholeDocument
      for coding in document.codings { row(coding, cells, &rows, &findings) }
    }
    problems += findings.problems(in: file)
    return EvidenceTable(file: file, rows: rows)
  }

  private func row(
    _ coding: (code: String, user: String), _ cells: [String: String], _ rows: inout [EvidenceTable.Row],
    _ findings: inout Findings
  ) {
    guard let code = codes[coding.code] else {
      findings.withoutCode += 1
      return
    }
    var cells = cells
    cells["code"] = code
    if let user = users[coding.user], !user.isEmpty { cells["coder"] = user }
    let line = rows.count + 1
    rows.append(.init(line: line, cells: cells.mapValues { DelimitedText.Cell(text: $0, line: line, column: 1) }))
  }

  /// Says where a selection is, and its words.
  private func place(
    _ selection: Selection, _ number: Int, in text: QDAText?, _ findings: inout Findings,
    _ cells: inout [String: String]
  ) {
    guard let start = selection.start, let end = selection.end, start >= 0, start <= end else {
      if selection.kind.isEmpty { findings.withoutPlace += 1 }
      // A part of a recording or a picture is a segment by itself.
      if !selection.kind.isEmpty { findings.kinds[selection.kind, default: 0] += 1 }
      cells["segment"] = "\(selection.kind.isEmpty ? "selection" : selection.kind) \(number)"
      cells["excerpt"] = selection.name
      return
    }
    (cells["start"], cells["end"]) = (String(start), String(end))
    if let text {
      if let words = text.words(start, end) {
        cells["excerpt"] = words
      } else {
        findings.outside += 1
        cells["excerpt"] = selection.name
      }
    } else {
      cells["excerpt"] = selection.name
    }
  }

  private func text(of document: Document, _ findings: inout Findings) throws(QDAFault) -> QDAText? {
    var bytes = document.text.map { Array($0.utf8) }
    do throws(ZipFault) { if bytes == nil { bytes = try self.bytes(ofText: document.textPath) } } catch {
      throw QDAFault(error.description)
    }
    guard let bytes else {
      if document.selections.contains(where: { $0.start != nil }) { findings.withoutText += 1 }
      return nil
    }
    let text = QDAText(bytes, origin: origin, selections: document.selections)
    if text.isConfirmed == false { findings.unconfirmed += 1 }
    return text
  }

  private func ancestors(of document: Document) -> [Document] {
    var (all, next) = ([document], document.parent)
    while let number = next, all.count < 10 {
      all.append(documents[number])
      next = documents[number].parent
    }
    return all
  }

  /// Puts what variables and groups say into the columns.
  private func add(
    _ values: [[String: String]], _ groups: [String], _ wanted: [String: Set<String>], to cells: inout [String: String]
  ) {
    for (column, variables) in wanted {
      let said = OrderedSet(values.flatMap { $0.filter { variables.contains($0.key) }.map(\.value) }).filter {
        !$0.isEmpty
      }
      if !said.isEmpty, cells[column] == nil { cells[column] = said.joined(separator: "; ") }
    }
    // A group can have a separator in its name.
    let names = groups.map { $0.replacing(";", with: " ").replacing(",", with: " ") }
    if !names.isEmpty { cells["group"] = ([cells["group"]].compactMap(\.self) + names).joined(separator: ";") }
  }

  /// The identifiers of the variables that each column comes from.
  private func variables(
    for names: [String: String], _ file: String, _ problems: inout [Problem]
  ) -> [String: Set<String>] {
    var wanted: [String: Set<String>] = [:]
    for column in Self.variableColumns {
      let name = NameFolding.folded(names[column] ?? column)
      let found = variables.filter { NameFolding.folded($0.value) == name }.map(\.key)
      if !found.isEmpty { wanted[column] = Set(found) }
      guard found.isEmpty, let given = names[column] else { continue }
      var index = NameIndex<Bool>()
      for variable in variables.values.sorted() { index.add(variable, for: true) }
      let hint =
        index.suggestion(for: given).map { "did you mean \($0.quotedInMessage)?" }
        ?? (variables.isEmpty
          ? "it has none"
          : "it has \(variables.values.sorted().prefix(10).map(\.quotedInMessage).joined(separator: ", "))")
      problems.append(
        Problem(
          code: .missingColumn, file: file,
          message: "The project has no variable \(given.quotedInMessage), which `columns:` in map.yaml names; \(hint)"))
    }
    return wanted
  }
}

/// What is not as it should be in a project, although it can be read.
private struct Findings {
  var withoutCode = 0
  var withoutPlace = 0
  var outside = 0
  var withoutText = 0
  var unconfirmed = 0
  /// Selections of what is no text, by what it is.
  var kinds: OrderedDictionary<String, Int> = [:]

  /// The sentences that tell of it.
  func problems(in file: String) -> [Problem] {
    var problems: [Problem] = []
    func warn(_ count: Int, _ code: Problem.Code, _ message: String) {
      if count > 0 {
        problems.append(Problem(.warning, code: code, file: file, message: message, count: count))
      }
    }
    warn(
      withoutCode, .unknownCode,
      "\(withoutCode) \(withoutCode == 1 ? "coding refers" : "codings refer") to a code that is not in the project, and"
        + " \(withoutCode == 1 ? "was" : "were") left out")
    warn(
      withoutPlace, .badStretch,
      "\(withoutPlace) \(withoutPlace == 1 ? "selection does" : "selections do") not say from where to where; only codes on"
        + " the very selection are put together there")
    warn(
      outside, .badStretch,
      "\(outside) \(outside == 1 ? "selection goes" : "selections go") beyond the end of the text, so the words are not known;"
        + " export the project again, and do not change the texts in it")
    warn(
      withoutText, .badStretch,
      withoutText == 1
        ? "The plain text of a coded document is not in the project; the names of selections are shown for their words"
        : "The plain texts of \(withoutText) coded documents are not in the project; the names of selections are shown for"
          + " their words")
    warn(
      unconfirmed, .badStretch,
      "In \(unconfirmed) \(unconfirmed == 1 ? "document" : "documents") the words at the places of selections are not those"
        + " that the project names, so excerpts may be shifted; compare some with the tool")
    let others = kinds.values.reduce(0, +)
    if others > 0 {
      let list = kinds.map { "\($0.value) of \($0.key)" }.joined(separator: ", ")
      problems.append(
        Problem(
          .warning, code: .badStretch, file: file,
          message:
            "\(others) coded \(others == 1 ? "part is" : "parts are") not of a text (\(list)); only codes on the very"
            + " part are put together, and there are no words to show", count: others))
    }
    return problems
  }
}

extension QDAProject {
  /// Problems as they are told of a project, which has no lines that one could go to: the same in many places once.
  static func problems(_ found: [Problem], in file: String) -> [Problem] {
    struct Key: Hashable {
      var severity: Problem.Severity
      var code: Problem.Code
      var message: String
    }
    var joined: OrderedDictionary<Key, (count: Int, example: String?)> = [:]
    for problem in found {
      let key = Key(severity: problem.severity, code: problem.code, message: problem.message)
      joined[key, default: (0, problem.example)].count += problem.count
    }
    return joined.map { key, value in
      Problem(
        key.severity, code: key.code, file: file, message: key.message, count: value.count, example: value.example)
    }
  }
}

import MapModel
import OrderedCollections
import Tabular

/// The codes of a file as they are met, each looked up once, with those that the map does not know.
struct CodeTerms {
  private enum Term {
    case known(Codebook.Meaning, path: String?)
    case unknown
  }

  private let codebook: Codebook
  private let vocabulary: MapVocabulary
  private let separator: String?
  private var terms: [String: Term] = [:]
  private var cells: [String: [String]] = [:]
  /// Where each code stands that nothing knows: how often, the first lines, and the first column.
  private var unknown: OrderedDictionary<String, (count: Int, lines: [Int], column: Int?)> = [:]
  /// The paths by which each code of the book was found that is written without one.
  private var paths: OrderedDictionary<String, OrderedSet<String>> = [:]

  init(_ codebook: Codebook, _ vocabulary: MapVocabulary, separator: String?) {
    (self.codebook, self.vocabulary, self.separator) = (codebook, vocabulary, separator)
  }

  /// The codes of a cell, as it spells them.
  mutating func codes(in cell: String) -> [String] {
    if let known = cells[cell] { return known }
    let codes = CodePath.codes(in: cell, separatedBy: separator, isKnown: codebook.isWritten)
    cells[cell] = codes
    return codes
  }

  /// What the codes of a row mean; those that are not known are noted.
  mutating func meanings(in row: EvidenceTable.Row) -> [Codebook.Meaning] {
    codes(in: row.text("code")).compactMap { code in
      if let term = terms[code], case .known(let meaning, _) = term { return meaning }
      if terms[code] == nil, let (meaning, path) = entry(for: code) {
        terms[code] = .known(meaning, path: path)
        if let path { paths[path, default: []].append(CodePath(code).parts.joined(separator: CodePath.separator)) }
        return meaning
      }
      terms[code] = .unknown
      var found = unknown[code] ?? (0, [], row.cells["code"]?.column)
      found.count += 1
      if found.lines.count < 5 { found.lines.append(row.cells["code"]?.line ?? row.line) }
      unknown[code] = found
      return nil
    }
  }

  /// Signs by which some tools and people set a code apart from those that it stands under, where names may hold them.
  private static let loosePaths: [Character] = ["/", ">", "\u{2192}", "\u{BB}", ":"]

  private func entry(for code: String) -> (meaning: Codebook.Meaning, path: String?)? {
    if let entry = knownEntry(for: code) { return entry }
    for sign in Self.loosePaths {
      let parts = code.split(separator: sign).map { String($0).trimmingWhitespace }
      for start in parts.indices.dropFirst() {
        let rest = parts[start...].joined(separator: sign == ":" ? ": " : String(sign))
        // Where what stands before is a code, too, these are several, and the separator is asked for.
        if let entry = knownEntry(for: rest), !Self.denies(parts[..<start]),
          !parts[..<start].contains(where: { knownEntry(for: $0) != nil })
        {
          return (entry.meaning, entry.path ?? NameFolding.folded(rest))
        }
      }
    }
    return nil
  }

  private func knownEntry(for code: String) -> (meaning: Codebook.Meaning, path: String?)? {
    let parts = CodePath(code).parts
    if let entry = codebook.entry(for: code) {
      let own = entry.path.map { CodePath($0).parts.count } ?? parts.count
      return Self.denies(parts.dropLast(own)) ? nil : entry
    }
    for start in parts.indices where !Self.denies(parts[..<start]) {
      let meaning = vocabulary.meaning(of: parts[start...].joined(separator: CodePath.separator))
      if let meaning { return (meaning, nil) }
    }
    return nil
  }

  /// Whether what a code stands under turns its meaning: the connection below "Not so" is not there, and nothing but the map can
  /// say what is meant.
  private static func denies(_ parents: ArraySlice<String>) -> Bool {
    parents.contains { parent in
      parent.contains("?")
        || NameFolding.folded(parent).split { !$0.isLetter }.contains { turning.contains(String($0)) }
    }
  }

  private static let turning: Set<String> = [
    "not", "no", "none", "never", "nobody", "absent", "absence", "missing", "lack", "lacking", "lacks", "without",
    "gap", "gaps",
    "barrier", "barriers", "unclear", "unsure", "doubt", "doubtful", "negative", "contradicted",
  ]

  /// How many codes the map does not know.
  var unknownCodes: OrderedDictionary<String, Int> { unknown.isEmpty ? [:] : ["unknown-code": unknown.count] }

  /// What is to be told of the codes.
  func problems(in file: String) -> [Problem] {
    if let first = unknown.elements.first, terms.values.allSatisfy({ if case .unknown = $0 { true } else { false } }),
      !unknown.keys.contains(where: { codebook.code(within: $0) != nil })
    {
      let hint = near(first.key).map { " (did you mean \($0.quotedInMessage)?)" } ?? ""
      return [
        Problem(
          .warning, code: .unknownCode, file: file, line: first.value.lines.first, column: first.value.column,
          message: (unknown.count == 1
            ? "The only code, \(first.key.quotedInMessage), does not speak of the map"
            : "None of the \(unknown.count) codes speaks of the map; the first is \(first.key.quotedInMessage)")
            + "\(hint). Say under `codes:` in map.yaml what codes mean, or code in the map's own words, which"
            + " `netmap export MAP --as qdc` writes as a codebook")
      ]
    }
    return unknown.compactMap { code, found in
      guard let message = message(of: code) else { return nil }
      return Problem(
        .warning, code: .unknownCode, file: file, line: found.lines.first, column: found.column, message: message,
        count: found.count, lines: found.count > 1 ? found.lines : [])
    }
      + paths.filter { $0.value.count > 1 }.map { path, found in
        Problem(
          .warning, code: .ambiguousName, file: file,
          message:
            "\(found.count) codes end in \(path.quotedInMessage), which stands in map.yaml without those above it:"
            + " \(found.prefix(3).map(\.quotedInMessage).joined(separator: ", ")). All were taken for it; write the whole path"
            + " in map.yaml to mean one")
      }
  }

  /// The code that a code nearly is.
  private func near(_ code: String) -> String? {
    codebook.suggestion(for: code) ?? CodePath(code).parts.last.flatMap(vocabulary.suggestion)
  }

  private func message(of code: String) -> String? {
    if let near = near(code) {
      return
        "The codebook has no code \(code.quotedInMessage); did you mean \(near.quotedInMessage)? Add it to `codes:` in"
        + " map.yaml, with `ignore: true` if it is not about the map"
    }
    guard let within = codebook.code(within: code) else { return nil }
    let sign = ["|", ",", "/", "+", "&"].first { code.contains($0) } ?? "|"
    return
      "The codebook has no code \(code.quotedInMessage), which holds the code \(within.quotedInMessage) and more. Codes in"
      + " one cell are separated by line breaks or `;`; if the file has another sign, say it:"
      + " `columns: {separator: \"\(sign)\"}`. If it is one code, add it to `codes:` in map.yaml, with `ignore: true` if it"
      + " is not about the map"
  }
}

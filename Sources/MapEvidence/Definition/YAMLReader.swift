import MapModel
import YAML

/// Reads a YAML document node by node and collects every problem with its place.
struct YAMLReader {
  let file: String
  private(set) var problems: [Problem] = []
  /// The problems of tables.
  private var ofTables: Set<Problem> = []

  init(file: String) { self.file = file }

  /// The values of a mapping by key, with the node to which problems of the whole mapping belong.
  struct Fields {
    let what: String
    let node: YAMLNode
    let values: [String: YAMLNode]

    func has(_ key: String) -> Bool { values[key] != nil }
  }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// Where a value stands.
  func place(of node: YAMLNode) -> SourceLocation {
    SourceLocation(file: node.mark.table?.label ?? file, line: node.mark.line)
  }

  mutating func report(
    _ node: YAMLNode?, _ code: Problem.Code, _ message: String, severity: Problem.Severity = .error
  ) {
    let mark = node?.mark
    let problem = Problem(
      severity, code: code, file: mark?.table?.label ?? file, line: mark?.line, column: mark?.column, message: message)
    // What is wrong with a column is wrong in every row.
    if mark?.table != nil, !ofTables.insert(problem).inserted { return }
    problems.append(problem)
  }

  /// The top node of a document; `nil`, with the problem reported, if it is not YAML at all.
  mutating func document(_ text: String) -> YAMLNode? {
    do {
      if let node = try YAMLNode.compose(text) { return node }
      problems.append(
        Problem(code: .emptyFile, file: file, message: "The file is empty; `netmap new DIR` writes one to start from")
      )
    } catch {
      report(error)
    }
    return nil
  }

  private mutating func report(_ error: YAMLError) {
    let (code, message): (Problem.Code, String) =
      switch error.kind {
      case .characters, .syntax, .structure:
        (
          .yaml,
          "The file cannot be read as YAML from here: \(error.message). The cause may stand in a line above: a missing"
            + " bracket, colon or quotation mark, or lines that are not indented alike (with spaces, not tabs). Texts that"
            + " hold \": \", and colours, need quotation marks"
        )
      case .duplicateKeys(let keys):
        (
          .duplicateKey,
          "The same key stands twice: \(keys.map(\.quotedInMessage).sorted().joined(separator: ", ")); delete or rename"
            + " one"
        )
      case .limit: (.yaml, "The file is not read any further than here: \(error.message)")
      case .memory: (.yaml, "The file is not YAML: \(error.message)")
      }
    problems.append(
      Problem(code: code, file: file, line: error.line, column: error.column, message: message))
  }

  /// The fields of a mapping; unknown keys are problems.
  mutating func fields(of node: YAMLNode, as what: String, keys: [String]) -> Fields? {
    guard let mapping = node.mapping else {
      report(node, .wrongType, "\(what) should be `key: value` lines, with the keys \(keys.joined(separator: ", "))")
      return nil
    }
    var values: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(key, .wrongType, "A key of \(what) should be a single word")
        continue
      }
      if keys.contains(name) {
        values[name] = value
      } else {
        var index = NameIndex<String>()
        for key in keys { index.add(key, for: key) }
        let hint = index.suggestion(for: name).map { "did you mean `\($0)`?" }
        report(
          key, .unknownKey,
          "\(what) has no key \(name.quotedInMessage); " + (hint ?? "it can have \(keys.joined(separator: ", "))"))
      }
    }
    return Fields(what: what, node: node, values: values)
  }

  /// The fields of a mapping that was read before, whatever they are.
  func knownFields(of node: YAMLNode) -> Fields {
    var values: [String: YAMLNode] = [:]
    for (key, value) in node.mapping ?? [] { if let name = key.scalar?.string { values[name] = value } }
    return Fields(what: "", node: node, values: values)
  }

  /// The text of a field, without white space around it; empty texts count as missing.
  mutating func text(_ fields: Fields, _ key: String, isRequired: Bool = false) -> String? {
    scalar(fields, key, isRequired: isRequired)?.string.trimmingWhitespace
  }

  /// The text of a field that is words for people: what stands in quotation marks stays as it is.
  mutating func prose(_ fields: Fields, _ key: String, isRequired: Bool = false) -> String? {
    scalar(fields, key, isRequired: isRequired).map(\.prose)
  }

  private mutating func scalar(_ fields: Fields, _ key: String, isRequired: Bool) -> YAMLNode.Scalar? {
    guard let node = fields.values[key] else {
      if isRequired { report(fields.node, .missingKey, "\(fields.what) needs `\(key)`") }
      return nil
    }
    guard let scalar = node.scalar else {
      report(node, .wrongType, "`\(key)` of \(fields.what) should be one text, not a list or a mapping")
      return nil
    }
    // A null that is not in quotation marks: a key with nothing behind it.
    let isNull = scalar.isPlain && ["", "~", "null"].contains(scalar.string)
    if isNull || scalar.string.trimmingWhitespace.isEmpty {
      if isRequired { report(node, .missingKey, "`\(key)` of \(fields.what) is empty") }
      return nil
    }
    return scalar
  }

  /// The identifier in a field.
  mutating func identifier<Entity>(_ fields: Fields, _ key: String) -> Identifier<Entity>? {
    guard let text = text(fields, key, isRequired: true) else { return nil }
    guard let id = Identifier<Entity>(text) else {
      report(
        fields.values[key], .badID,
        "\(text.quotedInMessage) cannot be an id: use up to 64 letters a-z, digits, `-` and `_`, such as `early-help`;"
          + " the full name belongs under `name:`")
      return nil
    }
    return id
  }

  /// Yes or no in a field.
  mutating func flag(_ fields: Fields, _ key: String) -> Bool {
    guard let node = fields.values[key] else { return false }
    if let flag = node.bool { return flag }
    report(node, .wrongType, "`\(key)` of \(fields.what) should be `true` or `false`")
    return false
  }

  /// A whole number in a field, not negative.
  /// - Parameter greatest: what it can be at most; as a rule, what a count can be.
  mutating func number(_ fields: Fields, _ key: String, atMost greatest: Int = Count.greatest) -> Int? {
    guard let node = fields.values[key] else { return nil }
    guard let number = node.int, number >= 0 else {
      report(node, .wrongType, "`\(key)` of \(fields.what) should be a whole number, 0 or greater")
      return nil
    }
    if number <= greatest { return number }
    report(
      node, .wrongType,
      "`\(key)` of \(fields.what) is \(number), more than anything that is counted; it can be \(greatest) at most")
    return nil
  }

  /// One of the values of an enumeration in a field.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ key: String, isRequired: Bool = false
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(fields, key, isRequired: isRequired) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    report(
      fields.values[key], .unknownValue,
      "`\(key)` of \(fields.what) is \(text.quotedInMessage); it should be one of \(choices.joined(separator: ", "))")
    return nil
  }

  /// The nodes of a list in a field; none if the field is missing or empty.
  mutating func list(_ fields: Fields, _ key: String) -> [YAMLNode] {
    guard let node = fields.values[key] else { return [] }
    if let sequence = node.sequence { return sequence }
    if node.scalar?.string.isEmpty ?? false { return [] }
    report(node, .wrongType, "`\(key)` of \(fields.what) should be a list")
    return []
  }

  /// The texts of a list in a field, each with its node; a single text counts as a list of one.
  mutating func texts(_ fields: Fields, _ key: String) -> [(text: String, node: YAMLNode)] {
    scalars(fields, key).map { ($0.scalar.string.trimmingWhitespace, $0.node) }
  }

  /// The texts of a list of words for people; what stands in quotation marks stays as it is.
  mutating func proses(_ fields: Fields, _ key: String) -> [String] {
    scalars(fields, key).map(\.scalar.prose)
  }

  private mutating func scalars(_ fields: Fields, _ key: String) -> [(scalar: YAMLNode.Scalar, node: YAMLNode)] {
    if let node = fields.values[key], let scalar = node.scalar, !scalar.string.isEmpty {
      return [(scalar, node)]
    }
    return list(fields, key).compactMap { node in
      if let scalar = node.scalar, !scalar.string.trimmingWhitespace.isEmpty { return (scalar, node) }
      report(node, .wrongType, "Each item of `\(key)` of \(fields.what) should be a text")
      return nil
    }
  }
}

extension YAMLNode.Scalar {
  /// The text as words for people: white space around it is meant where quotation marks hold it.
  fileprivate var prose: String { isQuoted ? string : string.trimmingWhitespace }
}

import MapModel
import Yams

/// Reads a YAML document node by node and collects every problem with its place.
struct YAMLReader {
  let file: String
  private(set) var problems: [Problem] = []

  init(file: String) { self.file = file }

  /// The values of a mapping by key, with the node to which problems of the whole mapping belong.
  struct Fields {
    let what: String
    let node: Node
    let values: [String: Node]

    func has(_ key: String) -> Bool { values[key] != nil }
  }

  mutating func report(
    _ node: Node?, _ code: String, _ message: String, severity: Problem.Severity = .error
  ) {
    let mark = node?.mark
    problems.append(
      Problem(severity, code: code, file: file, line: mark?.line, column: mark?.column, message: message))
  }

  /// The top node of a document; `nil`, with the problem reported, if it is not YAML at all.
  mutating func document(_ text: String) -> Node? {
    do {
      // Values are taken for what their keys ask for, so nothing need be guessed from how they look.
      if let node = try Yams.compose(yaml: text, .basic) { return node }
      problems.append(
        Problem(code: "empty-file", file: file, message: "The file is empty; `netmap new DIR` writes one to start from")
      )
    } catch let error as YamlError {
      report(error)
    } catch {
      problems.append(Problem(code: "yaml", file: file, message: "The file is not YAML: \(error)"))
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      problems.append(
        Problem(
          code: "yaml", file: file, line: mark.line, column: mark.column,
          message:
            "The file cannot be read as YAML from here: \(problem). The cause may stand in a line above: a missing"
            + " bracket, colon or quotation mark, or lines that are not indented alike (with spaces, not tabs). Texts that"
            + " hold \": \", and colours, need quotation marks"))
    case .duplicatedKeysInMapping(let keys, let context):
      problems.append(
        Problem(
          code: "duplicate-key", file: file, line: context.mark.line, column: context.mark.column,
          message:
            "The same key stands twice: \(keys.map { "\($0)".quotedInMessage }.sorted().joined(separator: ", "));"
            + " delete or rename one"))
    default:
      problems.append(Problem(code: "yaml", file: file, message: "The file is not YAML: \(error)"))
    }
  }

  /// The fields of a mapping; unknown keys are problems.
  mutating func fields(of node: Node, as what: String, keys: [String]) -> Fields? {
    guard let mapping = node.mapping else {
      report(node, "wrong-type", "\(what) should be `key: value` lines, with the keys \(keys.joined(separator: ", "))")
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(key, "wrong-type", "A key of \(what) should be a single word")
        continue
      }
      if keys.contains(name) {
        values[name] = value
      } else {
        var index = NameIndex<String>()
        for key in keys { index.add(key, for: key) }
        let hint = index.suggestion(for: name).map { "did you mean `\($0)`?" }
        report(
          key, "unknown-key",
          "\(what) has no key \(name.quotedInMessage); " + (hint ?? "it can have \(keys.joined(separator: ", "))"))
      }
    }
    return Fields(what: what, node: node, values: values)
  }

  /// The text of a field; empty texts count as missing.
  mutating func text(_ fields: Fields, _ key: String, isRequired: Bool = false) -> String? {
    guard let node = fields.values[key] else {
      if isRequired { report(fields.node, "missing-key", "\(fields.what) needs `\(key)`") }
      return nil
    }
    guard let scalar = node.scalar else {
      report(node, "wrong-type", "`\(key)` of \(fields.what) should be one text, not a list or a mapping")
      return nil
    }
    // A null that is not in quotation marks: a key with nothing behind it.
    let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    let text = isNull ? "" : scalar.string.trimmingWhitespace
    if text.isEmpty {
      if isRequired { report(node, "missing-key", "`\(key)` of \(fields.what) is empty") }
      return nil
    }
    return text
  }

  /// The identifier in a field.
  mutating func identifier<Entity>(_ fields: Fields, _ key: String) -> Identifier<Entity>? {
    guard let text = text(fields, key, isRequired: true) else { return nil }
    guard let id = Identifier<Entity>(text) else {
      report(
        fields.values[key], "bad-id",
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
    report(node, "wrong-type", "`\(key)` of \(fields.what) should be `true` or `false`")
    return false
  }

  /// A whole number, not negative, in a field.
  mutating func number(_ fields: Fields, _ key: String) -> Int? {
    guard let node = fields.values[key] else { return nil }
    if let number = node.int, number >= 0 { return number }
    report(node, "wrong-type", "`\(key)` of \(fields.what) should be a whole number, 0 or greater")
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
      fields.values[key], "unknown-value",
      "`\(key)` of \(fields.what) is \(text.quotedInMessage); it should be one of \(choices.joined(separator: ", "))")
    return nil
  }

  /// The nodes of a list in a field; none if the field is missing or empty.
  mutating func list(_ fields: Fields, _ key: String) -> [Node] {
    guard let node = fields.values[key] else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    if node.scalar?.string.isEmpty ?? false { return [] }
    report(node, "wrong-type", "`\(key)` of \(fields.what) should be a list")
    return []
  }

  /// The texts of a list in a field, each with its node; a single text counts as a list of one.
  mutating func texts(_ fields: Fields, _ key: String) -> [(text: String, node: Node)] {
    if let node = fields.values[key], let scalar = node.scalar, !scalar.string.isEmpty {
      return [(scalar.string.trimmingWhitespace, node)]
    }
    return list(fields, key).compactMap { node in
      if let text = node.scalar?.string.trimmingWhitespace, !text.isEmpty { return (text, node) }
      report(node, "wrong-type", "Each item of `\(key)` of \(fields.what) should be a text")
      return nil
    }
  }
}

import OrderedCollections

/// Problems of one code that have one cause: one name that is not on the map can be used in a hundred rows.
public struct ProblemGroup: Sendable, Hashable, CustomStringConvertible {
  /// The lines of a file in which the problems are.
  public struct Place: Sendable, Hashable {
    /// The file, relative to the map folder.
    public let file: String
    /// The sheet, if the file is a workbook; lines are then its rows.
    public let sheet: String?
    /// In how many places of the file they are.
    public fileprivate(set) var count: Int
    /// Whether there can be more places than that.
    public fileprivate(set) var isCountWithheld = false
    /// The lines that are known, in the order of the problems.
    public fileprivate(set) var lines: [Int]
  }

  /// The problems, in their order; there is always one.
  public let problems: [Problem]
  /// How many causes it stands for: more than one where many problems of a kind are told together.
  public fileprivate(set) var causes = 1

  fileprivate init(_ problems: [Problem]) { self.problems = problems }

  /// How grave they are.
  public var severity: Problem.Severity { problems[0].severity }
  /// What kind of fault they are.
  public var code: Problem.Code { problems[0].code }
  /// In how many places they are.
  public var count: Int { problems.reduce(0) { $0 + $1.count } }
  /// Whether they can be in more places than the count says.
  public var isCountWithheld: Bool { problems.contains(where: \.isCountWithheld) }

  /// What was found, and what to do about it.
  public var message: String {
    if causes > 1 { return "There are \(causes) more of this kind; `netmap check --format csv` lists each" }
    return problems.count == 1 ? problems[0].message : problems[0].cause ?? problems[0].message
  }

  /// Whether rows of evidence were left out because of them, as their own messages say.
  public var leavesOutRows: Bool { problems.contains { $0.message.hasSuffix(Problem.rowWasLeftOut) } }

  /// Where they are, by file, in the order in which the files come.
  public var places: [Place] {
    var places: OrderedDictionary<[String], Place> = [:]
    for problem in problems {
      let lines = problem.lines.isEmpty ? [problem.line].compactMap(\.self) : problem.lines
      let key = [problem.file, problem.sheet ?? ""]
      let place = Place(file: problem.file, sheet: problem.sheet, count: 0, lines: [])
      places[key, default: place].count += problem.count
      places[key]?.lines += lines
      if problem.isCountWithheld { places[key]?.isCountWithheld = true }
    }
    return Array(places.values)
  }

  /// The problems in one line, as compilers print them, with the first places:
  /// `file:line:column: error: message In 9 places (rows were left out): file lines 3, 8 and 5 more; other lines 2, 4 [code]`.
  public var description: String {
    guard problems.count > 1 else { return problems[0].description }
    let place = problems[0].place
    let end = message.last.map { ".?!".contains($0) } ?? true ? "" : "."
    let places = places.map(\.inWords).joined(separator: "; ")
    let loss = leavesOutRows ? " (rows were left out)" : ""
    return
      "\(place): \(severity.rawValue): \(message)\(end) In \(count)\(isCountWithheld ? " or more" : "") places\(loss): \(places) [\(code)]"
  }
}

extension ProblemGroup.Place {
  /// `interviews.csv lines 4, 9, 12 and 143 more`.
  fileprivate var inWords: String {
    let name = file.visibleOnOneLine + (sheet.map { ", sheet \($0.visibleOnOneLine)," } ?? "")
    let line = sheet == nil ? "line" : "row"
    let distinct = Array(OrderedSet(lines))
    let shown = distinct.prefix(3).map(String.init)
    guard let last = shown.last else { return name }
    if count > shown.count {
      return
        "\(name) \(line)\(shown.count == 1 ? "" : "s") \(shown.joined(separator: ", ")) and \(count - shown.count) more"
    }
    return shown.count == 1
      ? "\(name) \(line) \(last)" : "\(name) \(line)s \(shown.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension [Problem] {
  /// The problems with those of one cause together: errors first, each where the first of its cause is.
  /// - Complexity: O(n), where n is the number of problems.
  public var grouped: [ProblemGroup] {
    let groups = OrderedDictionary(grouping: self) { [$0.severity.rawValue, $0.code.rawValue, $0.cause ?? $0.message] }
      .values.map { ProblemGroup($0) }
    return groups.filter { $0.severity == .error } + groups.filter { $0.severity != .error }
  }

  /// The groups as they are printed for people: of many of a code, all but the first few are one.
  /// - Complexity: O(n), where n is the number of problems.
  public var summarized: [ProblemGroup] {
    let groups = grouped
    let kinds = OrderedDictionary(grouping: groups) { [$0.severity.rawValue, $0.code.rawValue] }
    var places: [[String]: Int] = [:]
    return groups.compactMap { group in
      let key = [group.severity.rawValue, group.code.rawValue]
      let place = places[key, default: 0]
      places[key] = place + 1
      guard let kind = kinds[key], kind.count > Self.mostOfKind + 1, place >= Self.mostOfKind else { return group }
      if place > Self.mostOfKind { return nil }
      let rest = kind[place...]
      var summary = ProblemGroup(rest.flatMap(\.problems))
      summary.causes = rest.count
      return summary
    }
  }

  /// How many groups of a code are printed one by one.
  private static var mostOfKind: Int { 5 }
}

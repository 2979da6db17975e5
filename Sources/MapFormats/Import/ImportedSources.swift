import MapModel
import OrderedCollections

/// Under which names edges say who spoke of them: the evidence trail of a table that people keep by hand.
struct ImportedSources {
  /// Where the interview is named.
  private(set) var interview: String?
  /// Where it is said besides who spoke in it, by name.
  private(set) var person: String?
  /// Where the group of informants is named.
  private(set) var informant: String?
  /// Where something else is said of where the words stand.
  private(set) var reference: String?
  private(set) var notices: [ImportNotice] = []

  /// What edges say under one name, each different value once.
  private typealias Values = OrderedSet<String>

  /// How many groups of informants are taken from a column that nobody names.
  private static let mostGroups = 12
  private static let groupNames = [
    "informant", "informants", "informant group", "informant groups", "kind of informant", "type of informant",
    "stakeholder group",
  ]
  private static let interviewNames = [
    "interview", "interviews", "interview id", "interview number", "interview no", "interview ref", "interviewee",
    "transcript", "respondent", "respondents", "respondent id", "who said it", "who said this", "who said so",
    "who says", "who told us", "said by", "told by", "reported by", "according to", "source of information",
  ]
  private static let referenceNames = ["source", "sources", "reference", "references", "ref"]

  /// Chooses the names.
  /// - Parameter taken: the names that say something else.
  /// - Throws: ``GraphFileError`` if a name that the user gives is not there.
  init(of graph: ImportedGraph, _ options: ImportOptions, taken: [String?]) throws(GraphFileError) {
    var values: OrderedDictionary<String, Values> = [:]
    for edge in graph.edges {
      for (name, value) in edge.attributes where !value.isEmpty { values[name, default: []].append(value.words) }
    }
    func named(_ wanted: String?) throws(GraphFileError) -> String? {
      guard let wanted else { return nil }
      if let found = values.keys.first(where: { $0.isSameName(as: wanted) }) { return found }
      throw GraphFileError(
        file: graph.file,
        message: "no edges have anything under \(wanted.quotedInMessage); "
          + (values.isEmpty
            ? "nothing is said of them"
            : "they have \(values.keys.map(\.quotedInMessage).joined(separator: ", "))"))
    }
    interview = try named(options.interview)
    informant = try named(options.informant)
    func first(_ names: [String]) -> (name: String, values: Values)? {
      let chosen = [interview, informant, person] + taken
      for name in names {
        if let found = values.elements.first(where: { $0.key.isSameName(as: name) && !chosen.contains($0.key) }) {
          return (found.key, found.value)
        }
      }
      return nil
    }
    if let found = first(Self.groupNames), informant == nil { take(found.name, found.values, areGroups: true) }
    if let found = first(Self.interviewNames), interview == nil { take(found.name, found.values) }
    if interview == nil { swap(&interview, &person) }
    if person == nil, interview != informant, let found = first(Self.interviewNames) { person = found.name }
    if let found = first(Self.referenceNames) {
      let areInterviews = found.values.allSatisfy { NameFolding.folded($0).hasPrefix("interview") }
      if interview == nil, areInterviews || Self.areSplit(found.values) {
        take(found.name, found.values)
      } else {
        reference = found.name
      }
    }
    note(values)
  }

  /// The names that are taken.
  var names: [String?] { [interview, person, informant, reference] }

  /// Takes a column as one of interviews, of groups of informants, or of both.
  private mutating func take(_ name: String, _ values: Values, areGroups: Bool = false) {
    if informant == nil, interview == nil, Self.areSplit(values) {
      (interview, informant) = (name, name)
    } else if areGroups {
      let groups = Set(values.flatMap(Self.parts(of:)))
      if groups.count <= Self.mostGroups, !groups.contains(where: Self.isOfOne) {
        informant = name
      } else {
        person = name
      }
    } else if interview == nil {
      interview = name
    }
  }

  /// The interview, the groups of informants, and what else is said of where the words of an edge stand.
  func source(
    of attributes: OrderedDictionary<String, ImportedGraph.Value>
  ) -> (interview: String, informants: [String], reference: String) {
    func text(_ name: String?) -> String { name.flatMap { attributes[$0] }?.words.cleaned(onOneLine: true) ?? "" }
    if let interview, interview == informant {
      let split = Self.parts(of: text(interview)).map { part in Self.split(part) ?? (part, "") }
      return (
        split.map(\.interview).joined(separator: "; "),
        Array(OrderedSet(split.map(\.informant).filter { !$0.isEmpty })), text(reference)
      )
    }
    let interview = [text(interview), text(person)].filter { !$0.isEmpty }.joined(separator: ", ")
    return (interview, Array(OrderedSet(Self.parts(of: text(informant)))), text(reference))
  }

  /// Several in one cell.
  private static func parts(of text: String) -> [String] {
    text.split { $0 == ";" || $0 == "|" }.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
  }

  private mutating func note(_ values: OrderedDictionary<String, Values>) {
    if let interview {
      let example = interview == informant ? values[interview]?.first { Self.split($0) != nil } : nil
      notices.note(
        .assumed,
        "interviews: what edges say under \(interview.quotedInMessage)"
          + (person.map { " and \($0.quotedInMessage)" } ?? "")
          + (example.map { ", and informant groups behind them, as in \($0.quotedInMessage)" } ?? "")
          + "; which interview it was is for the team alone")
    }
    if let informant, informant != interview {
      notices.note(.assumed, "informant groups: what edges say under \(informant.quotedInMessage)")
    }
    if let reference {
      notices.note(
        .assumed, "where words stand: what edges say under \(reference.quotedInMessage), beside the place in the file")
    }
  }

  // MARK: Both in one cell

  /// An interview and who spoke in it: `Interview 3, work coach`, `work coach (interview 3)`.
  static func split(_ text: String) -> (interview: String, informant: String)? {
    var text = text.trimmingWhitespace
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      text = "\(text[..<open]), \(text[text.index(after: open)...].dropLast())"
    }
    for separator in [", ", ": ", " - ", " \u{2013} ", " \u{2014} "] {
      guard let range = text.firstRange(of: separator) else { continue }
      let parts = [text[..<range.lowerBound], text[range.upperBound...]].map { String($0).trimmingWhitespace }
      let haveDigits = parts.map { $0.contains(where: \.isNumber) }
      if haveDigits[0] == haveDigits[1] || parts.contains(where: \.isEmpty) { continue }
      return haveDigits[0] ? (parts[0], parts[1]) : (parts[1], parts[0])
    }
    return nil
  }

  /// Whether each value names an interview and a group, and no single person: groups spoke in several interviews, or are
  /// said in small letters.
  private static func areSplit(_ values: Values) -> Bool {
    let parts = values.flatMap(Self.parts(of:)).map { split($0) }
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return false }
    let groups = Set(parts.compactMap { $0.map { NameFolding.folded($0.informant) } })
    let interviews = Set(parts.compactMap { $0.map { NameFolding.folded($0.interview) } })
    let areSmall = parts.allSatisfy { $0?.informant.first?.isLowercase ?? false }
    return groups.count <= 2 * mostGroups && (groups.count < interviews.count || areSmall)
  }

  /// Whether a value names one informant, by a number or by a name of several words, and no group.
  private static func isOfOne(_ text: String) -> Bool {
    if text.contains(where: \.isNumber) { return true }
    let words = text.split(separator: " ")
    return words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
  }
}

import MapModel

/// What the codes of a coding tool mean on the map.
struct Codebook: Sendable {
  /// What one code means: a whole connection, or a part of one that others complete.
  struct Meaning: Sendable {
    /// At which end of a connection an actor stands.
    enum End: String, CaseIterable, Sendable {
      case source, target
    }

    var source: MapActor.ID?
    var target: MapActor.ID?
    var relation: Relation.ID?
    var actor: MapActor.ID?
    /// The end of the actor; `nil` if the code does not say.
    var end: End?
    var stance: Stance?
    var frequency: Frequency?
    var attribution: Attribution?
    var area: Area.ID?
    var period: String?
    var informant: InformantGroup.ID?

    /// Whether the code means a connection by itself.
    var isConnection: Bool { source != nil && target != nil && relation != nil }
    /// Whether the code can make a connection together with others.
    var isPart: Bool { relation != nil || actor != nil }
    /// Whether the code says nothing of the map.
    var isEmpty: Bool {
      source == nil && target == nil && !isPart && stance == nil && frequency == nil && attribution == nil
        && area == nil
        && period == nil && informant == nil
    }
  }

  /// Where, of what time and with whom an interview was held, by the name of its document.
  struct Document: Sendable {
    var pattern: NamePattern
    var area: Area.ID?
    var period: String?
    var informant: InformantGroup.ID?
  }

  private var names: [String: Meaning] = [:]
  private var patterns: [(pattern: NamePattern, meaning: Meaning, isPath: Bool)] = []
  private var spellings = NameIndex<String>()
  var documents: [Document] = []

  /// Whether no code has a meaning.
  var isEmpty: Bool { names.isEmpty && patterns.isEmpty }

  /// Adds a code; a code that is already there keeps its meaning.
  /// - Returns: whether the code is new.
  mutating func add(_ code: String, _ meaning: Meaning) -> Bool {
    let pattern = NamePattern(code)
    guard pattern.isWholeName else {
      patterns.append((pattern, meaning, CodePath(code).parts.count > 1))
      return true
    }
    let folded = CodePath(code).folded[0]
    if names[folded] != nil { return false }
    names[folded] = meaning
    spellings.add(code, for: code)
    return true
  }

  /// Whether a code is written out in the book, with all that it stands under.
  func isWritten(_ code: String) -> Bool { names[CodePath(code).folded[0]] != nil }

  /// What a code means, which may be written with those that it stands under; codes that are written out win over patterns,
  /// longer paths over shorter ones.
  /// - Returns: the meaning, and the path of a name by which it was found; `nil` if the code is not in the book.
  func entry(for code: String) -> (meaning: Meaning, path: String?)? {
    let paths = CodePath(code).folded
    for path in paths {
      if let meaning = names[path] { return (meaning, path) }
      if let found = patterns.first(where: { $0.isPath && $0.pattern.matches(folded: path) }) {
        return (found.meaning, nil)
      }
    }
    for path in paths {
      if let found = patterns.first(where: { $0.pattern.matches(folded: path) }) { return (found.meaning, nil) }
    }
    return nil
  }

  /// The first code of the book that stands within a text as whole words.
  /// - Complexity: O(n · l), where n is the number of codes and l the length of the text.
  func code(within text: String) -> String? {
    let words = " " + String(NameFolding.folded(text).map { $0.isLetter || $0.isNumber ? $0 : " " }) + " "
    return names.keys.sorted().first { name in
      name.count > 2 && words.contains(" " + String(name.map { $0.isLetter || $0.isNumber ? $0 : " " }) + " ")
    }
  }

  /// The code of the book that is nearly the same.
  func suggestion(for code: String) -> String? { spellings.suggestion(for: code) }

  /// Where and with whom an interview was held.
  func document(_ name: String) -> Document? {
    let folded = NameFolding.folded(name)
    return documents.first { $0.pattern.matches(folded: folded) }
  }
}

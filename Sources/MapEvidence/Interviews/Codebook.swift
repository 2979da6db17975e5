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
  }

  /// Where, of what time and with whom an interview was held, by the name of its document.
  struct Document: Sendable {
    var pattern: NamePattern
    var area: Area.ID?
    var period: String?
    var informant: InformantGroup.ID?
  }

  private var names: [String: Meaning] = [:]
  private var patterns: [(pattern: NamePattern, meaning: Meaning)] = []
  private var spellings = NameIndex<String>()
  var documents: [Document] = []

  /// Whether no code has a meaning.
  var isEmpty: Bool { names.isEmpty && patterns.isEmpty }

  /// Adds a code; a code that is already there keeps its meaning.
  /// - Returns: whether the code is new.
  mutating func add(_ code: String, _ meaning: Meaning) -> Bool {
    let pattern = NamePattern(code)
    guard pattern.isWholeName else {
      patterns.append((pattern, meaning))
      return true
    }
    let folded = NameFolding.folded(code)
    if names[folded] != nil { return false }
    names[folded] = meaning
    spellings.add(code, for: code)
    return true
  }

  /// What a code means; codes that are written out win over patterns.
  subscript(code: String) -> Meaning? {
    let folded = NameFolding.folded(code)
    return names[folded] ?? patterns.first { $0.pattern.matches(folded: folded) }?.meaning
  }

  /// The code of the book that is nearly the same.
  func suggestion(for code: String) -> String? { spellings.suggestion(for: code) }

  /// Where and with whom an interview was held.
  func document(_ name: String) -> Document? {
    let folded = NameFolding.folded(name)
    return documents.first { $0.pattern.matches(folded: folded) }
  }
}

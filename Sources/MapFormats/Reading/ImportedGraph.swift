import MapModel
public import OrderedCollections

/// A graph as a file of another tool holds it, before it becomes a map.
///
/// What the file says and a graph of this form does not hold is among its ``notices``, with how often it was there.
public struct ImportedGraph: Sendable, Hashable {
  /// What a file says of a node or an edge under a name.
  public enum Value: Sendable, Hashable {
    /// A finite number.
    case number(Double)
    /// A text.
    case text(String)
    /// Several texts.
    case list([String])
  }

  /// A node.
  public struct Node: Sendable, Hashable {
    /// What the file's edges call it.
    public var id: String
    /// What people call it; empty if the file says so under a name of its own, or not at all.
    public var label: String
    /// What the file says of it.
    public var attributes: OrderedDictionary<String, Value>
    /// The place of the node in which it lies; `nil` if it lies in none.
    public var group: Int?

    /// Makes a node.
    public init(
      _ id: String, label: String = "", attributes: OrderedDictionary<String, Value> = [:], group: Int? = nil
    ) {
      (self.id, self.label, self.attributes, self.group) = (id, label, attributes, group)
    }
  }

  /// An edge; several can run between the same nodes.
  public struct Edge: Sendable, Hashable {
    /// The place of the node from which it runs.
    public var source: Int
    /// The place of the node to which it runs.
    public var target: Int
    /// Whether it runs both ways at once.
    public var isMutual: Bool
    /// What the file says of it.
    public var attributes: OrderedDictionary<String, Value>
    /// Where it stands in the file, such as `edge 12` or `row 3`.
    public var place: String

    /// Makes an edge.
    public init(
      from source: Int, to target: Int, isMutual: Bool, attributes: OrderedDictionary<String, Value> = [:],
      place: String
    ) {
      (self.source, self.target, self.isMutual) = (source, target, isMutual)
      (self.attributes, self.place) = (attributes, place)
    }
  }

  /// The most nodes that are read: a map is drawn and read by people.
  public static let mostNodes = 10_000
  /// The most edges that are read.
  public static let mostEdges = 100_000
  /// The largest file that is read, in bytes.
  public static let largestFile = 64 << 20

  /// The name of the file's format, such as `GraphML`.
  public var format: String
  /// The name of the file.
  public var file: String
  /// The graph's own title; empty if it has none.
  public var title = ""
  /// The graph's own description; empty if it has none.
  public var description = ""
  /// The nodes, in the order of the file.
  public var nodes: [Node] = []
  /// The edges, in the order of the file.
  public var edges: [Edge] = []
  /// Under which headings the names of nodes stand in tables.
  var nameColumns: [String] = []
  /// What was assumed of the file, and what of it was left.
  public private(set) var notices: [ImportNotice] = []

  /// Makes a graph without nodes.
  public init(format: String, file: String) { (self.format, self.file) = (format, file) }

  /// Notes what was assumed, or left; what is noted again is counted.
  public mutating func note(_ kind: ImportNotice.Kind, _ what: String, count: Int = 1) {
    notices.note(kind, what, count: count)
  }

  mutating func note(_ kind: ImportNotice.Kind, _ what: String, at place: String) {
    notices.note(kind, what, at: [place])
  }

  mutating func note(_ notice: ImportNotice) {
    notices.append(notice)
  }
}

/// What was assumed of a file that is imported, or what of it has no place on a map.
public struct ImportNotice: Sendable, Hashable, CustomStringConvertible {
  /// What a notice says.
  public enum Kind: Sendable, Hashable {
    /// The file does not say it, and it was taken so.
    case assumed
    /// The file says it, and the map does not.
    case left
  }

  /// What it says.
  public let kind: Kind
  /// What was assumed or left, as a phrase.
  public let what: String
  /// How often.
  public internal(set) var count: Int
  /// The first places, in words, if they are told.
  public internal(set) var places: [String] = []
  /// Whether there are more places than are told.
  var isCut = false

  /// How many places are told.
  static let mostPlaces = 6

  /// The phrase, with how often, and where.
  public var description: String {
    let counted = count > 1 ? "\(what) (\(count))" : what
    if places.isEmpty { return counted }
    return "\(counted): \(places.joined(separator: ", "))\(isCut ? ", and others" : "")"
  }
}

extension [ImportNotice] {
  mutating func note(_ kind: ImportNotice.Kind, _ what: String, count: Int = 1, at places: [String] = []) {
    if count < 1 { return }
    let known =
      firstIndex { $0.kind == kind && $0.what == what }
      ?? {
        append(ImportNotice(kind: kind, what: what, count: 0))
        return endIndex - 1
      }()
    self[known].count += count
    for place in places where !self[known].places.contains(place) {
      if self[known].places.count < ImportNotice.mostPlaces {
        self[known].places.append(place)
      } else {
        self[known].isCut = true
      }
    }
  }
}

extension ImportedGraph.Value {
  /// The value of a text that a file calls a number; the text, where it is no finite one, or longer than a number holds.
  init(numeric text: String) {
    let trimmed = text.trimmingWhitespace
    let isPlain = trimmed.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    guard isPlain, let number = Double(trimmed), number.isFinite else {
      self = .text(trimmed)
      return
    }
    // A whole number of more than 15 digits, such as an identifier, would change.
    let isWhole = !trimmed.utf8.contains { ".eE".utf8.contains($0) }
    self = isWhole && Int(trimmed).map { Int(exactly: number) != $0 } ?? true ? .text(trimmed) : .number(number)
  }

  /// The value as people read it.
  public var words: String {
    switch self {
    case .number(let number): ActorAttribute.number(number).words
    case .text(let text): text
    case .list(let items): items.joined(separator: "; ")
    }
  }

  /// Whether it says nothing.
  var isEmpty: Bool {
    switch self {
    case .number: false
    case .text(let text): text.trimmingWhitespace.isEmpty
    case .list(let items): items.allSatisfy { $0.trimmingWhitespace.isEmpty }
    }
  }
}

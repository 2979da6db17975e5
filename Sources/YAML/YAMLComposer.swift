extension YAMLNode {
  /// The value of the only document in a text.
  ///
  /// A hostile text ends at once: values are nested at most ``maximalDepth`` deep, and aliases repeat at most
  /// ``maximalRepetition`` bytes, so that whoever walks the value is done in a time that goes by the text's length.
  /// - Returns: `nil` if the text holds no document.
  package static func compose(_ text: String) throws(YAMLError) -> YAMLNode? {
    var composer = YAMLComposer(events: try YAMLEvents(text))
    return try composer.document()
  }

  /// How many lists and mappings may stand in each other.
  package static let maximalDepth = 200

  /// How much aliases may repeat in all, in bytes of text, and 64 for each value.
  package static let maximalRepetition = 8 << 20
}

/// Makes a value of the events of a document.
private struct YAMLComposer: ~Copyable {
  /// A value, and how much it would take if it were written in full.
  private struct Sized {
    let node: YAMLNode
    let size: Int

    init(_ content: YAMLNode.Content, at mark: YAMLNode.Mark, size: Int) {
      node = YAMLNode(content, at: mark)
      self.size = 64 + size
    }
  }

  private var events: YAMLEvents
  private var anchors: [String: Sized] = [:]
  private var repeated = 0

  init(events: consuming YAMLEvents) { self.events = events }

  mutating func document() throws(YAMLError) -> YAMLNode? {
    _ = try events.next()  // the start of the stream
    if case .streamEnd = try events.next().kind { return nil }
    let node = try value(from: try events.next(), depth: 0).node
    _ = try events.next()  // the end of the document
    let event = try events.next()
    guard case .streamEnd = event.kind else {
      throw YAMLError(.structure, "but found another document", at: event.mark)
    }
    return node
  }

  private mutating func value(from event: YAMLEvent, depth: Int) throws(YAMLError) -> Sized {
    switch event.kind {
    case .alias(let name): return try alias(name, at: event.mark)
    case .scalar(let scalar, let anchor):
      let value = Sized(.scalar(scalar), at: event.mark, size: scalar.string.utf8.count)
      register(value, anchor)
      return value
    case .sequenceStart(let anchor):
      try checkDepth(depth, at: event.mark)
      return try sequence(at: event.mark, anchor: anchor, depth: depth + 1)
    case .mappingStart(let anchor):
      try checkDepth(depth, at: event.mark)
      return try mapping(at: event.mark, anchor: anchor, depth: depth + 1)
    case .sequenceEnd, .mappingEnd, .documentStart, .streamEnd, .other:
      // libyaml lets no such event stand where a value is due.
      throw YAMLError(.syntax, "did not find expected node content", at: event.mark)
    }
  }

  private mutating func sequence(
    at mark: YAMLNode.Mark, anchor: String?, depth: Int
  ) throws(YAMLError) -> Sized {
    var (nodes, size): ([YAMLNode], Int) = ([], 0)
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { break }
      let item = try value(from: event, depth: depth)
      nodes.append(item.node)
      size += item.size
    }
    let value = Sized(.sequence(nodes), at: mark, size: size)
    register(value, anchor)
    return value
  }

  private mutating func mapping(
    at mark: YAMLNode.Mark, anchor: String?, depth: Int
  ) throws(YAMLError) -> Sized {
    var (pairs, size): ([YAMLNode.Pair], Int) = ([], 0)
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { break }
      let key = try value(from: event, depth: depth)
      let value = try value(from: try events.next(), depth: depth)
      pairs.append((key.node, value.node))
      size += key.size + value.size
    }
    try checkKeys(pairs)
    let value = Sized(.mapping(pairs), at: mark, size: size)
    register(value, anchor)
    return value
  }

  // MARK: Anchors

  /// An anchor holds from the end of its value on, so that no value contains itself; the latest of a name counts.
  private mutating func register(_ value: Sized, _ anchor: String?) {
    if let anchor { anchors[anchor] = value }
  }

  private mutating func alias(_ name: String, at mark: YAMLNode.Mark) throws(YAMLError) -> Sized {
    guard let value = anchors[name] else { throw YAMLError(.structure, "found undefined alias", at: mark) }
    // A value is shared and costs nothing here, but whoever walks the document meets it each time.
    repeated += value.size
    guard repeated <= YAMLNode.maximalRepetition else {
      throw YAMLError(.limit, "aliases repeat more than a document may hold", at: mark)
    }
    return value
  }

  // MARK: Checks

  private func checkDepth(_ depth: Int, at mark: YAMLNode.Mark) throws(YAMLError) {
    guard depth < YAMLNode.maximalDepth else {
      throw YAMLError(.limit, "values stand in each other more than \(YAMLNode.maximalDepth) deep", at: mark)
    }
  }

  /// No scalar may be a key twice. Lists and mappings are not compared: they are keys for nobody who reads a mapping.
  private func checkKeys(_ pairs: [YAMLNode.Pair]) throws(YAMLError) {
    struct Key: Hashable {
      let string: String
      let tag: String
    }
    var marks: [Key: YAMLNode.Mark] = [:]
    var repeated: Set<Key> = []
    for pair in pairs {
      guard let scalar = pair.key.scalar else { continue }
      let key = Key(string: scalar.string, tag: scalar.tag ?? YAMLNode.Scalar.stringTag)
      if marks[key] == nil { marks[key] = pair.key.mark } else { repeated.insert(key) }
    }
    let keys = repeated.sorted { ($0.string, $0.tag) < ($1.string, $1.tag) }
    if let first = keys.first {
      throw YAMLError(.duplicateKeys(keys.map(\.string)), "the same key stands twice", at: marks[first])
    }
  }
}

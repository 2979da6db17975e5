import MapModel
import OrderedCollections

/// Reads networks of Pajek (`.net`, and the first of a `.paj`), with what networkx writes behind the shapes of nodes.
struct PajekReader {
  private enum Section {
    case none, vertices, lines(isMutual: Bool), lists(isMutual: Bool), matrix, other
  }

  private var builder: GraphBuilder
  private var section = Section.none
  /// The relation of the lines that follow, from a heading such as `*Arcs :2 "advice"`.
  private var relation = ""
  private var vertexCount = 0
  private var row = 0

  private init(file: String) { builder = GraphBuilder(format: "Pajek", file: file) }

  /// Whether a text starts like a network of Pajek.
  static func isStart(_ text: some StringProtocol) -> Bool {
    let first = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("%") && !$0.hasPrefix("/*") } ?? ""
    let word = first.lowercased()
    return ["*network", "*vertices", "*arcs", "*edges", "*matrix"].contains { word.hasPrefix($0) }
  }

  static func read(_ text: String, file: String) throws(GraphFileError) -> ImportedGraph {
    var reader = PajekReader(file: file)
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let words = words(of: line)
      guard let first = words.first, !first.text.hasPrefix("%"), !first.text.hasPrefix("/*") else { continue }
      if first.text.hasPrefix("*"), !first.isQuoted {
        try reader.start(words, line: number)
      } else {
        try reader.read(words.map(\.text), line: number)
      }
    }
    return try reader.builder.finish()
  }

  /// The words of a line; what stands in quotation marks is one.
  private static func words(of line: Substring) -> [(text: String, isQuoted: Bool)] {
    var words: [(text: String, isQuoted: Bool)] = []
    var rest = line
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      let isQuoted = rest[start] == "\"" || rest[start] == "'"
      let from = isQuoted ? rest.index(after: start) : start
      let mark = rest[start]
      var end = rest[from...].firstIndex { isQuoted ? $0 == mark : $0.isWhitespace } ?? rest.endIndex
      // A quotation mark in a name stands doubled.
      while isQuoted, end < rest.endIndex, case let next = rest.index(after: end), next < rest.endIndex,
        rest[next] == mark
      {
        end = rest[rest.index(after: next)...].firstIndex(of: mark) ?? rest.endIndex
      }
      let text = isQuoted ? Substring(rest[from..<end].replacing("\(mark)\(mark)", with: "\(mark)")) : rest[from..<end]
      words.append((unescaped(text), isQuoted))
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
    }
    return words
  }

  /// Letters beyond ASCII are written as numbers: `&#233;` is é.
  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&#") else { return String(text) }
    var result = ""
    var rest = text
    while let mark = rest.firstRange(of: "&#") {
      result += rest[..<mark.lowerBound]
      let digits = rest[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
      if let scalar = UInt32(digits).flatMap(Unicode.Scalar.init), rest[digits.endIndex...].first == ";" {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: digits.endIndex)...]
      } else {
        result += rest[mark]
        rest = rest[mark.upperBound...]
      }
    }
    return result + rest
  }

  private mutating func start(_ words: [(text: String, isQuoted: Bool)], line: Int) throws(GraphFileError) {
    let heading = words[0].text.lowercased()
    // A name stands behind the number of the relation, or is the number.
    let named = words.dropFirst().map(\.text)
    relation = named.first { !$0.hasPrefix(":") } ?? named.first.map { String($0.dropFirst()) } ?? ""
    switch heading {
    case "*network":
      if builder.graph.title.isEmpty { builder.graph.title = named.joined(separator: " ") }
      section = .none
    case "*vertices":
      if vertexCount > 0 {
        builder.graph.note(.left, "networks behind the first")
        section = .other
        return
      }
      guard let count = named.first.flatMap({ Int($0) }), count > 0 else {
        throw builder.fault("*Vertices should say how many there are", line: line)
      }
      try makeVertices(count, named.dropFirst().first.flatMap { Int($0) })
      section = .vertices
    case "*arcs": section = .lines(isMutual: false)
    case "*edges": section = .lines(isMutual: true)
    case "*arcslist": section = .lists(isMutual: false)
    case "*edgeslist": section = .lists(isMutual: true)
    case "*matrix": (section, row) = (.matrix, 0)
    default:
      builder.graph.note(.left, "parts of Pajek that are no network, such as partitions and vectors")
      section = .other
    }
  }

  /// Nodes are numbers from 1, and need no line of their own.
  private mutating func makeVertices(_ count: Int, _ first: Int?) throws(GraphFileError) {
    vertexCount = min(count, ImportedGraph.mostNodes + 1)
    for number in 1...vertexCount {
      var node = ImportedGraph.Node(String(number))
      // A network of two modes says how many are of the first.
      if let first { node.attributes["mode"] = .number(number <= first ? 1 : 2) }
      try builder.add(node)
    }
  }

  private mutating func read(_ words: [String], line: Int) throws(GraphFileError) {
    switch section {
    case .none: throw builder.fault("this stands before any part of the network", line: line)
    case .vertices: try readVertex(words, line: line)
    case .lines(let isMutual):
      guard words.count > 1 else { throw builder.fault("a line between nodes has two ends", line: line) }
      if words.contains(where: { $0.hasPrefix("[") }) { noteTimes("edges") }
      var attributes = Self.pairs(words.dropFirst(3))
      if words.count > 2 { attributes.updateValue(ImportedGraph.Value(numeric: words[2]), forKey: "weight") }
      try add(words[0], words[1], isMutual, attributes, line)
    case .lists(let isMutual):
      for target in words.dropFirst() { try add(words[0], target, isMutual, [:], line) }
    case .matrix:
      row += 1
      for (column, text) in words.enumerated() where Double(text) != 0 {
        try add(String(row), String(column + 1), false, ["weight": ImportedGraph.Value(numeric: text)], line)
      }
    case .other: break
    }
  }

  private mutating func readVertex(_ words: [String], line: Int) throws(GraphFileError) {
    guard let number = Int(words[0]), 1...vertexCount ~= number else {
      throw builder.fault("\(words[0].quotedInMessage) is no number of a node; there are \(vertexCount)", line: line)
    }
    if words.count > 1 { builder.graph.nodes[number - 1].label = words[1] }
    var rest = words.dropFirst(2)
    // Places come first, then a shape, then names and values by turns.
    let places = rest.prefix(3).prefix { Double($0) != nil }
    rest = rest.dropFirst(places.count)
    if !places.isEmpty { builder.graph.note(.left, "places and shapes of nodes") }
    if let shape = rest.first,
      ["ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"].contains(shape.lowercased())
    {
      rest = rest.dropFirst()
    }
    let drawing: Set<String> = [
      "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font", "x_fact", "y_fact", "phi", "r", "q", "size", "hook",
    ]
    if rest.contains(where: { $0.hasPrefix("[") }) { noteTimes("nodes") }
    for (name, value) in Self.pairs(rest) {
      if drawing.contains(name.lowercased()) {
        builder.graph.note(.left, "colours and fonts of nodes")
      } else {
        builder.graph.nodes[number - 1].attributes[name] = value
      }
    }
  }

  private mutating func noteTimes(_ kind: String) {
    builder.graph.note(.left, "when \(kind) begin and end; they are taken as there all the time")
  }

  /// Names and values by turns, without times, which stand in brackets.
  private static func pairs(_ words: ArraySlice<String>) -> OrderedDictionary<String, ImportedGraph.Value> {
    let words = words.filter { !$0.hasPrefix("[") }
    var pairs: OrderedDictionary<String, ImportedGraph.Value> = [:]
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      let value = words[place + 1]
      pairs[words[place]] = Double(value) == nil ? .text(value) : ImportedGraph.Value(numeric: value)
    }
    return pairs
  }

  private mutating func add(
    _ source: String, _ target: String, _ isMutual: Bool,
    _ attributes: OrderedDictionary<String, ImportedGraph.Value>, _ line: Int
  ) throws(GraphFileError) {
    for end in [source, target] where !builder.knows(end) {
      throw builder.fault("\(end.quotedInMessage) is no number of a node; there are \(vertexCount)", line: line)
    }
    var attributes = attributes
    for (short, name) in ["l": "label"] {
      if let value = attributes.removeValue(forKey: short) { attributes[name] = value }
    }
    for name in ["c", "w", "p", "s", "a", "ap", "lp", "lr", "lc", "fos", "font", "h1", "h2", "a1", "k1", "a2", "k2"] {
      if attributes.removeValue(forKey: name) != nil { builder.graph.note(.left, "colours and widths of lines") }
    }
    if !relation.isEmpty { attributes["relation"] = .text(relation) }
    try builder.add(
      from: source, to: target, isMutual: isMutual, attributes, place: "edge \(builder.edgeCount + 1) (line \(line))")
  }
}

/// A value of a YAML document, with the place at which it starts.
///
/// Nothing is guessed from how a scalar looks: it is the text that stands there, and whoever asks says what it should
/// be. An alias is the value that its anchor names, with the anchor's place; `<<` is a key as any other.
package struct YAMLNode: Sendable {
  /// A place in a text. Both numbers start at 1; columns are counted in Unicode scalars.
  package struct Mark: Sendable, Hashable {
    package let line: Int
    package let column: Int
    /// The table in which the value stands; `nil` if it stands in the document itself.
    package let table: Table?

    package init(line: Int, column: Int, table: Table? = nil) {
      self.line = line
      self.column = column
      self.table = table
    }
  }

  /// A table beside the document, of which a row is a value.
  package struct Table: Sendable, Hashable {
    package let file: String
    /// The sheet, if the file is a workbook.
    package let sheet: String?

    package init(file: String, sheet: String? = nil) { (self.file, self.sheet) = (file, sheet) }
  }

  /// A text, and how it was written.
  package struct Scalar: Sendable, Hashable {
    package let string: String
    /// Whether it stands without quotation marks, so that it may be meant as a number, a truth value or null.
    package let isPlain: Bool
    /// Whether it stands in quotation marks, so that white space at its ends is meant.
    package let isQuoted: Bool
    /// Its type in full; `nil` if none is written. What stands in quotation marks is a string.
    package let tag: String?
    /// The texts that a table's cell holds where a list is asked for; `nil` if it is no cell.
    package let cellItems: [String]?

    package init(
      _ string: String, isPlain: Bool = true, isQuoted: Bool = false, tag: String? = nil, cellItems: [String]? = nil
    ) {
      self.string = string
      self.isPlain = isPlain
      self.isQuoted = isQuoted
      self.tag = tag
      self.cellItems = cellItems
    }

    /// The tag of a string.
    package static let stringTag = "tag:yaml.org,2002:str"
  }

  /// What a value is made of.
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  /// A key and its value, in the order of the document.
  package typealias Pair = (key: YAMLNode, value: YAMLNode)

  package let content: Content
  package let mark: Mark

  package init(_ content: Content, at mark: Mark) {
    self.content = content
    self.mark = mark
  }
}

extension YAMLNode {
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The values of a list; a single value counts as a list of one, and a cell of a table holds as many as it names.
  package var items: [YAMLNode] {
    switch content {
    case .sequence(let nodes): return nodes
    case .mapping: return [self]
    case .scalar(let scalar):
      guard let items = scalar.cellItems else { return [self] }
      return items.map { YAMLNode(.scalar(Scalar($0, isPlain: scalar.isPlain)), at: mark) }
    }
  }

  package var mapping: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of a key in a mapping; `nil` if there is none, or if this is no mapping.
  package subscript(key: String) -> YAMLNode? {
    mapping?.last { $0.key.scalar?.isKey(key) ?? false }?.value
  }
}

extension YAMLNode.Scalar {
  /// Whether this is the string, and of no other type.
  fileprivate func isKey(_ key: String) -> Bool { string == key && (tag ?? Self.stringTag) == Self.stringTag }
}

/// Why a text could not be read as YAML.
package struct YAMLError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The text holds characters that YAML forbids.
    case characters
    /// The text breaks the rules of YAML.
    case syntax
    /// An alias without an anchor, or a second document.
    case structure
    /// A mapping holds these keys more than once.
    case duplicateKeys([String])
    /// The document is nested too deeply, or its aliases repeat too much.
    case limit
    /// There was not enough memory.
    case memory
  }

  package let kind: Kind
  /// What is wrong, in libyaml's words where it has any.
  package let message: String
  /// The place, from 1; `nil` if it is the whole text.
  package let mark: YAMLNode.Mark?

  package var line: Int? { mark?.line }
  package var column: Int? { mark?.column }

  init(_ kind: Kind, _ message: String, at mark: YAMLNode.Mark?) {
    self.kind = kind
    self.message = message
    self.mark = mark
  }
}

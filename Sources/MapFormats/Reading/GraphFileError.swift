import MapModel

/// Why no graph can be read from a file.
public struct GraphFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, from 1; `nil` if the whole file is meant.
  public let line: Int?
  /// What is wrong, and what to do.
  public let message: String

  /// Makes an error. Parts of the file stand in messages: what would steer a terminal is left out.
  public init(file: String, line: Int? = nil, message: String) {
    (self.file, self.line, self.message) = (file, line, message.visibleOnOneLine)
  }

  /// The error in one line: `file:line: message`.
  public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

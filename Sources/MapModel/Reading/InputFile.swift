/// A file from which a map was read, with what tells whether it has changed since.
public struct InputFile: Sendable, Hashable {
  /// What a file holds, which decides how much of it may be told.
  public enum Kind: String, Sendable, CaseIterable {
    /// The definition, or a list of it.
    case definition
    /// What was said.
    case interviews
    /// Who was interviewed where.
    case fieldwork
    /// Management information: numbers, or a row for each case.
    case counts
    /// What came of the programme.
    case outcomes
    /// A workbook or the project of a coding tool, which hold more than what is read.
    case workbook
  }

  /// The name, relative to the map folder.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// The SHA-256 digest of the bytes that were read (FIPS 180-4), as 64 hexadecimal digits; `nil` if it was not asked
  /// for, or may not be told.
  public var sha256: String?

  /// Makes an input.
  public init(name: String, kind: Kind, sha256: String? = nil) {
    (self.name, self.kind, self.sha256) = (name, kind, sha256)
  }
}

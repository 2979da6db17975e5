/// Why an archive, or something in it, cannot be read.
package struct ZipFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of faults.
  package enum Kind: Sendable, Hashable {
    /// The file cannot be opened or read.
    case unreadable
    /// It is no ZIP archive.
    case noArchive
    /// The list of what is in it, or an entry, contradicts itself.
    case damaged
    /// An entry is locked with a password.
    case encrypted
    /// An entry is compressed in a way that is not read.
    case unknownMethod
    /// An entry expands to more than is read, or to so much more than it takes that it can only be meant to do harm.
    case tooLarge
    /// There is no such entry.
    case missing
  }

  /// What kind of fault it is.
  package let kind: Kind
  /// What is wrong, and what to do about it, as a sentence without its full stop.
  package let description: String

  package init(_ kind: Kind, _ description: String) { (self.kind, self.description) = (kind, description) }

  static func damaged(_ what: String) -> ZipFault {
    ZipFault(
      .damaged, "The archive is damaged: \(what). Copy the file again, or save it again in the program it is from")
  }

  static let unreadable = ZipFault(
    .unreadable, "The file cannot be read; check that it is there, and that you may open it")
}

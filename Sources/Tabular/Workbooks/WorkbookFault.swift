import XML

/// Why a workbook, or a sheet of it, cannot be read.
package struct WorkbookFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of faults.
  package enum Kind: Sendable, Hashable {
    /// The file cannot be opened or read.
    case unreadable
    /// It is a file of another kind.
    case otherFile
    /// It is locked with a password.
    case locked
    /// It contradicts itself.
    case damaged
    /// It has more than is read.
    case tooLarge
    /// There is no such sheet.
    case missingSheet
  }

  /// What kind of fault it is.
  package let kind: Kind
  /// What is wrong, and what to do about it, as a sentence without its full stop.
  package let description: String

  package init(_ kind: Kind, _ description: String) { (self.kind, self.description) = (kind, description) }

  init(_ fault: ZipFault) {
    switch fault.kind {
    case .unreadable: kind = .unreadable
    case .noArchive: kind = .otherFile
    case .encrypted: kind = .locked
    case .tooLarge: kind = .tooLarge
    case .damaged, .unknownMethod, .missing: kind = .damaged
    }
    description = fault.description
  }

  static func damaged(_ what: String) -> WorkbookFault {
    WorkbookFault(.damaged, "The workbook is damaged: \(what). Open it in Excel or LibreOffice, and save it again")
  }

  init(_ fault: XMLTree.Fault, in part: String) { self = .damaged("\(part), \(fault)") }
}

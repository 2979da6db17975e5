import MapModel
import OrderedCollections
import Tabular
import XML

/// A project of a coding tool in the exchange format REFI-QDA, version 1.0: documents, and the codes on stretches of them.
///
/// Tools differ from the standard and from each other, so names of elements are taken in any case and namespace, and what
/// refers to nothing is counted. See "REFI-QDA standard 1.5" (2019), sections 6 to 10.
struct QDAProject {
  /// A stretch of a document, or a part of a picture or a recording, with its codes.
  struct Selection {
    /// What the tool calls it: often its words, or their beginning.
    var name = ""
    /// From where to where it goes in the text; `nil` for a part of something else.
    var start: Int?
    var end: Int?
    /// What it is a part of, if that is no text.
    var kind = ""
    /// The codes, and who put them there, by their identifiers.
    var codings: [(code: String, user: String)] = []
    var id = ""
  }

  /// A document or a recording.
  struct Document {
    var id = ""
    /// The document in which it is, of which it has the name and the attributes.
    var parent: Int?
    var name = ""
    /// Where its plain text is, or the text itself.
    var textPath = ""
    var text: String?
    var selections: [Selection] = []
    /// Codes on it as a whole.
    var codings: [(code: String, user: String)] = []
    /// Its variables, by their identifiers.
    var values: [String: String] = [:]
    /// The places that a transcript shares with its recording.
    var places: [String: Int] = [:]
  }

  /// A case, or a set: what holds for several documents or selections.
  struct Grouping {
    var name = ""
    var values: [String: String] = [:]
    var members: [String] = []
  }

  /// The tool that wrote it.
  var origin = ""
  /// Names of users, paths of codes and names of variables, by their identifiers.
  var users: [String: String] = [:]
  var codes: [String: String] = [:]
  var variables: [String: String] = [:]
  var documents: [Document] = []
  var groupings: [Grouping] = []
  /// What is not read, each by its name in the singular.
  var notRead: OrderedDictionary<String, Int> = [:]
  /// The archive with the texts; `nil` for a project that is not in one.
  var archive: ZipArchive?

  init() {}

  /// Whether the name of a file is that of a project.
  static func isName(ofFile name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".qdpx") || name.hasSuffix(".qde")
  }

  /// Reads a project, without the texts of its documents.
  /// - Throws: ``QDAFault`` if it is none.
  /// - Complexity: O(n), where n is the length of the project's own file.
  init(_ source: ByteSource) throws(QDAFault) {
    let parser = QDAProjectParser()
    var events = XMLEventParser(parser)
    var archive: ZipArchive?
    do {
      if try Self.start(of: source).starts(with: [0x50, 0x4B]) {
        let opened = try ZipArchive(source)
        archive = opened
        let entries = opened.entries.filter { $0.name.lowercased().hasSuffix(".qde") }
        guard let entry = opened["project.qde"] ?? entries.first else {
          throw QDAFault(
            "The archive holds no project.qde, so it is no project of a coding tool; export the project again, as REFI-QDA"
              + " (.qdpx)")
        }
        var stream = try ZipStream(entry, of: opened, limit: Self.greatestSize)
        var part: [UInt8] = []
        while try stream.next(&part) { try events.parse(part, isLast: false) }
      } else {
        var chunks = try FileChunks(source)
        while true {
          let part = try chunks.next(1 << 16)
          if part.isEmpty { break }
          try events.parse(part, isLast: false)
        }
      }
      try events.parse([], isLast: true)
    } catch let fault as QDAFault {
      throw fault
    } catch let fault as ZipFault {
      throw QDAFault(fault.description)
    } catch let fault as XMLTree.Fault {
      throw QDAFault(
        "The project cannot be read from line \(fault.line) of its XML on: \(fault.message). Export it again from the tool"
      )
    } catch { throw QDAFault("The file cannot be read; check that you may open it, and that it is a file") }
    switch parser.root {
    case "project": self = parser.project
    case "codebook":
      throw QDAFault(
        "This is a codebook and no project: there are codes in it, and nothing is coded; export the whole project"
          + " (.qdpx)")
    default:
      throw QDAFault("This is no project of a coding tool; export the project again, as REFI-QDA (.qdpx)")
    }
    self.archive = archive
  }

  /// Far more than a project of a thousand documents comes to.
  private static let greatestSize = 1 << 30

  private static func start(of source: ByteSource) throws -> [UInt8] {
    var chunks = try FileChunks(source)
    return Array(try chunks.next(4).prefix(4))
  }

  /// The bytes of a document's plain text; `nil` if it is not in the project.
  func bytes(ofText path: String) throws(ZipFault) -> [UInt8]? {
    guard let archive, !path.isEmpty else { return nil }
    let name = path.hasPrefix("internal://") ? String(path.dropFirst(11)) : path
    guard let entry = archive["sources/\(name)"] ?? archive[name] else { return nil }
    return try archive.bytes(of: entry)
  }

  /// The name of a document, or of the one that it is in.
  func name(of document: Document) -> String {
    document.name.isEmpty ? document.parent.map { documents[$0].name } ?? "" : document.name
  }
}

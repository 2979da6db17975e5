public import MapDisclosure
import MapModel

/// A format in which a map is written for another tool.
///
/// A new format is one more file with a value of this type, and one more entry of ``all``.
public struct MapFormat: Sendable, Identifiable {
  /// A file that was made.
  public struct File: Sendable, Hashable {
    /// Its name, if it stands in a folder with others.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// The name on a command line, such as `json`.
  public let id: String
  /// What it is, and which tool reads it, as a clause.
  public let summary: String
  /// The end of a file's name, without a dot.
  public let fileExtension: String
  /// What of a map it cannot hold, each as a phrase.
  public let losses: [String]
  /// The names of the files, where it is several; such a format takes a folder.
  public let fileNames: [String]
  /// Whether it is no text, and so nothing for a terminal.
  public let isBinary: Bool
  /// Whether it holds places of actors, if they are given.
  public let holdsPlaces: Bool
  /// Whether several connections between the same actors can be written as one edge.
  public let canMergeParallels: Bool
  private let makeFiles: @Sendable (PublishedMap, ExportOptions) throws -> [File]

  /// Makes a format.
  /// - Parameter write: writes the connections that answer a query, and the actors of the map.
  init(
    _ id: String, summary: String, fileExtension: String, losses: [String], fileNames: [String] = [],
    isBinary: Bool = false, holdsPlaces: Bool = false, canMergeParallels: Bool = false,
    write: @escaping @Sendable (PublishedMap, ExportOptions) throws -> [File]
  ) {
    (self.id, self.summary, self.fileExtension, self.losses) = (id, summary, fileExtension, losses)
    (self.fileNames, self.isBinary, self.holdsPlaces) = (fileNames, isBinary, holdsPlaces)
    self.canMergeParallels = canMergeParallels
    makeFiles = write
  }

  /// Makes a format of one file of text.
  init(
    _ id: String, summary: String, fileExtension: String, losses: [String], holdsPlaces: Bool = false,
    canMergeParallels: Bool = false, text: @escaping @Sendable (PublishedMap, ExportOptions) throws -> String
  ) {
    self.init(
      id, summary: summary, fileExtension: fileExtension, losses: losses, holdsPlaces: holdsPlaces,
      canMergeParallels: canMergeParallels
    ) { [File("map.\(fileExtension)", try text($0, $1))] }
  }

  /// A map in this format: one file, or those of ``fileNames``.
  /// - Throws: what the writer of the format throws, if a value cannot be written.
  public func files(of published: PublishedMap, _ options: ExportOptions = ExportOptions()) throws -> [File] {
    try makeFiles(published, options)
  }

  /// All formats, in the order in which they are listed.
  public static let all: [MapFormat] = [
    .tables, .workbook, .nodeLink, .graphML, .gexf, .gephi, .kumu, .kumuBlueprint, .cytoscape, .pajek, .mermaid, .dot,
    .codebook,
  ]

  /// The format of a name; `nil` if there is none.
  public static func named(_ id: String) -> MapFormat? { all.first { $0.id == id } }
}

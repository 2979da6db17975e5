public import MapDisclosure
public import MapModel

/// A format in which a map is written for another tool.
///
/// A new format is one more file with a value of this type, and one more entry of ``all``.
public struct MapFormat: Sendable, Identifiable {
  /// The name on a command line, such as `json`.
  public let id: String
  /// What it is, and which tool reads it, as a clause.
  public let summary: String
  /// The end of a file's name, without a dot.
  public let fileExtension: String
  /// What of a map it cannot hold, each as a phrase.
  public let losses: [String]
  private let makeBytes: @Sendable (PublishedMap, ConnectionQuery) throws -> [UInt8]

  /// Makes a format.
  /// - Parameter write: writes the connections that answer a query, and the actors of the map.
  public init(
    _ id: String, summary: String, fileExtension: String, losses: [String],
    write: @escaping @Sendable (PublishedMap, ConnectionQuery) throws -> [UInt8]
  ) {
    (self.id, self.summary, self.fileExtension, self.losses) = (id, summary, fileExtension, losses)
    makeBytes = write
  }

  /// A map in this format.
  /// - Parameter query: which connections are written.
  /// - Throws: what the writer of the format throws, if a value cannot be written.
  public func write(_ published: PublishedMap, matching query: ConnectionQuery = ConnectionQuery()) throws -> [UInt8] {
    try makeBytes(published, query)
  }

  /// All formats, in the order in which they are listed.
  public static let all: [MapFormat] = [.nodeLinkJSON, .codebook]

  /// The format of a name; `nil` if there is none.
  public static func named(_ id: String) -> MapFormat? { all.first { $0.id == id } }
}

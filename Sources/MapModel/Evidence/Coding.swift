/// A code that somebody put on a stretch of a document: what statements are made from, and what coders can agree on.
public struct Coding: Sendable, Hashable {
  /// The document, such as an interview.
  public var document: String
  /// The stretch, from the place of its first character to the place behind its last, as the tool counts them; `nil` if it
  /// does not say.
  public var stretch: Range<Int>?
  /// The tool's own name of the segment; empty if it has none.
  public var segment: String
  /// The code, as the coder's tool spells it.
  public var code: String
  /// Who put it there; empty if the source does not say.
  public var coder: String
  /// The area beside it, as it was read.
  public var area: String
  /// The group of informants beside it, as it was read.
  public var informant: String
  /// The words of the stretch.
  public var excerpt: String
  /// Where in the map's files the coding stands.
  public var location: SourceLocation?

  /// Makes a coding.
  public init(
    document: String, stretch: Range<Int>? = nil, segment: String = "", code: String, coder: String = "",
    area: String = "", informant: String = "", excerpt: String = "", location: SourceLocation? = nil
  ) {
    self.document = document
    self.stretch = stretch
    self.segment = segment
    self.code = code
    self.coder = coder
    self.area = area
    self.informant = informant
    self.excerpt = excerpt
    self.location = location
  }
}

/// Somebody who codes interviews.
public struct Coder: Sendable, Hashable {
  /// The name, as codings and statements have it.
  public var name: String
  /// Documents that the coder has read, beside those in which there are codings or statements of the coder's: who reads one
  /// and finds nothing has coded it, too.
  public var documents: [String]

  /// Makes a coder.
  public init(_ name: String, documents: [String] = []) { (self.name, self.documents) = (name, documents) }
}

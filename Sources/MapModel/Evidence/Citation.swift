/// The publication from which a map is coded.
public struct Citation: Sendable, Hashable {
  /// The title.
  public var title: String
  /// Who published it; empty if unknown.
  public var publisher: String
  /// The year of publication; empty if unknown.
  public var year: String
  /// Report number, ISBN or address; empty if there is none.
  public var reference: String
  /// The licence; empty if unknown.
  public var licence: String

  /// Makes a citation.
  public init(title: String, publisher: String = "", year: String = "", reference: String = "", licence: String = "") {
    self.title = title
    self.publisher = publisher
    self.year = year
    self.reference = reference
    self.licence = licence
  }

  /// The citation as one line, without a full stop at its end.
  public var line: String {
    var parts = [title]
    parts += [publisher, year, reference, licence].filter { !$0.isEmpty }
    return parts.joined(separator: ", ")
  }
}

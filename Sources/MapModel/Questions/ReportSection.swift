/// A section of the chapter that is written of a map.
public struct ReportSection: Sendable, Hashable {
  /// What a section tells.
  public enum Content: String, Sendable, CaseIterable {
    /// What the map shows, in a few sentences.
    case summary
    /// How the map was made: interviews, management information, coding, disclosure.
    case method
    /// What the map looks like: who is on it, and what its signs mean.
    case map
    /// Figures, each with what it shows in words.
    case figures
    /// Who connects to whom.
    case connections
    /// Who is central, and how closely the map hangs together.
    case measures
    /// What is missing, and what hangs on single actors.
    case gaps
    /// What the evidence makes of the claims of a report.
    case claims
    /// The areas beside each other.
    case areas
    /// The periods beside each other.
    case periods
    /// What the map does not tell.
    case limits
    /// The author's own words alone.
    case words
  }

  /// What it tells.
  public var content: Content
  /// The heading; empty for the one that its content has.
  public var title: String
  /// What the author says before all else; each line is a paragraph.
  public var words: String
  /// The figures that it shows; for a section of figures without any, those that no other section shows.
  public var figures: [FigureDefinition.ID]

  /// Makes a section.
  public init(_ content: Content, title: String = "", words: String = "", figures: [FigureDefinition.ID] = []) {
    (self.content, self.title, self.words, self.figures) = (content, title, words, figures)
  }

  /// The sections of a map that lists none: all there are but the author's own.
  public static let standard = Content.allCases.filter { $0 != .words }.map { ReportSection($0) }
}

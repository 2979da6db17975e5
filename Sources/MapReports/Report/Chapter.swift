package import Documents
public import MapDisclosure
public import MapModel
import OrderedCollections

/// The chapter that an evaluator would write from a map, made of all that its other reports say.
///
/// Which sections it has, and in which order, the map says; see ``ReportSection``. It holds what its audience may see, and
/// nothing else.
public struct Chapter: Sendable {
  /// The map of which it is.
  public let published: PublishedMap
  /// The area and the period of which it is, or the whole map.
  public let scope: Scope
  /// How the map was read; `nil` if it was not read from files.
  let reading: PublishedReading?
  let outline: ChapterOutline
  let figures: ChapterFigures
  let areas: ComparisonReport?
  let periods: ComparisonReport?
  /// The text.
  package private(set) var article: Article

  var map: NetworkMap { published.map }

  /// Writes the chapter of a map.
  /// - Parameters:
  ///   - figures: all the figures that the outline names, drawn.
  ///   - reading: how the map was read, for the same audience.
  /// - Complexity: that of all its reports.
  package init(
    of published: PublishedMap, in scope: Scope = .wholeMap, reading: PublishedReading? = nil,
    outline: ChapterOutline, figures: ChapterFigures
  ) {
    self.published = published.naming(in: scope)
    (self.scope, self.reading, self.outline) = (scope, reading, outline)
    var numbered = figures
    numbered.number(inOrder: outline.figures.map(\.rawValue))
    self.figures = numbered
    areas = outline.areas.map { ComparisonReport(of: $0) }
    periods = outline.periods.map { ComparisonReport(of: $0) }
    article = Article("")
    article = written
  }

  /// The title.
  public var title: String { article.title }

  /// How many figures it has.
  public var figureCount: Int { article.pictures.count }

  /// The chapter as one page of HTML that needs nothing beside it.
  /// - Complexity: O(n), where n is the length of the text with its pictures.
  public var html: String { ArticleHTML.text(of: article) }

  /// A picture's file.
  public struct PictureFile: Sendable, Hashable {
    /// The name, without a folder.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The chapter in Markdown (CommonMark, with GitHub's tables), which refers to the files of its pictures.
  /// - Parameter folder: the folder of the pictures, beside the file of the text.
  /// - Complexity: O(n), where n is the length of the text.
  public func markdown(picturesIn folder: String) -> String {
    MarkdownText.text(of: article.placingPictures(in: folder))
  }

  /// The files of the pictures: each as SVG, to which the text in Markdown refers, and in pixels.
  public var pictureFiles: [PictureFile] {
    article.pictures.flatMap { picture in
      [
        PictureFile(name: "\(picture.id).svg", bytes: Array(Self.declaration.utf8) + Array(picture.svg.utf8)),
        PictureFile(name: "\(picture.id).png", bytes: picture.png),
      ]
    }
  }

  /// The chapter as a file of Word.
  /// - Throws: an error with a sentence if it would be larger than 4 GB.
  /// - Complexity: O(n), where n is the length of the text with its pictures.
  public func docx() throws -> [UInt8] { try WordFile.bytes(of: article) }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"

  private var written: Article {
    let place = map.names(of: scope)
    var article = Article(
      (["The network map: \(map.title)"] + place).joined(separator: ", "),
      notice: published.isForTeam ? published.note : "")
    article.sections = outline.sections.compactMap(section)
    var tables = 0
    let start = figures.prefix.isEmpty ? "" : figures.prefix + "."
    article.changeBlocks { block in
      guard case .table(var table) = block, !table.rows.isEmpty else { return }
      tables += 1
      table.caption = "Table \(start)\(tables) \(table.caption)"
      block = .table(table)
    }
    return article
  }

  /// A section with the author's words first; `nil` if there is nothing to be told.
  private func section(_ section: ReportSection) -> Article.Section? {
    var written: Article.Section
    switch section.content {
    case .method: written = methodSection
    case .map: written = overviewSection(section.figures)
    case .figures: written = Article.Section("", sections: section.figures.flatMap(figureSections))
    case .connections: written = connectionSection
    case .measures: written = measureSection
    case .gaps: written = gapSection
    case .claims: written = claimSection
    case .areas: written = areaSection
    case .periods: written = periodSection
    case .limits: written = limitSection
    case .summary: written = summarySection
    case .words: written = Article.Section("")
    }
    let words = Self.paragraphs(section.words)
    if written.blocks.isEmpty, written.sections.isEmpty, words.isEmpty { return nil }
    written.heading = section.title.isEmpty ? section.content.heading : section.title
    written.blocks = words + written.blocks
    return written
  }

  /// An author's words, each line a paragraph: an empty line in a folded text of YAML is one line break.
  private static func paragraphs(_ words: String) -> [Document.Block] {
    words.split(whereSeparator: \.isNewline).map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
      .map { .paragraph($0) }
  }
}

extension Document {
  /// A picture that stands in a document, in both forms that its writers need.
  package struct Picture: Hashable, Sendable {
    /// A name that no other picture of the document has, of letters, digits, hyphens and underscores.
    package var id: String
    /// What stands above it.
    package var caption: String
    /// What it shows, in a sentence or a few, for those who do not see it; what stands around it says the rest.
    package var alternative: String
    /// The picture as SVG, whose ids are unlike those of any other picture.
    package var svg: String
    /// The same in pixels.
    package var png: [UInt8]
    /// Its width on paper, in points.
    package var width: Double
    /// Its height on paper, in points.
    package var height: Double
    /// Where the file of the picture lies, for documents that do not hold it: a path with `/`.
    package var address: String

    /// Makes a picture.
    package init(
      id: String, caption: String, alternative: String, svg: String, png: [UInt8], width: Double, height: Double
    ) {
      (self.id, self.caption, self.alternative) = (id, caption, alternative)
      (self.svg, self.png, self.width, self.height) = (svg, png, width, height)
      address = "\(id).svg"
    }

    /// The size of most of its text, in points.
    package var textSize = 0.0

    /// Whether it needs the long side of a page: across the short one its letters would be hard to read.
    package var isWide: Bool {
      width > Page.textWidth && width > height && textSize * Page.textWidth / width < Page.legibleSize
    }
  }

  /// A page of A4 with margins of 2 centimetres; all in points.
  enum Page {
    static let (width, height, margin) = (595.3, 841.9, 56.7)
    /// Smaller letters than these, in points, are hard to read on paper.
    static let legibleSize = 7.0
    /// How wide a line of text is.
    static let textWidth = width - 2 * margin
    /// How high the text of a page is.
    static let textHeight = height - 2 * margin
  }
}

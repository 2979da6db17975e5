/// A form in which a figure is written.
public enum FigureFormat: String, Sendable, CaseIterable {
  /// Scalable vector graphics, with title, description and labels.
  case svg
  /// The drawing in the DOT language, with places.
  case dot
  /// A picture of pixels, 192 to the inch.
  case png
  /// A page.
  case pdf
}

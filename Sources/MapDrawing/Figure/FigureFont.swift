/// The typeface of a figure's texts, or a list of which the first one installed is used.
///
/// The room of every label is measured in DejaVu Sans, which is wider than most; in a wider face a label may not fit its
/// shape.
public struct FigureFont: Sendable, Hashable {
  /// The names, separated by commas, such as `Arial, sans-serif`.
  public let family: String

  init(checked family: String) { self.family = family }

  /// DejaVu Sans, or another wide sans serif.
  public static let sans = FigureFont(checked: "DejaVu Sans,Verdana,Arial,sans-serif")
}

/// How large figures are drawn, and what stands in the picture beside the network.
///
/// What is not said is left to what is said for the whole map, and else to the size that a figure needs.
public struct DrawingSettings: Sendable, Hashable {
  /// Where a figure's legend stands.
  public enum LegendPlace: String, Sendable, CaseIterable {
    /// Below the network.
    case inside
    /// To the right of the network.
    case beside
    /// Not in the picture; the text alternative explains the signs.
    case off
  }

  /// Where the legend stands; below the network if it is not said.
  public var legend: LegendPlace?
  /// Whether title and message stand in the picture; they do not if it is not said.
  public var showsTitle: Bool?
  /// The width of the picture, in millimetres.
  public var width: Double?
  /// The greatest height of the picture, in millimetres.
  public var height: Double?
  /// The size of text on paper, in points.
  public var textSize: Double?

  /// The widths and heights that can be asked for, in millimetres: from a column of a page to a wall.
  public static let sides = 40.0...1200.0
  /// The sizes of text that can be asked for, in points: from what can just be read to what stands on a wall.
  public static let textSizes = 5.0...36.0

  /// Makes settings.
  public init(
    legend: LegendPlace? = nil, showsTitle: Bool? = nil, width: Double? = nil, height: Double? = nil,
    textSize: Double? = nil
  ) {
    (self.legend, self.showsTitle) = (legend, showsTitle)
    (self.width, self.height, self.textSize) = (width, height, textSize)
  }

  /// The same, with what others say where these do not.
  public func over(_ others: DrawingSettings) -> DrawingSettings {
    DrawingSettings(
      legend: legend ?? others.legend, showsTitle: showsTitle ?? others.showsTitle, width: width ?? others.width,
      height: height ?? others.height, textSize: textSize ?? others.textSize)
  }
}

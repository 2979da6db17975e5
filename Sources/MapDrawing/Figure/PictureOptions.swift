/// How pictures of a figure are written.
public struct PictureOptions: Sendable, Hashable {
  /// The dots per inch of pictures made of pixels.
  public var resolution: Double
  /// Whether letters in SVG are drawn as outlines: they look alike on every machine, and cannot be searched or changed.
  public var hasOutlines: Bool

  /// The resolutions that can be asked for, in dots per inch.
  public static let resolutions = 72.0...1200.0

  /// Makes options; a resolution that cannot be asked for becomes the nearest that can.
  public init(resolution: Double = FigureUse.screen.resolution, hasOutlines: Bool = false) {
    self.resolution = min(max(resolution, Self.resolutions.lowerBound), Self.resolutions.upperBound)
    self.hasOutlines = hasOutlines
  }
}

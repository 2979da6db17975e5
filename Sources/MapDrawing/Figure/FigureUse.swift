import MapModel

/// For what figures are drawn; what a map or a figure says of its size goes before it, but for slides.
public enum FigureUse: String, Sendable, CaseIterable {
  /// A page of A4: no larger than 16 by 22 cm, or, with many actors, than 25.7 by 17 cm across; 300 dots per inch.
  case print
  /// A screen: as large as it is.
  case screen
  /// A slide: 30 by 15 cm, with text of 12 points.
  case slides

  /// The dots per inch of pictures made of pixels.
  public var resolution: Double { self == .print ? 300 : 192 }

  /// What a slide needs, whatever is said of the size in a report.
  var settings: DrawingSettings {
    self == .slides ? DrawingSettings(width: 300, height: 150, textSize: 12) : DrawingSettings()
  }
}

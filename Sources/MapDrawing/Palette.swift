package import MapModel
package import MapReports

/// The colours of figures and of the picture on a page, by what they say. No other file holds one.
///
/// Text has a contrast of at least 4.5:1 on its ground, outlines and lines of 3:1 (WCAG 2.2, success criteria 1.4.3 and
/// 1.4.11), but for what only groups or stands back. Sectors have colours of their own, which the map gives.
package enum Palette {
  /// The ground.
  package static let paper = MapColor.white
  /// Text, and lines of support.
  package static let text = MapColor.text
  /// Lines of other families.
  package static let coordination = MapColor(rgb: 0x4C5660)
  /// The outline of what has no sector, and signs that stand for no side.
  package static let neutral = MapColor(rgb: 0x3D3D3D)
  /// What is missing.
  package static let missing = MapColor(rgb: 0xA8000B)
  /// Lines of which the evidence is not clear.
  package static let doubtful = MapColor(rgb: 0x747B81)
  /// What stands back.
  package static let muted = MapColor(rgb: 0x858C92)
  /// Names that stand back; they can still be read.
  package static let faintText = MapColor(rgb: 0x5C6468)
  /// Actors that are known to be missing here, and cells of what was not found.
  package static let faint = MapColor(rgb: 0xE4E6E7)
  /// Behind the stages.
  package static let panel = MapColor(rgb: 0xF7F8F9)
  /// The frames of the stages; they only group, and carry no meaning that the place does not.
  package static let frame = MapColor(rgb: 0xB1B4B6)

  /// Lines of a relation, where relations are told apart. All have a contrast of 3:1 on paper, and differ by 0.11 in Oklab
  /// at least, also as those see them who lack one of the three kinds of cones (Machado, Oliveira and Fernandes 2009,
  /// doi:10.1109/TVCG.2009.113).
  package static func relation(_ hue: RelationLook.Hue) -> MapColor {
    switch hue {
    case .darkBlue: MapColor(rgb: 0x1B2A7A)
    case .pink: MapColor(rgb: 0xFC0090)
    case .green: MapColor(rgb: 0x006B3C)
    case .ochre: MapColor(rgb: 0xA88600)
    case .lightBlue: MapColor(rgb: 0x1F8FE8)
    case .violet: MapColor(rgb: 0x7A1FE0)
    case .brown: MapColor(rgb: 0x5A2D00)
    case .black: MapColor(rgb: 0x111111)
    }
  }

  /// The outline of a matrix's cells.
  package static let cellOutline = MapColor(rgb: 0x6A7175)

  /// A matrix's cell of a state: what is there is blue and green, what is doubtful yellow and mauve, what is absent red and
  /// grey, what is open white.
  package static func cell(of presence: Presence) -> MapColor {
    switch presence {
    case .said: MapColor(rgb: 0xBFDDF7)
    case .recorded: MapColor(rgb: 0xBDE5DF)
    case .both: MapColor(rgb: 0x8FC1E8)
    case .unclear: MapColor(rgb: 0xFFEDB0)
    case .contradicted: MapColor(rgb: 0xF5DCEA)
    case .reportedAbsent: MapColor(rgb: 0xF6C2BC)
    case .notFound: faint
    case .unplaced: MapColor(rgb: 0xF0F5FA)
    case .notKnown: paper
    }
  }

  /// A matrix's cells of numbers, from small to great.
  package static let shades = [paper, MapColor(rgb: 0xDCEAF7), MapColor(rgb: 0xA9CCEB)]

  // On a page, what is not chosen fades behind what is.

  /// The fill of actors that fade.
  package static let fadedFill = MapColor(rgb: 0xFAFAFA)
  /// The outline of actors that fade.
  package static let fadedOutline = MapColor(rgb: 0xC3C7CA)
  /// Lines that fade.
  package static let fadedLine = MapColor(rgb: 0xD5D8DA)
  /// Names of actors that fade; they can still be read.
  package static let fadedText = MapColor(rgb: 0x66696C)

  /// The colours that a page's style sheet uses, by the names that it gives them.
  /// - Parameter outlines: those of the map's sectors, from which the colours of two sides must differ.
  package static func ofPage(besides outlines: [MapColor] = []) -> [(name: String, color: MapColor)] {
    let (first, second) = sides(besides: outlines)
    return [
      ("paper", paper), ("text", text), ("neutral", neutral), ("missing", missing), ("first", first),
      ("second", second), ("muted", muted), ("doubtful", doubtful), ("frame", frame), ("faded-fill", fadedFill),
      ("faded-outline", fadedOutline), ("faded-line", fadedLine), ("faded-text", fadedText),
    ]
  }
}

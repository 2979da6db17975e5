import Tabular

/// How case ids are written in the files at hand, so that ids can be found that differ from others by no more than that:
/// `0001234` and `1234`, `c17` and `C17`, `1234.0`.
///
/// The first id shows the style. In it, each id has one spelling, so that of two spellings of an id one is odd at least. Odd
/// ids are few in most files, and for each it is enough to look for the spelling that would be usual.
struct CaseIDStyle: Sendable {
  /// What of an id's spelling is not that of the style.
  struct Oddities: OptionSet, Sendable {
    let rawValue: UInt8

    static let zeros = Oddities(rawValue: 1)
    static let letterCase = Oddities(rawValue: 2)
    static let decimals = Oddities(rawValue: 4)
    /// Blanks and quotation marks.
    static let marks = Oddities(rawValue: 8)

    /// The oddities in words.
    var names: [String] {
      let all: [(Oddities, String)] = [
        (.zeros, "leading zeros"), (.letterCase, "upper and lower case"), (.decimals, "\".0\" at the end"),
        (.marks, "blanks or quotation marks"),
      ]
      return all.filter { contains($0.0) }.map(\.1)
    }
  }

  /// The first id.
  private var model: [UInt8] = []
  private var letters: UInt8 = 0
  /// The length of all ids, if they are filled up with zeros; otherwise 0.
  private var filledLength = 0

  /// Whether ids have digits, as nearly all do.
  private(set) var hasDigits = false
  /// How many rows are looked at for the first id.
  static let rowsAtStart = 20

  /// A style of which no id is known yet.
  init() {}

  init(of id: Span<UInt8>) {
    model = id.indices.map { id[$0] }
    let shape = Self.shape(of: id)
    letters = shape & Self.letters
    hasDigits = shape & Self.digits != 0
    if shape & Self.zeros != 0 { filledLength = id.count }
  }

  // MARK: Shapes

  static let digits: UInt8 = 1
  private static let upper: UInt8 = 2
  private static let lower: UInt8 = 4
  private static let letters: UInt8 = 6
  static let blank: UInt8 = 8
  private static let quote: UInt8 = 16
  private static let beyondASCII: UInt8 = 32
  private static let zeros: UInt8 = 64

  private static let classes: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
    case 0...32: blank
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ","): quote
    case 0x80...: beyondASCII
    default: 0
    }
  }

  /// What kinds of bytes an id has, as bits, and whether its first number begins with zeros.
  @inline(__always) static func shape(of id: Span<UInt8>) -> UInt8 {
    let classes = classes.span
    var shape: UInt8 = 0
    for index in id.indices {
      let kind = classes[Int(id[index])]
      if shape & digits == 0, id[index] == UInt8(ascii: "0"), index + 1 < id.count,
        classes[Int(id[index + 1])] == digits
      {
        shape |= zeros
      }
      shape |= kind
    }
    return shape
  }

  /// What is odd of an id of a shape.
  @inline(__always) func oddities(of id: Span<UInt8>, shape: UInt8) -> Oddities {
    var oddities: Oddities = []
    if filledLength > 0 ? id.count != filledLength : shape & Self.zeros != 0 { oddities.insert(.zeros) }
    if shape & Self.letters != letters, shape & Self.letters != 0 { oddities.insert(.letterCase) }
    if shape & (Self.blank | Self.quote | Self.beyondASCII) != 0 { oddities.insert(.marks) }
    if id.count > 2, id[id.count - 1] == UInt8(ascii: "0"), Self.decimals(of: id) > 0 { oddities.insert(.decimals) }
    return oddities
  }

  /// How many bytes at the end are a point and zeros behind a digit.
  private static func decimals(of id: Span<UInt8>) -> Int {
    var point = id.count - 1
    while point > 0, id[point] == UInt8(ascii: "0") { point -= 1 }
    guard point > 0, point < id.count - 1, id[point] == UInt8(ascii: "."), classes[Int(id[point - 1])] == digits else {
      return 0
    }
    return id.count - point
  }

  // MARK: Spellings

  /// What all spellings of an id have in common.
  static func folded(_ id: Span<UInt8>) -> [UInt8] {
    var letters = id.extracting(0..<(id.count - decimals(of: id))).text
    if shape(of: id) & beyondASCII != 0 {
      letters = String(
        letters.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}" })
    }
    var folded = letters.lowercased().utf8.filter { classes[Int($0)] & (blank | quote) == 0 }
    guard let start = folded.firstIndex(where: { classes[Int($0)] == digits }) else { return folded }
    let end = folded[start...].firstIndex { classes[Int($0)] != digits } ?? folded.count
    let zeros = folded[start..<end].prefix { $0 == UInt8(ascii: "0") }.count
    folded.removeSubrange(start..<(start + min(zeros, end - start - 1)))
    return folded
  }

  /// The spelling in the style of what ids have in common.
  func usual(_ folded: [UInt8]) -> [UInt8] {
    var usual = folded
    if let start = usual.firstIndex(where: { Self.classes[Int($0)] == Self.digits }), usual.count < filledLength {
      usual.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: filledLength - usual.count), at: start)
    }
    let isUpper = letters & Self.upper != 0
    for index in usual.indices where Self.classes[Int(usual[index])] == Self.lower {
      let kind = index < model.count ? Self.classes[Int(model[index])] & Self.letters : 0
      if kind == Self.upper || kind == 0 && isUpper && letters & Self.lower == 0 { usual[index] &= ~0x20 }
    }
    return usual
  }
}

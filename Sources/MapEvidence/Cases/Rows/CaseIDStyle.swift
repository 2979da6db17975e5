import MapModel
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
    /// Blanks, quotation marks, and what nobody sees.
    static let marks = Oddities(rawValue: 8)

    /// The oddities in words.
    var names: [String] {
      let all: [(Oddities, String)] = [
        (.zeros, "leading zeros"), (.letterCase, "upper and lower case"), (.decimals, "\".0\" at the end"),
        (.marks, "blanks, quotation marks or invisible letters"),
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

  @inline(__always) private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// What kinds of bytes an id has, as bits, and whether its first number begins with zeros.
  ///
  /// Each id of a file is looked at, so that eight bytes are at once.
  @inline(__always) static func shape(of id: Span<UInt8>) -> UInt8 {
    let count = id.count
    var shape: UInt8 = 0
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        shape |= kinds(of: UInt64(littleEndian: id.number(at: index)))
        index &+= 8
      }
      // The last word may overlap the one before.
      shape |= kinds(of: UInt64(littleEndian: id.number(at: count &- 8)))
    } else {
      var word = UInt64(0x2E2E_2E2E_2E2E_2E2E)
      for index in id.indices { word = word &<< 8 | UInt64(id[index]) }
      shape = kinds(of: word)
    }
    var first = 0
    while first < count, !isDigit(id[first]) { first &+= 1 }
    if first &+ 1 < count, id[first] == UInt8(ascii: "0"), isDigit(id[first &+ 1]) { shape |= zeros }
    return shape
  }

  /// What kinds of bytes there are among eight.
  @inline(__always) private static func kinds(of word: UInt64) -> UInt8 {
    let (ones, highs) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
    let low = word & ~highs
    let isASCII = ~word & highs
    // The highest bit of each byte that is from one to another, as bytes of seven bits cannot carry into the next.
    @inline(__always) func bytes(_ range: ClosedRange<UInt64>) -> UInt64 {
      (low &+ ones &* (0x80 &- range.lowerBound)) & ~(low &+ ones &* (0x7F &- range.upperBound)) & isASCII
    }
    @inline(__always) func mark(_ found: UInt64, _ kind: UInt8) -> UInt8 { found == 0 ? 0 : kind }
    return mark(bytes(48...57), digits) | mark(bytes(65...90), upper) | mark(bytes(97...122), lower)
      | mark(bytes(0...32), blank) | mark(bytes(34...34) | bytes(39...39) | bytes(44...44), quote)
      | mark(word & highs, beyondASCII)
  }

  /// What kind a byte is.
  private static func kind(_ byte: UInt8) -> UInt8 { kinds(of: 0x2E2E_2E2E_2E2E_2E00 | UInt64(byte)) }

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
    guard point > 0, point < id.count - 1, id[point] == UInt8(ascii: "."), isDigit(id[point - 1]) else {
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
        String.UnicodeScalarView(
          letters.unicodeScalars.filter { !$0.properties.isWhitespace && !InvisibleLetters.contain($0) }))
    }
    var folded = letters.lowercased().utf8.filter { kind($0) & (blank | quote) == 0 }
    guard let start = folded.firstIndex(where: { isDigit($0) }) else { return folded }
    let end = folded[start...].firstIndex { !isDigit($0) } ?? folded.count
    let zeros = folded[start..<end].prefix { $0 == UInt8(ascii: "0") }.count
    folded.removeSubrange(start..<(start + min(zeros, end - start - 1)))
    return folded
  }

  /// The spelling in the style of what ids have in common.
  func usual(_ folded: [UInt8]) -> [UInt8] {
    var usual = folded
    if let start = usual.firstIndex(where: { Self.isDigit($0) }), usual.count < filledLength {
      usual.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: filledLength - usual.count), at: start)
    }
    let isUpper = letters & Self.upper != 0
    for index in usual.indices where Self.kind(usual[index]) == Self.lower {
      let kind = index < model.count ? Self.kind(model[index]) & Self.letters : 0
      if kind == Self.upper || kind == 0 && isUpper && letters & Self.lower == 0 { usual[index] &= ~0x20 }
    }
    return usual
  }
}

/// A text in pieces between which a line may end.
///
/// A plain form of the line breaking of Unicode Standard Annex 14: white space, hyphens and slashes, brackets, and scripts
/// that set no spaces; words of Thai, Lao, Khmer and Burmese, which need a dictionary, may be broken between any two signs.
struct LineBreaks {
  /// What stays on one line.
  struct Piece {
    var text: String
    /// Whether a space stands before it, unless it begins a line.
    var followsSpace: Bool
    /// What a line that ends with it has behind it.
    var hyphen = ""
    /// Its width, in points.
    var width: Double
    /// The width of the hyphen, in points.
    var hyphenWidth = 0.0
  }

  private(set) var pieces: [Piece] = []
  private let fontSize: Double
  private let spaceWidth: Double

  /// - Parameter insideWords: whether lines may end at hyphens and slashes inside of words.
  /// - Complexity: O(n), where n is the length of the text.
  init(_ text: some StringProtocol, fontSize: Double, insideWords: Bool) {
    self.fontSize = fontSize
    spaceWidth = TextMetrics.width(of: " ", fontSize: fontSize)
    let signs = Array(text)
    var (piece, followsSpace) = ("", false)
    func end(hyphen: String = "") {
      if !piece.isEmpty { add(piece, followsSpace, hyphen) }
      (piece, followsSpace) = ("", false)
    }
    for (place, sign) in signs.enumerated() {
      if sign == "\u{AD}" || sign == "\u{200B}" {
        if insideWords { end(hyphen: sign == "\u{AD}" ? "-" : "") }
      } else if sign.isBreakingSpace {
        end()
        followsSpace = !pieces.isEmpty
      } else {
        if place > 0, Self.mayEndLine(signs, before: place, insideWords) { end() }
        // A space that holds its words together is drawn as any other.
        piece.append(sign.isWhitespace ? " " : sign)
      }
    }
    end()
  }

  private mutating func add(_ text: String, _ followsSpace: Bool, _ hyphen: String = "") {
    pieces.append(
      Piece(
        text: text, followsSpace: followsSpace, hyphen: hyphen,
        width: TextMetrics.width(of: text, fontSize: fontSize),
        hyphenWidth: TextMetrics.width(of: hyphen, fontSize: fontSize)))
  }

  private static func mayEndLine(_ signs: [Character], before place: Int, _ insideWords: Bool) -> Bool {
    let (last, next) = (signs[place - 1], signs[place])
    if last.isBreakingSpace || last == "\u{AD}" || last == "\u{200B}" { return false }
    if next.neverBeginsLine || last.neverEndsLine { return false }
    if last.hasNoSpaces || next.hasNoSpaces { return true }
    // "school(s)" is one word.
    if "([{".contains(next), signs[place...].prefix(4).allSatisfy({ !")]}".contains($0) }) { return true }
    guard insideWords else { return false }
    guard "-\u{2010}\u{2013}\u{2014}/\\".contains(last), place > 1, next.isLetter || next.isNumber else {
      return false
    }
    let before = signs[place - 2]
    // Years and dates stay whole.
    return (before.isLetter || before.isNumber || before.neverBeginsLine) && !(before.isNumber && next.isNumber)
  }

  /// The width of the widest piece.
  var widest: Double { pieces.map { $0.width + $0.hyphenWidth }.max() ?? 0 }

  /// The pieces set in lines of at most a width, each as full as it can be; a piece that is wider has a line of its own.
  /// - Complexity: O(n), where n is the number of pieces.
  func lines(within limit: Double) -> [String] {
    var lines: [(text: String, width: Double, hyphen: String)] = []
    for piece in pieces {
      let space = piece.followsSpace ? spaceWidth : 0
      if let last = lines.last, last.width + space + piece.width + piece.hyphenWidth <= limit {
        lines[lines.count - 1].text += (piece.followsSpace ? " " : "") + piece.text
        lines[lines.count - 1].width += space + piece.width
        lines[lines.count - 1].hyphen = piece.hyphen
      } else {
        if let last = lines.last { lines[lines.count - 1].text += last.hyphen }
        lines.append((piece.text, piece.width, piece.hyphen))
      }
    }
    return lines.map(\.text)
  }

  /// The same where pieces that are wider than a line are broken wherever it fits, into parts of about the same width.
  /// - Complexity: O(n), where n is the length of the text.
  func broken(within limit: Double) -> LineBreaks {
    var copy = self
    copy.pieces = []
    for piece in pieces {
      if piece.width + piece.hyphenWidth <= limit {
        copy.pieces.append(piece)
        continue
      }
      let hyphenWidth = TextMetrics.width(of: "-", fontSize: fontSize)
      let room = max(limit - hyphenWidth, fontSize / 2)
      let share = piece.width / (piece.width / room).rounded(.up)
      var (part, width, isFirst) = ("", 0.0, true)
      for sign in piece.text {
        let more = TextMetrics.width(of: String(sign), fontSize: fontSize)
        if !part.isEmpty, width >= share || width + more > room {
          let isInWord = part.last?.isLetter == true && sign.isLetter && sign.isCased
          copy.add(part, isFirst && piece.followsSpace, isInWord ? "-" : "")
          (part, width, isFirst) = ("", 0, false)
        }
        part.append(sign)
        width += more
      }
      copy.add(part, isFirst && piece.followsSpace, piece.hyphen)
    }
    return copy
  }
}

extension Character {
  /// Whether it is white space at which a line may end.
  var isBreakingSpace: Bool { isWhitespace && self != "\u{A0}" && self != "\u{202F}" && self != "\u{2007}" }

  /// Whether it belongs to a script that sets no spaces between words, or may end lines inside of words.
  fileprivate var hasNoSpaces: Bool {
    guard let scalar = unicodeScalars.first?.value, scalar >= 0x0E00 else { return false }
    switch scalar {
    // Thai, Lao, Burmese, Khmer, New Tai Lue.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF: return true
    // Chinese, Japanese, Yi, Korean.
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x30FF, 0x3105...0x31FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// Whether it closes what stands before it: closing signs, small kana, repetition marks.
  fileprivate var neverBeginsLine: Bool {
    // Most signs are plain, and comparing them with others takes long.
    if let ascii = asciiValue { return "!%),.:;?]}".utf8.contains(ascii) }
    return "\u{BB}\u{2019}\u{201D}\u{2026}\u{2025}、。，．・：；？！）］｝」』】〉》〕〗〙ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％ๆฯ"
      .contains(self)
  }

  /// Whether it opens what stands behind it: opening signs, and vowels that are written before their consonants.
  fileprivate var neverEndsLine: Bool {
    if let ascii = asciiValue { return "([{".utf8.contains(ascii) }
    return "\u{AB}\u{2018}\u{201C}（［｛「『【〈《〔〖〘เแโใไເແໂໃໄ".contains(self)
  }
}

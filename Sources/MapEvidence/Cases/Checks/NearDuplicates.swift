import MapModel
import Tabular

/// Finds names that are probably the same: they differ by marks, accents, an abbreviation, or one letter.
enum NearDuplicates {
  /// Pairs of names, by their positions, of which the second is probably another spelling of the first.
  /// - Parameters:
  ///   - names: different names.
  ///   - counts: how often each occurs; of two spellings the more common one, then the earlier, is taken for right.
  /// - Complexity: O(n · l²), where n is the number of names and l their length.
  static func pairs(_ names: [String], counts: [Int]) -> [(right: Int, wrong: Int)] {
    let skeletons = names.map(skeleton)
    var found: [(right: Int, wrong: Int)] = []
    var seen: Set<[Int]> = []
    func consider(_ first: Int, _ second: Int) {
      let isFirst = (counts[first], -first) > (counts[second], -second)
      let (right, wrong) = isFirst ? (first, second) : (second, first)
      if seen.insert([right, wrong]).inserted { found.append((right, wrong)) }
    }
    var holders: [[UInt8]: Int] = [:]
    for (index, skeleton) in skeletons.enumerated() where !skeleton.isEmpty {
      if let holder = holders[skeleton] { consider(holder, index) } else { holders[skeleton] = index }
    }
    // Two words that differ by one letter share what is left when a letter is taken out of one or both.
    var leftovers: [(hash: UInt64, index: Int)] = []
    // What is longer is no name, and would take long.
    for (skeleton, index) in holders where 5...200 ~= skeleton.count {
      leftovers.append((ByteHash.of(skeleton.span), index))
      var leftover = Array(skeleton.dropFirst())
      for position in skeleton.indices {
        // The letter at the position is out; the one before it is back in.
        if position > 0 { leftover[position - 1] = skeleton[position - 1] }
        if !(48...57 ~= skeleton[position]) { leftovers.append((ByteHash.of(leftover.span), index)) }
      }
    }
    leftovers.sort { $0.hash == $1.hash ? $0.index < $1.index : $0.hash < $1.hash }
    for position in leftovers.indices {
      var next = position + 1
      while next < leftovers.count, leftovers[next].hash == leftovers[position].hash {
        let (one, other) = (leftovers[position].index, leftovers[next].index)
        if one != other, areOneLetterApart(skeletons[one], skeletons[other]) { consider(one, other) }
        next += 1
      }
    }
    return found.sorted { ($0.right, $0.wrong) < ($1.right, $1.wrong) }
  }

  /// What is left of a name without what people write in different ways: lower case, no accents, no marks, no blanks.
  static func skeleton(_ name: String) -> [UInt8] {
    if let plain = plainSkeleton(name) { return plain }
    var words: [String] = [""]
    for scalar in NameFolding.withoutAccents(name.lowercased()).unicodeScalars {
      if scalar == "&" {
        words += ["and", ""]
      } else if let plain = plain(scalar) {
        words[words.count - 1] += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if !isAccent(scalar), scalar != "'", scalar != "\u{2019}", scalar != "." {
        words.append("")
      }
    }
    return words.flatMap { Array((abbreviations[$0] ?? $0).utf8) }
  }

  /// The skeleton of a name in letters of ASCII, which nearly all are.
  private static func plainSkeleton(_ name: String) -> [UInt8]? {
    var (skeleton, word): ([UInt8], [UInt8]) = ([], [])
    func ended(_ word: [UInt8]) -> [UInt8] {
      // The first letter tells that most words have no other form.
      word.first == UInt8(ascii: "s") ? Array((abbreviations[String(decoding: word, as: UTF8.self)] ?? "").utf8) : []
    }
    for byte in Array(name.utf8) + [0x20] {
      switch byte {
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "."): break
      default:
        let other = ended(word)
        skeleton += other.isEmpty ? word : other
        if byte == UInt8(ascii: "&") { skeleton += Array("and".utf8) }
        word = []
      }
    }
    return skeleton
  }

  private static let abbreviations = ["saint": "st", "saints": "st", "sch": "school", "sts": "st"]

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { 0x300...0x36F ~= scalar.value }

  /// A letter of Western Europe without its accent.
  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xE0...0xE5: "a"
    case 0xE6: "ae"
    case 0xE7: "c"
    case 0xE8...0xEB: "e"
    case 0xEC...0xEF: "i"
    case 0xF1: "n"
    case 0xF2...0xF6, 0xF8: "o"
    case 0xF9...0xFC: "u"
    case 0xFD, 0xFF: "y"
    case 0xDF: "ss"
    default: nil
    }
  }

  /// Whether one letter put in, taken out, changed, or changing places with its neighbour makes one of the other; digits
  /// must be the same, since "School 1" is not "School 2".
  static func areOneLetterApart(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    func digits(_ name: [UInt8]) -> [UInt8] { name.filter { 48...57 ~= $0 } }
    guard first != second, abs(first.count - second.count) <= 1, digits(first) == digits(second) else { return false }
    let start = zip(first, second).prefix { $0 == $1 }.count
    let end = zip(first.dropFirst(start).reversed(), second.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (one, other) = (first.dropFirst(start).dropLast(end), second.dropFirst(start).dropLast(end))
    if one.count <= 1, other.count <= 1 { return true }
    return one.count == 2 && other.count == 2 && one.elementsEqual(other.reversed())
  }
}

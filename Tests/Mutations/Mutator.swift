import Tabular
import TestSupport

/// Changes files as accidents and attackers do: bytes, lines, cells, and values and structure of YAML and XML.
struct Mutator {
  var random: Randomness

  /// What readers, writers and terminals have stumbled over.
  static let tokens: [String] =
    HostileText.samples + [
      "", " ", "\u{A0}", "0", "-1", "1e309", "nan", "inf", "9223372036854775807", "-9223372036854775808",
      "99999999999999999999", "1000000000000", "0.1", "1,5", "12.5", "<10", "[c]", "*", "..", "NA", "-", "30/02/2025",
      "2025-13-45", "2025-02-29", "01/02/03", "9999-12-31", "0000-00-00", "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\u{0}",
      "\u{FEFF}", "\u{85}", "\u{2028}", "e\u{301}", "\u{1F1E6}", "\u{FFFD}", "\u{10FFFF}", "a;b;c", "a|b", "a/b",
      "../x",
      "all", "none", "yes", "null", "~", "true", "[", "]", "{", "}", "&a", "*a", "<<", "!!binary", "? ", ": ", "- ",
      "#",
      "|", ">", "---", "...", "%YAML 1.2", "\"", "'", "\\", "\t", "\r\n", "\n\n", ",,,,", ";;;;", "=1+1", "@x", "+1",
      "<!DOCTYPE x [<!ENTITY e \"e\">]>", "&e;", "&#0;", "<![CDATA[", "]]>", "xml:space", "<x>", "</x>", "#REF!",
      "General",
      "#FFF", "#12345G", "transparent", "a-b", "A", "id", "file", "{file: map.yaml}", "{file: interviews.csv}",
      "[a, a]", "{a: b}", "[[[[[[[[]]]]]]]]", "from", "to", "supports", "children", "northtown",
    ]

  /// Changes a file of a set somewhat, or several.
  mutating func mutate(_ files: inout [String: [UInt8]]) {
    let names = files.keys.sorted()
    guard !names.isEmpty else { return }
    for _ in 0..<1 + random.below(4) {
      // The definition is where most meanings are.
      let name = random.once(in: 2) ? names.first { $0.hasSuffix(".yaml") } ?? names[0] : random.one(of: names)
      if random.once(in: 60) {
        files[name] = random.once(in: 2) ? nil : files[random.one(of: names)]
      } else if let bytes = files[name] {
        files[name] = mutated(bytes, called: name, others: files)
      }
    }
  }

  /// A file with a change.
  mutating func mutated(_ bytes: [UInt8], called name: String, others: [String: [UInt8]] = [:]) -> [UInt8] {
    if SpreadsheetFile.isStart(bytes) || bytes.starts(with: [0x50, 0x4B]), !random.once(in: 10) {
      if let changed = archiveMutated(bytes) { return changed }
    }
    switch random.below(10) {
    case 0, 1: return bytesMutated(bytes, others)
    case 2, 3: return linesMutated(bytes)
    default:
      if name.hasSuffix(".yaml") { return valueMutated(bytes, separators: ":,[]{}\n") }
      if name.hasSuffix(".csv") || name.hasSuffix(".txt") || name.hasSuffix(".net") {
        return cellMutated(bytes)
      }
      return valueMutated(bytes, separators: "<>\"=,:{}\n")
    }
  }

  // MARK: Bytes and lines

  private mutating func bytesMutated(_ bytes: [UInt8], _ others: [String: [UInt8]]) -> [UInt8] {
    var bytes = bytes
    let place = random.below(bytes.count + 1)
    switch random.below(8) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
    case 2: bytes.insert(UInt8(random.below(256)), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(40)))
    case 4:
      let part = bytes[place..<min(bytes.count, place + 1 + random.below(200))]
      for _ in 0..<1 + random.below(20) { bytes.insert(contentsOf: part, at: place) }
    case 5: bytes.removeSubrange(place...)
    case 6:
      let other = random.one(of: others.keys.sorted().map { others[$0] ?? [] } + [bytes])
      let start = random.below(other.count + 1)
      bytes.insert(contentsOf: other[start..<min(other.count, start + random.below(400))], at: place)
    default: bytes.insert(contentsOf: random.one(of: Self.tokens).utf8, at: place)
    }
    return bytes
  }

  private mutating func linesMutated(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let (first, second) = (random.below(lines.count), random.below(lines.count))
    switch random.below(7) {
    case 0: lines.remove(at: first)
    case 1: lines.swapAt(first, second)
    case 2: lines.insert(lines[first], at: second)
    case 3: for _ in 0..<random.below(60) { lines.insert(lines[first], at: second) }
    case 4: lines[first] = Array(repeating: 32, count: random.below(6)) + lines[first]
    case 5: lines[first] = Array(lines[first].drop { $0 == 32 })
    default: lines[first] += lines[second]
    }
    return Array(lines.joined(separator: [10]))
  }

  // MARK: Values and cells

  /// The ranges between separators, which are most often words.
  private static func words(in bytes: [UInt8], _ separators: Set<UInt8>) -> [Range<Int>] {
    var (found, start): ([Range<Int>], Int) = ([], 0)
    for (place, byte) in bytes.enumerated() where separators.contains(byte) {
      if place > start { found.append(start..<place) }
      start = place + 1
    }
    if start < bytes.count { found.append(start..<bytes.count) }
    return found
  }

  private mutating func valueMutated(_ bytes: [UInt8], separators: String) -> [UInt8] {
    let words = Self.words(in: bytes, Set(separators.utf8))
    guard !words.isEmpty else { return bytesMutated(bytes, [:]) }
    var bytes = bytes
    let word = random.one(of: words)
    let isQuoted = random.once(in: 2)
    switch random.below(4) {
    case 0: bytes.replaceSubrange(word, with: Array(bytes[random.one(of: words)]))
    case 1: bytes.removeSubrange(word)
    case 2:
      // As much of a text as fits nowhere.
      bytes.replaceSubrange(word, with: [32] + Array(repeating: bytes[word.lowerBound], count: 1 << random.below(14)))
    default:
      let token = random.one(of: Self.tokens)
      let text = isQuoted ? "\"" + token.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" : token
      bytes.replaceSubrange(word, with: Array(" \(text)".utf8))
    }
    return bytes
  }

  private mutating func cellMutated(_ bytes: [UInt8]) -> [UInt8] {
    var rows = bytes.split(separator: 10, omittingEmptySubsequences: false)
      .map { $0.split(separator: 44, omittingEmptySubsequences: false).map(Array.init) }
    let (row, other) = (random.below(rows.count), random.below(rows.count))
    let column = random.below(rows[row].count)
    switch random.below(8) {
    case 0: rows[row].remove(at: column)
    case 1: rows[row].append(Array(random.one(of: Self.tokens).utf8))
    case 2: rows[row].swapAt(column, random.below(rows[row].count))
    case 3: rows[row][column] = rows[other][random.below(rows[other].count)]
    case 4: for place in rows.indices where column < rows[place].count { rows[place].remove(at: column) }
    case 5: for place in rows.indices where column < rows[place].count { rows[place].append(rows[place][column]) }
    default:
      let token = random.one(of: Self.tokens)
      let isQuoted = token.contains { ",\"\n\r\r\n".contains($0) } && random.once(in: 2)
      rows[row][column] = Array((isQuoted ? "\"\(token.replacing("\"", with: "\"\""))\"" : token).utf8)
    }
    return Array(rows.map { Array($0.joined(separator: [44])) }.joined(separator: [10]))
  }

  // MARK: Archives

  /// A workbook or a project whose parts are changed, so that it is still an archive; `nil` if it was none.
  private mutating func archiveMutated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let archive = try? ZipArchive(.memory(bytes)) else { return nil }
    var parts: [(String, [UInt8])] = archive.entries.compactMap { entry in
      (try? archive.bytes(of: entry, limit: 1 << 22)).map { (entry.name, $0) }
    }
    guard !parts.isEmpty else { return nil }
    for _ in 0..<1 + random.below(3) {
      let place = random.below(parts.count)
      switch random.below(20) {
      case 0 where parts.count > 1: parts.remove(at: place)
      case 1: parts[place].0 = random.one(of: ["x", "/etc/passwd", "../x", "XL/Workbook.xml", parts[0].0 + "2"])
      default: parts[place].1 = mutated(parts[place].1, called: parts[place].0)
      }
    }
    var writer = ZipWriter()
    for (name, content) in parts {
      do { try writer.add(name, content, isCompressed: !random.once(in: 4)) } catch { return nil }
    }
    return writer.archive()
  }
}

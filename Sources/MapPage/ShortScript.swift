/// A module of the page's script without what only its readers need: comments, indentation, and lines and spaces that part
/// nothing.
///
/// Lines stay lines where the end of one can end a statement. Nothing is changed within texts, templates and regular
/// expressions.
struct ShortScript {
  /// The script.
  private(set) var text = ""

  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var place = 0
  /// The braces that are open in each template that is open, from the outside.
  private var templates: [Int] = []

  /// - Complexity: O(n), where n is the length of the script.
  init(_ script: String) {
    bytes = Array(script.utf8)
    while place < bytes.count { readNext() }
    text = String(decoding: result, as: UTF8.self)
  }

  private func next(_ offset: Int = 1) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

  private mutating func take(_ count: Int = 1) {
    let end = min(place + count, bytes.count)
    result += bytes[place..<end]
    place = end
  }

  private mutating func readNext() {
    switch bytes[place] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): takeText()
    case UInt8(ascii: "`"): takeTemplate()
    case UInt8(ascii: "/") where next() == UInt8(ascii: "/"):
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    case UInt8(ascii: "/") where next() == UInt8(ascii: "*"):
      place += 2
      while place < bytes.count, !(bytes[place] == UInt8(ascii: "*") && next() == UInt8(ascii: "/")) { place += 1 }
      place += 2
    case UInt8(ascii: "/") where beginsExpression: takeExpression()
    case UInt8(ascii: "{"):
      if let last = templates.indices.last { templates[last] += 1 }
      take()
    case UInt8(ascii: "}"):
      if templates.last == 0 {
        templates.removeLast()
        take()
        takeTemplate(isOpen: true)
        return
      }
      if let last = templates.indices.last { templates[last] -= 1 }
      take()
    case UInt8(ascii: "\n"):
      while let last = result.last, last == UInt8(ascii: " ") { result.removeLast() }
      // Behind these the end of a line ends nothing.
      if let last = result.last, !"\n{;,([".utf8.contains(last) { result.append(UInt8(ascii: "\n")) }
      place += 1
    case UInt8(ascii: " ") where isNeedless(before: next()): place += 1
    default: take()
    }
  }

  /// Whether a space parts nothing: words need one between them, and so do signs that would be one sign together.
  private func isNeedless(before next: UInt8) -> Bool {
    guard let last = result.last, next != UInt8(ascii: " ") else { return true }
    let isSign = last == next && (last == UInt8(ascii: "+") || last == UInt8(ascii: "-") || last == UInt8(ascii: "/"))
    return !isSign && !(Self.isOfWord(last) && Self.isOfWord(next))
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 128...:
      true
    default: false
    }
  }

  private mutating func takeText() {
    let quote = bytes[place]
    take()
    while place < bytes.count, bytes[place] != quote { take(bytes[place] == UInt8(ascii: "\\") ? 2 : 1) }
    take()
  }

  private mutating func takeTemplate(isOpen: Bool = false) {
    if !isOpen { take() }
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "$"), next() == UInt8(ascii: "{") {
        take(2)
        templates.append(0)
        return
      }
      let isEnd = bytes[place] == UInt8(ascii: "`")
      take(bytes[place] == UInt8(ascii: "\\") ? 2 : 1)
      if isEnd { return }
    }
  }

  private mutating func takeExpression() {
    var isInClass = false
    take()
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      let byte = bytes[place]
      take(byte == UInt8(ascii: "\\") ? 2 : 1)
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      if byte == UInt8(ascii: "/"), !isInClass { return }
    }
  }

  /// Whether a slash begins a regular expression: nothing stands before it that could be divided.
  private var beginsExpression: Bool {
    guard let last = result.last(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }) else { return true }
    if [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "_"), UInt8(ascii: "$")].contains(last) {
      return false
    }
    return !Self.isOfWord(last)
      || String(decoding: result.suffix(8), as: UTF8.self).wholeMatch(of: #/(?:.*\W)?return ?/#) != nil
  }
}

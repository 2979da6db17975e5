/// A module of the page's script without what only its readers need: comments, indentation and empty lines.
///
/// Lines stay lines, since the end of a line can end a statement. Nothing is changed within texts, templates and regular
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
      if result.last != UInt8(ascii: "\n"), !result.isEmpty { result.append(UInt8(ascii: "\n")) }
      place += 1
    case UInt8(ascii: " ") where result.last == UInt8(ascii: "\n") || result.isEmpty: place += 1
    default: take()
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
    let isWord =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(last)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
    return !isWord || String(decoding: result.suffix(7), as: UTF8.self).hasSuffix("return ")
  }
}

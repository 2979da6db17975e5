import MapModel
import OrderedCollections

/// A value of a JSON document (RFC 8259), with the names of objects in their order.
enum JSONValue: Sendable, Hashable {
  case null
  case flag(Bool)
  /// A number as it is written: identifiers can be longer than a number of the machine.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object(OrderedDictionary<String, JSONValue>)

  /// The value under a name; `nil` if there is none, or this is no object.
  subscript(name: String) -> JSONValue? { object?[name] }

  var object: OrderedDictionary<String, JSONValue>? { if case .object(let object) = self { object } else { nil } }
  var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var isNull: Bool { self == .null }

  /// A single value as a text; `nil` for null, lists and objects.
  var text: String? {
    switch self {
    case .null, .list, .object: nil
    case .flag(let flag): String(flag)
    case .number(let number): number
    case .text(let text): text
    }
  }

  /// The value as JSON tells it apart from others: `1` from `"1"`.
  var key: String {
    switch self {
    case .null: "null"
    case .flag(let flag): String(flag)
    case .number(let number): number
    case .text(let text): "\"\(text)\""
    case .list(let items): "[\(items.map(\.key).joined(separator: ","))]"
    case .object(let fields): "{\(fields.map { "\"\($0)\":\($1.key)" }.joined(separator: ","))}"
    }
  }

  /// What it says of a node or an edge; `nil` for what has parts of its own.
  var graphValue: ImportedGraph.Value? {
    switch self {
    case .null, .object: nil
    case .flag(let flag): .text(String(flag))
    case .number(let number): ImportedGraph.Value(numeric: number)
    case .text(let text): .text(text)
    case .list(let items):
      items.contains { $0.text == nil } ? nil : .list(items.compactMap(\.text))
    }
  }
}

extension JSONValue {
  /// Why a text is not JSON.
  struct Fault: Error, Sendable, Hashable {
    let line: Int
    let message: String
  }

  /// How many lists and objects may stand in each other.
  static let maximalDepth = 100

  /// Reads a document of UTF-8.
  ///
  /// What Python writes for numbers that are none, `NaN` and `Infinity`, is read as well.
  /// - Complexity: O(n), where n is the number of bytes.
  init(reading bytes: [UInt8]) throws(Fault) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONValue.Fault) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if place < bytes.count { throw fault("something follows the end of the document") }
    return value
  }

  private func fault(_ message: String) -> JSONValue.Fault {
    JSONValue.Fault(line: 1 + bytes[..<min(place, bytes.count)].count { $0 == 10 }, message: message)
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipSpace()
    guard next == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONValue.Fault) -> JSONValue {
    if depth > JSONValue.maximalDepth {
      throw fault("lists and objects stand in each other more than \(JSONValue.maximalDepth) deep")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .text(try string())
    case nil: throw fault("the document ends too early")
    default: return try word()
    }
  }

  private mutating func object(_ depth: Int) throws(JSONValue.Fault) -> JSONValue {
    place += 1
    var fields: OrderedDictionary<String, JSONValue> = [:]
    if take("}") { return .object(fields) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotation marks should stand here") }
      let name = try string()
      guard take(":") else { throw fault("a colon is missing behind \"\(name.prefix(40))\"") }
      fields[name] = try value(depth: depth + 1)
    } while take(",")
    guard take("}") else { throw fault("a comma or the end of the object is missing") }
    return .object(fields)
  }

  private mutating func list(_ depth: Int) throws(JSONValue.Fault) -> JSONValue {
    place += 1
    var items: [JSONValue] = []
    if take("]") { return .list(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw fault("a comma or the end of the list is missing") }
    return .list(items)
  }

  private mutating func word() throws(JSONValue.Fault) -> JSONValue {
    let start = place
    while let byte = next, !" \n\r\t,:]}[{\"".utf8.contains(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "NaN", "Infinity", "-Infinity": return .number(word)
    default: break
    }
    guard let first = word.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      word.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), Double(word) != nil
    else {
      place = start
      throw fault("\(word.quotedInMessage) is no value of JSON")
    }
    return .number(word)
  }

  private mutating func string() throws(JSONValue.Fault) -> String {
    place += 1
    var text: [UInt8] = []
    var start = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<place]
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        place += 1
        try escape(&text)
        start = place
      case 0..<0x20: throw fault("a text holds a line break or another mark that must be escaped")
      default: place += 1
      }
    }
    throw fault("a text does not end")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONValue.Fault) {
    guard let letter = next else { throw fault("a text does not end") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var units = [try unit()]
      // A letter beyond the first plane is written as two.
      if UTF16.isLeadSurrogate(units[0]), bytes[place...].starts(with: Array("\\u".utf8)) {
        let before = place
        place += 2
        let second = try unit()
        if UTF16.isTrailSurrogate(second) { units.append(second) } else { place = before }
      }
      text += String(decoding: units, as: UTF16.self).utf8
    default: throw fault("\\\(UnicodeScalar(letter)) is no mark of JSON")
    }
  }

  private mutating func unit() throws(JSONValue.Fault) -> UInt16 {
    let digits = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let unit = UInt16(digits, radix: 16) else {
      throw fault("\\u needs four hexadecimal digits")
    }
    place += 4
    return unit
  }
}

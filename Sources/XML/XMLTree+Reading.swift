import CExpat

extension XMLTree {
  /// Why a text is no XML document.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    package let line: Int
    /// What is wrong there, in expat's words.
    package let message: String

    package var description: String { "line \(line): \(message)" }
  }

  /// Reads the root element of an XML document in UTF-8, with all that is in it; nothing outside the document is opened.
  ///
  /// This is the only use of expat: its parser lives in here, and so does all that is handed to it.
  /// - Throws: ``Fault`` if the document is not well formed.
  /// - Complexity: O(n), where n is the length of the document.
  package init(reading bytes: [UInt8]) throws(Fault) {
    guard let length = Int32(exactly: bytes.count), let parser = unsafe XML_ParserCreate("UTF-8") else {
      throw Fault(line: 1, message: "the document is too large")
    }
    defer { unsafe XML_ParserFree(parser) }
    let builder = XMLTreeBuilder()
    // The parser is freed before the builder is.
    defer { withExtendedLifetime(builder) {} }
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in unsafe XMLTreeBuilder.of(data)?.start(name, attributes) },
      { data, _ in unsafe XMLTreeBuilder.of(data)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, length in
      unsafe XMLTreeBuilder.of(data)?.add(text, length)
    }
    let isRead = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, length, 1) == XML_STATUS_OK
    }
    guard isRead, let root = builder.root else {
      let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
      throw Fault(line: Int(unsafe XML_GetCurrentLineNumber(parser)), message: message ?? "no element")
    }
    self = root
  }
}

/// Puts a tree together while expat reads.
private final class XMLTreeBuilder {
  private(set) var root: XMLTree?
  private var open: [XMLTree] = []
  private var text = ""

  static func of(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    unsafe data.map { unsafe Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    closeText()
    var attributes: [XMLTree.Attribute] = []
    // Names and values by turns, up to a null.
    var place = 0
    while let list = unsafe list, let name = unsafe list[place], let value = unsafe list[place + 1] {
      attributes.append(unsafe .init(String(cString: name), String(cString: value)))
      place += 2
    }
    open.append(XMLTree(unsafe name.map { unsafe String(cString: $0) } ?? "", attributes))
  }

  func add(_ characters: UnsafePointer<CChar>?, _ length: Int32) {
    guard let characters = unsafe characters else { return }
    let buffer = unsafe UnsafeBufferPointer(start: characters, count: Int(length))
    text += unsafe String(decoding: UnsafeRawBufferPointer(buffer), as: UTF8.self)
  }

  func end() {
    closeText()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  /// White space with a line feed only sets elements apart.
  private func closeText() {
    defer { text = "" }
    let isBetween = text.contains("\n") && text.allSatisfy(\.isWhitespace)
    guard !text.isEmpty, !isBetween, !open.isEmpty else { return }
    open[open.count - 1].children.append(.text(text))
  }
}

extension XMLTree {
  /// Why a text is no XML document.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    package let line: Int
    /// What is wrong there, in expat's words.
    package let message: String

    package var description: String { "line \(line): \(message)" }
  }

  /// Reads the root element of an XML document with all that is in it; nothing outside the document is opened.
  /// - Parameter options: how it is read; as it stands, unless they say otherwise.
  /// - Throws: ``Fault`` if the document is not well formed.
  /// - Complexity: O(n), where n is the length of the document.
  package init(reading bytes: [UInt8], _ options: XMLEventParser.Options = .whole) throws(Fault) {
    let builder = XMLTreeBuilder()
    var parser = XMLEventParser(builder, options)
    try parser.parse(bytes, isLast: true)
    guard let root = builder.root else { throw Fault(line: 1, message: "no element") }
    self = root
  }
}

/// Puts a tree together while a document is read.
private final class XMLTreeBuilder: XMLEventReceiver {
  private(set) var root: XMLTree?
  private var open: [XMLTree] = []
  private var text = ""

  func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    closeText()
    var element = XMLTree(name.string)
    attributes.forEach { element.attributes.append(.init($0.string, $1.string)) }
    open.append(element)
  }

  func add(_ text: Span<UInt8>) { self.text += text.string }

  func end(_ name: Span<UInt8>) {
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

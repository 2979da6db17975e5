import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML document, read by a real parser.
public struct WellFormedXML {
  /// An element with its attributes and the text directly inside it.
  public struct Element {
    /// The element's name.
    public var name: String
    /// The attributes.
    public var attributes: [String: String]
    /// The text inside, without that of elements inside.
    public var text = ""
    /// The names of the elements around it, outermost first.
    public var path: [String]
  }

  /// All elements, in the order in which they end.
  public let elements: [Element]

  /// Reads a document; `nil` if it is not well formed.
  public init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.ended
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var open: [Element] = []
    var ended: [Element] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(Element(name: name, attributes: attributes, path: open.map(\.name)))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !open.isEmpty { open[open.count - 1].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if let element = open.popLast() { ended.append(element) }
    }
  }
}

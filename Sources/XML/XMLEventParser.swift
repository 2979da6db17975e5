import CExpat

/// What a parser of XML hands on as it goes, so that a document need not fit into memory.
package protocol XMLEventReceiver: AnyObject {
  /// An element starts; the attributes are there during the call only.
  func start(_ name: Span<UInt8>, _ attributes: XMLAttributes)
  /// Text, in UTF-8; one text can come in several parts.
  func add(_ text: Span<UInt8>)
  /// An element ends.
  func end(_ name: Span<UInt8>)
}

/// Reads an XML document part by part, in UTF-8, UTF-16 or what it declares, without making a `String` of anything.
///
/// This is the only use of expat: its parser lives in here, and so does all that is handed to it. Nothing outside the
/// document is opened.
@safe package struct XMLEventParser: ~Copyable {
  /// How documents are read.
  package struct Options: Sendable {
    /// Whether names keep their prefixes; otherwise `x:row` is `row`, since files differ in the prefixes that they declare.
    package var keepsPrefixes = false
    /// Whether there may be a document type, which can define what expands to a thousand times its length.
    package var allowsDocumentType = false
    /// How many elements may stand within each other.
    package var depth = 500

    package init() {}

    /// Names as they stand, and documents of any type.
    package static var whole: Options {
      var options = Options()
      (options.keepsPrefixes, options.allowsDocumentType) = (true, true)
      return options
    }
  }

  private let parser: XML_Parser
  private let relay: XMLEventRelay

  /// Starts a document.
  /// - Parameter receiver: what is told of its content.
  package init(_ receiver: any XMLEventReceiver, _ options: Options = Options()) {
    guard let parser = unsafe XML_ParserCreate(nil) else { fatalError("there is not enough memory to read XML") }
    unsafe self.parser = unsafe parser
    relay = unsafe XMLEventRelay(receiver, options, parser)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(relay).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in unsafe XMLEventRelay.of(data)?.start(name, attributes) },
      { data, name in unsafe XMLEventRelay.of(data)?.end(name) })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, length in
      unsafe XMLEventRelay.of(data)?.add(text, length)
    }
    if !options.allowsDocumentType {
      unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
        unsafe XMLEventRelay.of(data)?.stop("the document declares a document type, which is not read")
      }
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads the next part of the document.
  /// - Parameter isLast: whether it ends with that.
  /// - Throws: ``XMLTree/Fault`` if it is not well formed, or beyond the limits.
  /// - Complexity: O(n), where n is the number of bytes, besides what the receiver does.
  package mutating func parse(_ bytes: [UInt8], isLast: Bool) throws(XMLTree.Fault) {
    guard let length = Int32(exactly: bytes.count) else {
      throw XMLTree.Fault(line: 1, message: "the document is too large")
    }
    // A tag or a comment that does not end is kept until it does, and looked at again with each part.
    relay.sinceLast += bytes.count
    let isRead = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, length, isLast ? 1 : 0) == XML_STATUS_OK
    }
    // The relay must outlive all calls of the parser.
    defer { withExtendedLifetime(relay) {} }
    if isRead {
      if relay.sinceLast <= 1 << 22 { return }
      relay.fault = "a tag or a comment has more than 4 MB"
    }
    let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
    throw XMLTree.Fault(
      line: Int(unsafe XML_GetCurrentLineNumber(parser)), message: relay.fault ?? message ?? "no element")
  }
}

/// Hands what expat meets to a receiver.
@safe private final class XMLEventRelay {
  private let receiver: any XMLEventReceiver
  private let options: XMLEventParser.Options
  private let parser: XML_Parser
  private let attributes: XMLAttributes
  private var depth = 0
  /// How many bytes have been read since the last event, at least.
  var sinceLast = 0
  var fault: String?

  init(_ receiver: any XMLEventReceiver, _ options: XMLEventParser.Options, _ parser: XML_Parser) {
    (self.receiver, self.options) = (receiver, options)
    unsafe self.parser = unsafe parser
    attributes = XMLAttributes(keepsPrefixes: options.keepsPrefixes)
  }

  @inline(__always) static func of(_ data: UnsafeMutableRawPointer?) -> XMLEventRelay? {
    unsafe data.map { unsafe Unmanaged<XMLEventRelay>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Ends the reading with a fault.
  func stop(_ message: String) {
    fault = message
    unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  func start(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard let name = unsafe name, fault == nil else { return }
    sinceLast = 0
    depth += 1
    if depth > options.depth { return stop("more than \(options.depth) elements stand within each other") }
    unsafe attributes.list = unsafe list
    receiver.start(unsafe XMLAttributes.bytes(name, keepsPrefix: options.keepsPrefixes).span, attributes)
    unsafe attributes.list = nil
  }

  func add(_ text: UnsafePointer<CChar>?, _ length: Int32) {
    guard let text = unsafe text, fault == nil else { return }
    sinceLast = 0
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(length))
    receiver.add(unsafe bytes.bindMemory(to: UInt8.self).span)
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard let name = unsafe name, fault == nil else { return }
    sinceLast = 0
    depth -= 1
    receiver.end(unsafe XMLAttributes.bytes(name, keepsPrefix: options.keepsPrefixes).span)
  }
}

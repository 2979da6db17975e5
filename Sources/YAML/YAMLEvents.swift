internal import CYAML

/// A step of a YAML document, in its order.
struct YAMLEvent {
  enum Kind {
    case alias(String)
    case scalar(YAMLNode.Scalar, anchor: String?)
    case sequenceStart(anchor: String?)
    case sequenceEnd
    case mappingStart(anchor: String?)
    case mappingEnd
    case documentStart
    case streamEnd
    /// The start of the stream or the end of a document.
    case other
  }

  let kind: Kind
  let mark: YAMLNode.Mark
}

/// The steps of a text as libyaml finds them: the only code that touches C.
///
/// libyaml keeps the address of its parser and of the text, so both are owned here, never move, and are given back
/// together.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ string: String) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLError(.memory, "not enough memory", at: nil)
    }
    let bytes = string.utf8
    unsafe text = .allocate(capacity: bytes.count)
    _ = unsafe text.initialize(fromContentsOf: bytes)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next step. After the end of the stream there is none, and nobody may ask.
  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe YAMLEvent(kind: Self.kind(of: event), mark: YAMLNode.Mark(event.start_mark))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch unsafe event.type {
    case YAML_ALIAS_EVENT: .alias(unsafe string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: .scalar(unsafe scalar(of: event), anchor: unsafe string(event.data.scalar.anchor))
    case YAML_SEQUENCE_START_EVENT: .sequenceStart(anchor: unsafe string(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart(anchor: unsafe string(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
    default: .other
    }
  }

  private static func scalar(of event: yaml_event_t) -> YAMLNode.Scalar {
    let scalar = unsafe event.data.scalar
    // The text may hold NUL characters, so its length counts. A byte order mark before it, which nobody sees and which
    // stays where files were joined, is no part of it.
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let mark = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let tag = unsafe scalar.quoted_implicit == 1 ? YAMLNode.Scalar.stringTag : string(scalar.tag)
    let style = unsafe scalar.style
    return unsafe YAMLNode.Scalar(
      String(decoding: bytes.dropFirst(mark), as: UTF8.self), isPlain: style == YAML_PLAIN_SCALAR_STYLE,
      isQuoted: style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, tag: tag)
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  /// What stopped the parser.
  private func error() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    switch unsafe parser.pointee.error {
    case YAML_MEMORY_ERROR: return YAMLError(.memory, "not enough memory", at: nil)
    case YAML_READER_ERROR:
      return YAMLError(.characters, problem, at: mark(ofByte: unsafe Int(parser.pointee.problem_offset)))
    default: return YAMLError(.syntax, problem, at: unsafe YAMLNode.Mark(parser.pointee.problem_mark))
    }
  }

  /// The place of a byte, because libyaml reads ahead, and says of a forbidden character only where its bytes are.
  private func mark(ofByte offset: Int) -> YAMLNode.Mark {
    let before = unsafe String(decoding: text.prefix(offset), as: UTF8.self).unicodeScalars
    // A line ends where it does for libyaml.
    var (line, column) = (1, 1)
    var last: Unicode.Scalar = " "
    for scalar in before {
      if scalar == "\n" && last == "\r" {
        column = 1
      } else if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
        line += 1
        column = 1
      } else {
        column += 1
      }
      last = scalar
    }
    return YAMLNode.Mark(line: line, column: column)
  }
}

extension YAMLNode.Mark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}

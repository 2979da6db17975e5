import XML

/// The texts of a workbook, each of which stands there once, as bytes one behind the other.
struct SharedStrings: Sendable {
  /// A workbook with more can hardly be opened by anybody.
  private static let mostBytes = 1 << 28

  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []

  init() {}

  /// Reads the texts, without signs of how they are pronounced.
  init(_ path: String, of archive: ZipArchive) throws(WorkbookFault) {
    let reader = Reader()
    try XMLPart.read(path, of: archive, into: reader) { () throws(WorkbookFault) in
      guard reader.strings.bytes.count + reader.strings.ends.count * 4 <= Self.mostBytes else {
        throw WorkbookFault(
          .tooLarge,
          "The workbook has more than \(Self.mostBytes >> 20) MB of texts; split it, or save the sheet as CSV")
      }
    }
    self = reader.strings
  }

  /// Where a text stands; `nil` if there is none of that number.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private final class Reader: XMLEventReceiver {
    var strings = SharedStrings()
    private var isText = false
    /// How many elements stand around that say how a text is pronounced.
    private var pronunciations = 0

    func start(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
      if name.isEqual(to: "rPh") { pronunciations += 1 }
      isText = pronunciations == 0 && name.isEqual(to: "t")
    }

    func add(_ text: Span<UInt8>) { if isText { text.withUnsafeBufferPointer { strings.bytes += $0 } } }

    func end(_ name: Span<UInt8>) {
      isText = false
      if name.isEqual(to: "rPh") { pronunciations -= 1 }
      guard name.isEqual(to: "si") else { return }
      let start = strings.ends.last.map { Int($0) } ?? 0
      CellText.unescape(&strings.bytes, from: start)
      ComposedText.compose(&strings.bytes, apartFrom: start)
      strings.ends.append(UInt32(strings.bytes.count))
    }
  }
}

/// Reads a part of a workbook as events.
enum XMLPart {
  /// Tables larger than this take minutes to read anywhere.
  static let greatestSize = 1 << 31

  /// - Parameter check: what is asked after each part, to end the reading.
  static func read(
    _ path: String, of archive: ZipArchive, into receiver: some XMLEventReceiver,
    check: () throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    guard let entry = archive[path] else { throw .damaged("\(path) is missing") }
    var parser = XMLEventParser(receiver)
    var part: [UInt8] = []
    var stream: ZipStream
    do { stream = try ZipStream(entry, of: archive, limit: greatestSize) } catch { throw WorkbookFault(error) }
    var isFollowed = true
    while isFollowed {
      do { isFollowed = try stream.next(&part) } catch { throw WorkbookFault(error) }
      do { try parser.parse(part, isLast: !isFollowed) } catch { throw WorkbookFault(error, in: path) }
      try check()
    }
  }
}

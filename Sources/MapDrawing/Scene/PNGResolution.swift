/// PNG that says how large it is on paper, which office programs go by (ISO/IEC 15948, section 11.3.5.3).
enum PNGResolution {
  /// The bytes of a PNG with the resolution at which it is as wide as its drawing.
  ///
  /// It is taken from the picture's width in pixels, so that it holds though libgraphviz drew fewer than it was asked
  /// for. What is no PNG stays as it is.
  /// - Parameter width: the width of the drawing, in points.
  /// - Complexity: O(n), where n is the number of bytes.
  static func bytes(of png: [UInt8], widthInPoints width: Double) -> [UInt8] {
    let end = headerLength
    guard png.count > end, png.starts(with: [0x89, 0x50, 0x4E, 0x47]), width > 0 else { return png }
    let pixels = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let perMetre = UInt32((Double(pixels) / (width / 72 * 0.0254)).rounded())
    let size = bigEndian(perMetre)
    // A unit of 1 is the metre.
    let chunk = Array("pHYs".utf8) + size + size + [1]
    return png[..<end] + bigEndian(9) + chunk + bigEndian(checksum(of: chunk)) + withoutSize(png[end...])
  }

  /// The signature and the first chunk, which says how many pixels there are.
  private static let headerLength = 8 + 4 + 4 + 13 + 4

  /// All further chunks but such as say a resolution.
  private static func withoutSize(_ chunks: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = chunks
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) } + 12
      if !rest.dropFirst(4).prefix(4).elementsEqual("pHYs".utf8) { kept += rest.prefix(length) }
      rest = rest.dropFirst(length)
    }
    return kept + rest
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The cyclic redundancy check of a chunk (ISO/IEC 15948, annex D).
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}

import CZlib

/// Writes a ZIP archive into memory; the same files give the same bytes.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file.
  /// - Parameters:
  ///   - name: its path in the archive, with `/` between folders.
  ///   - isCompressed: whether it is deflated; formats that are known by their first bytes ask for a file that is not.
  /// - Throws: ``ZipFault`` if the archive would get larger than 4 GB.
  /// - Complexity: O(n), where n is the number of bytes.
  package mutating func add(_ name: String, _ content: [UInt8], isCompressed: Bool = true) throws(ZipFault) {
    let data = isCompressed ? Self.deflated(content) : content
    let checksum = content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    guard content.count < 0xFFFF_FFFF, bytes.count + list.count + data.count < 0xFFFF_0000, count < 0xFFFF,
      name.utf8.count < 0xFFFF
    else { throw ZipFault(.tooLarge, "The file would be larger than 4 GB; write less into it") }
    var fields: [UInt8] = []
    // Version 2.0; names in UTF-8; method; midnight of 1 January 1980, the first time there is.
    for number in [20, 1 << 11, isCompressed ? 8 : 0, 0, 0x21] { fields.append(half: number) }
    for number in [Int(checksum), data.count, content.count] { fields.append(word: number) }
    for number in [name.utf8.count, 0] { fields.append(half: number) }
    list.append(word: 0x0201_4B50)
    list.append(half: 20)
    list += fields
    for number in [0, 0, 0] { list.append(half: number) }
    for number in [0, bytes.count] { list.append(word: number) }
    list += Array(name.utf8)
    bytes.append(word: 0x0403_4B50)
    bytes += fields
    bytes += Array(name.utf8)
    bytes += data
    count += 1
  }

  /// The archive with all that was added.
  package consuming func archive() -> [UInt8] {
    var archive = bytes
    let start = archive.count
    archive += list
    archive.append(word: 0x0605_4B50)
    for number in [0, 0, count, count] { archive.append(half: number) }
    for number in [list.count, start] { archive.append(word: number) }
    archive.append(half: 0)
    return archive
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { fatalError("there is not enough memory to make an archive") }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(content.count)))
    var content = content
    return content.withUnsafeMutableBufferPointer { content in
      [UInt8](unsafeUninitializedCapacity: room) { data, length in
        var (given, status) = (0, Z_OK)
        // Lengths of zlib have 32 bits.
        while status == Z_OK {
          let part = min(content.count - given, 1 << 30)
          stream.next_in = content.baseAddress.map { $0 + given }
          stream.avail_in = UInt32(part)
          stream.next_out = data.baseAddress.map { $0 + length }
          stream.avail_out = UInt32(min(room - length, 1 << 30))
          let free = stream.avail_out
          status = deflate(&stream, given + part == content.count ? Z_FINISH : Z_NO_FLUSH)
          given += part - Int(stream.avail_in)
          length += Int(free - stream.avail_out)
        }
        precondition(status == Z_STREAM_END, "zlib says how much room it needs")
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(half number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func append(word number: Int) {
    append(half: number)
    append(half: number >> 16)
  }
}

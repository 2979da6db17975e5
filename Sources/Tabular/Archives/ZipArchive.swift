/// A ZIP archive, on disk or in memory: the list of what is in it, read from the end of the file.
///
/// What the list says is checked before it is believed: entries lie in the file, apart from each other, under names that
/// lead nowhere else. See APPNOTE.TXT, ".ZIP File Format Specification", version 6.3.10, sections 4.3 to 4.5.
package struct ZipArchive: Sendable {
  /// A file in the archive.
  package struct Entry: Sendable, Hashable {
    /// Its path, with `/` between folders.
    package let name: String
    /// How many bytes it has, as the archive says.
    package let size: Int
    /// How many bytes it takes in the archive.
    package let compressedSize: Int
    /// Whether it is locked with a password.
    package let isEncrypted: Bool
    let method: UInt16
    let checksum: UInt32
    /// Where its own header starts.
    let start: Int
    /// What follows it in the file starts here or later.
    var limit: Int
    let nameBytes: [UInt8]
  }

  /// What is in the archive, in its order, without folders.
  package let entries: [Entry]
  let bytes: PlacedBytes
  private let places: [String: Int]
  private let foldedPlaces: [String: Int]

  /// Reads what is in an archive; nothing of it is expanded yet.
  /// - Throws: ``ZipFault`` if it is none, or contradicts itself.
  /// - Complexity: O(n log n), where n is the number of entries.
  package init(_ source: ByteSource) throws(ZipFault) {
    bytes = try PlacedBytes(source)
    var directory = try ZipDirectory(bytes)
    entries = try directory.entries()
    var (places, foldedPlaces): ([String: Int], [String: Int]) = ([:], [:])
    for (place, entry) in entries.enumerated() {
      guard places.updateValue(place, forKey: entry.name) == nil else {
        throw .damaged("it has two files of the name \(entry.name)")
      }
      if foldedPlaces[entry.name.lowercased()] == nil { foldedPlaces[entry.name.lowercased()] = place }
    }
    (self.places, self.foldedPlaces) = (places, foldedPlaces)
  }

  /// The entry of a name, or one whose name differs only in upper and lower case.
  package subscript(name: String) -> Entry? {
    (places[name] ?? foldedPlaces[name.lowercased()]).map { entries[$0] }
  }

  /// All bytes of an entry.
  /// - Parameter limit: how many bytes it may have.
  /// - Throws: ``ZipFault`` if it cannot be read, or has more.
  /// - Complexity: O(n), where n is the number of bytes.
  package func bytes(of entry: Entry, limit: Int = 1 << 28) throws(ZipFault) -> [UInt8] {
    var stream = try ZipStream(entry, of: self, limit: limit)
    var (content, part): ([UInt8], [UInt8]) = ([], [])
    while try stream.next(&part) { content += part }
    return content
  }
}

/// Bytes that can be read from any place.
struct PlacedBytes: Sendable {
  private enum Content: Sendable {
    case memory([UInt8])
    case disk(OpenFile)
  }

  private let content: Content
  let count: Int

  init(_ source: ByteSource) throws(ZipFault) {
    switch source {
    case .memory(let bytes): (content, count) = (.memory(bytes), bytes.count)
    case .disk(let path):
      do throws(OpenFile.Unreadable) {
        let file = try OpenFile(path)
        (content, count) = (.disk(file), file.size)
      } catch { throw .unreadable }
    }
  }

  /// The bytes of a part; fewer if the file ends before.
  func part(_ start: Int, _ length: Int) throws(ZipFault) -> ArraySlice<UInt8> {
    guard start >= 0, length >= 0, start <= count else { throw .damaged("it ends too early") }
    switch content {
    case .memory(let bytes): return bytes[start..<min(start + length, count)]
    case .disk(let file):
      var isRead = true
      let bytes = [UInt8](unsafeUninitializedCapacity: min(length, count - start)) { buffer, length in
        do { length = try file.read(buffer, at: start) } catch { isRead = false }
      }
      if !isRead { throw .unreadable }
      return bytes[...]
    }
  }
}

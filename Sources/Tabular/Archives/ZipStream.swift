import CZlib

/// What an entry of an archive expands to, part by part, with its length and its checksum checked at the end.
package struct ZipStream: ~Copyable {
  /// A part is small enough for the nearest caches of a processor.
  private static let partSize = 1 << 16
  /// Far more than text comes to: tables of equal rows stay below.
  private static let greatestRatio = 400
  /// Below this, nothing is too much.
  private static let harmless = 1 << 24

  private let entry: ZipArchive.Entry
  private let bytes: PlacedBytes
  private let limit: Int
  /// What is read next, and where that ends.
  private var place: Int
  private let end: Int
  private var input: [UInt8] = []
  private var used = 0
  /// `nil` for an entry that is not compressed.
  private let inflater: Inflater?
  private var checksum: UInt
  /// How many bytes have come so far.
  package private(set) var count = 0

  /// Starts to read an entry.
  /// - Parameter limit: how many bytes it may have.
  /// - Throws: ``ZipFault`` if it is encrypted, or does not stand where the archive says.
  package init(_ entry: ZipArchive.Entry, of archive: ZipArchive, limit: Int = 1 << 32) throws(ZipFault) {
    if entry.isEncrypted {
      throw ZipFault(
        .encrypted, "\(entry.name) is locked with a password; open the file, and save it without one")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipFault(
        .unknownMethod,
        "\(entry.name) is compressed in a way that is not read (method \(entry.method)); save the file again, as an"
          + " ordinary ZIP archive")
    }
    guard entry.size <= limit else { throw Self.tooLarge(entry, limit) }
    let header = ZipFields(try archive.bytes.part(entry.start, 30))
    let (nameLength, extraLength) = (Int(header.half(26)), Int(header.half(28)))
    let start = entry.start + 30 + nameLength + extraLength
    guard header.word(0) == 0x0403_4B50, start + entry.compressedSize <= entry.limit,
      try archive.bytes.part(entry.start + 30, nameLength).elementsEqual(entry.nameBytes)
    else { throw .damaged("\(entry.name) does not stand where it should") }
    guard entry.method == 8 || entry.size == entry.compressedSize else {
      throw .damaged("\(entry.name) has two lengths")
    }
    (self.entry, bytes, self.limit) = (entry, archive.bytes, limit)
    (place, end) = (start, start + entry.compressedSize)
    checksum = crc32(0, nil, 0)
    inflater = entry.method == 8 ? Inflater() : nil
  }

  /// Puts the next bytes in the place of those in an array.
  /// - Returns: whether there were any; if not, all has come, and is as the archive says.
  package mutating func next(_ part: inout [UInt8]) throws(ZipFault) -> Bool {
    let length = if let inflater { try nextExpanded(&part, with: inflater) } else { try nextStored(&part) }
    count += length
    checksum = part.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32(length)) }
    if count > limit { throw Self.tooLarge(entry, limit) }
    if count > Self.harmless, count / Self.greatestRatio > entry.compressedSize {
      throw ZipFault(
        .tooLarge,
        "\(entry.name) expands to more than \(Self.greatestRatio) times its size, as nothing that is meant well does; it was"
          + " not read")
    }
    guard length == 0 else { return true }
    guard count == entry.size, checksum == UInt(entry.checksum) else {
      throw .damaged("\(entry.name) is not what it was when it was saved")
    }
    return false
  }

  private static func tooLarge(_ entry: ZipArchive.Entry, _ limit: Int) -> ZipFault {
    let megabytes = max(1, limit >> 20)
    return ZipFault(
      .tooLarge,
      "\(entry.name) has more than \(megabytes) MB, which is more than is read; split it, or delete what is not needed")
  }

  private mutating func nextStored(_ part: inout [UInt8]) throws(ZipFault) -> Int {
    part = Array(try bytes.part(place, min(Self.partSize, end - place)))
    place += part.count
    return part.count
  }

  private mutating func nextExpanded(_ part: inout [UInt8], with inflater: Inflater) throws(ZipFault) -> Int {
    // An array that has the length is written over where it stands.
    if part.count != Self.partSize { part = [UInt8](repeating: 0, count: Self.partSize) }
    var length = 0
    while length < Self.partSize, !inflater.isAtEnd {
      if used == input.count {
        input = Array(try bytes.part(place, min(Self.partSize, end - place)))
        place += input.count
        used = 0
      }
      let (from, to) = (used, length)
      do throws(Inflater.Damage) {
        let step = try input.withUnsafeMutableBufferPointer { input throws(Inflater.Damage) in
          try part.withUnsafeMutableBufferPointer { part throws(Inflater.Damage) in
            try inflater.expand(.init(rebasing: input[from...]), into: .init(rebasing: part[to...]))
          }
        }
        used += step.used
        length += step.made
      } catch { throw .damaged("\(entry.name) cannot be expanded") }
    }
    if length < part.count { part.removeSubrange(length...) }
    return length
  }
}

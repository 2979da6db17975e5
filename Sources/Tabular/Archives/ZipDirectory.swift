/// The list at the end of a ZIP archive, as it is read and checked.
struct ZipDirectory {
  /// More than a workbook or a project has.
  private static let mostEntries = 1 << 17
  private static let greatestSize = 1 << 26

  private let bytes: PlacedBytes
  private let start: Int
  private let size: Int
  private let count: Int

  /// Finds the list, of ZIP64 too.
  init(_ bytes: PlacedBytes) throws(ZipFault) {
    self.bytes = bytes
    // A comment of at most 65,535 bytes can follow the record of 22 bytes with which an archive ends.
    let tailStart = max(0, bytes.count - 65_557)
    let tail = try bytes.part(tailStart, 65_557)
    guard let found = Self.endRecord(in: tail) else {
      let isArchive = try bytes.part(0, 4).elementsEqual([0x50, 0x4B, 3, 4])
      throw isArchive
        ? .damaged("its end is missing") : ZipFault(.noArchive, "This is no ZIP archive")
    }
    let record = ZipFields(tail[found...])
    var (count, size, start) = (Int(record.half(10)), Int(record.word(12)), Int(record.word(16)))
    var end = tailStart + found - tail.startIndex
    guard record.half(4) == record.half(6) || record.half(4) == .max else {
      throw ZipFault(.damaged, "This is one part of an archive in several parts; put the archive together first")
    }
    let locator = end >= 20 ? ZipFields(try bytes.part(end - 20, 20)) : nil
    if let locator, locator.word(0) == 0x0706_4B50, count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      guard let place = locator.long(8), place <= end - 20 - 56 else { throw .damaged("its end lies elsewhere") }
      let large = ZipFields(try bytes.part(place, 56))
      guard large.word(0) == 0x0606_4B50, let largeCount = large.long(32), let largeSize = large.long(40),
        let largeStart = large.long(48)
      else { throw .damaged("its end lies elsewhere") }
      (count, size, start, end) = (largeCount, largeSize, largeStart, place)
    }
    guard start <= end, size <= end - start, count <= size / 46 else {
      throw .damaged("the list of its files does not lie in it")
    }
    guard count <= Self.mostEntries, size <= Self.greatestSize else {
      throw ZipFault(
        .tooLarge, "The archive has \(count) files, more than are read; take out those that are not needed")
    }
    (self.count, self.size, self.start) = (count, size, start)
  }

  /// Where the record with which an archive ends starts: the last place at which its comment ends where the file does.
  private static func endRecord(in tail: ArraySlice<UInt8>) -> Int? {
    var place = tail.endIndex - 22
    while place >= tail.startIndex {
      if tail[place] == 0x50 {
        let record = ZipFields(tail[place...])
        if record.word(0) == 0x0605_4B50, place + 22 + Int(record.half(20)) == tail.endIndex { return place }
      }
      place -= 1
    }
    return nil
  }

  /// All files of the list, checked; folders are left out.
  mutating func entries() throws(ZipFault) -> [ZipArchive.Entry] {
    let list = try bytes.part(start, size)
    guard list.count == size else { throw .unreadable }
    var entries: [ZipArchive.Entry] = []
    entries.reserveCapacity(count)
    var place = list.startIndex
    for _ in 0..<count {
      guard place + 46 <= list.endIndex else { throw .damaged("the list of its files ends too early") }
      let record = ZipFields(list[place...])
      let lengths = [28, 30, 32].map { Int(record.half($0)) }
      let next = place + 46 + lengths.reduce(0, +)
      guard record.word(0) == 0x0201_4B50, next <= list.endIndex else {
        throw .damaged("the list of its files ends too early")
      }
      let nameEnd = place + 46 + lengths[0]
      entries.append(
        try entry(record, name: list[(place + 46)..<nameEnd], extra: list[nameEnd..<(nameEnd + lengths[1])]))
      place = next
    }
    try checkPlaces(of: &entries)
    return entries.filter { !$0.name.hasSuffix("/") }
  }

  private func entry(
    _ record: ZipFields, name: ArraySlice<UInt8>, extra: ArraySlice<UInt8>
  ) throws(ZipFault) -> ZipArchive.Entry {
    var numbers = [24, 20, 42].map { Int(record.word($0)) }
    if numbers.contains(0xFFFF_FFFF) { try readLarge(&numbers, from: extra) }
    let flags = record.half(8)
    return ZipArchive.Entry(
      name: try Self.path(name), size: numbers[0], compressedSize: numbers[1],
      // Bit 0: with a password; 6: strongly; 13: the list itself is hidden.
      isEncrypted: flags & (1 | 1 << 6 | 1 << 13) != 0, method: record.half(10), checksum: record.word(16),
      start: numbers[2], limit: 0, nameBytes: Array(name))
  }

  /// Takes numbers that do not fit into 32 bits from the field that ZIP64 keeps them in.
  private func readLarge(_ numbers: inout [Int], from extra: ArraySlice<UInt8>) throws(ZipFault) {
    var place = extra.startIndex
    while place + 4 <= extra.endIndex {
      let field = ZipFields(extra[place...])
      let end = place + 4 + Int(field.half(2))
      guard end <= extra.endIndex else { break }
      if field.half(0) == 1 {
        var offset = 4
        for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
          guard place + offset + 8 <= end, let number = field.long(offset) else {
            throw .damaged("the size of a file is missing")
          }
          numbers[index] = number
          offset += 8
        }
        return
      }
      place = end
    }
    throw .damaged("the size of a file is missing")
  }

  /// The path of a file, which may lead nowhere but into the archive.
  private static func path(_ bytes: ArraySlice<UInt8>) throws(ZipFault) -> String {
    // Old archives use the code page of some machine; names that are looked for are ASCII.
    let text = String(validating: bytes, as: UTF8.self) ?? DecodedText(Array(bytes)).text
    // Some programs for Windows write its separator.
    let path = text.replacing("\\", with: "/")
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty || path.hasPrefix("/") || path.utf8.contains(0) || parts.contains("..")
      || parts.first?.contains(":") == true
    {
      throw ZipFault(
        .damaged,
        "The archive holds a file whose name leads out of it, as nothing that is meant well does; it was not read")
    }
    return path
  }

  /// Sees that all entries lie before the list, and apart from each other.
  private func checkPlaces(of entries: inout [ZipArchive.Entry]) throws(ZipFault) {
    let order = entries.indices.sorted { entries[$0].start < entries[$1].start }
    for (index, place) in order.enumerated() {
      let entry = entries[place]
      let limit = index + 1 < order.count ? entries[order[index + 1]].start : start
      guard entry.start <= limit, 30 + entry.nameBytes.count <= limit - entry.start,
        entry.compressedSize <= limit - entry.start - 30 - entry.nameBytes.count
      else { throw .damaged("its files lie over each other") }
      entries[place].limit = limit
    }
  }
}

/// Numbers in a record, the lowest byte first; what is not there is 0.
struct ZipFields {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func half(_ offset: Int) -> UInt16 { UInt16(truncatingIfNeeded: number(offset, 2)) }
  func word(_ offset: Int) -> UInt32 { UInt32(truncatingIfNeeded: number(offset, 4)) }
  /// A number that can be a place in a file; `nil` if it is too large for that.
  func long(_ offset: Int) -> Int? { Int(exactly: number(offset, 8)).flatMap { $0 < 1 << 60 ? $0 : nil } }

  private func number(_ offset: Int, _ count: Int) -> UInt64 {
    let start = bytes.startIndex + offset
    guard start + count <= bytes.endIndex else { return 0 }
    return bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

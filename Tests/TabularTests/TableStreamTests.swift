import TestSupport
import Foundation
import Testing

@testable import Tabular

/// A file read part by part, of which the encoding shows late, reads as it does in one piece.
struct TableStreamTests {
  private static func rows(_ source: ByteSource) throws -> (rows: [[String]], encoding: TextEncoding, digest: String?) {
    var file = try FileChunks(source, takesDigest: true)
    let head = try TableStream.Head(of: &file) { _ in nil }
    var stream = TableStream(file, behind: head)
    var rows = [head.header.cells.map(\.text)]
    while let block = try stream.next() {
      rows += block.rows.map { row in
        block.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].map(block.text)
      }
    }
    return (rows, stream.encoding, stream.digest())
  }

  /// Rows of plain letters up to a place, there some bytes, and rows behind them.
  private static func bytes(start: [UInt8], _ marked: [UInt8], at place: Int, size: Int) -> [UInt8] {
    var bytes = start + Array("id,name\n".utf8)
    let row = Array("1234,plain letters and, digits\n".utf8)
    while bytes.count < place - row.count { bytes += row }
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: place - bytes.count) + marked + Array(",y\n".utf8)
    while bytes.count < size { bytes += row }
    return bytes
  }

  /// UTF-8, with its mark and without, Windows-1252, and UTF-8 with damage.
  private static let letters: [(start: [UInt8], marked: [UInt8], encoding: TextEncoding)] = [
    ([], Array("\u{E9}\u{1F600}".utf8), .utf8), ([0xEF, 0xBB, 0xBF], Array("\u{2019}".utf8), .utf8),
    ([], [0xE9, 0x92], .windows1252), ([0xEF, 0xBB, 0xBF], [0xE9], .damagedUTF8),
    ([], Array("\u{E9}".utf8) + [0xE9], .damagedUTF8), ([], [0xC3, 0xA9, 0xE9, 0xE9], .windows1252),
  ]

  /// The first part has 2¹⁸ bytes, the others 2¹⁷.
  @Test(arguments: [1 << 18, (1 << 18) + (1 << 17)], [-4, -3, -2, -1, 0, 1])
  func `reads the same in parts as in one piece`(boundary: Int, offset: Int) throws {
    for (start, marked, encoding) in Self.letters {
      for size in [boundary + 40, boundary + (1 << 18)] {
        let bytes = Self.bytes(start: start, marked, at: boundary + offset, size: size)
        let whole = DecodedText(bytes)
        let expected = DelimitedText(whole.bytes).rows.map { $0.cells.map(\.text) }
        #expect(whole.encoding == encoding)
        let folder = try TemporaryFolder()
        try folder.write(Data(bytes), to: "t.csv")
        for source in [ByteSource.memory(bytes), .disk(path: folder.path + "/t.csv")] {
          let read = try Self.rows(source)
          #expect(read.encoding == encoding)
          #expect(read.rows == expected)
          #expect(read.digest == SHA256.digest(of: bytes).hexadecimal)
        }
      }
    }
  }

  @Test func `opens nothing but files`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileChunks.Unreadable.self) { try FileChunks.all(of: .disk(path: folder.path), takesDigest: false) }
    for (path, standing) in [
      (folder.path, ByteSource.Standing.folder), ("/dev/null", .device), (folder.path + "/none", .nothing),
      (folder.path + "\u{0}x", .nothing),
    ] {
      #expect(ByteSource.disk(path: path).standing == standing)
    }
  }
}
